// The contract of stores, what is asked of many cases at once: the meeting, what moved, who is
// known.
#include <catch2/catch.hpp>

#include "tests/engine/store/store_under_test.hpp"
#include "tests/engine/store/written_case.hpp"

using namespace guichet;
using store::at_hour;
using store::kNeed;
using store::kReferral;
using store::Topic;

namespace {

const access::Sight kEverything = access::Sight::of_the_desk();

struct Talked {
  std::vector<Topic> topics;
  std::vector<std::int64_t> cases;
  std::size_t total = 0;
};

Talked talked(store::Store& store, int since, store::Page page = {}) {
  Talked out;
  store.read([&](store::Reader& reader) {
    for (const store::MeetingRow& row :
         reader.meeting(kEverything, at_hour(since), page, out.total)) {
      out.topics.push_back(row.topic);
      out.cases.push_back(row.kase.value);
    }
  });
  return out;
}

cases::Event act(base::InstanceNumber n, const std::string& name) {
  return cases::ActTaken{.n = n, .name = name};
}

}  // namespace

TEST_CASE("what is decided leaves the agenda, and is back where the act is undone") {
  const auto under_test = store::make_store_under_test();
  auto& store = under_test->store();
  auto kase = store::open_case(store, "2009-007", "cma-46");
  kase.save({cases::AgendaAdded{kReferral, "Personne ne répond"}}, at_hour(10));

  kase.save({act({1}, "completer")}, at_hour(11));  // of the request: not about this
  kase.save({act(kNeed, "recall"), act(kNeed, "consent")}, at_hour(12));  // decide nothing
  CHECK(talked(store, 90).topics == std::vector{Topic::line});

  kase.save({act(kNeed, "reorienter")}, at_hour(13));
  CHECK(talked(store, 90).topics.empty());
  CHECK(talked(store, 0).topics == std::vector{Topic::fresh});  // news it still is

  cases::Instance before = *kase.snapshot().find(kNeed);
  before.extras.acted.reset();
  kase.save({cases::InstanceRestored{kNeed, before, {}}}, at_hour(14));
  CHECK(talked(store, 90).topics == std::vector{Topic::line});

  kase.save({cases::InstanceClosed{kNeed, "conclu", true}}, at_hour(15));
  CHECK(talked(store, 90).topics.empty());
}

TEST_CASE("silences and opposite answers are talked about until somebody acts on the need") {
  const auto under_test = store::make_store_under_test();
  auto& store = under_test->store();
  auto kase = store::open_case(store, "2009-007", "cma-46");
  kase.save({cases::InstanceClosed{kReferral, "silent", false}}, at_hour(10));
  CHECK(talked(store, 90).topics == std::vector{Topic::silence});
  kase.save({act(kNeed, "reorienter")}, at_hour(11));
  CHECK(talked(store, 90).topics.empty());

  auto other = store::open_case(store, "2009-008", "cci-46");
  cases::InstanceOpened second;
  second.n = {4};
  second.parent = kNeed;
  second.kind = "referral";
  second.workflow = "mise-en-relation";
  second.bundle = "b";
  second.referral.emplace();
  second.referral->partner = "cma-46";
  other.save({second, act(kReferral, "accepter"), cases::Meant{kReferral, "accepted"}},
             at_hour(10));
  CHECK(talked(store, 90).topics.empty());
  other.save({act({4}, "decliner"), cases::Meant{{4}, "declined"}}, at_hour(11));
  CHECK(talked(store, 90).topics == std::vector{Topic::opposite});
  other.save({act(kNeed, "reorienter")}, at_hour(12));
  CHECK(talked(store, 90).topics.empty());
}

TEST_CASE("the agenda comes by topic, then the case that came last, page by page") {
  const auto under_test = store::make_store_under_test();
  auto& store = under_test->store();
  store::open_case(store, "2009-001", "cma-46");
  auto second = store::open_case(store, "2009-002", "cma-46");
  store::open_case(store, "2009-003", "cma-46");
  second.save({cases::AgendaAdded{kNeed, "Où en est-on ?"}}, at_hour(20));
  under_test->reopen();

  const Talked all = talked(under_test->store(), 0);
  CHECK(all.cases == std::vector<std::int64_t>{2, 3, 1});
  CHECK(all.topics == std::vector{Topic::line, Topic::fresh, Topic::fresh});
  const Talked next = talked(under_test->store(), 0, {.first = 1, .most = 1});
  CHECK(next.cases == std::vector<std::int64_t>{3});
  CHECK(next.total == 3);
  CHECK(talked(under_test->store(), 0, {.first = 9, .most = 5}).cases.empty());
  CHECK(talked(under_test->store(), 90).total == 1);  // only what stays until it is decided
}

TEST_CASE("cases that moved come by owner, the last one first, with what happened since") {
  const auto under_test = store::make_store_under_test();
  auto& store = under_test->store();
  auto first = store::open_case(store, "2009-001", "cma-46");
  first.row().owner = "c-petit";
  auto second = store::open_case(store, "2009-002", "cma-46");
  second.row().owner = "d-grand";
  second.save({cases::Noted{{1}, "vu"}}, at_hour(30));
  first.save({cases::Noted{{1}, "vu"}}, at_hour(31));
  first.save({cases::Noted{{1}, "revu"}}, at_hour(40));
  under_test->reopen();

  const auto moved = [&](const std::string& owner, int since, store::Page page = {}) {
    std::vector<std::int64_t> ids;
    std::size_t total = 0;
    under_test->store().read([&](store::Reader& reader) {
      for (const auto id : reader.moved(owner, at_hour(since), page, total))
        ids.push_back(id.value);
    });
    return std::pair(ids, total);
  };
  using Ids = std::vector<std::int64_t>;
  CHECK(moved("", 30) == std::pair(Ids{1, 2}, std::size_t{2}));
  CHECK(moved("d-grand", 30).first == Ids{2});
  CHECK(moved("", 31).first == Ids{1});
  CHECK(moved("", 30, {.first = 1, .most = 1}) == std::pair(Ids{2}, std::size_t{2}));
  CHECK(moved("", 41).first.empty());
  std::size_t told = 0;
  under_test->store().read(
      [&](store::Reader& reader) { told = reader.facts_since(first.id(), at_hour(31)).size(); });
  CHECK(told == 2);
}

TEST_CASE("open cases are known by a value of the person or the firm, the newest first") {
  const auto under_test = store::make_store_under_test();
  auto& store = under_test->store();
  const auto phone = feel::Stored::string("0565000100");
  using Which = store::Reader::Which;
  const auto known = [&](const feel::Stored& value, std::size_t most = 9,
                         Which which = Which::open) {
    std::vector<std::int64_t> ids;
    under_test->store().read([&](store::Reader& reader) {
      for (const auto id : reader.known_by("telephone", value, which, most)) ids.push_back(id.value);
    });
    return ids;
  };
  using Ids = std::vector<std::int64_t>;
  for (const char* number : {"2009-001", "2009-002", "2009-003"}) {
    auto kase = store::open_case(store, number, "cma-46");
    kase.save({cases::FieldWritten{cases::Owner::person, {1}, "telephone", phone}}, at_hour(10));
    if (number == std::string("2009-002")) {
      kase.row().closed_at = at_hour(12);
      kase.save({cases::CaseClosed{}}, at_hour(12));
    }
  }
  auto field = store::open_case(store, "2009-004", "cma-46");  // not of a person or a firm
  field.save({cases::FieldWritten{cases::Owner::kase, {1}, "telephone", phone}}, at_hour(10));
  under_test->reopen();

  CHECK(known(phone) == Ids{3, 1});
  CHECK(known(phone, 1) == Ids{3});
  CHECK(known(phone, 9, Which::closed_too) == Ids{3, 2, 1});
  CHECK(known(phone, 2, Which::closed_too) == Ids{3, 2});
  CHECK(known(feel::Stored::string("0565000101")).empty());
}
