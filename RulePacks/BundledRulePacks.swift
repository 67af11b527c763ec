public import CTERulePack
public import Foundation

/// The rule packs that ship with the package.
public enum BundledRulePacks {
  /// A library of the shipped packs, after any folders that should be searched before them.
  public static func library(after folders: [URL] = []) -> PackLibrary {
    PackLibrary(folders: folders + [shipped].compactMap { $0 })
  }

  private static var shipped: URL? {
    #if os(Linux)
      // `Bundle.module` ends the program where its files were left behind; a missing pack should be an error instead.
      Bundle.main.bundleURL.appendingPathComponent("CTECore_BundledRulePacks.resources")
    #else
      Bundle.module.resourceURL
    #endif
  }
}
