public import CTERulePack
public import Foundation

/// The rule packs that ship with the package.
public enum BundledRulePacks {
  /// A library of the shipped packs, after any folders that should be searched before them.
  public static func library(after folders: [URL] = []) -> PackLibrary {
    PackLibrary(folders: folders + [Bundle.module.resourceURL].compactMap { $0 })
  }
}
