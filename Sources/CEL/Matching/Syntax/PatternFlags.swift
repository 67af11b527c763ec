/// What `(?ims)` turns on for the rest of a group.
struct PatternFlags {
  var ignoresCase = false
  var hasLineAnchors = false
  var dotTakesNewline = false

  /// Turns a flag on or off, and returns whether there is such a flag.
  mutating func set(_ letter: Unicode.Scalar, to isOn: Bool) -> Bool {
    switch letter {
    case "i": ignoresCase = isOn
    case "m": hasLineAnchors = isOn
    case "s": dotTakesNewline = isOn
    // Which repetitions are greedy changes what is found, and never whether something is.
    case "U": break
    default: return false
    }
    return true
  }
}
