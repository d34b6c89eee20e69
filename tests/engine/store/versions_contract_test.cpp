// The contract of stores, what concerns versions: publications, places of open cases, migrations.
#include <catch2/catch.hpp>

#include "tests/engine/store/store_under_test.hpp"
#include "tests/engine/store/written_case.hpp"

using namespace guichet;
using base::CaseId;
using base::InstanceNumber;
using store::at_hour;
using store::Transaction;

namespace {

template <typename Answer>
Answer ask(store::Store& store, const std::function<Answer(store::Reader&)>& question) {
  Answer answer;
  store.read([&](store::Reader& reader) { answer = question(reader); });
  return answer;
}

store::WrittenCase case_in(store::Store& store, const std::string& number,
                           const std::string& bundle, const std::string& state) {
  store::WrittenCase kase(store);
  kase.save({cases::RequestReceived{number},
             cases::InstanceOpened{InstanceNumber{1}, {}, "request", "demande", bundle, {}},
             cases::StateEntered{InstanceNumber{1}, "", 1},
             cases::StateEntered{InstanceNumber{1}, "actif", 2},
             cases::StateEntered{InstanceNumber{1}, "actif." + state, 3},
             cases::FieldWritten{cases::Owner::kase, InstanceNumber{1}, "une_note",
                                 feel::Stored::string(state)}},
            at_hour(9));
  return kase;
}

std::vector<std::string> lines(const std::vector<store::LiveGroup>& groups) {
  std::vector<std::string> out;
  for (const store::LiveGroup& each : groups) {
    out.push_back(each.workflow + " " + each.bundle + " " + each.configuration + " " +
                  std::to_string(each.count));
  }
  return out;
}

}  // namespace

TEST_CASE("publications are kept in their order, and the last one is in force") {
  auto under_test = store::make_store_under_test();
  store::Store& store = under_test->store();
  const std::map<std::string, std::string> files{{"desk.yaml", "one"}}, later{{"desk.yaml", "two"}};

  store::write_now(store, [&](Transaction& t) {
    t.publish({"c1", "b1", at_hour(9), "system", "", ""}, files);
  });
  store::write_now(store, [&](Transaction& t) {
    t.publish({"c2", "b2", at_hour(10), "admin", "plus court", "c1"}, later);
  });
  under_test->reopen();

  store::Store& again = under_test->store();
  CHECK(again.setting("current-definition") == "c2");
  CHECK(again.definition("b1") == files);
  CHECK(again.definition("c2") == later);
  const auto all = ask<std::vector<store::Publication>>(
      again, [](store::Reader& reader) { return reader.publications(); });
  REQUIRE(all.size() == 2);
  CHECK(all[0].note == "plus court");
  CHECK(all[0].by == "admin");
  CHECK(all[0].previous == "c1");
  CHECK(all[0].at == at_hour(10));
  CHECK(all[1].bundle == "b1");
}

TEST_CASE("a publication that fails leaves the one before in force") {
  auto under_test = store::make_store_under_test();
  store::Store& store = under_test->store();
  store::write_now(store, [&](Transaction& t) {
    t.publish({"c1", "b1", at_hour(9), "system", "", ""}, {});
  });

  const auto failed = store::write_now(store, [&](Transaction& t) {
    t.publish({"c2", "b2", at_hour(10), "admin", "", "c1"}, {});
    throw store::StorageFailure(
        {base::ErrorKind::surroundings, base::Message(base::MessageText{"full", "plein", "full"})});
  });

  CHECK(failed);
  CHECK(store.setting("current-definition") == "c1");
  CHECK(ask<std::size_t>(store, [](store::Reader& r) { return r.publications().size(); }) == 1);
}

TEST_CASE("open instances are counted by workflow, version and place, without entries") {
  auto under_test = store::make_store_under_test();
  store::Store& store = under_test->store();
  auto a = case_in(store, "1", "b1", "accueil");
  auto b = case_in(store, "2", "b1", "accueil");
  auto c = case_in(store, "3", "b1", "orientation");
  auto d = case_in(store, "4", "b2", "accueil");
  c.save({cases::StateExited{InstanceNumber{1}, "actif.orientation", 3},
          cases::HistoryRecorded{InstanceNumber{1}, "actif.h", {"actif.orientation"}},
          cases::StateExited{InstanceNumber{1}, "actif", 2},
          cases::StateEntered{InstanceNumber{1}, "pause", 4}},
         at_hour(10));
  d.save({cases::InstanceClosed{InstanceNumber{1}, "fini", true}}, at_hour(10));
  under_test->reopen();

  const auto groups = ask<std::vector<store::LiveGroup>>(
      under_test->store(), [](store::Reader& reader) { return reader.live_groups(); });
  CHECK(lines(groups) == std::vector<std::string>{"demande b1 actif.accueil 2",
                                                  "demande b1 pause @actif.h=actif.orientation 1"});
  const auto live = ask<store::LiveCases>(
      under_test->store(), [](store::Reader& reader) { return reader.live_cases(); });
  CHECK(lines(live.groups) == lines(groups));
  CHECK(live.instances ==
        std::vector<std::pair<CaseId, std::size_t>>{{a.id(), 0}, {b.id(), 0}, {c.id(), 1}});
}

TEST_CASE("the cases of a place come in pages, by number") {
  auto under_test = store::make_store_under_test();
  store::Store& store = under_test->store();
  std::vector<CaseId> ids;
  for (int i = 1; i <= 5; ++i) {
    ids.push_back(case_in(store, std::to_string(i), "b1", "accueil").id());
  }
  case_in(store, "6", "b2", "accueil");
  const store::LiveGroup place{"demande", "b1", "actif.accueil", 0};
  const auto page = [&](CaseId after) {
    return ask<std::vector<CaseId>>(
        store, [&](store::Reader& reader) { return reader.cases_in(place, after, 3); });
  };

  CHECK(page({}) == std::vector<CaseId>{ids[0], ids[1], ids[2]});
  CHECK(page(ids[2]) == std::vector<CaseId>{ids[3], ids[4]});
  CHECK(page(ids[4]).empty());
}

TEST_CASE("cases under other versions, and cases with a value, are found") {
  auto under_test = store::make_store_under_test();
  store::Store& store = under_test->store();
  const auto a = case_in(store, "1", "b1", "accueil");
  auto b = case_in(store, "2", "b2", "accueil");
  auto c = case_in(store, "3", "b1", "accueil");
  c.save({cases::FieldWritten{cases::Owner::kase, InstanceNumber{1}, "une_note", feel::Stored()},
          cases::FieldWritten{cases::Owner::instance, InstanceNumber{1}, "uneXnote",
                              feel::Stored::string("à côté")},
          cases::FieldWritten{cases::Owner::person, InstanceNumber{1}, "nom",
                              feel::Stored::string("Salvan")}},
         at_hour(10));
  const auto with = [&](const std::string& field) {
    return ask<std::vector<CaseId>>(
        store, [&](store::Reader& reader) { return reader.open_cases_with(field); });
  };

  CHECK(ask<std::vector<CaseId>>(store, [](store::Reader& reader) {
          return reader.cases_not_pinned_to("b2");
        }) == std::vector<CaseId>{a.id(), c.id()});
  CHECK(with("une_note") == std::vector<CaseId>{a.id(), b.id()});
  CHECK(with("uneXnote") == std::vector<CaseId>{c.id()});
  CHECK(with("nom") == std::vector<CaseId>{c.id()});
  CHECK(with("autre").empty());
}

TEST_CASE("what a plan came to is kept for each case, the last word of it") {
  auto under_test = store::make_store_under_test();
  store::Store& store = under_test->store();
  const auto a = case_in(store, "1", "b1", "accueil");
  const auto b = case_in(store, "2", "b1", "accueil");
  store::write_now(store, [&](Transaction& t) {
    t.record_migration({"p1", a.id(), "left", "« accueil » n'existe plus", false});
    t.record_migration({"p1", b.id(), "identical", "", true});
    t.record_migration({"p2", b.id(), "timers", "", true});
  });
  store::write_now(store, [&](Transaction& t) {
    t.record_migration({"p1", a.id(), "mapping", "", true});
  });
  under_test->reopen();

  const auto rows = ask<std::vector<store::MigrationRow>>(
      under_test->store(), [](store::Reader& reader) { return reader.migrations("p1"); });
  REQUIRE(rows.size() == 2);
  CHECK(rows[0].kase == a.id());
  CHECK(rows[0].verdict == "mapping");
  CHECK(rows[0].reason.empty());
  CHECK(rows[0].done);
  CHECK(rows[1].verdict == "identical");
}
