import Testing

@testable import WhetTerminal

struct PlotTests {
  @Test func `values, intervals and gaps have their places`() {
    let plot = Plot(
      title: "overall",
      points: [
        .init(x: 1, y: 0), .init(x: 2, y: 50, interval: 25...75), .init(x: 3, y: nil), .init(x: 4, y: 100),
      ])
    #expect(
      plot.lines(width: 24, height: 5) == [
        "overall",
        "100 ┤            ●",
        "    ┤    │        ",
        " 50 ┤    ●        ",
        "    ┤    │        ",
        "  0 ┤●            ",
        "    └────────·────",
        "     1           4",
        "no value: 3",
      ])
  }

  @Test func `a series without values says so`() {
    #expect(Plot(title: "t", values: [nil, nil]).lines() == ["t", "no values"])
    #expect(Plot(title: "t", values: []).lines() == ["t", "no values"])
  }

  @Test func `a constant series is in the middle`() {
    let rows = Plot(title: "t", values: [2, 2]).lines(width: 24, height: 3)
    #expect(rows[2].plain.contains("●"))
    #expect(rows[2].plain.hasPrefix("2.000 ┤") || rows[2].plain.hasPrefix("2.0 ┤") || rows[2].plain.hasPrefix("2.00 ┤"))
  }

  @Test(arguments: [(1, 24), (3, 30), (24, 24), (100, 40), (10_000, 80)])
  func `every row has the same width and none is too wide`(_ count: Int, _ width: Int) {
    let rows = Plot(title: "t", values: (0..<count).map { Double($0 % 7) - 3 }).lines(width: width, height: 8)
    let grid = rows[1...8].map { $0.columns }
    #expect(Set(grid).count == 1)
    #expect(rows.allSatisfy { $0.columns <= width })
  }

  @Test func `extreme numbers and values that are none do not stop the plot`() {
    let points: [Plot.Point] = [
      .init(x: .min, y: -.greatestFiniteMagnitude), .init(x: .max, y: .greatestFiniteMagnitude),
      .init(x: 0, y: .nan), .init(x: 1, y: .infinity),
    ]
    #expect(!Plot(title: "t", points: points).lines().isEmpty)
  }

  @Test(
    arguments: [
      (0.0, 2, "0.00"), (-0.001, 2, "0.00"), (1.005, 0, "1"), (-1.5, 1, "-1.5"), (0.05, 3, "0.050"),
      (1234.5, 1, "1234.5"),
      (1e300, 2, "1e+300"), (.nan, 1, "nan"),
    ])
  func `decimals are fixed`(_ value: Double, _ digits: Int, _ text: String) {
    #expect(Decimals.fixed(value, digits: digits) == text)
  }
}
