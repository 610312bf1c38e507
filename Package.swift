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

func library(
  _ name: String, _ dependencies: [Target.Dependency] = [], embeds: Bool = false,
  exclude: [String] = []
) -> Target {
  .target(
    name: name, dependencies: dependencies, exclude: exclude, swiftSettings: strict,
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
    // C libraries of the system.
    .systemLibrary(
      name: "CLibXML2", pkgConfig: "libxml-2.0", providers: [.apt(["libxml2-dev"])]),
    .systemLibrary(name: "CCrypto", pkgConfig: "libcrypto", providers: [.apt(["libssl-dev"])]),
    .systemLibrary(name: "CYAML", pkgConfig: "yaml-0.1", providers: [.apt(["libyaml-dev"])]),
    .systemLibrary(name: "CLibZip", pkgConfig: "libzip", providers: [.apt(["libzip-dev"])]),
    // Without pkg-config: its module map names the static library, so that start-up loads no other.
    .systemLibrary(name: "CSQLite", providers: [.apt(["libsqlite3-dev"])]),

    // Text files of the repository, compiled into the binary.
    .executableTarget(name: "embed-text", swiftSettings: strict),
    .plugin(name: "EmbedText", capability: .buildTool(), dependencies: ["embed-text"]),

    // The food tables, compiled into an index that needs no building at start.
    .executableTarget(name: "compile-foods", dependencies: ["FoodMatching"], swiftSettings: strict),
    .plugin(name: "CompileFoods", capability: .buildTool(), dependencies: ["compile-foods"]),

    // The library, dependencies one way only.
    library("DiaryModel"),
    library("FileAccess", ["CCrypto"]),
    library("Archives", ["CLibZip", "FileAccess"]),
    library("Database", ["CSQLite"]),
    library("XMLReading", ["CLibXML2"]),
    library(
      "Importing", ["Archives", "DiaryModel", "FileAccess", "XMLReading", "YAMLReading"],
      embeds: true, exclude: ["embed.txt"]),
    library("FoodMatching", ["DiaryModel"]),
    .target(
      name: "FoodKnowledge", dependencies: ["DiaryModel", "FoodMatching"], exclude: ["Data"],
      swiftSettings: strict, plugins: ["CompileFoods"]),
    library("YAMLReading", ["CYAML"]),
    library("UserFoods", ["DiaryModel", "FoodKnowledge", "YAMLReading"]),
    library("ProtocolFile", ["DiaryModel", "DiaryAnalysis", "YAMLReading"]),
    library("Statistics"),
    library("Inference", ["Statistics"]),
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

    // Tests.
    .target(
      name: "TestSupport", dependencies: ["DiaryModel"], path: "Tests/TestSupport",
      swiftSettings: strict),
    tests("DiaryModelTests", ["DiaryModel"]),
    tests("FileAccessTests", ["FileAccess"]),
    tests("ArchivesTests", ["Archives", "FileAccess"]),
    tests("XMLReadingTests", ["XMLReading"]),
    tests("ImportingTests", ["Importing", "DiaryModel", "FileAccess", "YAMLReading"]),
    tests("FoodKnowledgeTests", ["FoodKnowledge", "FoodMatching", "DiaryModel"]),
    tests(
      "UserFoodsTests",
      ["UserFoods", "FoodKnowledge", "FoodMatching", "DiaryModel", "YAMLReading"]),
    tests("YAMLReadingTests", ["YAMLReading"]),
    tests("ProtocolFileTests", ["ProtocolFile", "DiaryAnalysis", "DiaryModel", "YAMLReading"]),
    tests("StatisticsTests", ["Statistics"]),
    tests("InferenceTests", ["Inference", "Statistics"]),
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
  ]
)
