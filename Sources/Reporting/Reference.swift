// SPDX-License-Identifier: Apache-2.0

/// A publication that a statement of the report rests on.
struct Reference: Sendable {
  let text: String
  /// The DOI, or the address of a guideline without one.
  let label: String
  var address: String { label.hasPrefix("http") ? label : "https://doi.org/" + label.dropFirst(4) }

  static let all = [
    Reference(
      text:
        "Van den Houte K, et al. Efficacy and findings of a blinded randomized reintroduction phase "
        + "for the low FODMAP diet in irritable bowel syndrome. Gastroenterology 2024.",
      label: "doi:10.1053/j.gastro.2024.02.008"),
    Reference(
      text:
        "Molina-Infante J, Carroccio A. Suspected nonceliac gluten sensitivity confirmed in few "
        + "patients after gluten challenge. Clin Gastroenterol Hepatol 2017; 15: 339–348.",
      label: "doi:10.1016/j.cgh.2016.08.007"),
    Reference(
      text:
        "Skodje GI, et al. Fructan, rather than gluten, induces symptoms. Gastroenterology 2018; "
        + "154: 529–539.", label: "doi:10.1053/j.gastro.2017.10.040"),
    Reference(
      text:
        "Spiegel B, et al. Measuring irritable bowel syndrome patient-reported outcomes with an "
        + "abdominal pain numeric rating scale. Aliment Pharmacol Ther 2009; 30: 1159–1170.",
      label: "doi:10.1111/j.1365-2036.2009.04144.x"),
    Reference(
      text: "Chang A, et al. Natural history of food-triggered atopic dermatitis. J Allergy Clin "
        + "Immunol Pract 2016; 4: 229–236.", label: "doi:10.1016/j.jaip.2015.08.006"),
    Reference(
      text: "EFSA. Lactose thresholds in lactose intolerance and galactosaemia. EFSA Journal 2010; "
        + "8(9): 1777.", label: "doi:10.2903/j.efsa.2010.1777"),
    Reference(
      text: "Stone AA, et al. Patient compliance with paper and electronic diaries. Control Clin "
        + "Trials 2003; 24: 182–199.", label: "doi:10.1016/S0197-2456(02)00320-3"),
    Reference(
      text: "Parker RI, Vannest K. Nonoverlap of all pairs. Behav Ther 2009; 40: 357–367.",
      label: "doi:10.1016/j.beth.2008.10.006"),
    Reference(
      text: "Liao Z, et al. Analysis of N-of-1 trials using Bayesian distributed lag model with "
        + "autocorrelated errors. Stat Med 2023; 42: 2044–2060.",
      label: "doi:10.1002/sim.9676"),
    Reference(
      text: "NICE. Coeliac disease: recognition, assessment and management. NG20.",
      label: "https://www.nice.org.uk/guidance/ng20"),
    Reference(
      text: "NICE. Irritable bowel syndrome in adults. CG61.",
      label: "https://www.nice.org.uk/guidance/cg61"),
  ]
}
