#include "workflows/explore/zone.hpp"

#include <catch2/catch.hpp>

using guichet::explore::kNoBound;
using guichet::explore::Zone;

TEST_CASE("clocks that run together keep their difference") {
  Zone zone(1);
  zone.let_time_pass();
  zone.at_most(0, 10);
  zone.at_least(0, 10);  // ten days later a second clock starts
  zone = zone.with({0, -1});
  CHECK(zone.least(0) == 10);
  CHECK(zone.most(1) == 0);

  zone.let_time_pass();
  zone.at_most(0, 20);

  CHECK(zone.most(1) == 10);
  CHECK(zone.least(0) == 10);
}

TEST_CASE("what cannot be is empty: the second rung before the first") {
  Zone zone(2);
  zone.let_time_pass();
  zone.at_most(0, 5);
  zone.at_least(1, 10);
  CHECK(zone.is_empty());
}

TEST_CASE("a clock that nothing bounds has no most") {
  Zone zone(1);
  zone.let_time_pass();
  CHECK(zone.most(0) == kNoBound);
  CHECK(zone.least(0) == 0);
}

TEST_CASE("a zone lies within another where every moment of it does") {
  Zone wide(1), narrow(1);
  wide.let_time_pass();
  narrow.let_time_pass();
  narrow.at_most(0, 3);
  CHECK(narrow.is_within(wide));
  CHECK_FALSE(wide.is_within(narrow));
}
