// The contract of stores, what concerns the audit: only added to, read forwards and backwards.
#include <catch2/catch.hpp>

#include "tests/engine/store/store_under_test.hpp"
#include "tests/engine/store/written_accounts.hpp"

using namespace guichet;
using store::AccountReader;
using store::AccountRows;
using store::ask_accounts;
using store::at_hour;
using store::signed_in;
using store::write_accounts;

TEST_CASE("the audit is read in its order, page by page, and takes no number twice") {
  auto under_test = store::make_store_under_test();
  write_accounts(under_test->store(), [&](AccountRows& rows) {
    for (std::int64_t seq = 1; seq <= 5; ++seq) rows.append(signed_in(seq));
  });
  under_test->reopen();
  store::Store& store = under_test->store();

  CHECK(write_accounts(store, [](AccountRows& rows) { rows.append(signed_in(5)); }));
  const auto page = ask_accounts(store, [](AccountReader& r) { return r.audit(3, 10); });
  REQUIRE(page.size() == 2);
  CHECK(page[0].seq == 4);
  CHECK(page[1].ip == "192.0.2.0");
  CHECK(ask_accounts(store, [](AccountReader& r) { return r.audit(0, 2).size(); }) == 2);
  CHECK(ask_accounts(store, [](AccountReader& r) { return r.last_audit()->seq; }) == 5);
}

TEST_CASE("the audit is read backwards by who, role, act, object and time") {
  auto under_test = store::make_store_under_test();
  store::Store& store = under_test->store();
  write_accounts(store, [](AccountRows& rows) {
    const auto add = [&](std::int64_t seq, const char* actor, const char* persona, const char* act,
                         const char* object) {
      rows.append({.seq = seq,
                   .at = at_hour(static_cast<int>(seq)),
                   .actor = actor,
                   .persona = persona,
                   .act = act,
                   .object = object,
                   .result = "done",
                   .ip = "",
                   .hash = "x"});
    };
    add(1, "a1", "coordinator", "login", "account a1");
    add(2, "a1", "coordinator", "see_case", "case 7");
    add(3, "a2", "administrator", "case-opened", "case 7");
    add(4, "a2", "administrator", "see_case", "case 7");
    add(5, "a1", "coordinator", "see_case", "case 8");
  });
  const auto seqs = [&](const store::AuditFilter& filter, std::int64_t before = 100,
                        std::size_t most = 10) {
    std::vector<std::int64_t> out;
    for (const auto& row : ask_accounts(
             store, [&](AccountReader& rows) { return rows.audit_back(filter, before, most); })) {
      out.push_back(row.seq);
    }
    return out;
  };
  using Seqs = std::vector<std::int64_t>;
  CHECK(seqs({}) == Seqs{5, 4, 3, 2, 1});
  CHECK(seqs({}, 4, 2) == Seqs{3, 2});
  CHECK(seqs({.actor = "a1"}) == Seqs{5, 2, 1});
  CHECK(seqs({.persona = "administrator"}) == Seqs{4, 3});
  CHECK(seqs({.act = "see_case"}) == Seqs{5, 4, 2});
  CHECK(seqs({.object = "case 7"}) == Seqs{4, 3, 2});
  CHECK(seqs({.actor = "a1", .act = "see_case", .object = "case 7"}) == Seqs{2});
  CHECK(seqs({.from = at_hour(2), .until = at_hour(4)}) == Seqs{3, 2});
  CHECK(seqs({.act = "see_case", .from = at_hour(3)}) == Seqs{5, 4});
  CHECK(seqs({.act = "see_case", .from = at_hour(3)}, 5, 1) == Seqs{4});
  CHECK(seqs({.actor = "nobody' or '1'='1"}).empty());
}
