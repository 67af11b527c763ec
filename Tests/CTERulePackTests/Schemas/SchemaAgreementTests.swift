import CTEModel
import Testing

@testable import CTERulePack

/// The schemas and the loader are written by the same shapes, and say the same of whatever can stand in a file.
struct SchemaAgreementTests {
  /// Every kind of file, once for each of the contents of which one may stand at a place.
  static let cases = PackFileKind.allCases.flatMap { kind in
    (0..<kind.content.choiceCount).map { (kind, $0) }
  }

  @Test(arguments: cases)
  func `a file that has every key is right for both`(kind: PackFileKind, choice: Int) throws {
    let both = try Judges(kind)
    #expect(both.judge(ShapeSample(choice: choice).sound(kind.content)) == [true, true])
  }

  @Test(arguments: cases)
  func `whatever is written otherwise at a place is right for both or wrong for both`(
    kind: PackFileKind, choice: Int
  ) throws {
    let both = try Judges(kind)
    let verdicts = ShapeSample(choice: choice).inner(kind.content).map { node in
      let verdict = both.judge(node)
      #expect(verdict[0] == verdict[1], "loader \(verdict[0]), schema \(verdict[1]): \(node.words)")
      return verdict[0]
    }
    #expect(verdicts.count > 100 && Set(verdicts).count == 2)
  }

  @Test(arguments: PackFileKind.allCases)
  func `a misspelt key is wrong for both, and so is a file without a required one`(
    kind: PackFileKind
  ) throws {
    let both = try Judges(kind)
    let sample = ShapeSample(choice: 0)
    for (shape, wrap) in shapes(in: kind.content) {
      for key in shape.keys {
        #expect(both.judge(wrap(sample.misspelling(key, in: shape))) == [false, false])
        let isRight = both.judge(wrap(sample.leavingOut(key, in: shape)))
        #expect(isRight == [!key.isRequired, !key.isRequired], "\(shape.name).\(key.name)")
      }
    }
  }

  /// The shape of a file or of its named entries, and what makes a file of one.
  private func shapes(in content: ShapeContent) -> [(Shape, (YAMLNode) -> YAMLNode)] {
    switch content {
    case .shape(let shape): [(shape, { $0 })]
    case .names(_, .shape(let shape)): [(shape, { .mapping([("name", $0)]) })]
    default: []
    }
  }
}

/// The loader's reader of structure and the schema of one kind of file.
private struct Judges {
  let kind: PackFileKind
  let validator: SchemaValidator
  private let time = LoadingTime(
    year: FiscalYear(2026), on: nil, calendar: .july, covered: FiscalYear(2)...FiscalYear(9998))

  init(_ kind: PackFileKind) throws {
    self.kind = kind
    let schema = PackSchema.all.first { $0.name == kind.rawValue }
    validator = try SchemaValidator(try #require(schema))
  }

  /// Returns what the loader and the schema say.
  func judge(_ node: YAMLNode) -> [Bool] {
    let log = IssueLog()
    _ = StructureReader(time: time, pack: "sample.yaml", log: log)
      .read(node, as: kind.content, of: kind.rawValue)
    return [log.issues.isEmpty, validator.accepts(node)]
  }
}

extension ShapeContent {
  /// How many contents may stand at the place within it that has the most of them.
  fileprivate var choiceCount: Int {
    switch self {
    case .list(let content), .names(_, let content): content.choiceCount
    case .shape(let shape): shape.keys.map(\.content.choiceCount).max() ?? 1
    case .either(let contents): max(contents.count, contents.map(\.choiceCount).max() ?? 1)
    default: 1
    }
  }
}

extension YAMLNode {
  /// The part in one line, for whoever looks for a difference.
  fileprivate var words: String {
    switch content {
    case .scalar(let text): isQuoted ? "\"\(text)\"" : text
    case .sequence(let elements): "[\(elements.map(\.words).joined(separator: ", "))]"
    case .mapping(let entries):
      "{\(entries.map { "\($0.key.words): \($0.value.words)" }.joined(separator: ", "))}"
    }
  }
}
