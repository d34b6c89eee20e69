#include "adapters/app/diagnostic_formats.hpp"

#include <catch2/catch.hpp>

#include "engine/json/json.hpp"

using namespace guichet;

namespace {

constexpr base::MessageText kWrong{"unknown-state", "« {0} » n'est pas un état",
                                   "'{0}' is not a state"};
constexpr base::MessageText kHint{"did-you-mean", "« {0} » ?", "did you mean '{0}'?"};
constexpr base::MessageText kAdvice{"advice", "conseil", "advice"};

// Two findings, the later one first; quotes, a backslash and an accent that JSON must carry.
base::Diagnostics findings() {
  const auto source =
      base::make_source("workflows/a \"b\".yaml", "guichet: x\n  goto: ré\\fered\n");
  base::Diagnostics out;
  out.error({source, 19, 9}, base::Message(kWrong, {"ré\\fered"}), base::Message(kHint, {"ok"}));
  out.warning({source, 0, 7}, base::Message(kAdvice), {}, {{source, 13, 4}});
  out.info({}, base::Message(kAdvice));
  return out;
}

std::string text(const feel::Value& value, std::string_view member) {
  const feel::Value* found = value.member(member);
  REQUIRE(found != nullptr);
  return to_text(*found);
}

const feel::Value& inside(const feel::Value& value, std::string_view member) {
  const feel::Value* found = value.member(member);
  REQUIRE(found != nullptr);
  return *found;
}

}  // namespace

TEST_CASE("as JSON a finding holds file, place, severity, code, text and hint") {
  const auto json = json::read(app::to_json(findings(), base::Language::en));

  REQUIRE(json);
  const auto items = json->value().items();
  REQUIRE(items.size() == 3);
  const feel::Value& error = items[2];
  CHECK(text(error, "file") == "workflows/a \"b\".yaml");
  CHECK(text(error, "line") == "2");
  CHECK(text(error, "column") == "9");
  CHECK(text(error, "severity") == "error");
  CHECK(text(error, "code") == "unknown-state");
  CHECK(text(error, "text") == "'ré\\fered' is not a state");
  CHECK(text(error, "hint") == "did you mean 'ok'?");
  CHECK(text(error, "end_line") == "2");
  CHECK(text(error, "end_column") == "17");  // in characters, not in bytes
  CHECK(inside(error, "related").items().empty());
  const auto related = inside(items[1], "related").items();
  REQUIRE(related.size() == 1);
  CHECK(text(related[0], "line") == "2");
  CHECK(text(related[0], "column") == "3");
}

TEST_CASE("as JSON findings are in the order of their places, and what is absent is null") {
  const auto json = json::read(app::to_json(findings(), base::Language::fr));

  REQUIRE(json);
  const auto items = json->value().items();
  REQUIRE(items.size() == 3);
  CHECK(text(items[0], "severity") == "note");
  CHECK(text(items[0], "file").empty());
  CHECK(text(items[1], "severity") == "warning");
  CHECK(text(items[1], "line") == "1");
  CHECK(inside(items[1], "hint").is_null());
  CHECK(text(items[2], "text") == "« ré\\fered » n'est pas un état");
}

TEST_CASE("no findings are an empty list in both forms") {
  CHECK(app::to_json({}, base::Language::en) == "[]");

  const auto sarif = json::read(app::to_sarif({}, base::Language::en));

  REQUIRE(sarif);
  CHECK(inside(inside(sarif->value(), "runs").items()[0], "results").items().empty());
}

TEST_CASE("as SARIF a finding holds rule, level, message with hint, and region") {
  const auto sarif = json::read(app::to_sarif(findings(), base::Language::en));

  REQUIRE(sarif);
  CHECK(text(sarif->value(), "version") == "2.1.0");
  const feel::Value& run = inside(sarif->value(), "runs").items()[0];
  CHECK(text(inside(inside(run, "tool"), "driver"), "name") == "guichet");
  const auto results = inside(run, "results").items();
  REQUIRE(results.size() == 3);
  const feel::Value& error = results[2];
  CHECK(text(error, "ruleId") == "unknown-state");
  CHECK(text(error, "level") == "error");
  CHECK(text(inside(error, "message"), "text") ==
        "'ré\\fered' is not a state (did you mean 'ok'?)");
  const feel::Value& place = inside(inside(error, "locations").items()[0], "physicalLocation");
  CHECK(text(inside(place, "artifactLocation"), "uri") == "workflows/a%20%22b%22.yaml");
  CHECK(text(inside(place, "region"), "startLine") == "2");
  CHECK(text(inside(place, "region"), "startColumn") == "9");
  CHECK(text(inside(place, "region"), "endLine") == "2");
  CHECK(text(inside(place, "region"), "endColumn") == "17");
}

TEST_CASE("as SARIF each code is one rule, and its text leaves out what is particular") {
  const auto sarif = json::read(app::to_sarif(findings(), base::Language::fr));

  REQUIRE(sarif);
  const feel::Value& run = inside(sarif->value(), "runs").items()[0];
  const auto rules = inside(inside(inside(run, "tool"), "driver"), "rules").items();
  REQUIRE(rules.size() == 2);
  CHECK(text(rules[0], "id") == "advice");
  CHECK(text(rules[1], "id") == "unknown-state");
  CHECK(text(inside(rules[1], "shortDescription"), "text") == "« … » n'est pas un état");
  for (const feel::Value& result : inside(run, "results").items()) {
    const auto index = inside(result, "ruleIndex").as_integer();
    REQUIRE(index);
    CHECK(text(rules[static_cast<std::size_t>(*index)], "id") == text(result, "ruleId"));
  }
}

TEST_CASE("as SARIF a finding without a file has no place, others name what belongs to them") {
  const auto sarif = json::read(app::to_sarif(findings(), base::Language::en));

  REQUIRE(sarif);
  const auto results = inside(inside(sarif->value(), "runs").items()[0], "results").items();
  REQUIRE(results.size() == 3);
  CHECK(inside(results[0], "locations").items().empty());
  CHECK(results[0].member("relatedLocations") == nullptr);
  CHECK(inside(results[1], "relatedLocations").items().size() == 1);
}
