#include <catch2/catch.hpp>

#include "engine/json/json.hpp"

using namespace guichet;
using feel::Kind;
using feel::Value;

namespace {

std::string rewritten(std::string_view text) {
  feel::Arena arena;
  const auto value = json::read(text, arena);
  return value ? json::write(*value) : value.error().what.in(base::Language::en);
}

std::string canonical(std::string_view text) {
  feel::Arena arena;
  return json::write_canonical(*json::read(text, arena));
}

}  // namespace

TEST_CASE("JSON reads and writes back unchanged, on one line, in its order") {
  for (const char* text :
       {"null", "true", "false", "0", "-1", "12.5", "\"\"", "\"été 😀\"", "[]", "{}",
        R"({"b":1,"a":[1,"x",null,{"c":true}],"":{}})", R"("\"\\\b\f\n\r\t\u0001/")", "[[[[]]]]"}) {
    CHECK(rewritten(text) == text);
  }
  CHECK(rewritten(" { \"a\" : [ 1 ,\n 2 ] } \n") == R"({"a":[1,2]})");
  CHECK(rewritten(R"("\u00e9\ud83d\ude00\/")") == "\"é😀/\"");
}

TEST_CASE("numbers are exact decimals, never doubles") {
  CHECK(rewritten("0.1") == "0.1");
  CHECK(rewritten("1E-1") == "0.1");
  CHECK(rewritten("1.50") == "1.5");
  CHECK(rewritten("1e3") == "1000");
  CHECK(rewritten("-0") == "0");
  CHECK(rewritten("9007199254740993") == "9007199254740993");
  CHECK(rewritten("9223372036854775807") == "9223372036854775807");
  CHECK(rewritten("-9223372036854775808") == "-9223372036854775808");
  CHECK(rewritten("18446744073709551615") == "18446744073709551615");
  CHECK(rewritten("123456789012345678901234567890.1234") == "123456789012345678901234567890.1234");
  CHECK(rewritten("[0.30000000000000004,1e400]").starts_with("[0.30000000000000004,1"));

  feel::Arena arena;
  const auto sum = json::read("{\"a\": 0.3}", arena);
  CHECK(feel::equal(*sum->member("a"), *arena.number("0.3")));
}

TEST_CASE("a stored value outlives its text") {
  feel::Stored stored;
  {
    std::string text = R"({"nom":"une entreprise au nom assez long","effectif":3})";
    stored = *json::read(text);
    text.assign(text.size(), 'x');
  }
  CHECK(stored.value().member("nom")->text() == "une entreprise au nom assez long");
  CHECK(stored.value().member("effectif")->as_integer() == 3);
}

TEST_CASE("a fault is told with line and column") {
  CHECK(rewritten("{\"a\": 1,\n \"é\": x}") == "JSON, line 2, column 7: unexpected 'x'");
  CHECK(rewritten("[1, 2") == "JSON, line 1, column 6: the end is missing");
  CHECK(rewritten("") == "JSON, line 1, column 1: the end is missing");
  CHECK(rewritten("[1] 2") == "JSON, line 1, column 5: text follows the value");
  CHECK(rewritten("[1,]") == "JSON, line 1, column 4: unexpected ']'");
  CHECK(rewritten("[\"a\nb\"]") == "JSON, line 1, column 4: unexpected '\n'");
  CHECK(rewritten("[01]") == "JSON, line 1, column 3: unexpected '1'");
  CHECK(rewritten("NaN") == "JSON, line 1, column 1: unexpected 'N'");
  CHECK(rewritten("{'a': 1}") == "JSON, line 1, column 2: unexpected '''");
  CHECK(rewritten("[1] // x") == "JSON, line 1, column 5: text follows the value");
  CHECK(rewritten("\"\xE9\"") == "JSON, line 1, column 2: this is not UTF-8");
  CHECK(rewritten(R"("\ud83d")") == "JSON, line 1, column 8: wrong escape");
  CHECK(rewritten(R"("\x")") == "JSON, line 1, column 3: wrong escape");
  CHECK(rewritten(R"("\u12")").ends_with("wrong escape"));
  CHECK(rewritten("1e99999999999").ends_with("number out of range"));
  CHECK(rewritten("[1e9999]") == "JSON, line 1, column 2: number out of range");
}

TEST_CASE("a key that stands twice is refused at its second place") {
  CHECK(rewritten("{\"a\":1,\n \"b\":2, \"a\":3}") ==
        "JSON, line 2, column 9: the key 'a' is already defined");
  CHECK(rewritten(R"([{"a":1},{"a":2,"b":{"a":3}}])") == R"([{"a":1},{"a":2,"b":{"a":3}}])");
  CHECK(rewritten(R"({"é":1,"\u00e9":2})").ends_with("the key 'é' is already defined"));

  std::string many = "{";
  for (int i = 0; i < 1000; ++i)
    many += "\"k" + std::to_string(i) + "\":" + std::to_string(i) + ",";
  CHECK(rewritten(many + "\"z\":1}") == many + "\"z\":1}");
  CHECK(rewritten(many + "\"k500\":1}").ends_with("the key 'k500' is already defined"));
}

TEST_CASE("64 levels are read and 65 are not, nor a hundred thousand") {
  const auto nested = [](std::size_t depth) {
    return std::string(depth, '[') + std::string(depth, ']');
  };
  CHECK(rewritten(nested(64)) == nested(64));
  CHECK(rewritten(nested(65)) == "JSON, line 1, column 65: more than 64 levels of nesting");
  CHECK(rewritten(std::string(100'000, '[')).ends_with("more than 64 levels of nesting"));
}

TEST_CASE("the canonical form sorts keys by UTF-16 code unit at every level") {
  CHECK(canonical(R"({"b": {"z": 1.0, "a": [ {"y": 1, "x": 2} ]}, "a": 10e1, "": 0})") ==
        R"({"":0,"a":100,"b":{"a":[{"x":2,"y":1}],"z":1}})");
  CHECK(canonical(R"({"\uffe6":1,"😀":2,"é":3,"Z":4,"z":5})") ==
        "{\"Z\":4,\"z\":5,\"é\":3,\"😀\":2,\"\uffe6\":1}");
  CHECK(canonical(R"({"ab":1,"a":2})") == R"({"a":2,"ab":1})");
}

TEST_CASE("what JSON has no form for is written as its text") {
  feel::Arena arena;
  const Value date = *feel::parse_temporal("2009-02-04", arena);
  const Value moment = *feel::parse_temporal("2009-02-04T10:00:00Z", arena);
  const Value months = *feel::parse_temporal("P3M", arena);
  const Value items[] = {date, moment, months};

  CHECK(json::write(arena.list(items)) == R"(["2009-02-04","2009-02-04T10:00:00Z","P3M"])");
}

TEST_CASE("typed JSON keeps every kind of value") {
  feel::Arena arena;
  for (const char* text : {"2009-02-04", "10:00:00", "10:00:00+02:00", "2009-02-04T10:00:00",
                           "2009-02-04T10:00:00.25Z", "2009-02-04T10:00:00@Europe/Paris", "P3M",
                           "-P1Y2M", "PT8H", "P1DT2H3M4.5S"}) {
    const auto value = feel::parse_temporal(text, arena);
    INFO(text);
    REQUIRE(value);
    const std::string written = json::write_typed(*value);
    const auto back = json::read_typed(written);
    REQUIRE(back);
    CHECK(back->value().kind() == value->kind());
    CHECK(feel::equal(back->value(), *value));
    CHECK(json::write_typed(back->value()) == written);
  }
  CHECK(json::write_typed(*feel::parse_temporal("2009-02-04", arena)) ==
        R"({"@date":"2009-02-04"})");
}

TEST_CASE("typed JSON: ranges come back as ranges") {
  for (const char* text :
       {R"json({"@range":"[1..20)"})json", R"json({"@range":"(\"a\"..\"b\"]"})json"}) {
    const auto value = json::read_typed(text);
    INFO(text);
    REQUIRE(value);
    CHECK(value->value().kind() == Kind::range);
    CHECK(json::write_typed(value->value()) == text);
  }
}

TEST_CASE("typed JSON: a key that looks like a mark stays a key") {
  feel::Arena arena;
  const auto plain = json::read(R"({"@date":"2009-02-04"})", arena);
  const std::string written = json::write_typed(*plain);

  CHECK(written == R"({"@@date":"2009-02-04"})");
  const auto back = json::read_typed(written);
  REQUIRE(back);
  CHECK(back->value().kind() == Kind::context);
  CHECK(feel::equal(back->value(), *plain));
  CHECK(json::write_typed(json::read_typed(R"({"@@@x":{"a":1,"@b":2}})")->value()) ==
        R"({"@@@x":{"a":1,"@b":2}})");
}

TEST_CASE("typed JSON refuses a mark without its value") {
  for (const char* text : {R"({"@date":"10:00:00"})", R"({"@date":1})", R"({"@what":"x"})",
                           R"({"@range":"1 + 1"})", R"({"@range":"[1..["})"}) {
    const auto value = json::read_typed(text);
    INFO(text);
    REQUIRE_FALSE(value);
    CHECK(value.error().what.key() == "json-bad-typed-value");
  }
}

TEST_CASE("a quoted string is a JSON literal") {
  CHECK(json::quote("a\"b\\c\n\x1F é") == "\"a\\\"b\\\\c\\n\\u001f é\"");
}
