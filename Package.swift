// swift-tools-version: 6.2
// SPDX-License-Identifier: Apache-2.0

import PackageDescription

let strict: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .strictMemorySafety(),
  .treatAllWarnings(as: .error),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
]

// Instruments the readers for libFuzzer; only with FUZZ=1, as unsafe flags keep others from using
// the package. `make fuzz` sets it.
let isFuzzed = Context.environment["FUZZ"] == "1"
let instrumented: [SwiftSetting] =
  strict + (isFuzzed ? [.unsafeFlags(["-sanitize=fuzzer,address", "-parse-as-library"])] : [])
let fuzzing: [Target] =
  isFuzzed
  ? [
    .target(name: "CFuzzer", path: "Fuzz/CFuzzer"),
    .executableTarget(
      name: "fuzz-readers",
      dependencies: ["CFuzzer", "DiaryModel", "Importing", "ProtocolFile", "UserFoods"],
      path: "Fuzz/Readers", swiftSettings: instrumented,
      linkerSettings: [.unsafeFlags(["-use-ld=lld", "-sanitize=fuzzer,address"])]),
  ] : []

func library(
  _ name: String, _ dependencies: [Target.Dependency] = [], embeds: Bool = false,
  exclude: [String] = [], reads: Bool = false
) -> Target {
  .target(
    name: name, dependencies: dependencies, exclude: exclude,
    swiftSettings: reads ? instrumented : strict,
    plugins: embeds ? ["EmbedText"] : [])
}

func tests(_ name: String, _ dependencies: [Target.Dependency]) -> Target {
  .testTarget(name: name, dependencies: dependencies + ["TestSupport"], swiftSettings: strict)
}

let package = Package(
  name: "reintro",
  products: [
    .executable(name: "reintro", targets: ["reintro"]),
    .library(
      name: "Reintro",
      targets: ["DiaryModel", "Importing", "FoodKnowledge", "DiaryAnalysis", "Reporting"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2")
  ],
  targets: [
    // C libraries of the system. Those of the first kind are linked as the static libraries that
    // their module maps name, without pkg-config's flags, so that start-up loads no others.
    .systemLibrary(name: "CCrypto", providers: [.apt(["libssl-dev"])]),
    .systemLibrary(name: "CSQLite", providers: [.apt(["libsqlite3-dev"])]),
    .systemLibrary(name: "CYAML", providers: [.apt(["libyaml-dev"])]),
    // Those of the second kind are loaded when they are needed. Debian: libxml2-dev, libzip-dev.
    .target(name: "CLibXML2"),
    .target(name: "CLibZip"),

    // Scans of bytes of which the Swift compiler makes no vector code.
    .target(
      name: "CByteScan",
      cSettings: isFuzzed ? [.unsafeFlags(["-fsanitize=fuzzer-no-link,address"])] : []),

    // Loops over numbers, compiled for more than one kind of processor.
    .target(name: "CLanes"),

    // Text files of the repository, compiled into the binary.
    .executableTarget(name: "embed-text", swiftSettings: strict),
    .plugin(name: "EmbedText", capability: .buildTool(), dependencies: ["embed-text"]),

    // The food tables, compiled into an index that needs no building at start.
    .executableTarget(name: "compile-foods", dependencies: ["FoodMatching"], swiftSettings: strict),
    .plugin(name: "CompileFoods", capability: .buildTool(), dependencies: ["compile-foods"]),

    // The library, dependencies one way only.
    library("DiaryModel"),
    library("FileAccess", ["CCrypto"]),
    library("Archives", ["CLibZip", "FileAccess"], reads: true),
    library("Database", ["CSQLite"]),
    library("XMLReading", ["CByteScan", "CLibXML2"], reads: true),
    library(
      "Importing",
      ["Archives", "CByteScan", "DiaryModel", "FileAccess", "XMLReading", "YAMLReading"],
      embeds: true, exclude: ["embed.txt"], reads: true),
    library("FoodMatching", ["DiaryModel"]),
    .target(
      name: "FoodKnowledge", dependencies: ["DiaryModel", "FoodMatching"], exclude: ["Data"],
      swiftSettings: strict, plugins: ["CompileFoods"]),
    library("YAMLReading", ["CYAML"], reads: true),
    library("UserFoods", ["DiaryModel", "FoodKnowledge", "YAMLReading"], reads: true),
    library("ProtocolFile", ["DiaryModel", "DiaryAnalysis", "YAMLReading"], reads: true),
    library("Statistics"),
    library("Inference", ["CLanes", "Statistics"]),
    library("DiaryAnalysis", ["DiaryModel", "FoodKnowledge", "Inference", "Statistics"]),
    library("Markup"),
    library(
      "Reporting", ["DiaryModel", "DiaryAnalysis", "Markup"], embeds: true,
      exclude: ["Style", "embed.txt"]),
    library(
      "Batch",
      [
        "Database", "DiaryModel", "DiaryAnalysis", "FileAccess", "FoodKnowledge", "Importing",
        "Markup", "Reporting", "Statistics",
      ]),
    library("Simulation", ["DiaryModel", "Statistics"]),

    // Programs.
    .executableTarget(
      name: "reintro",
      dependencies: [
        "Batch", "DiaryAnalysis", "DiaryModel", "FileAccess", "FoodKnowledge", "Importing",
        "ProtocolFile", "Reporting", "Simulation", "UserFoods", "YAMLReading",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ], swiftSettings: strict),
    .executableTarget(
      name: "accuracy-benchmark",
      dependencies: [
        "DiaryAnalysis", "DiaryModel", "FoodKnowledge", "Inference", "Simulation", "Statistics",
      ],
      swiftSettings: strict),
    .executableTarget(
      name: "report-benchmark", dependencies: ["DiaryAnalysis", "DiaryModel", "Reporting"],
      swiftSettings: strict),

    // Tests.
    .target(
      name: "TestSupport", dependencies: ["DiaryModel"], path: "Tests/TestSupport",
      swiftSettings: strict),
    tests("DiaryModelTests", ["DiaryModel"]),
    tests("FileAccessTests", ["FileAccess"]),
    tests("ArchivesTests", ["Archives", "FileAccess"]),
    tests("XMLReadingTests", ["XMLReading"]),
    tests(
      "ImportingTests", ["CByteScan", "Importing", "DiaryModel", "FileAccess", "YAMLReading"]),
    tests("FoodKnowledgeTests", ["FoodKnowledge", "FoodMatching", "DiaryModel"]),
    tests(
      "UserFoodsTests",
      ["UserFoods", "FoodKnowledge", "FoodMatching", "DiaryModel", "YAMLReading"]),
    tests("YAMLReadingTests", ["YAMLReading"]),
    tests("ProtocolFileTests", ["ProtocolFile", "DiaryAnalysis", "DiaryModel", "YAMLReading"]),
    tests("StatisticsTests", ["Statistics"]),
    tests("InferenceTests", ["CLanes", "Inference", "Statistics"]),
    tests(
      "DiaryAnalysisTests", ["DiaryAnalysis", "DiaryModel", "FoodKnowledge", "Importing"]),
    tests("MarkupTests", ["Markup"]),
    tests(
      "ReportingTests",
      [
        "Reporting", "DiaryAnalysis", "DiaryModel", "FoodKnowledge", "Importing", "Markup",
        "Simulation",
        "XMLReading",
      ]),
    tests(
      "BatchTests",
      [
        "Batch", "Database", "DiaryAnalysis", "DiaryModel", "FileAccess", "FoodKnowledge",
        "Importing", "Reporting",
      ]),
    tests("DatabaseTests", ["Database", "FileAccess"]),
    tests("SimulationTests", ["Simulation", "DiaryModel"]),
    tests(
      "CommandTests",
      ["reintro", "DiaryAnalysis", "DiaryModel", "FileAccess", "FoodKnowledge", "UserFoods"]),
  ] + fuzzing
)
