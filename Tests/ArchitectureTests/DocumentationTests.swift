import Foundation
import Testing

struct DocumentationTests {
  @Test func `the page for pack authors has every record type and field`() throws {
    let page = try Checkout.text("RulePacks/README.md")
    let catalogue = try Checkout.text("Sources/CTEModel/RecordType+Catalogue.swift")
    let types = catalogue.matches(of: #/RecordType\(\s*"(\w+)"/#).map { String($0.1) }
    let fields = catalogue.matches(of: #/RecordField\("(\w+)"/#).map { String($0.1) }
    #expect(types.count == 14 && fields.count > 60)
    for name in types + fields { #expect(page.contains("`\(name)`"), "\(name) isn't explained") }
  }
}
