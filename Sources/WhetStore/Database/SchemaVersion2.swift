extension Schema {
  /// The second version: sessions a person steps through, and the journal of changes.
  static let version2 = """
    -- Steps a person took back, as they had been committed; 'step' holds what counts now, session.lastStep follows it.
    CREATE TABLE step_undone (
      key INTEGER PRIMARY KEY,
      session INTEGER NOT NULL REFERENCES session(key),
      step INTEGER NOT NULL CHECK (step BETWEEN 1 AND 7),
      artefact INTEGER NOT NULL REFERENCES artefact(key),
      at INTEGER NOT NULL,
      undoneAt INTEGER NOT NULL,
      reason TEXT NOT NULL
    ) STRICT;
    CREATE INDEX step_undone_by_session ON step_undone(session);

    -- What a person decided for the rest of a session: strategy, lesson, prompt, response, model.
    CREATE TABLE session_choice (
      key INTEGER PRIMARY KEY,
      session INTEGER NOT NULL REFERENCES session(key),
      step INTEGER NOT NULL,
      kind TEXT NOT NULL,
      value INTEGER NOT NULL REFERENCES artefact(key),
      at INTEGER NOT NULL,
      withdrawnAt INTEGER
    ) STRICT;
    CREATE INDEX session_choice_by_session ON session_choice(session);

    -- Changes that can be reversed, newest last; settledAt is missing while a file that goes with it is being written.
    CREATE TABLE change (
      key INTEGER PRIMARY KEY,
      kind TEXT NOT NULL,
      words TEXT NOT NULL,
      content INTEGER NOT NULL REFERENCES artefact(key),
      at INTEGER NOT NULL,
      settledAt INTEGER,
      undoneAt INTEGER
    ) STRICT;
    CREATE INDEX change_unsettled ON change(key) WHERE settledAt IS NULL;
    -- The change that this deployment takes back.
    ALTER TABLE deployment ADD COLUMN undoes INTEGER REFERENCES change(key);
    -- Hidden because that change, which added it, was undone; a person's removal leaves it empty.
    ALTER TABLE correction ADD COLUMN undoneWith INTEGER REFERENCES change(key);

    -- A prompt asks often which runs are not finished; nearly all are.
    CREATE INDEX run_unfinished ON run(state, finishedAt) WHERE state <> 'finished';
    """
}
