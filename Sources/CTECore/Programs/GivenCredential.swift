/// A credential that students of a program receive.
public enum GivenCredential: Hashable, Sendable {
  /// One of the list of the year, by its code.
  case listed(code: String)
  /// One that is in no list and is suggested for it, by its title.
  case suggested(title: String)
}
