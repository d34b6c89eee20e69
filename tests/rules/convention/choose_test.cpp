#include <catch2/catch.hpp>

#include <set>

#include "tests/rules/convention/fixture.hpp"

namespace guichet::convention {

namespace {

using testing::Asked;
using testing::choose;
using testing::chosen;
using testing::Desk;
using testing::load;
using testing::turned_down;
using testing::would_open;

std::string convention(
    const std::string& partners, const std::string& article = "select: all",
    const std::string& prefer = "[member, most specific, least loaded]",
    const std::string& missing = "{theme: error, zone: review, naf: no-match, effectif: match}") {
  return "guichet: convention/1\nid: c\nvalid: {from: 2008-01-01, to: 2011-01-01}\n"
         "facts: {theme: theme, zone: case.commune, naf: case.naf, effectif: firm.effectif}\n"
         "missing: " +
         missing + "\narticles:\n  art-4: {themes: [creation], " + article +
         "}\n  art-5: {themes: [transmission, formation]}\nprefer: " + prefer + "\npartners:\n" +
         partners + "fallback: [{id: personne, queue: coordination, within: 2bd}]\n";
}

const std::string kThree = R"yaml(  cma-46:
    scope: [{article: art-4, naf: {in: [C, F]}, effectif: "[0..20)"}]
  cci-46:
    scope: [{article: art-4, naf: {in: [G]}}, {article: art-5}]
  bge:
    status: associate
    scope: [{article: art-4, zones: {in: ["dep:46"], not: ["46042"]}}]
)yaml";

testing::Loaded loaded(const std::string& text) {
  auto made = load(Desk(), text);
  INFO(made.text());
  REQUIRE(made.convention);  // with warnings perhaps: some articles here have no partner
  return made;
}

Loads load_of(const std::string& partner, const std::string& counter, std::int64_t reserved,
              std::int64_t open = 0) {
  Loads loads;
  loads.partners[partner].open = open;
  if (!counter.empty()) loads.partners[partner].reserved[counter] = reserved;
  return loads;
}

const std::string kSame = R"(  cma-46: {scope: [{article: art-4}]}
  cci-46: {scope: [{article: art-4}]}
  bge: {scope: [{article: art-4}]}
)";

}  // namespace

TEST_CASE("partners whose clauses hold are chosen, the others say which criterion failed") {
  const auto c = loaded(convention(kThree));

  const Choice choice = choose(c, {});

  CHECK(choice.theme == "creation");
  CHECK(chosen(choice) == "cma-46 bge");
  CHECK(choice.chosen[0].article == "art-4");
  CHECK(choice.chosen[0].rule == "cma-46/art-4");
  CHECK(turned_down(choice) == "cci-46: naf 10.71C / G");
  CHECK_FALSE(choice.fallback);
  CHECK(would_open(choice) == "");
}

TEST_CASE("the nearest clause explains, and the theme counts before all") {
  const auto c = loaded(convention(kThree));

  CHECK(turned_down(choose(c, {.theme = "\"transmission\""})) ==
        "cma-46: theme transmission / creation; bge: theme transmission / creation");
  CHECK(turned_down(choose(c, {.kase = R"({commune: "46042", naf: "62.01Z"})"})) ==
        "cma-46: naf 62.01Z / C, F; cci-46: naf 62.01Z / G; bge: zone 46042 / dep:46, not(46042)");
}

TEST_CASE("nobody chosen goes to the fallback queue") {
  const auto c = loaded(convention(kThree));

  const Choice choice = choose(c, {.kase = R"({commune: "46042", naf: "62.01Z"})"});

  CHECK(choice.chosen.empty());
  REQUIRE(choice.fallback);
  CHECK(c.convention->fallback()[*choice.fallback].queue == "coordination");
}

TEST_CASE("a missing fact passes, fails as unknown, asks for review or stops, as its fact says") {
  const auto c = loaded(convention(kThree));

  SECTION("match: headcount unknown") {
    CHECK(chosen(choose(c, {.firm = "{effectif: null}"})) == "cma-46 bge");
  }
  SECTION("no-match: NAF unknown") {
    const Choice choice = choose(c, {.kase = R"({commune: "46102", naf: null})"});
    CHECK(chosen(choice) == "bge");
    CHECK(turned_down(choice) == "cma-46: naf  / C, F; cci-46: naf  / G");
    CHECK(would_open(choice) == "naf: cma-46 cci-46");
    CHECK(choice.review.empty());
  }
  SECTION("review: commune unknown") {
    const Choice choice = choose(c, {.kase = R"({commune: null, naf: "10.71C"})"});
    CHECK(chosen(choice) == "cma-46");
    CHECK(choice.review == std::vector<std::string>{"bge"});
    CHECK(would_open(choice) == "commune: bge");
  }
  SECTION("error: theme unknown") {
    const Choice choice = choose(c, {.theme = "null"});
    CHECK(choice.chosen.empty());
    REQUIRE(choice.problems.size() == 1);
    CHECK(choice.problems[0].what.key() == "input-missing");
    CHECK(choice.problems[0].input == "theme");
    CHECK(would_open(choice) == "theme: cma-46 cci-46 bge");
  }
  SECTION("two unknown facts open nobody alone") {
    const auto both =
        loaded(convention("  cma-46: {scope: [{article: art-4, naf: {in: [C]}, "
                          "zones: {in: [\"dep:46\"]}}]}\n"));
    const Choice choice = choose(both, {.kase = "{commune: null, naf: null}"});
    CHECK(would_open(choice) == "");
    CHECK(choice.review.empty());
  }
}

TEST_CASE("an INSEE bracket passes a clause that contains it whole") {
  const auto c = loaded(convention(R"yaml(  cma-46: {scope: [{article: art-4, effectif: "[0..11)"}]}
  cci-46: {scope: [{article: art-4, effectif: "[0..20)"}]}
  bge: {scope: [{article: art-4, effectif: "not([0..10))"}]}
)yaml"));
  ;
  const auto of = [&](const char* headcount) {
    return chosen(choose(c, {.firm = std::string("{effectif: ") + headcount + "}"}));
  };

  CHECK(of("{min: 6, max: 9}") == "cma-46 cci-46");
  CHECK(of("{min: 10, max: 19}") == "cci-46 bge");
  CHECK(of("{min: 20, max: 49}") == "bge");
  CHECK(of("{min: 0, max: 0}") == "cma-46 cci-46");
  CHECK(of("[6..10)") == "cma-46 cci-46");
  CHECK(of("[6..20)") == "cci-46");
  CHECK(of("{min: 10000, max: null}") == "bge");
  CHECK(turned_down(choose(c, {.firm = "{effectif: {min: 10, max: 19}}"})) ==
        "cma-46: effectif 10..19 / [0..11)");
}

TEST_CASE("preferences rank, in their order") {
  const std::string partners = R"(  cma-46: {scope: [{article: art-4}]}
  cci-46: {status: associate, scope: [{article: art-4, naf: {in: [C]}, zone: {in: ["46102"]}}]}
  bge: {scope: [{article: art-4, naf: {in: [C]}}]}
)";
  const Loads busy = load_of("bge", "", 0, 7);
  const auto order = [&](const std::string& prefer) {
    return chosen(choose(loaded(convention(partners, "select: all", prefer)), {.loads = busy}));
  };

  CHECK(order("[member, most specific]") == "bge cma-46 cci-46");
  CHECK(order("[most specific]") == "cci-46 bge cma-46");
  CHECK(order("[least loaded, most specific]") == "cci-46 cma-46 bge");
  CHECK(order("[member, least loaded]") == "cma-46 bge cci-46");
}

TEST_CASE("an article may take one partner or the first few") {
  const auto one = loaded(convention(kSame, "select: one"));
  const auto two = loaded(convention(kSame, "select: first-2"));

  CHECK(chosen(choose(one, {})) == "cma-46");
  CHECK(turned_down(choose(one, {})) == "cci-46: rank 2 / 1; bge: rank 3 / 1");
  CHECK(chosen(choose(two, {})) == "cma-46 cci-46");
}

TEST_CASE("the fair turn is stable for a seed and even over seeds") {
  const auto c = loaded(convention(kSame, "select: one", "[fair turn]"));
  std::map<std::string, int> turns;
  for (int seed = 0; seed < 600; ++seed) {
    const Asked asked{.seed = std::to_string(seed) + "/2"};
    const std::string first = chosen(choose(c, asked));
    CHECK(chosen(choose(c, asked)) == first);
    ++turns[first];
  }

  REQUIRE(turns.size() == 3);
  for (const auto& [partner, count] : turns) {
    INFO(partner);
    CHECK(count > 150);
    CHECK(count < 250);
  }
}

TEST_CASE("a partner that leaves changes nobody else's turn") {
  const auto three = loaded(convention(kSame, "select: one", "[fair turn]"));
  const auto two =
      loaded(convention("  cma-46: {scope: [{article: art-4}]}\n"
                        "  cci-46: {scope: [{article: art-4}]}\n",
                        "select: one", "[fair turn]"));
  for (int seed = 0; seed < 200; ++seed) {
    const Asked asked{.seed = std::to_string(seed)};
    const std::string before = chosen(choose(three, asked));
    if (before != "bge") CHECK(chosen(choose(two, asked)) == before);
  }
}

TEST_CASE("a full quota passes the partner over and says so") {
  const auto c = loaded(convention(R"(  cma-46:
    scope: [{article: art-4}]
    quota: {max: 10, per: month, on_full: next}
  cci-46: {scope: [{article: art-4}]}
)",
                                   "select: one"));

  const Choice room = choose(c, {.loads = load_of("cma-46", "month/2009-02", 9)});
  CHECK(chosen(room) == "cma-46");
  REQUIRE(room.reservations.size() == 1);
  CHECK(room.reservations[0].quota == "month");
  CHECK(room.reservations[0].period == "2009-02");
  CHECK(room.reservations[0].max == 10);

  const Choice full = choose(c, {.loads = load_of("cma-46", "month/2009-02", 10)});
  CHECK(chosen(full) == "cci-46");
  CHECK(turned_down(full) == "cma-46: quota 10 / < 10 (2009-02)");
  CHECK(full.reservations.empty());

  const Choice other_month = choose(c, {.loads = load_of("cma-46", "month/2009-01", 10)});
  CHECK(chosen(other_month) == "cma-46");
}

TEST_CASE("a quota that waits keeps the partner's place") {
  const auto c = loaded(convention(R"(  cma-46:
    scope: [{article: art-4}]
    quota: {max: 3, counts: open, on_full: wait, wait: P3D, then: next}
  cci-46: {scope: [{article: art-4}]}
)",
                                   "select: one", "[member]"));
  const Choice choice = choose(c, {.loads = load_of("cma-46", "", 0, 3)});

  CHECK(choice.chosen.empty());
  REQUIRE(choice.waiting.size() == 1);
  CHECK(choice.waiting[0].partner == "cma-46");
  CHECK(base::iso(choice.waiting[0].until) == "2009-02-07");
  CHECK(turned_down(choice) == "cma-46: quota 3 / < 3 (open); cci-46: rank 2 / 1");
  CHECK_FALSE(choice.fallback);
}

TEST_CASE("who declined, was asked or is absent is not proposed") {
  const auto c = loaded(convention(kSame, "select: one"));

  const Choice choice =
      choose(c, {.barred = {{"cma-46", Barred::Why::declined}, {"cci-46", Barred::Why::absent}}});

  CHECK(chosen(choice) == "bge");
  CHECK(turned_down(choice) == "cma-46: declined  / ; cci-46: absent  / ");
}

TEST_CASE("outside its days the convention chooses nobody") {
  const auto c = loaded(convention(kThree));

  const Choice after = choose(c, {.today = *base::parse_day("2011-01-01")});
  CHECK(after.outside_validity);
  CHECK(after.chosen.empty());
  CHECK(turned_down(after).starts_with(
      "cma-46: outside-validity 2011-01-01 / [2008-01-01..2011-01-01)"));
  CHECK(after.problems[0].what.key() == "outside-validity");
  CHECK(chosen(choose(c, {.today = *base::parse_day("2010-12-31")})) == "cma-46 bge");
  CHECK(choose(c, {.today = *base::parse_day("2007-12-31")}).outside_validity);
}

TEST_CASE("a clause's condition may look at anything, and null is no yes") {
  const auto c =
      loaded(convention("  cma-46: {scope: [{article: art-4, when: 'case.surface >= 500'}]}\n"));

  CHECK(chosen(choose(c, {.kase = R"({commune: "46102", naf: "10.71C", surface: 600})"})) ==
        "cma-46");
  CHECK(turned_down(choose(c, {.kase = R"({commune: "46102", naf: "10.71C", surface: 6})"})) ==
        "cma-46: when  / case.surface >= 500");
  CHECK(chosen(choose(c, {.kase = R"({commune: "46102", naf: "10.71C", surface: null})"})) == "");
}

TEST_CASE("a partner of two articles is asked once, under the first") {
  const auto c =
      loaded(convention("  cma-46: {scope: [{article: art-5}, {article: art-5, naf: "
                        "{in: [C]}}]}\n"));

  const Choice choice = choose(c, {.theme = "\"formation\""});

  CHECK(chosen(choice) == "cma-46");
  CHECK(choice.chosen[0].rule == "cma-46/art-5/2");  // the more specific of the two
}

TEST_CASE("a value of the wrong type is a problem and no silent refusal") {
  const auto c = loaded(convention(kThree));

  const Choice choice = choose(c, {.kase = R"({commune: 46102, naf: "10.71C"})"});

  CHECK(choice.chosen.empty());
  REQUIRE(choice.problems.size() == 1);
  CHECK(choice.problems[0].what.key() == "input-type");
}

TEST_CASE("periods of quotas have names") {
  const base::Day day = *base::parse_day("2009-02-04");
  CHECK(period_name(Period::day, day) == "2009-02-04");
  CHECK(period_name(Period::week, day) == "2009-W06");
  CHECK(period_name(Period::month, day) == "2009-02");
  CHECK(period_name(Period::quarter, day) == "2009-Q1");
  CHECK(period_name(Period::year, day) == "2009");
  CHECK(period_name(Period::open, day) == "open");
  CHECK(period_name(Period::week, *base::parse_day("2010-01-03")) == "2009-W53");
  CHECK(period_name(Period::week, *base::parse_day("2008-12-29")) == "2009-W01");
}

}  // namespace guichet::convention
