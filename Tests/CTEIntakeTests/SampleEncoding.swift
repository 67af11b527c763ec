import Foundation

/// The encodings in which people send texts.
enum SampleEncoding: CaseIterable {
  case utf8, utf8Marked, utf16Little, utf16Big, utf16LittleMarked, utf16BigMarked, windows1252

  func bytes(of text: String) -> [UInt8] {
    switch self {
    case .utf8: Array(text.utf8)
    case .utf8Marked: [0xEF, 0xBB, 0xBF] + Array(text.utf8)
    case .utf16Little: text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    case .utf16Big: text.utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }
    case .utf16LittleMarked: [0xFF, 0xFE] + Self.utf16Little.bytes(of: text)
    case .utf16BigMarked: [0xFE, 0xFF] + Self.utf16Big.bytes(of: text)
    case .windows1252: text.data(using: .windowsCP1252).map { Array($0) } ?? []
    }
  }
}
