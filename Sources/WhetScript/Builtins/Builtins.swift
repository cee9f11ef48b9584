/// All functions of the language, by name.
public enum Builtins {
  /// In the order of the guide.
  public static let all: [Builtin] = [
    .range, .len, .keys, .values, .sort, .reverse, .unique, .sum, .mean, .min, .max, .abs, .round, .floor, .split,
    .join, .trim, .lower, .upper, .replace, .lines, .json, .parse, .number, .string, .type, .now, .env, .exists, .path,
    .secret,
  ]

  static let byName: [String: Int] = Dictionary(uniqueKeysWithValues: all.enumerated().map { ($1.name, $0) })
}
