#include <catch2/catch.hpp>

#include "workflows/bundle/desk.hpp"
#include "workflows/scenarios/scenario.hpp"

using namespace guichet;

namespace {

scenarios::Report run(const std::string& name) {
  base::Diagnostics diagnostics;
  const auto desk = bundle::load_desk(std::string(GUICHET_ROOT "/examples/") + name, diagnostics);
  REQUIRE(desk != nullptr);
  scenarios::check_scenarios(*desk, diagnostics);
  INFO(render_text(diagnostics, base::Language::en));
  REQUIRE_FALSE(diagnostics.has_errors());
  return scenarios::run_scenarios(desk, [](const std::string&, bool) {});
}

void check_all_pass(const scenarios::Report& report, std::size_t at_least) {
  for (const scenarios::Failure& failure : report.failures) {
    UNSCOPED_INFO(failure.scenario << ": " << failure.what);
  }
  CHECK(report.failed == 0);
  CHECK(report.passed >= at_least);
}

}  // namespace

TEST_CASE("the scenarios of the Pays de Figeac pass") {
  check_all_pass(run("pays-de-figeac"), 47);
}

TEST_CASE("the scenarios of the small desk pass") {
  check_all_pass(run("riverside-makers"), 12);
}

TEST_CASE("the rules of the national service hold, vector by vector") {
  check_all_pass(run("service-national"), 131);
}

TEST_CASE("a cut inside a bracket is refused where a gate requires a partner") {
  base::Diagnostics diagnostics;
  auto files = bundle::read_folder(GUICHET_ROOT "/examples/service-national", diagnostics);
  std::string& rules = files["rules/service-national.yaml"];
  for (const auto& [cut, moved] : {std::pair{"filters: [{effectif: \"< 10\"}]}", "< 11"},
                                   std::pair{"filters: [{effectif: \">= 10\"}]}", ">= 11"}}) {
    const std::size_t at = rules.find(cut);
    REQUIRE(at != std::string::npos);
    rules.replace(at, std::string(cut).size(),
                  std::string("filters: [{effectif: \"") + moved + "\"}]}");
  }

  CHECK(bundle::load_desk_files(files, "", diagnostics) == nullptr);

  const std::string said = render_text(diagnostics, base::Language::en);
  INFO(said);
  CHECK(said.find("[too-few-partners]") != std::string::npos);
  CHECK(said.find("effectif: 10..19; opco: ocapiat") != std::string::npos);
}

TEST_CASE("a scenario that expects what does not happen fails, with place and facts") {
  base::Diagnostics diagnostics;
  auto files = bundle::read_folder(GUICHET_ROOT "/examples/riverside-makers", diagnostics);
  files["tests/wrong.yaml"] = R"(guichet: scenario/1
scenarios:
  wrong:
    clock: 2026-03-02T10:00
    steps:
      - intake: {fields: {reference: R-1, name: Ada, phone: "01632 960020", description: x,
                          area: riverside, themes: workshop}}
        then: {sent: [not-for-us to maker], state: {help: with_partner}}
      - {do: finish, as: adviser, need: help}
)";
  const auto desk = bundle::load_desk_files(files, "", diagnostics);
  INFO(render_text(diagnostics, base::Language::en));
  REQUIRE(desk != nullptr);

  const auto report = scenarios::run_scenarios(desk, [](const std::string&, bool) {});

  CHECK(report.failed == 1);
  REQUIRE(report.failures.size() == 3);
  CHECK(report.failures[0].at.source->place_of(report.failures[0].at.offset).line == 8);
  CHECK(report.failures[0].what.find("not-for-us to maker") != std::string::npos);
  CHECK_FALSE(report.failures[0].since.empty());
}
