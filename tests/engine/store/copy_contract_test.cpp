// Cases of a store in memory, copied into the store under test.
#include <catch2/catch.hpp>

#include "engine/cases/snapshot_json.hpp"
#include "engine/store/copy_cases.hpp"
#include "tests/engine/store/store_under_test.hpp"
#include "tests/engine/store/written_case.hpp"

using namespace guichet;
using store::at_hour;
using store::kReferral;

namespace {

// A case with a timer that fired, one that was cancelled, one that waits, and two letters.
base::CaseId a_life(store::Store& store) {
  auto kase = store::open_case(store, "2009-001", "cma-46");
  const cases::Timer first = store::armed("relance", at_hour(20));
  kase.save({cases::TimerArmed{kReferral, first},
             cases::TimerArmed{kReferral, store::armed("escalade", at_hour(30))},
             cases::TimerArmed{kReferral, store::armed("sans_reponse", at_hour(40))}},
            at_hour(10),
            {store::letter("1-8-1", at_hour(11)), store::letter("1-8-2", at_hour(12))});
  kase.save({cases::TimerFired{kReferral, first.state, first.name, first.entry, first.firing,
                               *first.due_at, false},
             cases::TimerCancelled{kReferral, "demandee", "escalade", 1, 1},
             cases::QuotaReserved{kReferral, "cma-46", "q", "2009"}},
            at_hour(20));
  return kase.id();
}

std::vector<std::string> journal(store::Store& store, base::CaseId id) {
  std::vector<std::string> lines;
  store.read([&](store::Reader& reader) {
    for (const cases::Fact& fact : reader.facts(id)) {
      lines.push_back(cases::to_json(fact.event) + " " + fact.hash);
    }
  });
  return lines;
}

}  // namespace

TEST_CASE("copied cases have the same rows, journal and timers, and their letters have left") {
  const auto memory = store::make_memory_store();
  const base::CaseId id = a_life(*memory);
  store::open_case(*memory, "2009-002", "cci-46");
  const auto under_test = store::make_store_under_test();
  store::Store& copy = under_test->store();

  copy_cases(*memory, copy);

  CHECK(to_json(*load(copy, id)) == to_json(*load(*memory, id)));
  CHECK(journal(copy, id) == journal(*memory, id));
  copy.read([&](store::Reader& reader) {
    CHECK(reader.case_ids().size() == 2);
    CHECK(reader.next_letter() == std::nullopt);
    CHECK(reader.letters(id).size() == 2);
    const auto due = reader.due_timers(at_hour(100), 10);
    REQUIRE(due.size() == 1);
    CHECK(due.front().fire.name == "sans_reponse");
  });
}
