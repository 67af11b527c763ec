import CTEIntake

/// Workbooks with parts that grow out of all proportion when they are inflated.
enum BombCases {
  private typealias Part = WorkbookBuilder.Part
  private static let megabyte = 1 << 20

  static var all: [HostileFile] {
    Part.all.flatMap { [flat($0), proportionate($0), lying($0), hidden($0)] } + together
  }

  /// 64 MB of blanks in a thousandth of that.
  private static func flat(_ part: String) -> HostileFile {
    HostileFile(workbook: "bomb: \(part) grows a thousandfold", .limit(.inflationRatio)) {
      workbook in
      workbook.insert(" " * (64 * megabyte), into: part)
      workbook.entry(part) { $0.method = .deflated(.bomb) }
    }
  }

  /// 6 MB of blanks where 4 MB are allowed, and no more than an honest part may grow.
  private static func proportionate(_ part: String) -> HostileFile {
    HostileFile(
      workbook: "bomb: \(part) is greater than is allowed here", .limit(.inflatedBytes),
      at: 4 * megabyte
    ) { $0.insert(" " * (6 * megabyte), into: part) }
  }

  /// 64 MB of blanks that say that they are what stood there before.
  private static func lying(_ part: String) -> HostileFile {
    HostileFile(
      workbook: "bomb: \(part) grows a thousandfold and denies it",
      Part.outcome(of: part, .limit(.untrueHeaders))
    ) { workbook in
      let size = workbook[part]?.size ?? 0
      workbook.insert(" " * (64 * megabyte), into: part)
      workbook.entry(part) { entry in
        entry.method = .deflated(.bomb)
        entry.changeLocal = { $0.size = size }
        entry.changeCentral = { $0.size = size }
      }
    }
  }

  /// 64 MB of blanks whose sizes stand behind them, and are denied by the directory.
  private static func hidden(_ part: String) -> HostileFile {
    HostileFile(
      workbook: "bomb: \(part) tells its sizes behind itself, wrongly",
      Part.outcome(of: part, .limit(.untrueHeaders))
    ) { workbook in
      let size = workbook[part]?.size ?? 0
      workbook.insert(" " * (64 * megabyte), into: part)
      workbook.entry(part) { entry in
        entry.method = .deflated(.bomb)
        entry.hasDescriptor = true
        entry.changeCentral = { $0.size = size }
      }
    }
  }

  private static var together: [HostileFile] {
    [
      HostileFile(workbook: "bomb: a sheet of five gigabytes", .limit(.inflatedBytes)) { workbook in
        workbook.insert(" " * (5 << 30), into: Part.sheet)
        workbook.entry(Part.sheet) { $0.isGreat = true }
      },
      HostileFile(
        workbook: "bomb: many parts that are too great together", .limit(.inflatedBytes),
        at: 16 * megabyte
      ) { workbook in
        for place in 0..<20 { workbook["xl/media/\(place).bin"] = "a" * megabyte }
      },
      HostileFile(workbook: "bomb: a picture that grows a thousandfold", .limit(.inflationRatio)) {
        workbook in
        workbook["xl/media/picture.png"] = "a" * (64 * megabyte)
        workbook.entry("xl/media/picture.png") { $0.method = .deflated(.bomb) }
      },
      HostileFile(workbook: "bomb: a workbook of bombs within a workbook", .any) { workbook in
        workbook["xl/embeddings/inner.xlsx"] = nested(4)
      },
      HostileFile("bomb: a zip file of zip files", .code("unknownKind")) { nested(6) },
      HostileFile(
        workbook: "bomb: a sheet that may grow no further here", .limit(.inflationRatio),
        at: 20
      ) { $0.insert(" " * (24 * megabyte), into: Part.sheet) },
    ]
  }

  /// A bomb within zip files within one another.
  private static func nested(_ depth: Int) -> Content {
    (0..<depth).reduce("a" * (8 * megabyte)) { content, place in
      let entry = ZipBuilder.Entry(
        name: "\(place).zip", content: content, method: place == 0 ? .deflated(.bomb) : .stored)
      return Content(ZipBuilder(entries: [entry]).bytes())
    }
  }
}
