import Foundation

/// Stores of earlier versions, as `sqlite3 FILE .dump` prints them. A released one never changes.
enum StoreFixtures {
  /// A store that the program of that version made from its commands, in `Fixtures`.
  ///
  /// Version 1: nine imported corrections, `area` and `price` edited once, `width` twice, two added later, `spare` removed;
  /// a finished run of eight sessions, deployed as `d1`, rolled back and deployed again; a run that was killed in its
  /// third session of four, after the fourth step.
  ///
  /// Version 2: eight imported corrections, `alpha` edited, `beta` removed; a finished run of eight sessions, deployed
  /// and the deployment undone; two corrections more; a run stepped to its fifth step, with three steps taken back and a
  /// lesson switched off and on again.
  static func ofProgram(version: Int) throws -> String {
    let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    return try String(contentsOf: folder.appending(path: "Fixtures/version\(version).sql"), encoding: .utf8)
  }

  /// A small store written by the tests of that version.
  static func dump(version: Int) -> String {
    [version1][version - 1]
  }

  /// Version 1: two corrections of the engineer, the first edited, and a removed one of qa; a finished run with a
  /// finished and an aborted session; a disabled lesson; an applied deployment.
  private static let version1 = #"""
    PRAGMA application_id = 2003330420;
    PRAGMA user_version = 1;
    PRAGMA foreign_keys=OFF;
    BEGIN TRANSACTION;
    CREATE TABLE grdb_migrations (identifier TEXT NOT NULL PRIMARY KEY);
    INSERT INTO grdb_migrations VALUES('1');
    CREATE TABLE artefact (
      key INTEGER PRIMARY KEY,
      digest BLOB NOT NULL UNIQUE,
      size INTEGER NOT NULL,
      encoding INTEGER NOT NULL,
      basis INTEGER REFERENCES artefact(key),
      depth INTEGER NOT NULL,
      content BLOB NOT NULL
    ) STRICT;
    INSERT INTO artefact VALUES(1,X'0038db60fb218952336e703e9737b0381801041417773c9bf42d5bbdd2c120d0',140,1,NULL,0\#
    ,X'c311aca8c19606acde75ed802db5122b94969d614c1e71810634009b4e68d880286069550b00');
    INSERT INTO artefact VALUES(2,X'650638714702631894ffd0a6713d2e9d5851211a3c975f1076d7549cd9507ac9',140,1,NULL,0\#
    ,X'c311aca8c19606acde75ed802db5122b94969d514c1e71810634009b4e68d880280523a55a00');
    INSERT INTO artefact VALUES(3,X'd4a81b06cc6025de388d447ebf2635d299b92da7e66e0cfe2cb423df7e23a28c',134,1,NULL,0\#
    ,X'43046b61a2126680a5012b765d3b601badc40aa54d671c93475c70010dc0a6131a2a204ac158a91600');
    INSERT INTO artefact VALUES(4,X'df5e391a81b1d0cd5cf575ce6893f3a9b9a02c4ab7020541b9edaf724f13496f',140,1,NULL,0\#
    ,X'c311aca8c19606acde75ed802db5122b94969d494c1e71810634009b4e68d880280513a55a00');
    INSERT INTO artefact VALUES(5,X'fbe47f6d82b435a89f6e6fca65ad16138195de06c5fc3ffb66826a76e64e479f',10,0,NULL,0,\#
    X'7b2273656564223a317d');
    INSERT INTO artefact VALUES(6,X'e408373c77934de70bd7c95c6a1e27a0591412ff5725f976c18591f02e89daae',28,1,NULL,0,\#
    X'ab46aa68c0fe4bd3d0b45200951a4ab500');
    INSERT INTO artefact VALUES(7,X'ddb0854b51b2db7f47b5b0d6c7805b655e64d789bde7c4300d636d3089d1ad1f',25,1,4,1,X'a\#
    b46e428949c560b00');
    INSERT INTO artefact VALUES(8,X'4f6676a3f8a2e48f3f9cbb8f015407a87ce72e65261728799fda21a227b0e419',25,1,4,1,X'a\#
    b86e62823b49c560b00');
    INSERT INTO artefact VALUES(9,X'3f53fd387c5c3063346639a55a9e9ee91d84e7eac0d1fbe3e8a65ee37d59425f',25,1,4,1,X'a\#
    b86e62863b49c560b00');
    INSERT INTO artefact VALUES(10,X'5e924b8187045166b522828c16ac41a91e7038107fd97ccb13af99fd1e595db7',25,1,4,1,X'\#
    ab86e62813b49c560b00');
    INSERT INTO artefact VALUES(11,X'1a8dcbc317e1ef62ad3ccde176dd86ea4ff705bc31532a2ab284503dca263e46',25,1,4,1,X'\#
    ab86e62853b49c560b00');
    INSERT INTO artefact VALUES(12,X'0f3a21ec7749b4ae6042e70727389f470d92052d3ac827f32ecf26dcab5903b7',25,1,4,1,X'\#
    ab86e62833b49c560b00');
    INSERT INTO artefact VALUES(13,X'8cddd86c00877907bd5b0d70ab85eb62a4ea5abc384e826280b665aa0cff68f8',25,1,4,1,X'\#
    ab86e62873b49c560b00');
    INSERT INTO artefact VALUES(14,X'9c463b0a341d5c67a23fef69a9ce80f53746ccdbe73165c37f55f3a2076e6635',46,1,6,1,X'\#
    4b043668f3402d5b5018037b69c85c489f0d590400');
    INSERT INTO artefact VALUES(15,X'8565a568653654ae5b4d4444245fa76e8bdea8c7d0db4a75bcffbb60bd6a0452',10,1,6,1,X'\#
    ab86a5f05a00');
    INSERT INTO artefact VALUES(16,X'5f3170fe7ce5ca2857bdda73182dc82f4b5d6b4131df994660c72f33d9a9cce4',17,1,NULL,0\#
    ,X'434e72a03aaa1600');
    INSERT INTO artefact VALUES(17,X'65025ee7400fd69b1556b123039853aeefda0b124fa82e23de425c0db113055b',17,1,NULL,0\#
    ,X'ab564a875456902ca5540b00');
    INSERT INTO artefact VALUES(18,X'730e107f4d91be4c8533632e27443107de6d0d84d590559657ac1f77d717ba16',23,1,NULL,0\#
    ,X'03b6dab940b5a495022c58b9404200');
    INSERT INTO artefact VALUES(19,X'44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a',2,0,NULL,0,\#
    X'7b7d');
    CREATE TABLE agent (
      key INTEGER PRIMARY KEY,
      name TEXT NOT NULL UNIQUE
    ) STRICT;
    INSERT INTO agent VALUES(1,'engineer');
    INSERT INTO agent VALUES(2,'qa');
    CREATE TABLE correction (
      key INTEGER PRIMARY KEY,
      id TEXT NOT NULL UNIQUE,
      agent INTEGER NOT NULL REFERENCES agent(key),
      revision INTEGER NOT NULL,
      createdAt INTEGER NOT NULL,
      hiddenAt INTEGER
    ) STRICT;
    INSERT INTO correction VALUES(1,'first',1,2,1700000001000,NULL);
    INSERT INTO correction VALUES(2,'c6506387147',1,1,1700000001000,NULL);
    INSERT INTO correction VALUES(3,'removed',2,1,1700000001000,1700000003000);
    CREATE TABLE correction_revision (
      correction INTEGER NOT NULL REFERENCES correction(key),
      revision INTEGER NOT NULL,
      format TEXT NOT NULL,
      content INTEGER NOT NULL REFERENCES artefact(key),
      at INTEGER NOT NULL,
      PRIMARY KEY (correction, revision)
    ) STRICT, WITHOUT ROWID;
    INSERT INTO correction_revision VALUES(1,1,'code',1,1700000001000);
    INSERT INTO correction_revision VALUES(1,2,'code',4,1700000002000);
    INSERT INTO correction_revision VALUES(2,1,'code',2,1700000001000);
    INSERT INTO correction_revision VALUES(3,1,'code',3,1700000001000);
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
    INSERT INTO run VALUES(1,1,'continuous','finished',5,17,NULL,3472,1700000004000,1700000015000);
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
    INSERT INTO session VALUES(1,1,1,1,2,NULL,'finished',7,10.0,20.0,10.0,1700000005000,1700000011000);
    INSERT INTO session VALUES(2,1,2,NULL,NULL,6,'aborted',1,NULL,NULL,NULL,1700000012000,1700000014000);
    CREATE TABLE step (
      session INTEGER NOT NULL REFERENCES session(key),
      step INTEGER NOT NULL CHECK (step BETWEEN 1 AND 7),
      artefact INTEGER NOT NULL REFERENCES artefact(key),
      at INTEGER NOT NULL,
      PRIMARY KEY (session, step)
    ) STRICT, WITHOUT ROWID;
    INSERT INTO step VALUES(1,1,7,1700000005000);
    INSERT INTO step VALUES(1,2,8,1700000006000);
    INSERT INTO step VALUES(1,3,9,1700000007000);
    INSERT INTO step VALUES(1,4,10,1700000008000);
    INSERT INTO step VALUES(1,5,11,1700000009000);
    INSERT INTO step VALUES(1,6,12,1700000010000);
    INSERT INTO step VALUES(1,7,13,1700000011000);
    INSERT INTO step VALUES(2,1,15,1700000012000);
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
    INSERT INTO lesson VALUES(1,'l1',1,2,'disabled','edit','annotate the result',16,1,0,2,1700000013000);
    CREATE TABLE lesson_support (
      lesson INTEGER NOT NULL REFERENCES lesson(key),
      correction INTEGER NOT NULL REFERENCES correction(key),
      PRIMARY KEY (lesson, correction)
    ) STRICT, WITHOUT ROWID;
    INSERT INTO lesson_support VALUES(1,1);
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
    INSERT INTO lesson_event VALUES(1,1,2,'learned','active',16,1,0,1700000012000);
    INSERT INTO lesson_event VALUES(1,2,NULL,'disabled by the user','disabled',16,1,0,1700000013000);
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
    INSERT INTO deployment VALUES(1,1,1,'project','/project/engineer.md','/project/engineer.rules.json',1,'deploye\#
    d','applied',NULL,18,NULL,19,1700000016000);
    CREATE INDEX correction_by_agent ON correction(agent);
    CREATE INDEX run_by_agent ON run(agent);
    CREATE INDEX session_by_correction ON session(correction) WHERE correction IS NOT NULL;
    CREATE UNIQUE INDEX deployment_version ON deployment(agent, version)
      WHERE kind <> 'rolled-back' AND state <> 'abandoned';
    COMMIT;
    """#
}
