import Benchmark
import CTECore
import CTESpreadsheets

/// Reading alone: the rows of the upload, as text and as a workbook.
func addReadingBenchmarks(_ sample: Sample) {
  addReading(sample, "read CSV", DelimitedText()) { try $0.csv() }
  addReading(sample, "read XLSX", XLSXWorkbook()) { try $0.workbook() }
}

private func addReading(
  _ sample: Sample, _ name: String, _ kind: any FileKind,
  _ file: @escaping (Workbench) throws -> String
) {
  Benchmark.add("\(name), \(sample.studentCount) rows") {
    let bench = try Workbench(sample)
    return (path: try file(bench), bench: bench)
  } body: { subject, _ in
    var reader = try kind.open(SourceFile(path: subject.path))
    let titles = try reader.firstRows(ofSheet: 0, through: 1)[0]
    try reader.begin(below: titles, ofSheet: 0, taking: Set(titles.texts.indices))
    while let table = try reader.next() { blackHole(table.rowCount) }
  }
}
