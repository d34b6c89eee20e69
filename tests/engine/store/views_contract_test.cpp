// The contract of stores, what is shown and kept beside cases: promises, lists, definitions and
// settings; and the order in which writes and reads see each other.
#include <catch2/catch.hpp>
#include <future>
#include <thread>

#include "tests/engine/store/store_under_test.hpp"
#include "tests/engine/store/written_case.hpp"

using namespace guichet;
using store::at_hour;
using store::kNeed;
using store::kReferral;
using store::Transaction;

namespace {

using Names = std::vector<std::string>;
const access::Sight kAll = access::Sight::of_the_desk();

}  // namespace

TEST_CASE("promises are tasks and timers by date, with what a list needs to show") {
  const auto under_test = store::make_store_under_test();
  auto& store = under_test->store();
  auto kase = store::open_case(store, "2009-007", "cma-46");
  kase.row().owner = "c-petit";
  kase.row().person = "Sylvie Salvan";
  kase.save({cases::StateEntered{kNeed, "chez_partenaires", 1},
             cases::TaskOpened{kNeed, {"t1", 1, "Rappeler", {"conseiller"}, at_hour(20), false}},
             cases::TaskOpened{kNeed, {"t2", 1, "Sans date", {"conseiller"}, {}, false}},
             cases::TimerArmed{kReferral, store::armed("relance", at_hour(20))},
             cases::TimerArmed{kReferral, store::armed("escalade", at_hour(19))}},
            at_hour(10));
  auto other = store::open_case(store, "2009-008", "cci-46");
  other.row().owner = "d-grand";
  other.save({cases::TimerArmed{kReferral, store::armed("autre", at_hour(18))}}, at_hour(10));

  under_test->reopen();
  std::vector<store::PromiseRow> all, few, mine;
  under_test->store().read([&](store::Reader& reader) {
    all = reader.promises(kAll, 99, "");
    few = reader.promises(kAll, 2, "");
    mine = reader.promises(kAll, 99, "c-petit");
  });

  const auto what = [](const std::vector<store::PromiseRow>& rows) {
    Names names;
    for (const store::PromiseRow& row : rows) names.push_back(row.what);
    return names;
  };
  CHECK(what(all) == Names{"autre", "escalade", "Rappeler", "relance"});
  CHECK(what(few) == Names{"autre", "escalade"});
  REQUIRE(what(mine) == Names{"escalade", "Rappeler", "relance"});
  CHECK(!mine[0].task);
  CHECK(mine[0].by == Names{"cma-46"});
  CHECK(mine[0].theme == "formation");
  CHECK(mine[0].state == "demandee");
  CHECK(mine[1].task);
  CHECK(mine[1].by == Names{"conseiller"});
  CHECK(mine[1].theme == "formation");
  CHECK(mine[1].state == "chez_partenaires");
  CHECK(mine[1].number == "2009-007");
  CHECK(mine[1].person == "Sylvie Salvan");
  CHECK(mine[1].owner == "c-petit");
  CHECK(mine[1].due_at == at_hour(20));
  CHECK(mine[1].kase == kase.id());
  CHECK(mine[1].n == kNeed);
}

TEST_CASE("cases are listed newest first, by owner, theme, text and whether they are open") {
  const auto under_test = store::make_store_under_test();
  auto& store = under_test->store();
  const auto open = [&](const std::string& number, int hour, const std::string& person,
                        const std::string& owner, std::vector<std::string> themes) {
    store::WrittenCase kase(store);
    store::CaseRow row{kase.id(), number, person,    "Épicerie 100% bio", "46102", owner,
                       "take_in", themes, {"a", ""}, at_hour(hour),       {}};
    kase.row() = row;
    kase.save({cases::RequestReceived{number}}, at_hour(hour));
    return kase;
  };
  open("2009-001", 9, "Élodie Œuvrard", "c-petit", {"formation", "creation"});
  open("2009-002", 11, "Jean Salvan", "d-grand", {"creation-reprise"});
  auto closed = open("2009-003", 10, "Paul Élian", "c-petit", {});
  closed.row().closed_at = at_hour(12);
  closed.save({cases::CaseClosed{}}, at_hour(12));
  under_test->reopen();

  std::size_t total = 0;
  const auto list = [&](const store::CaseFilter& filter) {
    Names numbers;
    under_test->store().read([&](store::Reader& reader) {
      for (const auto& row : reader.list(filter, total)) numbers.push_back(row.number);
    });
    return numbers;
  };
  CHECK(list({.visible_to = kAll}) == Names{"2009-002", "2009-001"});
  CHECK(list({.visible_to = kAll, .open_only = false}) ==
        Names{"2009-002", "2009-003", "2009-001"});
  CHECK(list({.visible_to = kAll, .owner = "c-petit"}) == Names{"2009-001"});
  CHECK(list({.visible_to = kAll, .theme = "creation"}) == Names{"2009-001"});
  CHECK(list({.visible_to = kAll, .text = "elodie oeuv"}) == Names{"2009-001"});
  CHECK(list({.visible_to = kAll, .text = "ÉL", .open_only = false}) ==
        Names{"2009-003", "2009-001"});
  CHECK(list({.visible_to = kAll, .text = "100%"}) == Names{"2009-002", "2009-001"});
  CHECK(list({.visible_to = kAll, .text = "1_0%"}).empty());
  CHECK(list({.visible_to = kAll, .text = "2009-00", .open_only = false, .first = 1, .most = 1}) ==
        Names{"2009-003"});
  CHECK(total == 3);
  CHECK(list({.visible_to = kAll, .first = 9}).empty());
  CHECK(total == 2);

  under_test->store().read([&](store::Reader& reader) {
    const store::CaseRow row =
        reader.list({.visible_to = kAll, .text = "003", .open_only = false}, total).at(0);
    CHECK(row.firm == "Épicerie 100% bio");
    CHECK(row.commune == "46102");
    CHECK(row.verdict == "take_in");
    CHECK(row.themes.empty());
    CHECK(row.states == Names{"a", ""});
    CHECK(row.opened_at == at_hour(10));
    CHECK(row.closed_at == at_hour(12));
  });
}

TEST_CASE("a list shows whoever asks what she may see, and nothing else") {
  const auto under_test = store::make_store_under_test();
  auto& store = under_test->store();
  auto first = store::open_case(store, "2009-001", "cma_46");
  auto second = store::open_case(store, "2009-002", "cmax46");
  for (auto* each : {&first, &second}) {
    each->save({cases::TaskOpened{kNeed, {"t1", 1, "Rappeler", {"conseiller"}, at_hour(20), false}},
                cases::TimerArmed{kReferral, store::armed("relance", at_hour(20))}},
               at_hour(10));
  }
  under_test->reopen();

  const auto seen_by = [&](const access::Principal& principal) {
    Names out;
    std::size_t total = 0;
    under_test->store().read([&](store::Reader& reader) {
      const access::Sight sight = access::Sight::of(principal);
      for (const auto& row : reader.list({.visible_to = sight}, total)) out.push_back(row.number);
      for (const auto& row : reader.promises(sight, 99, "")) {
        out.push_back(row.number + " " + row.what);
      }
    });
    CHECK(total ==
          static_cast<std::size_t>(std::ranges::count(out, std::size_t{8}, &std::string::size)));
    return out;
  };
  using enum access::Persona;
  // An institution's id is not a pattern: `_` stands for itself.
  CHECK(seen_by({.persona = partner, .partners = {"cma_46"}}) ==
        Names{"2009-001", "2009-001 relance"});
  CHECK(seen_by({.persona = service, .partners = {"cma_46", "cmax46"}}).size() == 4);
  CHECK(seen_by({.persona = partner, .partners = {"46"}}).empty());
  CHECK(seen_by({.persona = partner}).empty());
  CHECK(seen_by({.persona = link_holder, .link = access::LinkScope{second.id()}}) ==
        Names{"2009-002", "2009-002 Rappeler", "2009-002 relance"});
  CHECK(seen_by({.persona = coordinator}).size() == 6);
  for (const auto persona : {anonymous, administrator, auditor}) {
    CHECK(seen_by({.persona = persona, .partners = {"cma_46"}}).empty());
  }
}

TEST_CASE("how a case stands towards people is told without reading it") {
  const auto under_test = store::make_store_under_test();
  auto& store = under_test->store();
  auto kase = store::open_case(store, "2009-001", "cma-46");
  const auto tie = [&](base::CaseId id) {
    std::optional<access::Tie> out;
    store.read([&](store::Reader& reader) { out = reader.tie(id); });
    return out;
  };

  CHECK_FALSE(tie({99}));
  REQUIRE(tie(kase.id()));
  CHECK(tie(kase.id())->asked == Names{"cma-46"});
  CHECK_FALSE(tie(kase.id())->closed);
  CHECK_FALSE(tie(kase.id())->erased);

  kase.row().closed_at = at_hour(12);
  kase.save({cases::CaseClosed{}}, at_hour(12));
  CHECK(tie(kase.id())->closed);
  kase.save({cases::PersonalDataTaken{}}, at_hour(13));
  CHECK(tie(kase.id())->erased);
}

TEST_CASE("definitions, the directory and settings are kept, the first of each for ever") {
  const auto under_test = store::make_store_under_test();
  const std::map<std::string, std::string> files{{"desk.yaml", "guichet: desk/1\n"},
                                                 {"referentials/communes.csv",
                                                  "\xEF\xBB\xBF"
                                                  "code;nom\r\n"}};
  CHECK(under_test->store().directory().empty());
  under_test->store().keep_definition("h1", files, at_hour(9));
  under_test->store().keep_definition("h1", {{"desk.yaml", "other"}}, at_hour(10));
  under_test->store().keep_definition("h2", {}, at_hour(10));
  under_test->store().seed_directory({{"cma-46", "{}"}, {"cci-46", "{\"name\":\"CCI\"}"}});
  under_test->store().seed_directory({{"autre", "{}"}});
  under_test->store().set_setting("instance-id", "a");
  under_test->store().set_setting("instance-id", "b");

  under_test->reopen();

  auto& store = under_test->store();
  CHECK(store.definition("h1") == files);
  CHECK(store.definition("h2") == std::map<std::string, std::string>{});
  CHECK(!store.definition("h3"));
  CHECK(store.directory().size() == 2);
  CHECK(store.directory().at("cci-46") == "{\"name\":\"CCI\"}");
  CHECK(store.setting("instance-id") == "b");
  CHECK(store.setting("reply-secret").empty());
}

TEST_CASE("work on the writer, and what is told after it, may ask for definitions and settings") {
  const auto under_test = store::make_store_under_test();
  auto& store = under_test->store();
  store.keep_definition("h1", {{"desk.yaml", "x"}}, at_hour(9));
  std::string seen, after;
  std::promise<void> told;
  store.write(
      [&](Transaction&) {
        store.set_setting("a", "1");
        seen = store.setting("a") + store.definition("h1")->at("desk.yaml");
      },
      [&](base::Result<void>) {
        store.set_setting("a", "2");
        after = store.setting("a");
        told.set_value();
      });
  told.get_future().get();
  CHECK(seen == "1x");
  CHECK(after == "2");
}

TEST_CASE("writes are carried out and told in the order of the calls") {
  const auto under_test = store::make_store_under_test();
  auto& store = under_test->store();
  constexpr int kWrites = 200;  // more than one group
  std::vector<int> worked, told;
  std::promise<void> last;
  for (int i = 0; i < kWrites; ++i) {
    store.write(
        [&, i](Transaction& t) {
          worked.push_back(i);
          t.record_command({"c" + std::to_string(i), {}, at_hour(9)});
          if (i % 7 == 3) throw std::runtime_error("seven");
        },
        [&, i](base::Result<void> result) {
          CHECK(result.has_value() == (i % 7 != 3));
          told.push_back(i);
          if (i == kWrites - 1) last.set_value();
        });
  }
  last.get_future().get();

  REQUIRE(told.size() == kWrites);
  CHECK(std::is_sorted(worked.begin(), worked.end()));
  CHECK(std::is_sorted(told.begin(), told.end()));
  store::write_now(store, [&](Transaction& t) {
    for (int i = 0; i < kWrites; ++i) {
      CHECK(t.find_command("c" + std::to_string(i)).has_value() == (i % 7 != 3));
    }
  });
}

TEST_CASE("a reader sees one moment, whatever is written meanwhile in another thread") {
  const auto under_test = store::make_store_under_test();
  auto& store = under_test->store();
  auto kase = store::open_case(store, "1", "cma-46");
  const store::Step step = kase.step({cases::Noted{kReferral, "x"}}, at_hour(10));
  std::promise<void> told;
  store.read([&](store::Reader& reader) {
    const auto before = reader.load(kase.id())->rev;
    // Where the store has a writer of its own, it does not wait for readers.
    std::thread other([&] {
      store.write([&](Transaction& t) { t.save(step); },
                  [&](base::Result<void>) { told.set_value(); });
    });
    other.detach();
    CHECK(reader.load(kase.id())->rev == before);
    CHECK(reader.facts(kase.id()).size() == static_cast<std::size_t>(before));
  });
  told.get_future().get();
  CHECK(store::load(store, kase.id())->rev == kase.snapshot().rev + 1);
}
