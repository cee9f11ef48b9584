public import WhetCore

/// A text to run, and the folder its `include` and `path` start from.
public struct ScriptInput: Sendable {
  public var source: SourceText
  /// Empty for the working directory.
  public var folder: String

  public init(_ source: SourceText, folder: String = "") {
    self.source = source
    self.folder = folder
  }

  /// A script file, whose name is its path.
  public init(file source: SourceText) {
    self.init(source, folder: LexicalPath.folder(of: source.name))
  }
}

/// Reads the text of an included file by its path.
///
/// - Throws: what keeps it from being read.
public typealias SourceLoader = @Sendable (_ path: String) throws(WhetError) -> SourceText
