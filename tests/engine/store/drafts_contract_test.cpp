// The contract of stores, the draft of the desk's folder: kept, replaced, taken away, and not kept
// where a transaction fails.
#include <catch2/catch.hpp>
#include <future>

#include "tests/engine/store/store_under_test.hpp"
#include "tests/engine/store/written_case.hpp"

using namespace guichet;
using store::at_hour;
using store::Transaction;

namespace {

constexpr base::MessageText kTorn{"torn", "déchiré", "torn"};

void write(store::Store& store, const std::function<void(store::DraftRows&)>& work,
           bool kept = true) {
  std::promise<bool> done;
  store.write(
      [&](Transaction& transaction) {
        work(transaction.drafts());
        if (!kept) {
          throw store::StorageFailure({base::ErrorKind::input, base::Message(kTorn)});
        }
      },
      [&](const base::Result<void>& result) { done.set_value(result.has_value()); });
  CHECK(done.get_future().get() == kept);
}

std::vector<store::DraftFile> files(store::Store& store) {
  std::vector<store::DraftFile> out;
  store.read([&](store::Reader& reader) { out = reader.drafts().draft_files(); });
  return out;
}

std::optional<store::Draft> draft(store::Store& store) {
  std::optional<store::Draft> out;
  store.read([&](store::Reader& reader) { out = reader.drafts().draft(); });
  return out;
}

}  // namespace

TEST_CASE("a draft is there while it has files, each with what it replaces and who wrote it") {
  const auto under_test = store::make_store_under_test();
  auto& store = under_test->store();
  CHECK_FALSE(draft(store));
  write(store, [](store::DraftRows& rows) {
    rows.save_draft({"base", 1, at_hour(10), "Ada"});
    rows.save_draft_file({"b.yaml", "text", "was", at_hour(10), "Ada"});
    rows.save_draft_file({"a.md", std::nullopt, "", at_hour(11), "Kim"});
  });

  under_test->reopen();
  auto& again = under_test->store();
  const auto kept = files(again);
  REQUIRE(kept.size() == 2);
  CHECK(kept[0].path == "a.md");
  CHECK_FALSE(kept[0].text);
  CHECK(kept[1].text == "text");
  CHECK(kept[1].base == "was");
  CHECK(kept[1].at == at_hour(10));
  CHECK(kept[0].by == "Kim");
  REQUIRE(draft(again));
  CHECK(draft(again)->base == "base");
  CHECK(draft(again)->rev == 1);

  write(again, [](store::DraftRows& rows) {
    rows.save_draft({"base", 2, at_hour(12), "Kim"});
    rows.save_draft_file({"b.yaml", "", "was", at_hour(12), "Kim"});
    rows.remove_draft_file("a.md");
    CHECK(rows.draft_file("b.yaml")->text == "");
    CHECK_FALSE(rows.draft_file("a.md"));
  });
  CHECK(files(again).size() == 1);
  CHECK(draft(again)->rev == 2);

  write(again, [](store::DraftRows& rows) { rows.remove_draft_files(); });
  CHECK(files(again).empty());
  CHECK_FALSE(draft(again));
}

TEST_CASE("what a failed transaction did to the draft is not kept") {
  const auto under_test = store::make_store_under_test();
  auto& store = under_test->store();
  write(store, [](store::DraftRows& rows) {
    rows.save_draft({"base", 1, at_hour(10), "Ada"});
    rows.save_draft_file({"b.yaml", "text", "", at_hour(10), "Ada"});
  });

  write(
      store,
      [](store::DraftRows& rows) {
        rows.save_draft({"base", 2, at_hour(11), "Kim"});
        rows.save_draft_file({"b.yaml", "other", "", at_hour(11), "Kim"});
        rows.save_draft_file({"c.yaml", "new", "", at_hour(11), "Kim"});
        rows.remove_draft_file("b.yaml");
      },
      false);

  const auto kept = files(store);
  REQUIRE(kept.size() == 1);
  CHECK(kept[0].text == "text");
  CHECK(draft(store)->rev == 1);
}
