#include <catch2/catch.hpp>

#include "engine/base/delay.hpp"

using guichet::base::Delay;
using guichet::base::parse_delay;

TEST_CASE("delays are read in words and in ISO 8601") {
  CHECK(parse_delay("5bd") == Delay{Delay::Unit::business_days, 5});
  CHECK(parse_delay("2 weeks") == Delay{Delay::Unit::days, 14});
  CHECK(parse_delay("6 months") == Delay{Delay::Unit::months, 6});
  CHECK(parse_delay("P1Y6M") == Delay{Delay::Unit::months, 18});
  CHECK(parse_delay("PT1H30M") == Delay{Delay::Unit::milliseconds, 5'400'000});
  CHECK(parse_delay("P14D") == parse_delay("14 days"));
}

TEST_CASE("a mixture, a sign, a bare number is no delay") {
  for (const char* wrong : {"P1MT2H", "-5bd", "5", "", "P", "PT", "5 bananas", "P1.5D", "bd",
                            "99999999999999999999bd", "P1M3D"}) {
    INFO(wrong);
    CHECK_FALSE(parse_delay(wrong));
  }
}

TEST_CASE("a delay written out reads back") {
  for (const char* text : {"5bd", "P14D", "P6M", "PT8H", "PT90M", "PT5S"}) {
    CHECK(to_text(*parse_delay(text)) == text);
  }
}
