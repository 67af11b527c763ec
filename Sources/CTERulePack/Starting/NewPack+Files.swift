import CTEModel

extension NewPack {
  /// The files of the pack, in an order in which they can be read.
  public var files: [(path: String, text: String)] {
    TemplateFile.all.flatMap { file in
      file.isYearly
        ? numbers.map { (filled(file.path, year: $0), filled(file.text, year: $0)) }
        : [(filled(file.path), lines(of: file.text))]
    }
  }

  private var numbers: ClosedRange<Int> { years.lowerBound.number...years.upperBound.number }

  /// Fills in a text of the whole pack. A line that speaks of a year is written for every year.
  private func lines(of text: String) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false).flatMap { line in
      line.contains(TemplateFile.year)
        ? numbers.map { filled(String(line), year: $0) } : [filled(String(line))]
    }.joined(separator: "\n")
  }

  private func filled(_ text: String, year: Int) -> String {
    filled(text).replacing(TemplateFile.year, with: String(year))
      .replacing("{{previousYear}}", with: String(year - 1))
  }

  private func filled(_ text: String) -> String {
    text.replacing("{{name}}", with: name).replacing("{{title}}", with: title)
      .replacing("{{first}}", with: years.lowerBound.description)
      .replacing("{{last}}", with: years.upperBound.description)
  }
}

/// A file from which those of new packs are made.
struct TemplateFile: Sendable {
  /// The place of the fiscal year.
  static let year = "{{year}}"

  /// The path within the pack.
  let path: String
  /// What stands in it, with places for the pack's own words.
  let text: String

  init(_ path: String, _ text: String) {
    self.path = path
    self.text = text
  }

  /// Whether every fiscal year has a file of its own.
  var isYearly: Bool { path.contains(Self.year) }

  static let all: [TemplateFile] =
    [readMe, changelog] + catalogs + records + formats + rules + lists + fixtures + [sample]
}
