// The contract of stores, what concerns files: kept with the step that brings them, byte by byte,
// gone with the fact that says so.
#include <catch2/catch.hpp>

#include "engine/store/copy_cases.hpp"
#include "engine/store/messages.hpp"
#include "tests/engine/store/store_under_test.hpp"
#include "tests/engine/store/written_case.hpp"

using namespace guichet;
using store::at_hour;

namespace {

// Every byte that there is, zeros and line ends among them.
std::string every_byte() {
  std::string out;
  for (int i = 0; i < 1024; ++i) out += static_cast<char>(i * 7 % 256);
  return out;
}

cases::DocumentAdded added(const std::string& key) {
  return {.n = {1},
          .key = key,
          .name = "Devis été.pdf",
          .media_type = "application/pdf",
          .digest = "d-" + key,
          .size = 1024,
          .by = "person",
          .from = "applicant",
          .partner = "",
          .partners = {"cma-46"}};
}

cases::DocumentEffect bytes_of(const std::string& key, std::string content) {
  return {key, "d-" + key, "application/pdf",
          std::make_shared<const std::string>(std::move(content))};
}

store::Step step_with(const store::WrittenCase& kase, const std::string& key, int hour) {
  store::Step step = kase.step({added(key)}, at_hour(hour));
  step.documents.push_back(bytes_of(key, every_byte()));
  return step;
}

std::optional<store::StoredDocument> find(store::Store& store, base::CaseId kase,
                                          const std::string& key) {
  std::optional<store::StoredDocument> out;
  store.read([&](store::Reader& reader) { out = reader.document(kase, key); });
  return out;
}

}  // namespace

TEST_CASE("a file comes back byte by byte, after a restart too, and from its own case alone") {
  const auto under_test = store::make_store_under_test();
  auto kase = store::open_case(under_test->store(), "R-1", "cma-46");
  REQUIRE(kase.keeps(step_with(kase, "k1", 10)));
  under_test->reopen();
  const auto kept = find(under_test->store(), kase.id(), "k1");
  REQUIRE(kept);
  CHECK(kept->content == every_byte());
  CHECK(kept->media_type == "application/pdf");
  CHECK(kept->digest == "d-k1");
  CHECK(kept->at == at_hour(10));
  CHECK_FALSE(find(under_test->store(), kase.id(), "k2"));
  CHECK_FALSE(find(under_test->store(), {kase.id().value + 1}, "k1"));
  const auto snapshot = store::load(under_test->store(), kase.id());
  REQUIRE(snapshot);
  REQUIRE(snapshot->extras.documents.size() == 1);
  CHECK(snapshot->extras.documents.front().name == "Devis été.pdf");
  CHECK(snapshot->extras.documents.front().partners == std::vector<std::string>{"cma-46"});
}

TEST_CASE("a file that was taken away is gone, and the others stay") {
  const auto under_test = store::make_store_under_test();
  store::Store& store = under_test->store();
  auto kase = store::open_case(store, "R-1", "cma-46");
  for (const char* key : {"k1", "k2"}) {
    store::Step step = kase.step({added(key)}, at_hour(10));
    step.documents.push_back(bytes_of(key, "bytes of " + std::string(key)));
    REQUIRE(kase.keeps(step));
  }
  kase.save({cases::DocumentRemoved{{1}, "k1", "Devis été.pdf"}}, at_hour(11));
  CHECK_FALSE(find(store, kase.id(), "k1"));
  REQUIRE(find(store, kase.id(), "k2"));
  CHECK(find(store, kase.id(), "k2")->content == "bytes of k2");
}

TEST_CASE("files go with the case's personal data, those of other cases stay") {
  const auto under_test = store::make_store_under_test();
  store::Store& store = under_test->store();
  auto first = store::open_case(store, "R-1", "cma-46");
  REQUIRE(first.keeps(step_with(first, "k1", 10)));
  auto second = store::open_case(store, "R-2", "cma-46");
  REQUIRE(second.keeps(step_with(second, "k1", 10)));
  second.save({cases::PersonalDataTaken{{"contact"}}}, at_hour(12));
  CHECK_FALSE(find(store, second.id(), "k1"));
  CHECK(find(store, first.id(), "k1"));
  CHECK(store::load(store, second.id())->extras.documents.empty());
}

TEST_CASE("a step that is not kept leaves no file behind, and takes none away") {
  const auto under_test = store::make_store_under_test();
  store::Store& store = under_test->store();
  auto kase = store::open_case(store, "R-1", "cma-46");
  const store::Step first = step_with(kase, "k1", 10);
  const store::Step late = step_with(kase, "k2", 10);
  REQUIRE(kase.keeps(first));
  CHECK_FALSE(kase.keeps(late));  // the case has moved on
  CHECK_FALSE(find(store, kase.id(), "k2"));
  const store::Step removal =
      kase.step({cases::DocumentRemoved{{1}, "k1", "Devis été.pdf"}}, at_hour(11));
  const auto failed = store::write_now(store, [&](store::Transaction& transaction) {
    transaction.save(removal);
    throw store::StorageFailure(
        base::Error{base::ErrorKind::fault, base::Message(store::messages::kWorkFailed)});
  });
  CHECK(failed);
  CHECK(find(store, kase.id(), "k1"));
}

TEST_CASE("files are copied with their cases") {
  const auto from = store::make_memory_store();
  auto kase = store::open_case(*from, "R-1", "cma-46");
  REQUIRE(kase.keeps(step_with(kase, "k1", 10)));
  const auto under_test = store::make_store_under_test();
  store::copy_cases(*from, under_test->store());
  const auto kept = find(under_test->store(), kase.id(), "k1");
  REQUIRE(kept);
  CHECK(kept->content == every_byte());
}
