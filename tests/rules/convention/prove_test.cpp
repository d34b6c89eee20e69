#include <catch2/catch.hpp>

#include "rules/convention/prove.hpp"
#include "tests/rules/convention/fixture.hpp"

namespace guichet::convention {

namespace {

using testing::Desk;

// What a proof says of a convention: each finding as `code at line: text`, in English.
std::string proved(const std::string& text, const ProofLimits& limits = {}) {
  const Desk desk;
  auto made = testing::load(desk, text);
  INFO(made.text());
  REQUIRE(made.convention);
  base::Diagnostics found;
  prove(*made.convention, desk.vocabulary.get(), found, limits);
  std::string findings;
  for (const auto& one : found.sorted()) {
    const int line = one.at.source ? one.at.source->place_of(one.at.offset).line : 0;
    findings += std::string(one.severity == base::Severity::error ? "E " : "W ") +
                std::string(one.code()) + " " + std::to_string(line) + ": " +
                one.what.in(base::Language::en) + "\n";
    if (one.hint) findings += "  " + one.hint->in(base::Language::en) + "\n";
  }
  return findings;
}

bool says(const std::string& findings, const std::string& part) {
  return findings.find(part) != std::string::npos;
}

// Line 5 is art-4, line 6 art-5, line 7 `partners:`.
std::string proved_convention(const std::string& partners, const std::string& rest = "",
                              const std::string& effectif = "firm.effectif",
                              const std::string& select = "all") {
  return "guichet: convention/1\nid: c\n"
         "facts: {theme: theme, zone: case.commune, effectif: " +
         effectif + "}\narticles:\n  art-4: {themes: [creation, transmission], select: " + select +
         "}\n  art-5: {themes: [formation, autre]}\npartners:\n" + partners + rest;
}

const std::string kBrackets = "{expr: firm.tranche, brackets: tranches}";
const std::string kRest = "  bge: {scope: [{article: art-5}]}\n";

}  // namespace

TEST_CASE("a convention in which each case has a partner proves clean") {
  CHECK(proved(proved_convention("  cma-46: {scope: [{article: art-4}]}\n" + kRest)).empty());
}

TEST_CASE("commune, theme and size that reach nobody are named, with a test to paste") {
  const auto findings = proved(proved_convention(
      "  cma-46: {scope: [{article: art-4, zones: [\"dep:46\"], effectif: \"[0..20)\"}]}\n"
      "  cci-46: {scope: [{article: art-4, zones: [\"46102\", \"12012\"], effectif: "
      "\"[0..10)\"}]}\n" +
      kRest));
  INFO(findings);

  CHECK(findings ==
        "W reaches-nobody 5: no partner is competent: theme: creation, transmission; "
        "zone: 12012; effectif: [10..20)\n"
        "  a case of it, to be pasted under 'tests': - {given: {theme: \"creation\", zone: "
        "\"12012\", effectif: 10}, expect: {assign: []}}\n");
}

TEST_CASE("a theme that no article serves is a hole, whatever the rest") {
  const auto findings = proved(
      "guichet: convention/1\nid: c\nfacts: {theme: theme}\npartners:\n"
      "  bge: {scope: [{themes: [creation, formation]}]}\n");
  INFO(findings);
  CHECK(
      says(findings, "W reaches-nobody 1: no partner is competent: theme: transmission, autre\n"));
}

TEST_CASE("a value between two scopes is a hole, a value beyond all of them is none") {
  const auto findings =
      proved(proved_convention("  cma-46: {scope: [{article: art-4, effectif: \"[0..10)\"}]}\n"
                               "  cci-46: {scope: [{article: art-4, effectif: \"(10..20)\"}]}\n" +
                               kRest));
  INFO(findings);
  CHECK(says(findings, "effectif: 10\n"));
  CHECK_FALSE(says(findings, "20"));
}

TEST_CASE("a bracket that two scopes share between them reaches nobody") {
  const std::string partners =
      "  cma-46: {scope: [{article: art-4, effectif: \"< 11\"}]}\n"
      "  cci-46: {scope: [{article: art-4, effectif: \">= 11\"}]}\n" +
      kRest;

  const auto findings = proved(proved_convention(partners, "", kBrackets));
  INFO(findings);
  CHECK(says(findings, "theme: creation, transmission; effectif: 10..19\n"));
  CHECK(says(findings, "effectif: \"11\"}, expect: {assign: []}}"));

  // Between two brackets nothing is lost; and a plain number is on one side or the other.
  const std::string cut =
      "  cma-46: {scope: [{article: art-4, effectif: \"< 10\"}]}\n"
      "  cci-46: {scope: [{article: art-4, effectif: \">= 10\"}]}\n" +
      kRest;
  CHECK(proved(proved_convention(cut, "", kBrackets)).empty());
  CHECK(proved(proved_convention(partners)).empty());
}

TEST_CASE("a number that may come as a bracket is proved as both") {
  const std::string partners =
      "  cma-46: {scope: [{article: art-4, effectif: \"[0..11)\"}]}\n"
      "  cci-46: {scope: [{article: art-4, effectif: \"[12..20)\"}]}\n" +
      kRest;
  const auto findings =
      proved(proved_convention(partners, "", "{expr: firm.effectif, brackets: tranches}"));
  INFO(findings);
  CHECK(says(findings, "theme: creation, transmission; effectif: [11..12), 10..19\n"));
  CHECK(says(findings, "effectif: 11}, expect: {assign: []}}"));
}

TEST_CASE("a clause within one bracket never applies") {
  const auto findings = proved(proved_convention(
      "  cma-46: {scope: [{article: art-4, effectif: \"[11..15)\"}, {article: art-4}]}\n" + kRest,
      "", kBrackets));
  INFO(findings);
  CHECK(says(findings,
             "W clause-never-matches 8: clause 'cma-46/art-4' never applies: nothing "
             "satisfies 'effectif' ([11..15))"));
}

TEST_CASE("filters that exclude each other were told at load: the proof says nothing more") {
  const auto findings = proved(
      "guichet: convention/1\nid: c\nfacts: {theme: theme, effectif: firm.effectif}\n"
      "institutions: {top: {filters: [{effectif: \"< 5\"}]}}\npartners:\n"
      "  bge: {institution: top, filters: [{effectif: \">= 6\"}], scope: [{themes: [creation]}]}\n"
      "  cma-46: {scope: [{themes: [\"*\"]}]}\n");
  INFO(findings);
  CHECK(findings.empty());
}

TEST_CASE("a clause that says what another says, or less, is named") {
  const auto twice = proved(
      proved_convention("  cma-46:\n    scope:\n      - {article: art-4, zones: [\"dep:46\"]}\n"
                        "      - {article: art-4, zones: [\"46102\", \"46104\", \"46042\"]}\n"
                        "  cci-46: {scope: [{article: art-4}]}\n" +
                        kRest));
  INFO(twice);
  CHECK(says(twice,
             "W duplicate-clause 11: clause 'cma-46/art-4/2' says the same as "
             "'cma-46/art-4'"));

  const auto less = proved(
      proved_convention("  cma-46:\n    scope:\n      - {article: art-4, zones: [\"46102\"]}\n"
                        "      - {article: art-4}\n" +
                        kRest));
  CHECK(says(less, "W redundant-clause 10: clause 'cma-46/art-4' adds nothing"));
}

TEST_CASE("where an article chooses, the narrower clause counts as more specific") {
  const std::string partners =
      "  cma-46:\n    scope:\n      - {article: art-4, zones: [\"46102\"]}\n"
      "      - {article: art-4}\n" +
      kRest;
  CHECK(proved(proved_convention(partners, "prefer: [most specific]\n", "firm.effectif", "one"))
            .empty());
}

TEST_CASE("a partner that always comes second is named with those before it") {
  const std::string partners =
      "  cma-46: {scope: [{article: art-4}]}\n"
      "  cci-46: {status: associate, scope: [{article: art-4}]}\n" +
      kRest;
  const std::string prefer = "prefer: [member]\n";

  const auto findings = proved(proved_convention(partners, prefer, "firm.effectif", "one"));
  INFO(findings);
  CHECK(says(findings,
             "W clause-never-first 9: 'cci-46' is never chosen by clause "
             "'cci-46/art-4': cma-46 always come before"));

  CHECK(proved(proved_convention(partners, prefer)).empty());  // all are asked
  const std::string full =
      "  cma-46: {scope: [{article: art-4}], quota: {max: 1, per: day, "
      "on_full: next}}\n  cci-46: {status: associate, scope: [{article: "
      "art-4}]}\n" +
      kRest;
  CHECK(proved(proved_convention(full, prefer, "firm.effectif", "one")).empty());
  CHECK(proved(proved_convention(partners, prefer, "firm.effectif", "first-2")).empty());
}

TEST_CASE("a quota that a longer period always forestalls is idle") {
  const auto findings = proved(
      proved_convention("  cma-46:\n    scope: [{article: art-4}]\n    quota:\n"
                        "      - {max: 40, per: month, on_full: next}\n      - {max: 12, per: "
                        "year, on_full: next}\n" +
                        kRest));
  INFO(findings);
  CHECK(says(findings, "W idle-quota 11: quota 'month' (40) is never reached before 'year' (12)"));
  CHECK(proved(proved_convention("  cma-46:\n    scope: [{article: art-4}]\n    quota:\n"
                                 "      - {max: 4, per: month, on_full: next}\n"
                                 "      - {max: 12, per: year, on_full: next}\n" +
                                 kRest))
            .empty());
}

TEST_CASE("a gate that requires partners fails with a case") {
  const std::string partners =
      "  cma-46: {scope: [{article: art-4, zones: [\"46102\", \"46104\"]}]}\n"
      "  cci-46: {scope: [{article: art-4, zones: [\"46102\"]}]}\n" +
      kRest;

  CHECK(proved(proved_convention(partners,
                                 "coverage:\n  - {require: 1, themes: [creation], zones: "
                                 "[\"46102\", \"46104\"]}\n  - {accept: known, themes: "
                                 "[transmission]}\n")) ==
        "W accepted-hole-closed 13: this hole is accepted ('known'), but each case in it has a "
        "partner\n");
  const auto two = proved(proved_convention(
      partners, "coverage: [{require: 2, themes: [creation], zones: [\"epci:200067361\"]}]\n"));
  INFO(two);
  CHECK(says(two,
             "E too-few-partners 11: too few competent partners (2 required): theme: creation; "
             "zone: 46104, 12012\n"));
  CHECK(says(two, "zone: \"46104\", effectif: 0}, expect: {assign: [...]}}"));
}

TEST_CASE("a condition does not count as certain for a gate") {
  const auto findings = proved(proved_convention(
      "  cma-46: {scope: [{article: art-4, when: case.stade = \"projet\"}]}\n" + kRest,
      "coverage: [{require: 1, themes: [creation]}]\n"));
  INFO(findings);
  CHECK(says(findings, "W too-few-partners 10: enough competent partners (1) under a condition"));
}

TEST_CASE("two partners that may not meet are found where they do") {
  const std::string gate = "coverage: [{forbid_overlap: [cma-46, cci-46], themes: [creation]}]\n";
  const auto findings =
      proved(proved_convention("  cma-46: {scope: [{article: art-4, effectif: \"< 20\"}]}\n"
                               "  cci-46: {scope: [{article: art-4, effectif: \">= 10\"}]}\n" +
                                   kRest,
                               gate));
  INFO(findings);
  CHECK(says(findings,
             "E partners-overlap 11: 'cma-46' and 'cci-46' are both competent "
             "(cma-46/art-4; cci-46/art-4): theme: creation"));
  CHECK(says(findings, "effectif: [10..20)"));

  CHECK(proved(proved_convention("  cma-46: {scope: [{article: art-4, effectif: \"< 10\"}]}\n"
                                 "  cci-46: {scope: [{article: art-4, effectif: \">= 10\"}]}\n" +
                                     kRest,
                                 gate))
            .empty());
}

TEST_CASE("a fallback that names a partner closes the holes that it reaches") {
  const std::string partners =
      "  cma-46:\n    scope:\n      - {article: art-4, zones: [\"46102\"], effectif: \"[0..20)\"}\n"
      "      - {article: art-4, zones: [\"12012\"], effectif: \"[0..10)\"}\n" +
      kRest;
  CHECK(says(proved(proved_convention(partners)), "reaches-nobody"));
  CHECK(proved(proved_convention(partners,
                                 "fallback: [{id: repli, partner: cma-46, ignore: [effectif]}, "
                                 "{id: personne, queue: coordination}]\n"))
            .empty());
}

TEST_CASE("a proof that is too long says so and claims nothing") {
  const std::string partners =
      "  cma-46: {scope: [{article: art-4, zones: [\"dep:46\"], effectif: \"[0..20)\"}]}\n"
      "  cci-46: {scope: [{article: art-4, zones: [\"12012\"], effectif: \"[0..10)\"}]}\n" +
      kRest;
  CHECK(says(proved(proved_convention(partners)), "reaches-nobody"));
  const auto findings = proved(proved_convention(partners), {.nodes = 1});
  INFO(findings);
  CHECK(says(findings, "W proof-inconclusive 1: the proof did not come to an end (1 steps)"));
  CHECK_FALSE(says(findings, "reaches-nobody"));
}

TEST_CASE("a gate claims one thing, of facts that are sets") {
  const Desk desk;
  const auto codes = [&](const std::string& gate) {
    return testing::load(desk, proved_convention("  cma-46: {scope: [{article: art-4}]}\n" + kRest,
                                                 "coverage: [" + gate + "]\n"))
        .codes();
  };
  CHECK(codes("{themes: [creation]}") == "one-claim");
  CHECK(codes("{require: 1, accept: no}") == "one-claim");
  CHECK(codes("{require: 0}") == "not-positive");
  CHECK(codes("{require: 1, thems: [creation]}") == "unknown-key");
  CHECK(codes("{require: 1, themes: [creations]}") == "unknown-value");
  CHECK(codes("{forbid_overlap: [cma-46]}") == "two-partners");
  CHECK(codes("{forbid_overlap: [cma-46, cma-47]}") == "unknown-partner");
  CHECK(codes("{require: 1, effectif: \"> firm.autre\"}") == "gate-not-plain");
}

}  // namespace guichet::convention
