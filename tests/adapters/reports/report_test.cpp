#include "adapters/reports/report.hpp"

#include "adapters/reports/charts.hpp"
#include "engine/json/json.hpp"
#include "tests/support/case_fixture.hpp"

using namespace guichet;
using guichet::tests::small_desk;

namespace {

const reports::Period kYear{*base::parse_day("2026-01-01"), *base::parse_day("2026-12-31")};

results::Results sample() {
  results::Results out;
  out.total = {.requests = 20, .ineligible = 2, .cases = 18, .needs = 19, .completed = 7};
  out.month["2026-03"] = {.requests = 20, .cases = 18};
  out.theme["workshop"] = {.needs = 19, .accompanied = 9, .completed = 7};
  out.commune["riverside"] = {.requests = 14};
  out.commune["hilltop"] = {.requests = 3};
  out.commune["elsewhere"] = {.requests = 3};
  out.partner["guild"] = {
      .name = "<Guild & Sons>", .referrals = 4, .answers = 2, .business_days = 5};
  return out;
}

}  // namespace

TEST_CASE("the report as JSON is read back with its figures") {
  const auto value = json::read(reports::to_json(sample(), *small_desk(), kYear));
  REQUIRE(value);
  CHECK(value->value().member("requests")->as_integer() == 20);
  CHECK(value->value().member("theme")->member("workshop")->member("completed")->as_integer() == 7);
  CHECK(to_text(*value->value().member("partner")->member("guild")->member("mean_answer_days")) ==
        "2.5");
}

TEST_CASE("the page escapes names and shows no small number on its own") {
  const std::string html = reports::to_html(sample(), *small_desk(), kYear, true);

  CHECK(html.find("&lt;Guild &amp; Sons&gt;") != std::string::npos);
  CHECK(html.find("<Guild") == std::string::npos);
  CHECK(html.find("comes from a simulation") == std::string::npos);
  CHECK(html.find("come from a simulation") != std::string::npos);
  CHECK(html.find(">riverside<") != std::string::npos);
  CHECK(html.find(">hilltop<") == std::string::npos);
  CHECK(html.find("Other places (2)") != std::string::npos);
}

TEST_CASE("a roll-up that would itself be small takes the smallest place shown with it") {
  results::Results results = sample();
  results.commune.erase("elsewhere");  // three requests alone could be had by subtraction
  results.commune["mill"] = {.requests = 6};

  const std::string html = reports::to_html(results, *small_desk(), kYear, false);

  CHECK(html.find(">mill<") == std::string::npos);
  CHECK(html.find("Other places (2)") != std::string::npos);
}

TEST_CASE("a chart says its figures to those who do not see it") {
  const reports::Chart chart{"Requests", {"all"}, {{"03/26", {20}}, {"04/26", {0}}}};
  CHECK(reports::columns(chart).find("aria-label=\"Requests. 03/26: all 20; 04/26: all 0; \"") !=
        std::string::npos);
  CHECK(reports::rows(chart).find("<svg") == 0);
}
