extension Schema {
  /// The third version: what people decide of lessons beside their status.
  static let version3 = """
    -- What the learner makes of a lesson while a person has disabled it.
    ALTER TABLE lesson ADD COLUMN standing TEXT;
    -- The instruction in a person's words; 'words' stays the learner's.
    ALTER TABLE lesson ADD COLUMN ownWords TEXT;
    -- The lesson whose words stand for this one's too.
    ALTER TABLE lesson ADD COLUMN mergedInto INTEGER REFERENCES lesson(key);
    """
}
