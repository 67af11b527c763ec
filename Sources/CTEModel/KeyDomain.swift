/// A set of identifiers that name the same kind of thing, so that equal codes mean the same one.
///
/// Stores and batches keep each identifier once and write small integers in its place.
public enum KeyDomain: String, CaseIterable, Hashable, Sendable {
  /// States, districts, schools and postsecondary sites.
  case organization
  /// Approved programs.
  case program
  /// Courses of programs.
  case course
  /// What can be earned; stable over the years.
  case credential
  /// Codes of one year's credential list. The code is not the credential.
  case credentialCode
  /// Students, by the state's student number.
  case student
  /// Educators, by the state's educator number.
  case educator
  /// Words that repeat: members of code lists, terms, periods, local titles.
  case word
  /// Programs at a school, by the state's number for each where it has one.
  case offering
  /// Classes.
  case section
}
