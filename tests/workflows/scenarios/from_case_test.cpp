#include <catch2/catch.hpp>

#include "engine/yaml/shape.hpp"
#include "workflows/bundle/desk.hpp"
#include "workflows/scenarios/from_case.hpp"
#include "workflows/scenarios/scenario.hpp"
#include "workflows/scenarios/simulate.hpp"

using namespace guichet;

namespace {

struct Journal {
  std::string scenario;
  std::vector<cases::Fact> facts;
  bool alone = true;  // no other case took up a quota or a partner's time
};

// The journal of every case of every scenario of an example that stays with one version.
std::vector<Journal> journals(const std::shared_ptr<const bundle::Desk>& desk) {
  std::vector<Journal> out;
  scenarios::run_scenarios(
      desk, [](const std::string&, bool) {},
      [&](const std::string& scenario, scenarios::Stage& stage) {
        for (const base::CaseId id : stage.case_ids()) {
          out.push_back({scenario, stage.facts(id), stage.case_ids().size() == 1});
        }
      });
  return out;
}

std::shared_ptr<const bundle::Desk> figeac() {
  base::Diagnostics diagnostics;
  const auto desk =
      bundle::load_desk(GUICHET_ROOT "/examples/pays-de-figeac", diagnostics, bundle::Proof::no);
  REQUIRE(desk != nullptr);
  return desk;
}

// What concerns two cases, or goes back in time, is not told as the scenario of one.
bool stands_alone(const std::vector<cases::Fact>& facts) {
  return std::ranges::none_of(facts, [](const cases::Fact& fact) {
    return std::holds_alternative<cases::ActUndone>(fact.event) ||
           std::holds_alternative<cases::CaseMerged>(fact.event) ||
           std::holds_alternative<cases::CaseJoined>(fact.event);
  });
}

}  // namespace

TEST_CASE("the case of every example scenario plays again as a scenario, fact by fact") {
  const auto desk = figeac();
  std::size_t played = 0;
  for (const Journal& journal : journals(desk)) {
    INFO(journal.scenario);
    if (!stands_alone(journal.facts)) continue;
    const auto text = scenarios::scenario_from_case(desk, journal.facts, {.id = "x"});
    if (!text && !journal.alone) {
      CHECK(text.error().key() == "play-differs");
      continue;
    }
    if (!text) FAIL(text.error().in(base::Language::en));
    INFO(*text);
    const auto again = scenarios::play_scenario(desk, *text);
    if (!again) FAIL(again.error());
    REQUIRE(again->size() == journal.facts.size());
    for (std::size_t i = 0; i < again->size(); ++i) {
      INFO(cases::to_json((*again)[i].event) << "\n" << cases::to_json(journal.facts[i].event));
      REQUIRE(scenarios::say_the_same((*again)[i], journal.facts[i]));
    }
    ++played;
  }
  CHECK(played > 20);
}

TEST_CASE("nothing of who it was is left in a scenario with pseudonyms") {
  const auto desk = figeac();
  for (const Journal& journal : journals(desk)) {
    if (!stands_alone(journal.facts)) continue;
    const auto text =
        scenarios::scenario_from_case(desk, journal.facts, {.id = "x", .pseudonymise = true});
    INFO(journal.scenario);
    if (!text && !journal.alone) continue;
    if (!text) FAIL(text.error().in(base::Language::en));
    const auto again = scenarios::play_scenario(desk, *text);
    if (!again) FAIL(*text << again.error());
    for (const cases::Fact& fact : journal.facts) {
      const auto* written = std::get_if<cases::FieldWritten>(&fact.event);
      if (written == nullptr || written->value.value().kind() != feel::Kind::string) continue;
      const vocabulary::Field* field = desk->vocabulary->find(written->field);
      using vocabulary::FieldType;
      const bool personal = field->type == FieldType::text || field->type == FieldType::phone ||
                            field->type == FieldType::email || field->type == FieldType::siret;
      const std::string value = to_text(written->value.value());
      if (!personal || value.size() < 4) continue;
      INFO(written->field << ": " << value << "\n" << *text);
      CHECK(text->find("\"" + value + "\"") == std::string::npos);
    }
  }
}

TEST_CASE("a case that others had their part in tells how much they had, and passes with it") {
  const auto desk = figeac();
  base::Diagnostics diagnostics;
  scenarios::Population population;
  for (const auto& [path, root] : desk->documents) {
    if (yaml::header_kind(*root) != "population") continue;
    population = scenarios::read_population(*root, *desk, diagnostics);
  }
  scenarios::Simulation plan{
      .from = *base::parse_day("2009-01-01"), .until = *base::parse_day("2009-06-30"), .seed = 7};
  plan.requests = draw_requests(*desk, population, plan, 60);
  scenarios::Stage stage(desk, desk->calendar->instant_of(base::LocalTime{plan.from}));
  simulate(stage, population, plan);

  std::size_t told = 0, with_load = 0;
  for (const base::CaseId id : stage.case_ids()) {
    const auto text =
        scenarios::scenario_from_case(desk, stage.facts(id), {.id = "x", .pseudonymise = true});
    if (!text) {
      UNSCOPED_INFO(text.error().in(base::Language::en));
      CHECK(text.error().in(base::Language::fr).size() < 400);  // sentences, not data
      continue;
    }
    ++told;
    if (text->find("load: {") == std::string::npos) continue;
    ++with_load;
    const auto again = scenarios::play_scenario(desk, *text);
    INFO(*text << (again ? "" : again.error()));
    CHECK(again);
  }
  CHECK(told * 100 >= stage.case_ids().size() * 95);
  CHECK(with_load > 0);
}
