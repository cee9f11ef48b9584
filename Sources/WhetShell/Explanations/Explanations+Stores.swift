import WhetCore
import WhetStore

extension Explanations {
  /// Faults of the store and the file it is in.
  static let stores: [Entry] = [
    Entry(
      .storeBusy,
      """
      Another process kept the store locked for ten seconds. Several processes may use one store, each change taking a
      moment; a longer lock means that one of them is stopped or that another program holds the file. Repeat the command
      when that process is done, or end it. The exit status is 4.
      """,
      wrong: """
        a shell is suspended with Ctrl-Z in the middle of an import, and a second one trains with the same store
        """,
      right: """
        the first shell is brought back with 'fg' and finishes; then the second one trains
        """),
    Entry(
      .storeFull,
      """
      The disk of the store has no space left. The change was not made, and nothing was half-written. Free some space and
      repeat the command; after training, 'session resume' goes on.
      """,
      wrong: """
        WHET_STORE=/run/small-disk/whet.db whet train engineer
        """,
      right: """
        WHET_STORE=/var/lib/whet/whet.db whet train engineer
        """),
    Entry(
      .storeReadOnly,
      """
      The store's file or its folder cannot be written. SQLite writes a log beside the file, so the folder needs to be
      writable too. Change the rights, or choose another store with --store or WHET_STORE.
      """,
      wrong: """
        whet --store /usr/share/team/whet.db train engineer
        """,
      right: """
        whet --store ~/team/whet.db train engineer
        """),
    Entry(
      .storeCannotOpen,
      """
      The store's file cannot be opened or made: a folder of its path is not there or cannot be entered, the path is that
      of a folder, or the rights are missing. The message says which. The exit status is 4.
      """,
      wrong: """
        whet --store /root/whet.db store info
        """,
      right: """
        whet --store ~/whet.db store info
        """),
    Entry(
      .storeNotADatabase,
      """
      The file that --store, WHET_STORE or the settings name is no SQLite database, so it is not a store of whet. The file
      was left as it is. Correct the path.
      """,
      wrong: """
        whet --store corrections.jsonl correction list
        """,
      right: """
        whet --store whet.db correction import corrections.jsonl
        """),
    Entry(
      .storeForeign,
      """
      The file is a SQLite database, but one of another program: it does not carry the mark of whet. The file was left as
      it is, because tables of two programs in one file would harm both. Correct the path.
      """,
      wrong: """
        whet --store ~/photos.db correction list
        """,
      right: """
        whet --store ~/whet.db correction list
        """),
    Entry(
      .storeNewer,
      """
      A later version of whet has written the store, in a form that this version does not know. Nothing was changed.
      Install that version, or use another store. Stores of earlier versions are taken over by themselves, but there is no
      way back.
      """,
      wrong: """
        two machines share a store, and only one of them has got the new version of whet
        """,
      right: """
        both machines have the same version
        """),
    Entry(
      .storeCorrupt,
      """
      The content of the store is damaged: SQLite or whet's own check finds something that no version of whet writes. A
      failing disk, or a copy made with 'cp' during a change, are the usual causes. Stop using the store, copy the file,
      and bring back a backup, or save what is readable with sqlite3's '.recover'.
      """,
      wrong: """
        cp whet.db backup.db                    (in the system's shell, while training runs)
        """,
      right: """
        sqlite3 whet.db '.backup backup.db'     (at any time)
        """),
    Entry(
      .storeInputOutput,
      """
      The disk of the store reported an error while it was read or written. The last complete change is kept. Look at the
      system's log and at the cable, network share or disk, and run 'store check' before going on.
      """,
      wrong: """
        the store is on a network share whose connection breaks off
        """,
      right: """
        the store is on a local disk; 'store check' finds no fault
        """),
    Entry(
      .storeFault,
      """
      The store refused a change that contradicts what it holds, or was used after it was closed. Nothing was changed.
      This is a defect of whet, not of what was typed: report the command and the whole message.
      """,
      wrong: """
        the same command fails with this code each time
        """,
      right: """
        the defect is reported with the command, the message and what 'whet --version' prints
        """),
  ]
}
