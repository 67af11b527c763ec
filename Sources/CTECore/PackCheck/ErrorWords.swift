import CTEIntake
import CTEStore
import Foundation

/// Returns what an error says to a person.
func words(for error: any Error) -> String {
  switch error {
  case let error as IntakeError: error.message
  case let error as StoreError: error.description
  default: error.localizedDescription
  }
}
