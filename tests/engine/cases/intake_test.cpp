#include "tests/support/case_fixture.hpp"

using namespace guichet;
using guichet::tests::CaseFixture;
using guichet::tests::text;
using Names = std::vector<std::string>;

TEST_CASE("an eligible request becomes a case with a need for each theme") {
  CaseFixture kase;

  REQUIRE(kase.open({{"reference", text("R-2")},
                     {"name", text("Ada")},
                     {"phone", text("01632 960020")},
                     {"description", text("Space and money")},
                     {"area", text("riverside")},
                     {"themes", text("workshop")}}));

  CHECK(kase.snapshot.verdict == "take_in");
  CHECK(kase.snapshot.number == "R-2");
  CHECK(kase.snapshot.owner == "robin");
  REQUIRE(kase.snapshot.instances.size() == 2);
  CHECK(kase.instance(2).kind == "need");
  CHECK(kase.is_in(2, "with_us"));
  CHECK(kase.due(2, "nudge") == "2026-03-05");
  REQUIRE(kase.letters.size() == 1);
  CHECK(kase.letters[0].letter == "welcome");
  CHECK(kase.letters[0].text.find("Robin Hale") != std::string::npos);
}

TEST_CASE("a request from outside is closed with a letter and opens no need") {
  CaseFixture kase;

  REQUIRE(kase.open({{"reference", text("R-3")},
                     {"name", text("Ada")},
                     {"phone", text("01632 960020")},
                     {"email", text("ada@example.test")},
                     {"description", text("Space")},
                     {"area", text("elsewhere")},
                     {"themes", text("workshop")}}));

  CHECK(kase.snapshot.verdict == "refuse");
  CHECK(kase.snapshot.instances.size() == 1);
  CHECK(kase.snapshot.closed_at.has_value());
  CHECK(kase.sent() == Names{"not-for-us to person"});
  CHECK(kase.letters[0].text.find("outside Riverside") != std::string::npos);
}

TEST_CASE("a call is saved on very little and nothing leaves until it is qualified") {
  CaseFixture kase;

  REQUIRE(kase.open({{"reference", text("R-4")},
                     {"name", text("Ada")},
                     {"phone", text("01632 960020")},
                     {"description", text("Will call back")}}));
  CHECK(kase.letters.empty());
  CHECK_FALSE(kase.snapshot.intake_decided);
  CHECK(kase.is_in(1, "new"));

  REQUIRE(kase.act(1, "qualify", {{"themes", text("workshop")}, {"area", text("hilltop")}}));
  CHECK(kase.snapshot.verdict == "take_in");
  CHECK(kase.is_in(2, "with_us"));
}

TEST_CASE("a request that cannot be saved says everything that is missing") {
  CaseFixture kase;

  CHECK_FALSE(kase.open({{"reference", text("R-5")}, {"nonsense", text("x")}}));

  CHECK(kase.reasons() == Names{"save-needs", "unknown-field"});
  CHECK(kase.rejection.reasons[0].in(base::Language::en).find("Name, Telephone, Description") !=
        std::string::npos);
  CHECK(kase.snapshot.instances.empty());
}
