import Foundation

/// Where everything is that jobs need.
struct Setting {
  /// The Python that has what the peers import.
  let python: String
  /// How many runs count, where that was said.
  let runs: Int?
  private let program: String
  private let peersFolder: URL?
  private let dataFolder: URL?

  init(cte: String, python: String, runs: Int?, peers: String?, data: String?) {
    program = cte
    self.python = python
    self.runs = runs
    peersFolder = peers.map { URL(fileURLWithPath: $0) }
    dataFolder = data.map { URL(fileURLWithPath: $0) }
  }

  /// The program `cte`, built for release.
  func cte() throws -> String {
    guard FileManager.default.isExecutableFile(atPath: program) else {
      throw Trouble(
        """
        there is no program \(program); build it with 'swift build -c release --product cte', or say with --cte where \
        it is
        """)
    }
    return program
  }

  /// The programs that others do the same job with.
  func peers() throws -> Peers {
    guard let peersFolder else {
      throw Trouble("this job needs --peers FOLDER: \(Peers.description)")
    }
    return try Peers(in: peersFolder, python: python)
  }

  /// The folder of what is generated, loaded and written.
  func data() throws -> URL {
    guard let dataFolder else {
      throw Trouble(
        "this job needs --data FOLDER: where data are generated on first use and kept, outside of any repository"
      )
    }
    return dataFolder
  }

  /// A folder that a contestant writes into.
  func scratch(_ name: String) throws -> URL { try data().appending(path: "scratch/\(name)") }
}
