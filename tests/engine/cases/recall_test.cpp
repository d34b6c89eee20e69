// What can be called back is what no relay has been given, however long it has been due; whoever
// never heard a question does not hear that it is taken back.
#include "tests/engine/cases/people_fixture.hpp"

using namespace guichet;
using namespace guichet::tests;
using cases::Whereabouts;
using Names = std::vector<std::string>;

namespace {

constexpr std::string_view kAsked = "please-help";

// The guild is asked, and an hour later the letter is still here.
struct Held : KeptCase {
  Held() {
    relay_works = false;
    REQUIRE(begin());
    REQUIRE(pass_on());
    now += std::chrono::hours(1);
  }
  bool withdraw() { return ask(cases::Consent{.state = "withdrawn"}); }
  // The relay takes the letter, and answers later.
  void hand_over() { queued(std::string(kAsked)).where = Whereabouts::handed_over; }
  bool answers(Whereabouts where) {
    queued(std::string(kAsked)).where = where;
    return submit(
        access::system_actor(),
        cases::ReportDelivery{queued(std::string(kAsked)).key, where == Whereabouts::left, "busy"});
  }
  std::size_t to_partner(Whereabouts where) const {
    return static_cast<std::size_t>(std::ranges::count_if(outbox, [&](const auto& each) {
      return each.to_kind == "partner" && each.where == where;
    }));
  }
};

}  // namespace

TEST_CASE("withdrawn consent calls back what the relay has not been given") {
  Held kase;
  REQUIRE(kase.withdraw());
  CHECK(kase.queued("please-help").where == Whereabouts::recalled);
  CHECK(kase.sent().empty());
  CHECK(kase.instance(3).outcome == "withdrawn");
}

TEST_CASE("requalifying calls back what the relay has not been given") {
  Held kase;
  REQUIRE(kase.ask(cases::Requalify{.n = {2}, .theme = "loan", .keep = {}}));
  CHECK(kase.to_partner(Whereabouts::recalled) == 1);
  CHECK(kase.to_partner(Whereabouts::waiting) == 0);
}

TEST_CASE("undoing calls back what the relay has not been given") {
  Held kase;
  REQUIRE(kase.ask(cases::Undo{}));
  CHECK(std::get<cases::ActUndone>(kase.events.front()).left.empty());
  CHECK(kase.to_partner(Whereabouts::recalled) == 1);
  CHECK(kase.to_partner(Whereabouts::waiting) == 0);
}

TEST_CASE("merging calls back what the relay has not been given") {
  KeptCase first;
  first.snapshot.id = {1};
  REQUIRE(first.begin());
  Held second;
  second.others[{1}] = first.snapshot;
  REQUIRE(second.ask(cases::Merge{{1}}));
  CHECK(second.to_partner(Whereabouts::recalled) == 1);
}

TEST_CASE("a person calls a letter back that is long due and still here") {
  Held kase;
  REQUIRE(kase.ask(cases::RecallLetter{kase.queued("please-help").key}));
  CHECK(kase.queued("please-help").where == Whereabouts::recalled);
  CHECK_FALSE(kase.ask(cases::RecallLetter{kase.queued("please-help").key}));
  CHECK(kase.reasons() == Names{"letter-left"});
}

TEST_CASE("a partner whose only letter was called back does not hear of its withdrawal") {
  Held kase;
  REQUIRE(kase.ask(cases::RecallLetter{kase.queued("please-help").key}));
  REQUIRE(kase.withdraw());
  CHECK(kase.sent().empty());
  CHECK(kase.instance(3).outcome == "withdrawn");
}

TEST_CASE("while a relay has the letter, what takes it back waits behind it") {
  Held kase;
  kase.hand_over();
  REQUIRE(kase.withdraw());
  CHECK(kase.queued("please-help").where == Whereabouts::called_back);
  CHECK(kase.to_partner(Whereabouts::waiting) == 1);

  SECTION("the relay answers later: the partner hears nothing of either") {
    REQUIRE(kase.answers(Whereabouts::recalled));
    CHECK(kase.to_partner(Whereabouts::waiting) == 0);
    CHECK(kase.to_partner(Whereabouts::recalled) == 2);
    CHECK(kase.count<cases::IncidentOpened>() == 0);
  }
  SECTION("the relay took it: the partner is told that it is taken back") {
    REQUIRE(kase.answers(Whereabouts::left));
    CHECK(kase.to_partner(Whereabouts::waiting) == 1);
    CHECK(kase.count<cases::LetterDelivered>() == 1);
  }
}

TEST_CASE("undone while a relay has the letter: told only where it arrives") {
  Held kase;
  kase.hand_over();
  REQUIRE(kase.ask(cases::Undo{}));
  CHECK(std::get<cases::ActUndone>(kase.events.front()).left.size() == 1);
  CHECK(kase.to_partner(Whereabouts::waiting) == 1);
  REQUIRE(kase.answers(Whereabouts::recalled));
  CHECK(kase.to_partner(Whereabouts::waiting) == 0);
}

TEST_CASE("undoing a withdrawal lets the letter leave after all, under the due dates of then") {
  Held kase;
  const std::string due = kase.due(3, "reminder");
  const std::string key = kase.queued("please-help").key;
  REQUIRE(kase.withdraw());
  kase.now += std::chrono::hours(1);
  REQUIRE(kase.ask(cases::Undo{}));
  CHECK(kase.is_in(3, "asked"));
  CHECK(kase.due(3, "reminder") == due);
  CHECK(kase.queued("please-help").key == key);
  CHECK(kase.queued("please-help").where == Whereabouts::waiting);
  CHECK(kase.queued("please-help").leaves_at > kase.now);  // it rests again
  CHECK(kase.count<cases::LetterPutBack>() == 1);
  CHECK(kase.to_partner(Whereabouts::waiting) == 1);
}

TEST_CASE("undoing a withdrawal while a relay has the letter lets it try on") {
  Held kase;
  kase.hand_over();
  REQUIRE(kase.withdraw());
  REQUIRE(kase.ask(cases::Undo{}));
  CHECK(kase.queued("please-help").where == Whereabouts::handed_over);
  CHECK(kase.to_partner(Whereabouts::waiting) == 0);  // nothing is taken back any more
}

TEST_CASE("what somebody has to print is to be printed again when the withdrawal is undone") {
  KeptCase kase;
  kase.desk = changed_desk(
      {{"letters/please-help.md", "channels: [email, printed]", "channels: [printed]"}});
  kase.relay_works = false;
  REQUIRE(kase.begin());
  REQUIRE(kase.pass_on());
  const std::size_t tasks = kase.instance(3).tasks.size();
  REQUIRE(tasks == 1);
  REQUIRE(kase.ask(cases::Consent{.state = "withdrawn"}));
  REQUIRE(kase.ask(cases::Undo{}));
  REQUIRE(kase.instance(3).tasks.size() == tasks);
  CHECK(kase.instance(3).tasks.front().id == "printed." + kase.queued("please-help").key);
}

TEST_CASE("undoing a reopening closes the case again, on the day that it was closed") {
  KeptCase kase;
  kase.desk = changed_desk({{"workflows/help.yaml", "initial: with_us",
                             "retention: {after_closed: P1Y, do: anonymise}\n"
                             "reopen: {by: [adviser], goto: with_us}\ninitial: with_us"}});
  REQUIRE(kase.begin());
  REQUIRE(kase.ask(cases::Act{.n = {2}, .name = "finish", .with = {{"result", text("helped")}}}));
  const auto closed = kase.snapshot.closed_at;
  REQUIRE(closed);
  const std::string kept = kase.due(1, "retention");
  kase.now += std::chrono::hours(48);
  REQUIRE(kase.ask(cases::Reopen{{2}, {}}));
  REQUIRE_FALSE(kase.snapshot.closed_at);
  REQUIRE(kase.ask(cases::Undo{}));
  CHECK(kase.snapshot.closed_at == closed);
  CHECK(kase.instance(2).closed_at == closed);
  CHECK(kase.due(1, "retention") == kept);
}
