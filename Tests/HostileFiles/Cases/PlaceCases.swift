import CTEIntake

/// Files that hurt by where they lie, or by their size alone.
enum PlaceCases {
  static var all: [HostileFile] { places + sizes }

  private static let text: Content = "School,Student Number\n1,2\n"

  private static func from(_ place: HostileFile.Place, _ file: HostileFile) -> HostileFile {
    var file = file
    file.place = place
    return file
  }

  private static var places: [HostileFile] {
    [
      from(.nowhere, HostileFile("place: nothing", .code("unreadable")) { "" }),
      from(.folder, HostileFile("place: a folder", .code("unreadable")) { "" }),
      from(
        .pipe,
        HostileFile("place: a workbook from a pipe", .code("unreadable")) { WorkbookBuilder().file }
      ),
      from(
        .pipe,
        HostileFile("place: an old workbook from a pipe", .code("unreadable")) {
          OldWorkbookBuilder().file
        }),
      from(.pipe, HostileFile("place: nothing from a pipe", .code("empty")) { "" }),
      from(
        .pipe,
        HostileFile("place: more from a pipe than is allowed", .limit(.fileBytes), at: 1 << 20) {
          text + "1,2\n" * (1 << 20)
        }),
      from(
        .pipe,
        HostileFile("place: more rows from a pipe than are allowed", .limit(.rows), at: 1000) {
          text + "1,2\n" * (1 << 20)
        }),
      from(.slowly, HostileFile("place: text that is read too slowly", .limit(.seconds)) { text }),
      from(
        .slowly,
        HostileFile("place: a workbook that is read too slowly", .limit(.seconds)) {
          WorkbookBuilder().file
        }),
      from(
        .slowly,
        HostileFile("place: an old workbook that is read too slowly", .limit(.seconds)) {
          OldWorkbookBuilder().file
        }),
    ]
  }

  private static var sizes: [HostileFile] {
    [
      HostileFile("place: an empty file", .code("empty")) { "" },
      HostileFile("place: text of more bytes than a file may have", .limit(.fileBytes)) {
        text + Content([0]) * ((1 << 30) + 1)
      },
      HostileFile("place: a workbook of more bytes than a file may have", .limit(.fileBytes)) {
        WorkbookBuilder().file + Content([0]) * ((1 << 30) + 1)
      },
      HostileFile("place: text of more bytes than are allowed here", .limit(.fileBytes), at: 20) {
        text
      },
      HostileFile(
        "place: a workbook of more bytes than are allowed here", .limit(.fileBytes), at: 1000
      ) {
        WorkbookBuilder().file
      },
      HostileFile(
        "place: an old workbook of more bytes than are allowed here", .limit(.fileBytes), at: 1000
      ) {
        OldWorkbookBuilder().file
      },
    ]
  }
}
