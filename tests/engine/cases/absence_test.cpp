// Those who are away, and who stands in for them.
#include "tests/support/case_fixture.hpp"

using namespace guichet;
using guichet::tests::CaseFixture;
using guichet::tests::Change;
using guichet::tests::opened;
using guichet::tests::text;
using Names = std::vector<std::string>;

namespace {

std::vector<Change> away(const std::string& absences) {
  return {
      {"desk.yaml", "  maker:", "  frontdesk: {title: Front desk, bind: role:frontdesk}\n  maker:"},
      {"desk.yaml", "refusals:",
       "  sam: {name: Sam, email: s@example.test, roles: [frontdesk]}\n"
       "  kit: {name: Kit, email: k@example.test, roles: [frontdesk]}\n\n"
       "absences: [" +
           absences + "]\n\nrefusals:"}};
}

const std::string kRobinAway = "{who: robin, from: 2026-03-04, to: 2026-03-06, substitute: sam}";

}  // namespace

TEST_CASE("a reminder to somebody who is away goes to whoever stands in for her") {
  CaseFixture kase = opened(away(kRobinAway));
  REQUIRE(kase.due(2, "nudge") == "2026-03-05");
  REQUIRE(kase.fire(2, "nudge"));
  CHECK(kase.sent() == Names{"relance-adviser to sam"});
}

TEST_CASE("a member may list her absences herself") {
  CaseFixture kase = opened(
      {{"desk.yaml",
        "  maker:", "  frontdesk: {title: Front desk, bind: role:frontdesk}\n  maker:"},
       {"desk.yaml", "roles: [adviser]}",
        "roles: [adviser], absences: [{from: 2026-03-04, to: 2026-03-06, substitute: sam}]}\n"
        "  sam: {name: Sam, email: s@example.test, roles: [frontdesk]}"}});
  REQUIRE(kase.fire(2, "nudge"));
  CHECK(kase.sent() == Names{"relance-adviser to sam"});
}

TEST_CASE("who stands in may do what she may, and only while she is away") {
  CaseFixture kase = opened(away(kRobinAway));
  const access::Actor sam = *access::actor_as(*kase.desk, "sam");
  const cases::Act pass_on{{2}, "pass_on", {}};
  CHECK_FALSE(kase.run(sam, pass_on));
  CHECK(kase.reasons() == Names{"wrong-role"});

  kase.now = *base::parse_instant("2026-03-06T16:00:00Z");
  CHECK(kase.run(sam, pass_on));
}

TEST_CASE("a substitute who is away herself is stood in for; a circle ends with her") {
  CaseFixture kase =
      opened(away(kRobinAway + ", {who: sam, from: 2026-03-05, to: 2026-03-05, substitute: kit}"));
  REQUIRE(kase.fire(2, "nudge"));
  CHECK(kase.sent() == Names{"relance-adviser to kit"});

  CaseFixture circle = opened(
      away(kRobinAway + ", {who: sam, from: 2026-03-05, to: 2026-03-05, substitute: robin}"));
  REQUIRE(circle.fire(2, "nudge"));
  CHECK(circle.sent() == Names{"relance-adviser to robin"});
}

TEST_CASE("an adviser of a partner is stood in for from the day on which she is away") {
  CaseFixture kase =
      opened({{"partners.yaml", "    advisers:\n",
               "    absences: [{who: j-ash, from: 2026-03-06, to: 2026-03-31, substitute: kim}]\n"
               "    advisers:\n"},
              {"partners.yaml", "phone: \"01632 960011\"}",
               "phone: \"01632 960011\"}\n      kim: {name: Kim Lee, email: kim@example.test}"}});
  REQUIRE(kase.act(2, "pass_on"));
  CHECK(kase.letters.front().to_address == "jo@example.test");
  REQUIRE(kase.fire(3, "reminder"));
  CHECK(kase.letters.front().to_address == "kim@example.test");
}

TEST_CASE("a question's rest of business days is counted over a partner's closure") {
  CaseFixture kase = opened({{"partners.yaml", "    advisers:\n",
                              "    closures: [{from: 2026-03-04, to: 2026-03-10, clock: stopped}]\n"
                              "    advisers:\n"}});
  REQUIRE(kase.act(2, "pass_on"));
  // 3, then closed until the 10th, then 11, 12, 13 and 16 March.
  CHECK(kase.due(3, "reminder") == "2026-03-16");
}

TEST_CASE("an absence that ends before it begins, or is stood in for by herself, is a mistake") {
  base::Diagnostics diagnostics;
  auto files = bundle::read_folder(GUICHET_ROOT "/examples/riverside-makers", diagnostics);
  files["desk.yaml"] +=
      "\nabsences:\n  - {who: robin, from: 2026-03-06, to: 2026-03-04, substitute: robin}\n"
      "  - {who: robine, from: 2026-03-06, to: 2026-03-07}\n";
  CHECK(bundle::load_desk_files(files, "", diagnostics) == nullptr);
  const std::string told = render_text(diagnostics, base::Language::en);
  CHECK(told.find("absence-backwards") != std::string::npos);
  CHECK(told.find("own-substitute") != std::string::npos);
  CHECK(told.find("did you mean 'robin'?") != std::string::npos);
}
