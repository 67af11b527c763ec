#if canImport(Glibc)
  import CMalloc
#endif

/// How the program takes memory from the system.
enum Memory {
  /// Has all threads take memory from one place.
  ///
  /// The C library gives each thread a place of its own and widens it page by page, which costs more than to wait for each
  /// other where there are a few threads, as here. An embedder decides that for itself.
  static func share() {
    #if canImport(Glibc)
      mallopt(M_ARENA_MAX, 1)
    #endif
  }
}
