// Acts and letters that are taken back: the state and the due dates of then, both in the journal.
#include "tests/engine/cases/people_fixture.hpp"

using namespace guichet;
using namespace guichet::tests;
using Names = std::vector<std::string>;

namespace {
const cases::ActUndone& undone(const KeptCase& kase) {
  return std::get<cases::ActUndone>(kase.events.front());
}
}  // namespace

TEST_CASE("undoing gives the state back with its original due dates") {
  KeptCase kase;
  REQUIRE(kase.begin());
  const std::string nudge = kase.due(2, "nudge"), forget = kase.due(2, "forget");
  kase.now += std::chrono::hours(5);
  REQUIRE(kase.pass_on());
  kase.now += std::chrono::minutes(5);
  REQUIRE(kase.ask(cases::Undo{}));
  CHECK(undone(kase).name == "pass_on");
  CHECK(kase.is_in(2, "with_us"));
  CHECK(kase.due(2, "nudge") == nudge);
  CHECK(kase.due(2, "forget") == forget);
  CHECK(kase.instance(2).tasks.size() == 1);
  CHECK(kase.recalled.size() == 1);
  CHECK(kase.instance(3).outcome == "undone");
  CHECK(kase.letters.empty());
  // Nobody is barred by what did not happen; a new question has a link of its own.
  REQUIRE(kase.pass_on());
  CHECK(kase.is_in(4, "asked"));
}

TEST_CASE(
    "a letter that has left is named, and the partner hears that the question is taken back") {
  KeptCase kase;
  REQUIRE(kase.begin());
  REQUIRE(kase.pass_on());
  kase.now += std::chrono::hours(1);
  REQUIRE(kase.ask(cases::Undo{}));
  CHECK(kase.recalled.empty());
  CHECK(undone(kase).left.size() == 1);
  CHECK(kase.sent().size() == 1);
}

TEST_CASE("what fell due since does not fall due again; what did not is due at once") {
  KeptCase kase;
  REQUIRE(kase.begin());
  REQUIRE(
      kase.ask(cases::Act{.n = {2}, .name = "finish", .with = {{"result", text("not_helped")}}}));
  CHECK(kase.instance(2).closed_at);
  CHECK(kase.snapshot.closed_at);
  kase.now += std::chrono::hours(24 * 10);
  REQUIRE(kase.ask(cases::Undo{}));
  CHECK_FALSE(kase.snapshot.closed_at);
  CHECK(kase.due(2, "nudge") == "2026-03-05");
  REQUIRE(kase.fire_now(2, "nudge"));
  CHECK_FALSE(kase.fire_now(2, "nudge"));
}

TEST_CASE("a timer that goes on beside the act keeps its firing") {
  KeptCase kase;
  REQUIRE(kase.begin());
  REQUIRE(kase.ask(cases::CompleteTask{.n = {2}, .task = "with_us"}));
  REQUIRE(kase.instance(2).tasks.empty());
  REQUIRE(kase.fire_now(2, "nudge"));
  REQUIRE(kase.ask(cases::Undo{}));
  CHECK(kase.instance(2).tasks.size() == 1);
  CHECK(kase.due(2, "nudge").empty());  // has fired: never again
}

TEST_CASE("what has gone on since is not undone") {
  KeptCase kase;
  REQUIRE(kase.begin());
  REQUIRE(kase.pass_on());
  REQUIRE(kase.fire_now(3, "silence"));
  CHECK_FALSE(kase.ask(cases::Undo{}));
  CHECK(kase.reasons() == Names{"gone-on", "gone-on"});
}

TEST_CASE("an act is undone by who did it or by a coordinator") {
  KeptCase kase;
  REQUIRE(kase.begin());
  REQUIRE(kase.pass_on());
  REQUIRE(kase.answer("decline", {{"reason", text("full")}}));
  access::Actor other{.kind = access::ActorKind::partner, .id = "other", .partner = "other"};
  CHECK_FALSE(kase.submit(other, cases::Undo{}));
  CHECK(kase.reasons() == Names{"undo-is-theirs"});
  REQUIRE(kase.ask(cases::Undo{}));
  CHECK(kase.is_in(3, "asked"));
  CHECK(kase.is_in(2, "with_partner"));
}

TEST_CASE("undoing twice takes the act before; then there is nothing left") {
  KeptCase kase;
  REQUIRE(kase.begin());
  CHECK_FALSE(kase.ask(cases::Undo{}));
  CHECK(kase.reasons() == Names{"nothing-to-undo"});
  REQUIRE(kase.pass_on());
  REQUIRE(kase.answer("decline", {{"reason", text("full")}}));
  CHECK_FALSE(kase.ask(cases::Undo{.act = 1}));
  CHECK(kase.reasons() == Names{"not-last-act"});
  REQUIRE(kase.ask(cases::Undo{}));
  REQUIRE(kase.ask(cases::Undo{}));
  CHECK(kase.is_in(2, "with_us"));
  CHECK(kase.instance(3).outcome == "undone");
  CHECK_FALSE(kase.ask(cases::Undo{}));
}

TEST_CASE("qualifying can be undone: eligibility is asked again") {
  KeptCase kase;
  REQUIRE(
      kase.submit(access::system_actor(), cases::OpenRequest{{{"reference", text("R-1")},
                                                              {"name", text("Ada")},
                                                              {"phone", text("01632 960020")},
                                                              {"description", text("A bench")}}}));
  const cases::Fields qualified{{"themes", text("workshop")}, {"area", text("riverside")}};
  REQUIRE(kase.ask(cases::Act{.n = {1}, .name = "qualify", .with = qualified}));
  REQUIRE(kase.snapshot.intake_decided);
  REQUIRE(kase.ask(cases::Undo{}));
  CHECK_FALSE(kase.snapshot.intake_decided);
  CHECK_FALSE(kase.snapshot.data.contains("area"));
  CHECK(kase.is_in(1, "new"));
  REQUIRE(kase.ask(cases::Act{.n = {1}, .name = "qualify", .with = qualified}));
  CHECK(kase.is_in(3, "with_us"));
}

TEST_CASE("a letter is called back while it rests") {
  KeptCase kase;
  REQUIRE(kase.begin());
  const std::string key = kase.outbox.front().key;
  CHECK_FALSE(kase.ask(cases::RecallLetter{"9-9"}));
  CHECK(kase.reasons() == Names{"no-letter"});
  REQUIRE(kase.ask(cases::RecallLetter{key}));
  CHECK(kase.recalled == Names{key});
  CHECK_FALSE(kase.ask(cases::RecallLetter{key}));
  CHECK(kase.reasons() == Names{"letter-left"});
  KeptCase late;
  REQUIRE(late.begin());
  late.now += std::chrono::hours(1);
  CHECK_FALSE(late.ask(cases::RecallLetter{late.outbox.front().key}));
}

TEST_CASE("a letter that bounces becomes a call") {
  KeptCase kase;
  REQUIRE(kase.begin());
  const std::string key = kase.outbox.front().key;
  REQUIRE(
      kase.submit(access::system_actor(), cases::ReportDelivery{key, false, "550 no such user"}));
  const auto& tasks = kase.instance(1).tasks;
  REQUIRE_FALSE(tasks.empty());
  CHECK(tasks.back().id == "call." + key);
  CHECK(tasks.back().title.find("Ada") != std::string::npos);
}

TEST_CASE("what was done to a case whose personal data is gone is not taken back") {
  KeptCase kase;
  REQUIRE(kase.begin());
  REQUIRE(
      kase.ask(cases::Act{.n = {2}, .name = "finish", .with = {{"result", text("not_helped")}}}));
  kase.snapshot.extras.personal_data_taken = true;
  CHECK_FALSE(kase.ask(cases::Undo{}));
  CHECK(kase.reasons() == Names{"personal-data-gone"});
}
