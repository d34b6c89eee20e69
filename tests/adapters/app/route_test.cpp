#include "adapters/app/route.hpp"

#include "engine/json/json.hpp"
#include "tests/support/case_fixture.hpp"

using namespace guichet;
using tests::small_desk;

namespace {

feel::Stored parsed(const std::string& json) {
  const auto value = json::read(json);
  REQUIRE(value);
  return *value;
}

// The needs of the answer; a day within the agreement's validity, so that today does not matter.
feel::Stored route(const std::string& kase, bool explained = false) {
  const auto routed = app::route(*small_desk(), parsed(kase), explained, base::Language::en);
  REQUIRE(routed);
  CHECK_FALSE(routed->contains('\n'));
  const feel::Stored answer = parsed(*routed);
  const feel::Value* needs = answer.value().member("needs");
  REQUIRE(needs != nullptr);
  return feel::Stored(*needs);
}

std::vector<std::string> reasons(const std::string& kase) {
  const auto routed = app::route(*small_desk(), parsed(kase), false, base::Language::en);
  REQUIRE_FALSE(routed);
  std::vector<std::string> out;
  for (const base::Message& each : routed.error()) out.emplace_back(each.key());
  return out;
}

std::string text_of(const feel::Value& value, std::string_view member) {
  const feel::Value* found = value.member(member);
  REQUIRE(found != nullptr);
  return to_text(*found);
}

const std::string kWorkshop =
    R"({"themes":["workshop"],"area":"riverside","received_on":"2026-03-02"})";
const std::string kLoanOnTheHill =
    R"({"themes":["loan"],"area":"hilltop","people":2,"received_on":"2026-03-02"})";

}  // namespace

TEST_CASE("a case's theme and place give the partner, the article and the rule") {
  const auto needs = route(kWorkshop);

  REQUIRE(needs.value().items().size() == 1);
  const feel::Value& need = needs.value().items()[0];
  CHECK(text_of(need, "theme") == "workshop");
  const auto chosen = need.member("chosen")->items();
  REQUIRE(chosen.size() == 1);
  CHECK(text_of(chosen[0], "partner") == "guild");
  CHECK(text_of(chosen[0], "article") == "a-1");
  CHECK_FALSE(text_of(chosen[0], "rule").empty());
  CHECK(need.member("not_chosen") == nullptr);
}

TEST_CASE("each theme is a need of its own; one alone may be given by its name") {
  const auto both =
      route(R"({"themes":"workshop|loan","area":"riverside","received_on":"2026-03-02"})");
  REQUIRE(both.value().items().size() == 2);
  CHECK(text_of(both.value().items()[1], "theme") == "loan");

  const auto one = route(R"({"theme":"loan","area":"riverside","received_on":"2026-03-02"})");
  REQUIRE(one.value().items().size() == 1);
  CHECK(text_of(one.value().items()[0], "theme") == "loan");
}

TEST_CASE("explained, who was not chosen has the failing criterion, the value and what it wanted") {
  const auto needs = route(kLoanOnTheHill, true);

  const feel::Value& need = needs.value().items()[0];
  CHECK(need.member("chosen")->items().empty());
  const auto not_chosen = need.member("not_chosen")->items();
  REQUIRE_FALSE(not_chosen.empty());
  CHECK(text_of(not_chosen[0], "partner") == "guild");
  const auto failed = not_chosen[0].member("failed")->items();
  REQUIRE(failed.size() == 1);
  CHECK(text_of(failed[0], "criterion") == "area");
  CHECK(text_of(failed[0], "value") == "hilltop");
  CHECK(text_of(failed[0], "wanted").contains("riverside"));
  CHECK(need.member("would_open") != nullptr);
}

TEST_CASE("what is wrong with a case is said all at once") {
  CHECK(reasons(R"({"aera":"riverside","people":"some"})").size() == 2);
  CHECK(reasons(R"({"aera":"riverside"})") == std::vector<std::string>{"unknown-field"});
  CHECK(reasons("[1]") == std::vector<std::string>{"case-is-object"});
}

TEST_CASE("sample cases are the same each time and can be routed") {
  const auto first = app::sample_cases(*small_desk(), 20);
  const auto again = app::sample_cases(*small_desk(), 20);

  REQUIRE(first.size() == 20);
  for (std::size_t i = 0; i < first.size(); ++i) {
    CHECK(first[i] == again[i]);
    CHECK(app::route(*small_desk(), first[i], true, base::Language::en));
  }
}

TEST_CASE("a convention that no path names may choose all the same") {
  base::Diagnostics diagnostics;
  const auto desk = bundle::load_desk(GUICHET_ROOT "/examples/service-national", diagnostics);
  REQUIRE(desk != nullptr);
  const std::string kase = R"({"theme":"tresorerie","code_effectif":"03","recue_le":"2026-03-02"})";

  const auto by_path = app::route(*desk, parsed(kase), false, base::Language::fr);
  const auto by_id = app::route(*desk, parsed(kase), false, base::Language::fr,
                                app::RouteFormat::json, desk->conventions.at("vecteurs").get());

  REQUIRE(by_path);
  REQUIRE(by_id);
  CHECK(by_path->find("ddets-rhone") == std::string::npos);  // no commune: nobody
  CHECK(by_id->find(R"("partner":"ddets-rhone")") != std::string::npos);
}

TEST_CASE("a case without a theme is told what it lacks") {
  std::vector<base::Message> doubts;
  const auto routed = app::route(*small_desk(), parsed("{}"), false, base::Language::en,
                                 app::RouteFormat::json, nullptr, &doubts);

  CHECK(*routed == R"({"needs":[]})");
  REQUIRE(doubts.size() == 1);
  CHECK(doubts[0].key() == "theme-missing");

  app::route(*small_desk(), parsed(kWorkshop), false, base::Language::en, app::RouteFormat::json,
             nullptr, &doubts);
  CHECK(doubts.empty());
}

TEST_CASE("for people, partners and themes go by their names") {
  const auto routed = app::route(*small_desk(), parsed(kLoanOnTheHill), true, base::Language::en,
                                 app::RouteFormat::text);
  REQUIRE(routed);
  INFO(*routed);
  for (const auto& [id, partner] : small_desk()->directory.partners)
    if (routed->find("(" + id + ")") != std::string::npos)
      CHECK(routed->find(partner.name + " (" + id + ")") != std::string::npos);
  CHECK(routed->find(" (guild)") != std::string::npos);
}
