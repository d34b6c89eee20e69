#include "tests/support/case_fixture.hpp"

using namespace guichet;
using guichet::tests::CaseFixture;
using guichet::tests::text;
using Names = std::vector<std::string>;

TEST_CASE("passing on asks the partner that the agreement designates and says why") {
  CaseFixture kase;
  REQUIRE(kase.open_maker());

  REQUIRE(kase.act(2, "pass_on"));

  REQUIRE(kase.snapshot.instances.size() == 3);
  const cases::Instance& referral = kase.instance(3);
  REQUIRE(referral.referral);
  CHECK(referral.referral->partner == "guild");
  CHECK(referral.referral->article == "a-1");
  CHECK_FALSE(referral.referral->rule.empty());
  CHECK(kase.sent() == Names{"please-help to guild"});
  CHECK(kase.letters[0].to_address == "jo@example.test");
  CHECK(kase.due(3, "reminder") == "2026-03-09");
  CHECK(kase.due(3, "silence") == "2026-03-16");
  REQUIRE(kase.instance(2).considered.size() == 1);
  CHECK(kase.instance(2).considered[0].chosen);
}

TEST_CASE("without consent passing on is refused in the desk's own words") {
  CaseFixture kase;
  REQUIRE(kase.open_maker("refused"));
  const auto before = kase.snapshot.rev;

  CHECK_FALSE(kase.act(2, "pass_on"));

  REQUIRE(kase.rejection.reasons.size() == 1);
  CHECK(kase.rejection.reasons[0].in(base::Language::en).find("has not agreed") !=
        std::string::npos);
  CHECK(kase.snapshot.rev == before);
  CHECK(kase.snapshot.instances.size() == 2);
}

TEST_CASE("an accepted referral leads the need to its end and counts as completed") {
  CaseFixture kase;
  REQUIRE(kase.open_maker());
  REQUIRE(kase.act(2, "pass_on"));

  REQUIRE(kase.reply(3, "accept", {{"contact", text("Jo Ash")}}));

  CHECK(kase.instance(3).outcome == "accepted");
  CHECK(kase.instance(2).outcome == "helped");
  CHECK(kase.instance(2).success);
  CHECK(kase.instance(2).accompanied);
  CHECK(kase.instance(2).lead == "guild");
  CHECK(kase.sent() == Names{"in-good-hands to person"});
}

TEST_CASE("silence is reminded, then recorded as silence, and bars nobody") {
  CaseFixture kase;
  REQUIRE(kase.open_maker());
  REQUIRE(kase.act(2, "pass_on"));

  REQUIRE(kase.fire(3, "reminder"));
  CHECK(kase.sent() == Names{"relance-partenaire to guild"});
  REQUIRE(kase.fire(3, "silence"));
  CHECK(kase.instance(3).outcome == "silent");
  CHECK_FALSE(kase.instance(3).is_open());
  CHECK(kase.is_in(2, "with_us"));

  REQUIRE(kase.act(2, "pass_on"));
  CHECK(kase.instance(4).referral->partner == "guild");
}

TEST_CASE("a partner that declined is not asked again for that need") {
  CaseFixture kase;
  REQUIRE(kase.open_maker());
  REQUIRE(kase.act(2, "pass_on"));
  REQUIRE(kase.reply(3, "decline", {{"reason", text("full")}}));
  REQUIRE(kase.is_in(2, "with_us"));

  REQUIRE(kase.act(2, "pass_on"));

  CHECK(kase.snapshot.instances.size() == 3);
  CHECK(kase.is_in(2, "with_us"));
  REQUIRE(kase.instance(2).considered.size() == 1);
  CHECK(kase.instance(2).considered[0].failed.front().criterion == "declined");
}

TEST_CASE("finishing a need withdraws the partner that has not answered, with a letter") {
  CaseFixture kase;
  REQUIRE(kase.open_maker());
  REQUIRE(kase.act(2, "pass_on"));
  REQUIRE(kase.fire(3, "silence"));
  REQUIRE(kase.act(2, "pass_on"));
  REQUIRE(kase.fire(4, "silence"));

  REQUIRE(kase.act(2, "finish", {{"result", text("helped")}}));

  CHECK(kase.instance(2).success);
  CHECK(kase.snapshot.closed_at.has_value());
}
