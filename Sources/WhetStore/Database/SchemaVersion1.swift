extension Schema {
  /// The first version. Times are milliseconds since 1970 UTC.
  static let version1 = """
    -- Immutable texts under the SHA-256 of their content; encoding: see ArtefactEncoding.
    CREATE TABLE artefact (
      key INTEGER PRIMARY KEY,
      digest BLOB NOT NULL UNIQUE,
      size INTEGER NOT NULL,
      encoding INTEGER NOT NULL,
      basis INTEGER REFERENCES artefact(key),
      depth INTEGER NOT NULL,
      content BLOB NOT NULL
    ) STRICT;

    CREATE TABLE agent (
      key INTEGER PRIMARY KEY,
      name TEXT NOT NULL UNIQUE
    ) STRICT;

    -- The key is the order of arrival; revision is the present one.
    CREATE TABLE correction (
      key INTEGER PRIMARY KEY,
      id TEXT NOT NULL UNIQUE,
      agent INTEGER NOT NULL REFERENCES agent(key),
      revision INTEGER NOT NULL,
      createdAt INTEGER NOT NULL,
      hiddenAt INTEGER
    ) STRICT;
    CREATE INDEX correction_by_agent ON correction(agent);

    CREATE TABLE correction_revision (
      correction INTEGER NOT NULL REFERENCES correction(key),
      revision INTEGER NOT NULL,
      format TEXT NOT NULL,
      content INTEGER NOT NULL REFERENCES artefact(key),
      at INTEGER NOT NULL,
      PRIMARY KEY (correction, revision)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE run (
      key INTEGER PRIMARY KEY,
      agent INTEGER NOT NULL REFERENCES agent(key),
      mode TEXT NOT NULL,
      state TEXT NOT NULL,
      settings INTEGER NOT NULL REFERENCES artefact(key),
      outcome INTEGER REFERENCES artefact(key),
      failure TEXT,
      process INTEGER NOT NULL,
      startedAt INTEGER NOT NULL,
      finishedAt INTEGER
    ) STRICT;
    CREATE INDEX run_by_agent ON run(agent);

    CREATE TABLE session (
      key INTEGER PRIMARY KEY,
      run INTEGER NOT NULL REFERENCES run(key),
      position INTEGER NOT NULL,
      correction INTEGER,
      revision INTEGER,
      response INTEGER REFERENCES artefact(key),
      state TEXT NOT NULL,
      lastStep INTEGER NOT NULL DEFAULT 0,
      overallBefore REAL,
      overallAfter REAL,
      improvement REAL,
      startedAt INTEGER,
      finishedAt INTEGER,
      UNIQUE (run, position),
      UNIQUE (run, correction),
      FOREIGN KEY (correction, revision) REFERENCES correction_revision(correction, revision),
      CHECK ((correction IS NULL) = (revision IS NULL)),
      CHECK ((correction IS NULL) <> (response IS NULL))
    ) STRICT;
    CREATE INDEX session_by_correction ON session(correction) WHERE correction IS NOT NULL;

    CREATE TABLE step (
      session INTEGER NOT NULL REFERENCES session(key),
      step INTEGER NOT NULL CHECK (step BETWEEN 1 AND 7),
      artefact INTEGER NOT NULL REFERENCES artefact(key),
      at INTEGER NOT NULL,
      PRIMARY KEY (session, step)
    ) STRICT, WITHOUT ROWID;

    -- revision counts the events of the lesson, from 1.
    CREATE TABLE lesson (
      key INTEGER PRIMARY KEY,
      id TEXT NOT NULL,
      agent INTEGER NOT NULL REFERENCES agent(key),
      revision INTEGER NOT NULL,
      status TEXT NOT NULL,
      kind TEXT NOT NULL,
      words TEXT NOT NULL,
      body INTEGER NOT NULL REFERENCES artefact(key),
      helped INTEGER NOT NULL,
      harmed INTEGER NOT NULL,
      createdIn INTEGER REFERENCES session(key),
      updatedAt INTEGER NOT NULL,
      UNIQUE (agent, id)
    ) STRICT;

    CREATE TABLE lesson_support (
      lesson INTEGER NOT NULL REFERENCES lesson(key),
      correction INTEGER NOT NULL REFERENCES correction(key),
      PRIMARY KEY (lesson, correction)
    ) STRICT, WITHOUT ROWID;

    -- What a lesson was after each change.
    CREATE TABLE lesson_event (
      lesson INTEGER NOT NULL REFERENCES lesson(key),
      revision INTEGER NOT NULL,
      session INTEGER REFERENCES session(key),
      reason TEXT NOT NULL,
      status TEXT NOT NULL,
      body INTEGER NOT NULL REFERENCES artefact(key),
      helped INTEGER NOT NULL,
      harmed INTEGER NOT NULL,
      at INTEGER NOT NULL,
      PRIMARY KEY (lesson, revision)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE deployment (
      key INTEGER PRIMARY KEY,
      agent INTEGER NOT NULL REFERENCES agent(key),
      version INTEGER NOT NULL,
      tier TEXT NOT NULL,
      definitionPath TEXT NOT NULL,
      rulesPath TEXT NOT NULL,
      run INTEGER REFERENCES run(key),
      kind TEXT NOT NULL,
      state TEXT NOT NULL,
      definitionBefore INTEGER REFERENCES artefact(key),
      definitionAfter INTEGER REFERENCES artefact(key),
      rulesBefore INTEGER REFERENCES artefact(key),
      rulesAfter INTEGER REFERENCES artefact(key),
      at INTEGER NOT NULL
    ) STRICT;
    -- A version is made once; rolling back to it names it again.
    CREATE UNIQUE INDEX deployment_version ON deployment(agent, version)
      WHERE kind <> 'rolled-back' AND state <> 'abandoned';
    """
}
