/// Holds the rows of a sheet while they are made, so that parsing goes on with what scanning began.
final class BuilderBox {
  var builder: SheetBuilder

  init(_ builder: SheetBuilder) {
    self.builder = builder
  }
}
