// A consent's life: for all partners or for some, said on a day, by a channel, written down.
#include "tests/engine/cases/people_fixture.hpp"

using namespace guichet;
using namespace guichet::tests;
using Names = std::vector<std::string>;

namespace {
cases::Consent said(std::string state, Names partners = {}) {
  return {.state = std::move(state),
          .partners = std::move(partners),
          .channel = "phone",
          .said_on = {},
          .field = {}};
}
}  // namespace

TEST_CASE("a consent for one partner lets that one be asked") {
  KeptCase kase;
  REQUIRE(kase.begin("refused"));
  CHECK_FALSE(kase.pass_on());
  CHECK(kase.reasons() == Names{"refused-by-path"});
  REQUIRE(kase.ask(said("given", {"guild"})));
  REQUIRE(kase.count<cases::ConsentRecorded>() == 1);
  const auto& taken = std::get<cases::ActTaken>(kase.events.front());
  CHECK(taken.channel == "phone");
  CHECK(taken.recorded_by == "robin");
  REQUIRE(kase.pass_on());
  CHECK(kase.is_in(3, "asked"));
}

TEST_CASE("a partner whom the consent does not name is shown as not chosen for it") {
  const auto desk = changed_desk({{"partners.yaml", "partners:\n",
                                   "partners:\n  bank:\n    name: The Bank\n    head: {name: B. "
                                   "Ill, email: b@example.test}\n"}});
  KeptCase kase;
  kase.desk = desk;
  REQUIRE(kase.begin("refused"));
  REQUIRE(kase.ask(said("given", {"bank"})));
  REQUIRE(kase.pass_on());
  CHECK(kase.is_in(2, "with_us"));  // nobody could be asked
  const auto& considered = kase.instance(2).considered;
  REQUIRE_FALSE(considered.empty());
  CHECK(considered.front().partner == "guild");
  CHECK(considered.front().failed.front().criterion == "consent");
}

TEST_CASE("withdrawing stops the referral at once, tells the partner and closes its access") {
  KeptCase kase;
  REQUIRE(kase.begin());
  REQUIRE(kase.pass_on());
  kase.now += std::chrono::hours(1);  // the request has left
  REQUIRE(kase.submit(access::partner_actor(kase.desk->directory, "guild"), said("withdrawn")) ==
          false);
  CHECK(kase.reasons() == Names{"not-for-partners"});
  REQUIRE(kase.ask(said("withdrawn")));
  CHECK_FALSE(kase.instance(3).is_open());
  CHECK(kase.instance(3).outcome == "withdrawn");
  CHECK(kase.instance(3).timers.empty());
  CHECK(kase.recalled.empty());
  CHECK_FALSE(kase.sent().empty());
  CHECK_FALSE(kase.answer("accept", {{"contact", text("Jo")}}));
  CHECK(kase.reasons() == Names{"instance-closed"});
}

TEST_CASE("a request that still rests is called back, and the partner hears nothing at all") {
  KeptCase kase;
  REQUIRE(kase.begin());
  REQUIRE(kase.pass_on());
  kase.now += std::chrono::minutes(1);
  REQUIRE(kase.ask(said("withdrawn")));
  CHECK(kase.recalled.size() == 1);
  for (const cases::LetterEffect& letter : kase.letters) CHECK(letter.to_kind != "partner");
}

TEST_CASE("every reason against a consent comes at once") {
  KeptCase kase;
  REQUIRE(kase.begin());
  cases::Consent wrong = said("given", {"nobody", "noone"});
  wrong.said_on = base::parse_day("2030-01-01");
  CHECK_FALSE(kase.ask(wrong));
  CHECK(kase.reasons() ==
        Names{"unknown-partner", "unknown-partner", "said-in-future", "said-already"});
  CHECK_FALSE(kase.ask(said("maybe")));
  CHECK(kase.reasons() == Names{"no-consent-state"});
  CHECK_FALSE(kase.ask(said("given")));
  CHECK(kase.reasons() == Names{"said-already"});
}

TEST_CASE("a word for all replaces what was said for some") {
  KeptCase kase;
  REQUIRE(kase.begin("refused"));
  REQUIRE(kase.ask(said("given", {"guild"})));
  CHECK(kase.snapshot.person.at("may_share").value().kind() == feel::Kind::context);
  REQUIRE(kase.ask(said("given")));
  CHECK(kase.snapshot.person.at("may_share") == text("given"));
  REQUIRE(kase.ask(said("withdrawn", {"guild"})));
  CHECK(to_text(kase.snapshot.person.at("may_share").value()).find("withdrawn") !=
        std::string::npos);
  CHECK_FALSE(kase.ask(said("withdrawn", {"guild"})));
  CHECK(kase.reasons() == Names{"nothing-to-withdraw"});
}

TEST_CASE("what was said earlier is dated, and shifts nothing else") {
  KeptCase kase;
  REQUIRE(kase.begin());
  REQUIRE(kase.pass_on());
  const std::string due = kase.due(3, "reminder");
  kase.now += std::chrono::hours(48);
  cases::Reply reply{.n = {3},
                     .name = "decline",
                     .with = {{"reason", text("full")}},
                     .channel = "phone",
                     .said_on = base::parse_day("2026-03-03")};
  CHECK(due == "2026-03-09");
  REQUIRE(kase.ask(reply));
  const auto& taken = std::get<cases::ActTaken>(kase.events.front());
  CHECK(taken.said_on == base::parse_day("2026-03-03"));
  CHECK(taken.recorded_by == "robin");
  CHECK(kase.due(2, "nudge") == "2026-03-09");  // of the day on which it was written down
  reply.said_on = base::parse_day("2026-04-01");
  KeptCase late;
  REQUIRE(late.begin());
  REQUIRE(late.pass_on());
  CHECK_FALSE(late.ask(reply));
  CHECK(late.reasons() == Names{"said-in-future"});
}
