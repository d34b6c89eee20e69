// The same commands give the same facts, to the byte, whatever keeps them: every scenario of the
// example desks is played in memory and on SQLite.
#include <catch2/catch.hpp>

#include "adapters/sql/database.hpp"
#include "tests/adapters/sql/scratch.hpp"
#include "workflows/bundle/desk.hpp"
#include "workflows/scenarios/scenario.hpp"
#include "workflows/scenarios/stage.hpp"

using namespace guichet;

namespace {

// A line for each fact of a scenario's cases: what it says, and the hash that chains it.
using Journals = std::map<std::string, std::vector<std::string>>;

std::vector<std::string> journal_of(scenarios::Stage& stage) {
  std::vector<std::string> lines;
  for (const base::CaseId id : stage.case_ids()) {
    for (const cases::Fact& fact : stage.facts(id)) {
      lines.push_back(std::to_string(id.value) + "/" + std::to_string(fact.seq) + " " +
                      base::iso(fact.at) + " " + fact.actor + " " +
                      std::string(cases::type_of(fact.event)) + " " + cases::to_json(fact.event) +
                      " " + fact.hash);
    }
  }
  return lines;
}

Journals play(const std::shared_ptr<const bundle::Desk>& desk,
              const std::function<std::unique_ptr<store::Store>()>& make_store) {
  Journals journals;
  scenarios::run_scenarios(
      desk, [](const std::string&, bool) {},
      [&](const std::string& name, scenarios::Stage& stage) { journals[name] = journal_of(stage); },
      make_store);
  return journals;
}

void compare(const std::string& example) {
  base::Diagnostics diagnostics;
  const auto desk = bundle::load_desk(GUICHET_ROOT "/examples/" + example, diagnostics);
  INFO(render_text(diagnostics, base::Language::en));
  REQUIRE(desk != nullptr);
  const Journals in_memory = play(desk, nullptr);
  sql::ScratchFolder folder;
  sql::RecordingLog log;
  int number = 0;
  const Journals in_sqlite = play(desk, [&]() -> std::unique_ptr<store::Store> {
    auto opened = sql::open_database(folder.file(std::to_string(++number) + ".db"), log);
    REQUIRE(opened);
    return std::move(*opened);
  });
  REQUIRE_FALSE(in_memory.empty());
  REQUIRE(in_memory.size() == in_sqlite.size());
  for (const auto& [name, lines] : in_memory) {
    INFO(example << ", " << name);
    CHECK(lines == in_sqlite.at(name));
  }
}

}  // namespace

TEST_CASE("the scenarios of the small desk leave the same facts in memory and on SQLite") {
  compare("riverside-makers");
}

TEST_CASE("the scenarios of the Figeac desk leave the same facts in memory and on SQLite") {
  compare("pays-de-figeac");
}
