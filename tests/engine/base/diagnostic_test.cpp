#include <catch2/catch.hpp>

#include "engine/base/diagnostic.hpp"
#include "engine/base/messages.hpp"

using namespace guichet::base;

namespace {
constexpr MessageText kUnknownState{"unknown-state", "« {0} » n'est pas un état",
                                    "'{0}' is not a state"};
}

TEST_CASE("a diagnostic shows place, line, caret and hint") {
  const auto source = make_source("w.yaml", "états:\n  goto: refered\n");
  Diagnostics diagnostics;

  diagnostics.error({source, static_cast<std::uint32_t>(source->text().find("refered")), 7},
                    Message(kUnknownState, {"refered"}),
                    suggestion("refered", {"referred", "closed"}));

  CHECK(render_text(diagnostics, Language::en) ==
        "w.yaml:2:9: error [unknown-state]: 'refered' is not a state\n"
        "    2 |   goto: refered\n"
        "      |         ^ did you mean 'referred'?\n");
  CHECK(render_text(diagnostics, Language::fr).find("vouliez-vous dire « referred » ?") !=
        std::string::npos);
}

TEST_CASE("diagnostics are sorted by place and equal ones said once") {
  const auto source = make_source("w.yaml", "abc");
  Diagnostics diagnostics;
  diagnostics.error({source, 2, 1}, Message(kUnknownState, {"c"}));
  diagnostics.warning({source, 0, 1}, Message(kUnknownState, {"a"}));
  diagnostics.error({source, 2, 1}, Message(kUnknownState, {"c"}));

  const auto sorted = diagnostics.sorted();

  REQUIRE(sorted.size() == 2);
  CHECK(sorted[0].at.offset == 0);
  CHECK(diagnostics.has_errors());
}

TEST_CASE("a suggestion is made for a slip and not for another word") {
  CHECK(did_you_mean("intial", {"initial", "states"}) == "initial");
  CHECK(did_you_mean("itnitial", {"initial", "states"}) == "initial");
  CHECK_FALSE(did_you_mean("colour", {"initial", "states"}));
  CHECK_FALSE(did_you_mean("x", {"y"}));
}
