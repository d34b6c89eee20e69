// What the desk as a whole is told.
#include "engine/results/notices.hpp"

#include "tests/support/case_fixture.hpp"

using namespace guichet;
using guichet::tests::changed_desk;
using Names = std::vector<std::string>;

TEST_CASE("a convention is announced to end, then to have ended") {
  const auto desk = changed_desk(
      {{"rules/agreement.yaml", "valid: {from: 2020-01-01, to: 2040-01-01}",
        "valid: {from: 2020-01-01, to: 2026-07-01}"},
       {"desk.yaml", "undo_for: PT10M", "undo_for: PT10M\nconvention_warning: 60 days"}});
  const auto on = [&](std::string_view day) {
    Names out;
    for (const results::Notice& each : results::notices(*desk, *base::parse_day(day))) {
      out.emplace_back(each.text.key());
    }
    return out;
  };
  CHECK(on("2026-03-02").empty());
  CHECK(on("2026-05-15") == Names{"convention-ends"});
  CHECK(on("2026-07-01") == Names{"convention-ended"});
}
