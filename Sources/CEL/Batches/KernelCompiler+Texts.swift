extension KernelCompiler {
  /// A column of texts that a part reads, by its variable and the field of that, if it is a record.
  private struct TextColumn: Equatable {
    let variable: Int
    let field: String?
  }

  /// Returns how a part is asked that depends on one text alone, of which the batch holds a number.
  mutating func judgement(of node: TypedNode) -> Kernel? {
    var found: TextColumn?
    guard node.type == .bool, depends(node, onlyOn: &found), let found,
      let cell = cell(of: found), let codes = cell.codes
    else { return nil }
    let subject = TextJudge.Subject()
    let column = Column.code(codes) { [subject] _ in subject.code }
    var sources = sources
    sources[found.variable] =
      found.field.map { .ownRecord([$0: column]) } ?? .column(column)
    var compiler = Compiler(expression: expression, sources: sources, explains: false)
    let judge = TextJudge(subject, compiler.laterCondition(node), frame)
    switch cell {
    case .codes(let codes):
      return { judge.answer($0, codes.read($0), missing: codes.missing) }
    case .cells(.code(_, let read)): return { judge.answer($0, reading: read) }
    default: return nil
    }
  }

  private func cell(of column: TextColumn) -> CellReader? {
    let source = sources[column.variable]
    return column.field.map { source.cell(of: $0) } ?? source.cell
  }

  /// Whether a part reads nothing that changes but one column of texts; a function of the host may change by itself.
  private func depends(_ node: TypedNode, onlyOn found: inout TextColumn?) -> Bool {
    switch node.kind {
    case .variable(let variable) where sources[variable].isConstant: return true
    case .variable(let variable):
      return note(TextColumn(variable: variable, field: nil), in: &found)
    case .select(let operand, let field, let isOptional):
      guard case .variable(let variable) = operand.kind, !sources[variable].isConstant else {
        break
      }
      return !isOptional && note(TextColumn(variable: variable, field: field), in: &found)
    case .has(let operand, let field):
      guard case .variable(let variable) = operand.kind, !sources[variable].isConstant else {
        break
      }
      return note(TextColumn(variable: variable, field: field), in: &found)
    case .call(_, let overloads, _) where overloads.contains(where: \.isHost): return false
    default: break
    }
    return node.parts.allSatisfy { depends($0, onlyOn: &found) }
  }

  private func note(_ column: TextColumn, in found: inout TextColumn?) -> Bool {
    if let found { return found == column }
    found = column
    return true
  }
}

extension Source {
  fileprivate var isConstant: Bool {
    if case .constant = self { return true }
    return false
  }
}

extension CellReader {
  /// The numbers of the texts in the cells, if these are such.
  fileprivate var codes: TextCodes? {
    switch self {
    case .codes(let codes):
      if case .text(let codes) = codes.content { return codes }
      return nil
    case .cells(.code(let codes, _)): return codes
    default: return nil
    }
  }
}
