import CEL
import CTEIntake
import CTEStore
import CTEValidation
import Foundation

/// Returns what an error says to a person.
func words(for error: any Error) -> String {
  switch error {
  case let error as IntakeError: error.message
  case let error as StoreError: error.description
  case let error as RuleError: error.description
  case let error as EvaluationError: error.description
  default: error.localizedDescription
  }
}
