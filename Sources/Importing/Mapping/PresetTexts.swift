// SPDX-License-Identifier: Apache-2.0

extension MappingPresets {
  /// The files in `presets/`, by name.
  static let texts: [(name: String, text: StaticString)] = [
    ("asa24", Embedded.asa24_yaml),
    ("daylio", Embedded.daylio_yaml),
    ("drip", Embedded.drip_yaml),
    ("fhir", Embedded.fhir_yaml),
    ("flaredown", Embedded.flaredown_yaml),
    ("intake24", Embedded.intake24_yaml),
    ("loop-habit-tracker", Embedded.loop_habit_tracker_yaml),
    ("lose-it", Embedded.lose_it_yaml),
    ("macrofactor", Embedded.macrofactor_yaml),
    ("myfitnesspal", Embedded.myfitnesspal_yaml),
    ("opennutritracker", Embedded.opennutritracker_yaml),
    ("samsung-health", Embedded.samsung_health_yaml),
    ("track-and-graph", Embedded.track_and_graph_yaml),
    ("visible", Embedded.visible_yaml),
    ("whoop", Embedded.whoop_yaml),
  ]
}
