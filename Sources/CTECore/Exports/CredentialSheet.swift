import CTEModel
import CTERulePack
import CTEStore

/// Lays out students and the credentials that they received as a sheet, a row for each credential.
struct CredentialSheet {
  private let register: ProgramRegister
  private let reader: StudentReader
  private let schools: [Int32: String]
  private let programs: [Int32: String]

  init(in register: ProgramRegister) async throws {
    self.register = register
    reader = try await StudentReader(in: register)
    var lists = ListReader(register.session, keys: register.keys, in: register.pack)
    schools = try await lists.titles("name", of: .organization)
    programs = try await lists.titles("title", of: .program)
  }

  /// Returns the sheet of students, in the order of their names, and of each credentials by their year.
  ///
  /// - Parameters:
  ///   - numbers: The students, also those who received none.
  ///   - credentials: The credentials that they received.
  func sheet(
    named name: String, of numbers: Set<Int32>, with credentials: [StoredRecord],
    where isWanted: (ProgramStudent) -> Bool = { _ in true }
  ) async throws -> ExportSheet {
    let students = try await reader.students(numbers, with: credentials).filter(isWanted)
    let texts = try await RecordTexts(of: credentials, register.session)
    let places = Dictionary(
      credentials.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    let titles = try await offeredTitles(of: credentials)
    return ExportSheet(
      name: name, titles: columns.map(\.title),
      rows: students.flatMap { student -> [[ExportSheet.Cell]] in
        let own = student.credentials.sorted { first, second in
          (first.year?.number ?? 0, first.record) < (second.year?.number ?? 0, second.record)
        }
        if own.isEmpty { return [cells(of: student, nil, [:])] }
        return own.map { credential in
          let record = places[credential.record]
          var place = record.map { texts.values(of: $0) } ?? [:]
          place["schoolName"] = record.flatMap { schools[$0.code(of: "school")] }
          place["programTitle"] = record.flatMap {
            titles[Offered($0)] ?? programs[$0.code(of: "program")]
          }
          return cells(of: student, credential, place)
        }
      })
  }

  private func cells(
    of student: ProgramStudent, _ credential: ReceivedCredential?, _ place: [String: String]
  ) -> [ExportSheet.Cell] {
    columns.map { column in
      switch column.value {
      case .number: ExportSheet.Cell(student.number)
      case .lastName: ExportSheet.Cell(student.lastName)
      case .firstName: ExportSheet.Cell(student.firstName)
      case .place(let field): ExportSheet.Cell(place[field])
      case .title: ExportSheet.Cell(credential?.title)
      case .category:
        ExportSheet.Cell(credential?.category.map { register.pack.label(ofCategory: $0) })
      case .day: credential?.day.map { .day($0) } ?? .blank
      }
    }
  }
}

// Programs at schools, which may have titles of their own in each year.
extension CredentialSheet {
  private struct Offered: Hashable {
    let year: Int32
    let offering: Int32

    init(_ record: StoredRecord, as field: String = "offering") {
      year = record.code(of: "year")
      offering = record.code(of: field)
    }
  }

  private func offeredTitles(of credentials: [StoredRecord]) async throws -> [Offered: String] {
    let wanted = Set(credentials.map { Offered($0) }).sorted {
      ($0.year, $0.offering) < ($1.year, $1.offering)
    }
    let records = try await SeenRecords(session: register.session, scope: .whole).all(
      of: .programOffering, where: ["year", "id"], are: wanted.map { [$0.year, $0.offering] })
    return Dictionary(
      records.compactMap { record in
        record.text(of: "title").map { (Offered(record, as: "id"), $0) }
      }, uniquingKeysWith: { $1 })
  }
}

extension CredentialSheet {
  /// A column and what stands in it.
  private struct Column {
    let title: String
    let value: Value

    enum Value {
      case number, lastName, firstName, title, category, day
      case place(String)
    }
  }

  /// The columns, under the names that the pack has for them. There are days only where the pack asks for them.
  private var columns: [Column] {
    let pack = register.pack
    func own(_ field: String, _ words: String) -> String {
      pack.label(of: field, .credentialAttempt, or: words)
    }
    let school = own("school", "School")
    let day = pack.records[.credentialAttempt]?.fields["day"]
    return [
      Column(title: own("student", "Student"), value: .number),
      Column(title: pack.label(of: "lastName", .student, or: "Last Name"), value: .lastName),
      Column(title: pack.label(of: "firstName", .student, or: "First Name"), value: .firstName),
      Column(title: school, value: .place("school")),
      Column(title: "\(school) Name", value: .place("schoolName")),
      Column(title: own("program", "Program"), value: .place("program")),
      Column(title: "Program Name", value: .place("programTitle")),
      Column(title: own("offering", "Program Number"), value: .place("offering")),
      Column(title: own("year", "Year"), value: .place("year")),
      Column(title: own("category", "Category"), value: .category),
      Column(title: own("credentialCode", "Credential Code"), value: .place("credentialCode")),
      Column(title: own("suggestedTitle", "Credential Name"), value: .title),
    ] + (day.map { [Column(title: $0.label, value: .day)] } ?? [])
  }
}

extension RulePack {
  /// Returns a field's name for people, or other words where the pack doesn't speak of it.
  fileprivate func label(of field: String, _ type: RecordType, or words: String) -> String {
    records[type]?.fields[field]?.label ?? words
  }
}
