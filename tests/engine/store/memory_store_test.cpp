#include <catch2/catch.hpp>

#include "engine/store/listing.hpp"
#include "tests/engine/store/store_under_test.hpp"
#include "tests/engine/store/written_case.hpp"

using namespace guichet;
using store::at_hour;

namespace {

class MemoryUnderTest final : public store::StoreUnderTest {
 public:
  store::Store& store() override { return *store_; }
  void reopen() override {}

 private:
  std::unique_ptr<store::Store> store_ = store::make_memory_store();
};

}  // namespace

std::unique_ptr<store::StoreUnderTest> store::make_store_under_test() {
  return std::make_unique<MemoryUnderTest>();
}

TEST_CASE("text is found whatever its case and accents") {
  CHECK(store::fold_for_search("Élodie ŒUVRARD-Straße, l'Hôpital Ÿ 12") ==
        "elodie oeuvrard-strasse, l'hopital y 12");
  CHECK(store::fold_for_search("Æther ĳ Łódź ſ") == "aether ij lodz s");
  CHECK(store::fold_for_search("日本 × ÷ ŋ « »") == "日本 × ÷ ŋ « »");
  CHECK(store::fold_for_search("coupé\xC3") == "coupe\xC3");
}

TEST_CASE("the periods at hand are those of the day before and after too") {
  const auto names = store::current_periods(*base::parse_instant("2008-12-31T23:30:00Z"));
  for (const char* wanted : {"2008-12-31", "2009-01-01", "2008-12", "2009-01", "2008", "2009",
                             "2008-Q4", "2009-Q1", "open"}) {
    INFO(wanted);
    CHECK(std::ranges::find(names, wanted) != names.end());
  }
  CHECK(names.size() <= 12);
}

TEST_CASE("a fact's hash covers what it says and what came before") {
  const std::vector<cases::Event> events{cases::Noted{{1}, "a"}, cases::Noted{{1}, "b"}};
  const auto facts = store::seal(events, 1, at_hour(9), "c-petit", "");

  REQUIRE(facts.size() == 2);
  CHECK(facts[0].hash.size() == 64);
  CHECK(facts[1].prev_hash == facts[0].hash);
  CHECK(facts[1].seq == 2);
  cases::Fact altered = facts[1];
  altered.actor = "d-grand";
  CHECK(store::fact_hash(altered) != facts[1].hash);
  altered = facts[1];
  altered.event = cases::Noted{{1}, "c"};
  CHECK(store::fact_hash(altered) != facts[1].hash);
  altered = facts[1];
  altered.prev_hash = "";
  CHECK(store::fact_hash(altered) != facts[1].hash);
}
