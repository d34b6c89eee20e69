#include <catch2/catch.hpp>

#include "engine/base/digest.hpp"
#include "engine/base/file.hpp"
#include "engine/base/instant.hpp"

using namespace guichet::base;

TEST_CASE("dates and instants read back what they write") {
  CHECK(iso(*parse_day("2009-02-04")) == "2009-02-04");
  CHECK(iso(*parse_instant("2009-02-04T09:00:00Z")) == "2009-02-04T09:00:00Z");
  CHECK(iso(*parse_instant("2009-02-04T09:00:00.250Z")) == "2009-02-04T09:00:00.250Z");
  CHECK(iso(*parse_local_time("2009-02-04T10:00")) == "2009-02-04T10:00:00");
  CHECK_FALSE(parse_day("2009-02-30"));
  CHECK_FALSE(parse_day("2009-2-3"));
  CHECK_FALSE(parse_instant("2009-02-04T25:00:00Z"));
}

TEST_CASE("long dates are written in both languages") {
  const Day day = *parse_day("2010-03-01");
  CHECK(long_date(day, Language::fr) == "lundi 1er mars 2010");
  CHECK(long_date(day, Language::en) == "Monday 1 March 2010");
  CHECK(short_date(day, Language::fr) == "01/03/2010");
}

TEST_CASE("digests agree with the published vectors") {
  // FIPS 180-2 "abc"; RFC 4231 case 2.
  CHECK(sha256_hex("abc") == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  CHECK(hmac_sha256_hex("Jefe", "what do ya want for nothing?") ==
        "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843");
}

TEST_CASE("invalid UTF-8 is found at its byte") {
  CHECK(find_invalid_utf8("été") == std::string::npos);
  CHECK(find_invalid_utf8("a\xE9t") == 1);
  CHECK(find_invalid_utf8("\xC0\x80") == 0);
  CHECK(find_invalid_utf8("\xED\xA0\x80") == 0);
}
