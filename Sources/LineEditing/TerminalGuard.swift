import CLibedit

/// Keeps the modes a terminal had, for ends of the process at which no editor is asked.
public enum TerminalGuard {
  /// Remembers the modes now; a call of `exit` and a fault of the process put them back from now on.
  public static func keep(descriptor: Int32 = 0) { clibedit_keep_terminal(descriptor) }

  /// Puts the remembered modes back; may be called from any thread.
  public static func restore() { clibedit_restore_terminal() }
}
