// Who is taken of those who are competent, and what happens where nobody can be: `select`, `rank`,
// quotas that wait, fallbacks, and what one answer would open.
#include <catch2/catch.hpp>

#include <map>

#include "rules/convention/report.hpp"
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

const std::string kSelectionHead =
    "guichet: convention/1\nid: c\n"
    "facts: {theme: theme, zone: case.commune, naf: case.naf, effectif: firm.effectif}\n"
    "missing: {theme: error, zone: review, naf: no-match, effectif: match}\n";

testing::Loaded selection_with(const std::string& rest) {
  auto made = load(Desk(), kSelectionHead + rest);
  INFO(made.text());
  REQUIRE(made.convention);
  return made;
}
std::string codes(const std::string& rest) {
  return load(Desk(), kSelectionHead + rest).codes();
}

const std::string kThreeInstitutions = R"(institutions: {etat: {}, ddets: {part_of: etat}}
partners:
  - {id: cma-46, institution: ddets, tier: 20, weight: 3, scope: [{}]}
  - {id: cci-46, institution: etat, tier: 10, scope: [{naf: [C]}]}
  - {id: bge, tier: 10, scope: [{}]}
)";

Loads counted(const std::string& partner, const std::string& counter, std::int64_t count) {
  Loads loads;
  loads.partners[partner].reserved[counter] = count;
  return loads;
}

}  // namespace

TEST_CASE("a convention without articles selects once for all") {
  CHECK(chosen(choose(selection_with("select: {mode: all, rank: [tier, specificity desc]}\n" +
                                     kThreeInstitutions),
                      {})) == "cci-46 bge cma-46");
  CHECK(chosen(choose(selection_with("select: one\nprefer: [most specific]\n" + kThreeInstitutions),
                      {})) == "cci-46");
  CHECK(chosen(choose(selection_with("select: {mode: 'first-n: 2', rank: [tier desc]}\n" +
                                     kThreeInstitutions),
                      {})) == "cma-46 cci-46");
  CHECK(chosen(choose(
            selection_with("select: {first-n: 2, rank: [specificity asc]}\n" + kThreeInstitutions),
            {})) == "cma-46 bge");
  // One of each institution, by the top of its tree; who has none stands alone.
  const auto per =
      selection_with("select: {mode: {one-per: institution}, rank: [tier]}\n" + kThreeInstitutions);
  CHECK(chosen(choose(per, {})) == "cci-46 bge");
  CHECK(turned_down(choose(per, {})) == "cma-46: rank 2 / 1");
  CHECK(to_json(*per.convention, choose(per, {}), false, base::Language::en)
            .starts_with(R"({"theme":"creation","chosen":[{"partner":"cci-46","article":null,)"));
}

TEST_CASE("an article's own selection wins over the convention's") {
  const auto c = selection_with(
      "select: one\narticles:\n  a: {themes: [creation], select: all}\n"
      "  b: {themes: [formation]}\npartners:\n"
      "  cma-46: {scope: [{article: a}, {article: b}]}\n"
      "  bge: {scope: [{article: a}, {article: b}]}\n");
  CHECK(chosen(choose(c, {})) == "cma-46 bge");
  CHECK(chosen(choose(c, {.theme = "\"formation\""})) == "cma-46");
}

TEST_CASE("turns are shared by weight, and who leaves changes nobody else's") {
  const auto three =
      selection_with("select: {mode: one, rank: [rendezvous]}\n" + kThreeInstitutions);
  const auto two = selection_with(
      "select: {mode: one, rank: [rendezvous]}\npartners:\n"
      "  cma-46: {weight: 3, scope: [{}]}\n  cci-46: {scope: [{naf: [C]}]}\n");
  std::map<std::string, int> turns;
  for (int seed = 0; seed < 2000; ++seed) {
    const Asked asked{.seed = std::to_string(seed) + "/1"};
    const std::string first = chosen(choose(three, asked));
    ++turns[first];
    if (first != "bge") CHECK(chosen(choose(two, asked)) == first);
  }
  CHECK(turns["cma-46"] > 1100);
  CHECK(turns["cma-46"] < 1300);
  CHECK(turns["cci-46"] > 340);
  CHECK(turns["bge"] > 340);
}

TEST_CASE("a partner is waited for until a day, and passed over then") {
  const auto c = selection_with(R"(select: one
partners:
  cma-46:
    scope: [{}]
    capacity:
      - {id: mensuel, max: 2, per: month, counts: assigned, on_full: wait, wait: P3D, then: next}
      - {id: en-cours, max: 9, counts: open, on_full: next}
  bge: {scope: [{}]}
)");
  const Loads full = counted("cma-46", "mensuel/2009-02", 2);
  const Choice first = choose(c, {.loads = full});
  CHECK(chosen(first) == "");
  REQUIRE(first.waiting.size() == 1);
  CHECK(first.waiting[0].quota == "mensuel");
  CHECK(base::iso(first.waiting[0].until) == "2009-02-07");
  CHECK(to_json(*c.convention, first, false, base::Language::en)
            .find(R"("waiting":[{"partner":"cma-46","quota":"mensuel","until":"2009-02-07"}])") !=
        std::string::npos);

  const auto since = *base::parse_day("2009-02-01");
  const Choice later = choose(c, {.loads = full, .waiting_since = since});
  CHECK(later.waiting.empty());
  CHECK(chosen(later) == "bge");
  CHECK(chosen(choose(c, {.loads = counted("cma-46", "mensuel/2009-02", 1)})) == "cma-46");

  Loads busy;
  busy.partners["cma-46"].open = 9;
  CHECK(turned_down(choose(c, {.loads = busy})) == "cma-46: quota 9 / < 9 (open)");
}

TEST_CASE("quotas that contradict themselves are refused") {
  const auto with = [](const std::string& quota) {
    return codes("partners: {cma-46: {scope: [{}], quota: " + quota + "}}\n");
  };
  CHECK(with("{max: 1, per: month, counts: open, on_full: next}") == "counts-and-per");
  CHECK(with("{max: 1, per: open, counts: assigned, on_full: next}") == "counts-and-per");
  CHECK(with("{max: 1, on_full: next}") == "needs-period");
  CHECK(with("{max: 1, per: month, on_full: wait}") == "needs-wait");
  CHECK(with("{max: 1, per: month, on_full: wait, wait: 3bd}") == "wait-in-days");
  CHECK(with("{max: 1, per: month, on_full: next, wait: P3D}") == "waits-for-nothing");
  CHECK(with("{max: 1, per: month}") == "missing-key");
}

TEST_CASE("fallbacks are tried in order; `not` is never lifted") {
  const auto c = selection_with(R"(select: one
partners:
  cma-46: {scope: [{zones: {in: ["46102"], not: ["46104"]}, naf: [C, F]}]}
  cci-46: {scope: [{zones: ["46102"], naf: [C, F, G]}]}
  bge: {scope: [{naf: {in: [C], not: ["62.01Z"]}, effectif: '< 5'}]}
fallback:
  - {id: plus-loin, relax: {zones: dep}, except: [cci-46]}
  - {id: repli, partner: bge, ignore: [naf]}
  - {id: personne, queue: coordination, sla: PT8H, reason: aucun-partenaire}
)");
  const auto of = [&](const char* commune, const char* naf) {
    return choose(c, {.kase = std::string("{commune: \"") + commune + "\", naf: \"" + naf + "\"}"});
  };
  CHECK(chosen(of("46102", "43.21A")) == "cma-46");
  const Choice far = of("46042", "43.21A");
  CHECK(chosen(far) == "cma-46");
  CHECK(far.chosen[0].via == "plus-loin");
  CHECK(to_json(*c.convention, far, false, base::Language::en).find(R"("via":"plus-loin")") !=
        std::string::npos);
  const Choice refused = of("46104", "43.21A");
  CHECK(chosen(refused) == "bge");
  CHECK(refused.chosen[0].via == "repli");
  CHECK(turned_down(refused) ==
        "cma-46: zone 46104 / 46102, not(46104); cci-46: zone 46104 / 46102");
  const Choice nobody = of("46104", "62.01Z");
  CHECK(chosen(nobody) == "");
  REQUIRE(nobody.fallback);
  CHECK(c.convention->fallback()[*nobody.fallback].queue == "coordination");
  CHECK(c.convention->fallback()[*nobody.fallback].reason == "aucun-partenaire");
  // A person looks first where an answer is missing.
  const Choice unknown = choose(c, {.kase = R"({naf: "43.21A"})"});
  CHECK(chosen(unknown) == "");
  CHECK(unknown.review == std::vector<std::string>{"cma-46", "cci-46"});
  CHECK(c.convention->fallback()[*unknown.fallback].id == "personne");
}

TEST_CASE("fallbacks that lead nowhere are refused") {
  const auto with = [](const std::string& steps) {
    return codes("partners: {cma-46: {scope: [{}]}}\nfallback:\n" + steps);
  };
  const std::string queue = "  - {id: z, queue: coordination}\n";
  CHECK(with("  - {id: a, partner: cma-46}\n") == "last-is-no-queue");
  CHECK(with(queue + "  - {id: a, partner: cma-46}\n" + queue) != "");
  CHECK(with("  - {id: a, partner: cma-46}\n  - {id: b, partner: cma-46}\n" + queue) ==
        "fallback-cycle");
  CHECK(with("  - {id: a, partner: cma-64}\n" + queue) == "no-such-partner");
  CHECK(with("  - {id: a, partner: cma-46, ignore: [nof]}\n" + queue) == "unknown-fact");
  CHECK(with("  - {id: a, relax: {zones: canton}}\n" + queue) == "unknown-level");
  CHECK(with("  - {id: a, relax: {effectif: dep}}\n" + queue) == "needs-referential");
  CHECK(with("  - {id: a, relax: {zones: dep}, queue: coordination}\n") == "fallback-form");
  CHECK(with("  - {id: a, partner: cma-46, within: 2bd}\n" + queue) == "key-of-other-step");
}

TEST_CASE("one answer opens what only that answer keeps closed") {
  const auto c = selection_with(R"(partners:
  cma-46: {scope: [{naf: [C], when: case.naf != null}]}
  cci-46: {scope: [{when: case.surface != null and case.surface >= 500}]}
  bge: {scope: [{naf: [G], when: case.surface > 10 and case.stade = "projet"}]}
)");
  const auto with = [&](const char* kase) { return would_open(choose(c, {.kase = kase})); };

  CHECK(with("{commune: \"46102\"}") == "naf: cma-46; surface: cci-46");
  CHECK(with(R"({naf: "10.71C", surface: 100})") == "");
  CHECK(with(R"({naf: "10.71C", stade: "projet"})") == "surface: cci-46");
  CHECK(with(R"({naf: "47.11B", stade: "projet"})") == "surface: cci-46 bge");
  CHECK(with(R"({naf: "47.11B", stade: "autre"})") == "surface: cci-46");
  CHECK(with(R"({naf: "47.11B"})") == "surface: cci-46");
  CHECK(with(R"({stade: "projet", surface: 20})") == "naf: cma-46 bge");
}

TEST_CASE("the nearest misses come first on the page") {
  const auto c = selection_with(R"(articles: {a: {title: Créer, themes: [creation]}}
partners:
  cma-46: {scope: [{article: a, naf: [G], effectif: '> 10'}]}
  cci-46: {scope: [{article: a, naf: [G]}]}
  bge: {scope: [{article: a}]}
)");
  const Choice choice = choose(c, {});
  CHECK(choice.nearest == std::vector<std::size_t>{1, 0});
  CHECK(to_text(*c.convention, choice, true, base::Language::fr) ==
        "Thème : creation\n"
        "  bge, au titre de a « Créer » (règle bge/a)\n"
        "Les autres, du plus proche au plus loin :\n"
        "  cci-46 : naf : « 10.71C » au lieu de G\n"
        "  cma-46 : naf : « 10.71C » au lieu de G ; effectif : « 4 » au lieu de > 10\n");
}

TEST_CASE("a convention's own zone says when its days begin") {
  const auto c = selection_with(
      "valid: {from: 2009-02-04, zone: Asia/Tokyo}\n"
      "partners: {cma-46: {scope: [{}]}}\n");
  const auto at = [&](const char* moment) {
    feel::Arena arena;
    feel::Evaluation run{.arena = arena, .now = *base::parse_instant(moment)};
    const std::vector<feel::Value> variables{arena.string("creation"), {}, {}};
    const Need need{
        .variables = variables, .today = *base::parse_day("2009-02-03"), .seed = "1", .barred = {}};
    return chosen(convention::choose(*c.convention, need, {}, run));
  };
  CHECK(at("2009-02-03T14:59:00Z") == "");
  CHECK(at("2009-02-03T15:00:00Z") == "cma-46");
}

TEST_CASE("words of selection that cannot be are refused") {
  const std::string partner = "partners: {cma-46: {scope: [{}]}}\n";
  CHECK(codes("select: {mode: two}\n" + partner) == "select-form");
  CHECK(codes("select: {rank: [teir]}\n" + partner) == "unknown-word");
  CHECK(codes("select: {rank: [tier, tier desc]}\n" + partner) == "rank-twice");
  CHECK(codes("select: {rank: [tier]}\nprefer: [member]\n" + partner) == "prefer-and-rank");
  CHECK(codes("partners: {cma-46: {weight: 0, scope: [{}]}}\n") == "not-positive");
  CHECK(codes("partners: [{scope: [{}]}]\n") != "");
  CHECK(codes("partners: [{id: bge, scope: [{}]}, {id: bge, scope: [{}]}]\n") == "defined-twice");
}

}  // namespace guichet::convention
