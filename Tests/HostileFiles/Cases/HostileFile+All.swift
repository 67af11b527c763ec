extension HostileFile {
  /// Every file made to hurt, in the order in which they are tried.
  static var all: [HostileFile] {
    ZipCases.all + BombCases.all + XMLCases.all + SheetCases.all + GrowingCases.all + TextCases.all
      + StrangerCases.all
      + PlaceCases.all + CompoundCases.all + RecordCases.all + MutatedCases.all
  }
}
