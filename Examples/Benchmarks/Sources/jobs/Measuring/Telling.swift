import Foundation

/// Tells on standard error what takes its time.
func tell(_ words: String) {
  FileHandle.standardError.write(Data((words + "\n").utf8))
}
