#include <catch2/catch.hpp>

#include "workflows/explore/explore.hpp"

using namespace guichet;

namespace {

using explore::Outcome;

// The Pays de Figeac with other properties on the base of its paths, and a change to it.
std::shared_ptr<const bundle::Desk> desk_with(const std::string& properties,
                                              const std::string& cut = "",
                                              const std::string& put = "") {
  base::Diagnostics diagnostics;
  auto files = bundle::read_folder(GUICHET_ROOT "/examples/pays-de-figeac", diagnostics);
  std::string& socle = files["workflows/socle.yaml"];
  if (!cut.empty()) {
    const std::size_t at = socle.find(cut);
    REQUIRE(at != std::string::npos);
    socle.replace(at, cut.size(), put);
  }
  if (!properties.empty()) {
    const std::size_t own = socle.find("\nproperties:");
    if (own != std::string::npos) socle.erase(own, socle.find("\n\n", own + 1) - own);
  }
  if (!properties.empty()) socle += "\nproperties:\n" + properties;
  auto desk = bundle::load_desk_files(files, "", diagnostics);
  INFO(render_text(diagnostics, base::Language::en));
  REQUIRE(desk != nullptr);
  return desk;
}

explore::Verdict verdict_of(const bundle::Desk& desk, const std::string& workflow = "creation") {
  auto verdicts = explore::check_properties(desk, *desk.workflow(workflow));
  REQUIRE(verdicts.size() == 1);
  std::string way;
  for (const explore::Way& each : verdicts[0].way) {
    way += explore::describe(each, base::Language::en) + "\n";
  }
  UNSCOPED_INFO(verdicts[0].why.in(base::Language::en) << ", " << verdicts[0].situations << "\n"
                                                       << way);
  return std::move(verdicts[0]);
}

}  // namespace

TEST_CASE("what the example's paths promise holds, for each of them") {
  const auto desk = desk_with("");
  std::size_t checked = 0;
  for (const auto& [id, workflow] : desk->workflows) {
    for (const explore::Verdict& each : explore::check_properties(*desk, *workflow)) {
      INFO(id << ": " << each.property->id << ": " << each.why.in(base::Language::en) << " "
              << each.situations);
      for (const explore::Way& way : each.way) {
        UNSCOPED_INFO(explore::describe(way, base::Language::en));
      }
      CHECK(each.outcome == Outcome::holds);
      ++checked;
    }
  }
  CHECK(checked >= 14);
}

TEST_CASE("a follow-up without a date is found where the date is not asked for any more") {
  const auto desk = desk_with("", "require: [issue, date_issue]", "require: [issue]");
  bool broken = false;
  for (const explore::Verdict& each :
       explore::check_properties(*desk, *desk->workflow("creation"))) {
    if (each.property->id != "pas-de-suivi-sans-date") continue;
    broken = true;
    CHECK(each.outcome == Outcome::violated);
    CHECK(explore::describe(each.way.back(), base::Language::en).find("conclure") !=
          std::string::npos);
  }
  CHECK(broken);
}

TEST_CASE("every need ends, by its timers alone") {
  const auto desk = desk_with("  - {id: fin, every_case: ends}\n");
  CHECK(verdict_of(*desk).outcome == Outcome::holds);
}

TEST_CASE("orientation is left within eight months") {
  const auto desk = desk_with(
      "  - {id: avance, when: in state(\"orientation\"), leads_to: not(in state(\"orientation\")), "
      "within: 8 months}\n");
  CHECK(verdict_of(*desk).outcome == Outcome::holds);
}

TEST_CASE("a need that nobody closes is found where its last timer is gone") {
  const auto desk = desk_with(
      "  - {id: fin, every_case: ends}\n",
      "      oubli:    {after: 6 months, do: [{set: {issue: sans_suite}}], goto: sans_suite}\n",
      "      oubli:    {after: 6 months, remind: conseiller}\n");
  const auto verdict = verdict_of(*desk);
  CHECK(verdict.outcome == Outcome::violated);
  CHECK(verdict.why.key() == "no-end");
}

TEST_CASE("a bound that is too short is broken, with the way that leads there") {
  const auto desk = desk_with(
      "  - {id: avance, when: in state(\"orientation\"), leads_to: not(in state(\"orientation\")), "
      "within: 30bd}\n");
  const auto verdict = verdict_of(*desk);
  CHECK(verdict.outcome == Outcome::violated);
  CHECK(verdict.why.key() == "too-late");
}
