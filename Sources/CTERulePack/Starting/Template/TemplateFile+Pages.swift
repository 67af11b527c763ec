// The pages of a new pack, and the file that is tried first.
extension TemplateFile {
  static let readMe = TemplateFile(
    "README.md",
    #"""
    # {{title}}

    A rule pack of an invented state, made by `cte pack new`. All of its data is synthetic.
    Put what your own manual says in the place of every file, beginning with `pack.yaml`.
    Try it with `cte validate sample.csv --pack . --year {{first}}`, and check all of it with `cte pack check .`.
    A rule lies in `rules/<category>/`, shows itself by examples, and fires once in `tests/every-rule-<year>`.

    """#)

  static let changelog = TemplateFile(
    "CHANGELOG.md",
    #"""
    # Changes of the pack {{title}}

    ## [Unreleased]

    ### Added

    - Fiscal year {{year}} (1 July {{previousYear}} to 30 June {{year}}): enrollments. Areas: all. Source: invented.

    """#)

  static let sample = TemplateFile(
    "sample.csv",
    #"""
    School Code,Student Number,Birth Date,Program Number,Course Number,Term,Credits,Weeks
    S001,000101,3/14/2009,01000000,AG-101,fall,0.5,18
    S001,000102,11/2/2008,01000000,AG-101,F,0.5,18
    S002,103,7/30/2009,15000000,EN-201,year,1.0,36

    """#)
}
