// The index against a plain reading of the cells, on random tables; many more of them by
// `build/tests/table_differential --tables 100000`.
#include <catch2/catch.hpp>

#include "tests/rules/tables/fixture.hpp"
#include "tests/rules/tables/random_table.hpp"

namespace guichet::tables {

TEST_CASE("index and explanation say what a plain reading of each cell says") {
  CHECK(testing::find_difference(1, 1500) == "");
}

TEST_CASE("a plain reading that disagrees is noticed") {
  const auto loaded = testing::load(R"(guichet: decision-table/1
id: t
inputs: {a: {type: number}}
outputs: {r: {type: number, values: '4,3,2,1'}}
rules: |
  | id | a    || r |
  | R1 | < 10 || 1 |
)");
  DecisionTable::Parts other = loaded.table->parts();
  other.rules[0].cells[0].text = "< 9";
  const DecisionTable wrong(std::move(other));
  const testing::PlainReading reading(wrong);

  CHECK(testing::difference(wrong, reading, "{a: 8}") == "");
  CHECK(testing::difference(wrong, reading, "{a: 9}") ==
        "cell of R1 under a (< 9): the explanation says passed");
}

}  // namespace guichet::tables
