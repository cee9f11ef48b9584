// swift-tools-version: 6.2
import PackageDescription

/// Warnings stop the build in CI only, so that a newer compiler's new warning never stops a user.
let warningsAreErrors = Context.environment["CI"] == "true"

let settings: [SwiftSetting] =
  [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .swiftLanguageMode(.v6),
  ] + (warningsAreErrors ? [.treatAllWarnings(as: .error)] : [])

func module(_ name: String, _ dependencies: [Target.Dependency] = [], resources: [Resource]? = nil) -> Target {
  .target(name: name, dependencies: dependencies, resources: resources, swiftSettings: settings)
}

func tests(_ name: String, _ dependencies: [Target.Dependency] = [], exclude: [String] = []) -> Target {
  .testTarget(name: name, dependencies: dependencies, exclude: exclude, swiftSettings: settings)
}

let subprocess = Target.Dependency.product(name: "Subprocess", package: "swift-subprocess")
let systemPackage = Target.Dependency.product(name: "SystemPackage", package: "swift-system")
let grdb = Target.Dependency.product(name: "GRDB", package: "GRDB.swift")
let crypto = Target.Dependency.product(name: "Crypto", package: "swift-crypto")
let yams = Target.Dependency.product(name: "Yams", package: "Yams")
let logging = Target.Dependency.product(name: "Logging", package: "swift-log")
let argumentParser = Target.Dependency.product(name: "ArgumentParser", package: "swift-argument-parser")

let package = Package(
  name: "whet",
  platforms: [.macOS(.v15)],
  products: [
    .executable(name: "whet", targets: ["whet"]),
    .library(name: "WhetTraining", targets: ["WhetTraining"]),
    .library(name: "WhetIntegration", targets: ["WhetIntegration"]),
    .library(name: "WhetAnalytics", targets: ["WhetAnalytics"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
    .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
    .package(url: "https://github.com/apple/swift-system", from: "1.8.1"),
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
    .package(url: "https://github.com/swiftlang/swift-subprocess", from: "1.0.2"),
  ],
  targets: [
    .executableTarget(
      name: "whet", dependencies: ["WhetShell", "WhetScript", argumentParser, logging], swiftSettings: settings),
    .target(name: "CLibedit", linkerSettings: [.linkedLibrary("edit")]),
    .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),
    module("WhetCore"),
    module("WhetTerminal"),
    module("LineEditing", ["CLibedit", "WhetTerminal"]),
    module(
      "WhetScript", ["WhetCore"],
      resources: [.embedInCode("Resources/language.md"), .embedInCode("Resources/grammar.ebnf")]),
    module("WhetLearning", ["WhetCore"]),
    module("WhetEvaluation", ["WhetCore", subprocess, systemPackage]),
    module("WhetAgents", ["WhetCore", yams]),
    module("WhetStore", ["WhetCore", "CZlib", grdb, crypto]),
    module("WhetTraining", ["WhetCore", "WhetLearning", "WhetEvaluation", "WhetAgents", "WhetStore", logging, yams]),
    module(
      "WhetIntegration",
      [
        "WhetCore", "WhetTraining", "WhetStore", "WhetAgents", "WhetEvaluation", "WhetLearning", subprocess,
        systemPackage,
      ]),
    module(
      "WhetAnalytics", ["WhetCore", "WhetTraining", "WhetStore", "WhetEvaluation", "WhetLearning", "WhetAgents"]),
    module(
      "WhetShell",
      [
        "WhetCore", "WhetScript", "WhetTerminal", "LineEditing", "WhetTraining", "WhetIntegration", "WhetAnalytics",
        "WhetStore", "WhetAgents", "WhetEvaluation", "WhetLearning", subprocess, systemPackage,
      ]),
    tests("WhetCoreTests", ["WhetCore"]),
    tests("WhetTerminalTests", ["WhetTerminal"]),
    tests("LineEditingTests", ["LineEditing", "WhetTerminal"]),
    tests("WhetScriptTests", ["WhetScript", "WhetCore"], exclude: ["Seeds"]),
    tests("WhetLearningTests", ["WhetLearning", "WhetCore"]),
    tests("WhetEvaluationTests", ["WhetEvaluation", "WhetCore"]),
    tests("WhetAgentsTests", ["WhetAgents", "WhetCore"]),
    tests("WhetStoreTests", ["WhetStore", "WhetCore", grdb], exclude: ["Fixtures"]),
    tests(
      "WhetTrainingTests", ["WhetTraining", "WhetCore", "WhetStore", "WhetAgents", "WhetEvaluation", "WhetLearning"]),
    tests(
      "WhetIntegrationTests",
      ["WhetIntegration", "WhetTraining", "WhetCore", "WhetStore", "WhetAgents", "WhetEvaluation", "WhetLearning"]),
    tests(
      "WhetAnalyticsTests",
      ["WhetAnalytics", "WhetTraining", "WhetCore", "WhetStore", "WhetAgents", "WhetEvaluation"]),
    tests(
      "WhetShellTests",
      ["WhetShell", "WhetCore", "WhetScript", "WhetTerminal", "LineEditing", "WhetTraining", "WhetStore"]),
    tests("EndToEndTests", ["whet", "WhetCore", subprocess, systemPackage]),
    tests("TerminalTests", ["whet", "LineEditing", "WhetTerminal"]),
  ]
)
