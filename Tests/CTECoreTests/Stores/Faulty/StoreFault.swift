/// What a store does wrong on purpose, to see that the contract notices.
enum StoreFault: CaseIterable {
  case showsAnotherTenant, takesTakenNames
  case losesEvent, losesSubmission
  case keepsWhatIsRolledBack, losesWhatIsCommitted, answersAfterTheEnd, keepsTrials
  case saysAllIsNew, returnsAllStudents
  case losesFacts, losesRepeats
  case looksAtThePresent
  case skipsBetweenPages, takesMissingForAnything, mixesUpSubmissions, mixesUpAnswers, inventsTexts
  case takesAnyVersion
  case losesEarlierVersions, leavesOutEntries, keepsEntriesThatAreRolledBack
  case losesTheLastEntry
  case knowsRecordsByKeyAlone
  case countsEventsFromZero, losesFailures, losesOfficialNames
  case forgetsPuttingBack, findsWithdrawnFiles
  case takesPreviewsForCommitted, takesPreviewsForUploads, findsOnePreview
  case keepsFindingsOfPreviews, forgetsNothing, reusesNumbers
  case keepsSettings
  case keepsGrants, listsGrantsBackwards, widensGrants

  /// One of the promises that are broken by it.
  var brokenPromise: String {
    switch self {
    case .showsAnotherTenant: "what one tenant writes, another doesn't see"
    case .takesTakenNames: "a name that is taken is refused, and its tenant stays as it is"
    case .losesEvent: "submissions are counted, and each has its event in the chain"
    case .losesSubmission: "nobody sees what a session writes before it is committed"
    case .keepsWhatIsRolledBack:
      "a session that is rolled back leaves nothing, not even its numbers"
    case .keepsTrials: "what is written in a trial is taken back, and the session goes on"
    case .losesWhatIsCommitted: "a record is new once, and unchanged when it comes again"
    case .answersAfterTheEnd: "a session that has ended does nothing more"
    case .saysAllIsNew: "of the records of one key in a file, the last one stands"
    case .returnsAllStudents: "only wanted students have numbers, and no other gets one of theirs"
    case .losesFacts:
      "what is asked at once is answered as one by one, also of what was just written"
    case .losesRepeats: "records without repeats are all there, and none that isn't"
    case .looksAtThePresent:
      "who looks sees everything as it was at the beginning, however long it takes"
    case .skipsBetweenPages: "records come page by page, in the order of their keys"
    case .takesMissingForAnything:
      "records are found by what their fields have, also by nothing"
    case .mixesUpSubmissions:
      "records are found by the submission that brought them, and by their names"
    case .mixesUpAnswers:
      "each list of codes has its own answer, in the order in which they are asked"
    case .inventsTexts: "texts are those of the numbers that stand for some"
    case .takesAnyVersion: "a change that doesn't begin with the stored version is refused"
    case .losesEarlierVersions:
      "an upload that changes a record keeps the version before, and of others nothing"
    case .leavesOutEntries, .losesTheLastEntry:
      "the journal tells what an event did to records, by page and by key"
    case .keepsEntriesThatAreRolledBack:
      "what is rolled back isn't in the journal, and the event's number is free again"
    case .knowsRecordsByKeyAlone:
      "a record that is keyed by where it came from keeps its history under other keys"
    case .countsEventsFromZero, .losesFailures:
      "a submission comes back as it was, with the number of its event"
    case .losesOfficialNames:
      "findings come back as they were, in their order, each with its submission"
    case .forgetsPuttingBack, .findsWithdrawnFiles:
      "a submission says in which event it was withdrawn, until it is put back"
    case .takesPreviewsForCommitted: "a preview is kept with its findings, and says so"
    case .takesPreviewsForUploads, .findsOnePreview:
      "a file's previews are found beside what stands of it"
    case .keepsFindingsOfPreviews:
      "a preview is forgotten with its findings, and what is committed in its place has its number"
    case .forgetsNothing: "only a preview can be forgotten, and none can be marked as withdrawn"
    case .reusesNumbers: "the number of a preview is used up, even where it was forgotten"
    case .keepsSettings: "what a tenant is told of itself changes with the session that changes it"
    case .keepsGrants, .listsGrantsBackwards, .widensGrants:
      "a grant is given once, taken back once, and listed in order"
    }
  }
}
