// The contract of stores: partners with their revisions, absences of the staff, what was changed.
#include <catch2/catch.hpp>
#include <future>

#include "engine/store/messages.hpp"
#include "tests/engine/store/store_under_test.hpp"
#include "tests/engine/store/written_case.hpp"

using namespace guichet;
using store::at_hour;
using store::DirectoryReader;
using store::LetterStatus;
using store::Transaction;

namespace {

base::Day day(const char* iso) {
  return *base::parse_day(iso);
}

}  // namespace

TEST_CASE("an entry of the directory is replaced with its revision, and every change is kept") {
  const auto under_test = store::make_store_under_test();
  under_test->store().seed_directory({{"b", "1"}, {"a", "1"}});
  store::write_now(under_test->store(), [&](Transaction& t) {
    CHECK(t.directory().partner("a")->rev == 1);
    t.directory().save_partner({"a", 2, "2"});
    t.directory().save_partner({"c", 1, "new"});
    t.directory().record_change({"a", 2, at_hour(9), "robin", "why", "1", "2"});
    t.directory().record_change({"a", 3, at_hour(10), "lou", "", "2", "3"});
    t.directory().record_change({"b", 2, at_hour(11), "lou", "", "1", "2"});
  });

  under_test->reopen();

  under_test->store().read([&](store::Reader& reader) {
    DirectoryReader& directory = reader.directory();
    const auto all = directory.partners();
    REQUIRE(all.size() == 3);
    CHECK((all[0].id == "a" && all[0].rev == 2 && all[0].body == "2"));
    CHECK((all[1].id == "b" && all[1].rev == 1));
    CHECK(all[2].id == "c");
    CHECK_FALSE(directory.partner("d"));
    const auto changes = directory.changes("a", 99);
    REQUIRE(changes.size() == 2);
    CHECK((changes[0].rev == 3 && changes[0].by == "lou"));
    CHECK((changes[1].note == "why" && changes[1].before == "1" && changes[1].after == "2"));
    CHECK(changes[1].at == at_hour(9));
    CHECK(directory.changes("a", 1).size() == 1);
    CHECK(directory.changes("", 99).empty());
  });
}

TEST_CASE("absences of the staff are kept by their first day, and taken away") {
  const auto under_test = store::make_store_under_test();
  std::int64_t later = 0, sooner = 0;
  store::write_now(under_test->store(), [&](Transaction& t) {
    later = t.directory().add_staff_absence({0, "x", day("2026-05-01"), day("2026-05-02"), "y"});
    sooner = t.directory().add_staff_absence({0, "z", day("2026-04-01"), day("2026-04-02"), ""});
  });
  under_test->reopen();
  const auto absences = [&] {
    std::vector<store::StaffAbsenceRow> found;
    under_test->store().read(
        [&](store::Reader& reader) { found = reader.directory().staff_absences(); });
    return found;
  };
  CHECK(absences() == std::vector<store::StaffAbsenceRow>{
                          {sooner, "z", day("2026-04-01"), day("2026-04-02"), ""},
                          {later, "x", day("2026-05-01"), day("2026-05-02"), "y"}});
  store::write_now(under_test->store(), [&](Transaction& t) {
    CHECK(t.directory().remove_staff_absence(sooner));
    CHECK_FALSE(t.directory().remove_staff_absence(sooner));
  });
  CHECK(absences().size() == 1);
}

TEST_CASE("what a failed change wrote of the directory is not kept") {
  const auto under_test = store::make_store_under_test();
  under_test->store().seed_directory({{"a", "1"}});
  std::promise<bool> told;
  under_test->store().write(
      [](Transaction& t) {
        t.directory().save_partner({"a", 2, "2"});
        t.directory().save_partner({"b", 1, "2"});
        t.directory().add_staff_absence({0, "x", day("2026-05-01"), day("2026-05-02"), ""});
        t.directory().record_change({"a", 2, at_hour(9), "", "", "1", "2"});
        throw store::StorageFailure({base::ErrorKind::surroundings, base::Message(store::messages::kWorkFailed)});
      },
      [&](const base::Result<void>& written) { told.set_value(written.has_value()); });
  CHECK_FALSE(told.get_future().get());
  under_test->store().read([&](store::Reader& reader) {
    CHECK(reader.directory().partner("a")->body == "1");
    CHECK_FALSE(reader.directory().partner("b"));
    CHECK(reader.directory().staff_absences().empty());
    CHECK(reader.directory().changes("a", 9).empty());
  });
}

TEST_CASE("addresses that a relay refused for good are told, the newest first") {
  const auto under_test = store::make_store_under_test();
  auto& store = under_test->store();
  auto kase = store::open_case(store, "2009-007", "cma-46");
  const auto letter = [](const char* key, const char* kind, const char* address) {
    cases::LetterEffect out;
    out.key = key;
    out.channel = "email";
    out.to_kind = kind;
    out.to = "cma-46";
    out.to_name = "A. Martin";
    out.to_address = address;
    out.n = store::kReferral;
    out.made_at = out.leaves_at = at_hour(9);
    return out;
  };
  kase.save({cases::StateEntered{store::kNeed, "chez_partenaires", 1}}, at_hour(9),
            {letter("k1", "partner", "old@x.test"), letter("k2", "person", "p@x.test"),
             letter("k3", "partner", "good@x.test")});
  std::vector<store::LeasedLetter> leased;
  for (int i = 0; i < 3; ++i) {
    store::write_now(store, [&](Transaction& t) {
      for (const auto& each : t.lease_letters(9, at_hour(10), at_hour(11))) {
        const bool good = each.letter.key == "k3";
        t.settle_letter(each.id, each.fence, good ? LetterStatus::delivered : LetterStatus::refused,
                        at_hour(10), "550 no such user");
      }
    });
  }
  store.read([&](store::Reader& reader) {
    const auto refused = reader.directory().refused_addresses();
    REQUIRE(refused.size() == 1);
    CHECK(refused[0].partner == "cma-46");
    CHECK(refused[0].name == "A. Martin");
    CHECK(refused[0].address == "old@x.test");
    CHECK(refused[0].reason == "550 no such user");
    CHECK(refused[0].at == at_hour(9));
  });
}
