// Notes of the desk, what a partner that was asked suggests, and cases that are kept apart.
#include "tests/engine/cases/people_fixture.hpp"

using namespace guichet;
using namespace guichet::tests;

namespace {

const Change kSecond{"partners.yaml", "partners:\n",
                     "partners:\n  bank:\n    name: The Bank\n    head: {name: B, email: "
                     "b@example.test}\n"};

// A case whose referral awaits the guild's answer, on a desk that knows a bank too.
struct Asked : KeptCase {
  Asked() {
    desk = changed_desk({kSecond});
    REQUIRE(begin());
    REQUIRE(pass_on());
  }
  access::Actor guild() const { return access::partner_actor(desk->directory, "guild"); }
  std::string reason() const {
    REQUIRE_FALSE(rejection.reasons.empty());
    return std::string(rejection.reasons.front().key());
  }
};

}  // namespace

TEST_CASE("a note is kept with its author and its moment, and a struck one stays readable") {
  KeptCase kase;
  REQUIRE(kase.begin());
  REQUIRE(kase.ask(cases::AddNote{{1}, "Prefers to be called in the morning"}));
  REQUIRE(kase.snapshot.extras.notes.size() == 1);
  const cases::Note note = kase.snapshot.extras.notes.front();
  CHECK(note.words == "Prefers to be called in the morning");
  CHECK(note.by == "robin");
  CHECK(note.at == kase.now);
  CHECK_FALSE(note.struck);
  REQUIRE(kase.ask(cases::StrikeNote{note.seq}));
  CHECK(kase.snapshot.extras.notes.front().struck);
  CHECK_FALSE(kase.ask(cases::StrikeNote{note.seq}));
  CHECK(kase.rejection.status == 409);
}

TEST_CASE("only the desk writes notes, and a note says something") {
  Asked kase;
  CHECK_FALSE(kase.submit(kase.guild(), cases::AddNote{{3}, "For us"}));
  CHECK(kase.rejection.status == 403);
  CHECK_FALSE(kase.ask(cases::AddNote{{1}, " \n "}));
  CHECK(kase.reason() == "no-words");
  CHECK_FALSE(kase.ask(cases::AddNote{{1}, std::string(4001, 'a')}));
  CHECK(kase.reason() == "too-many-words");
  CHECK(kase.ask(cases::AddNote{{1}, std::string(4000, 'a')}));
  CHECK_FALSE(kase.ask(cases::AddNote{{9}, "Of nothing"}));
  CHECK(kase.rejection.status == 404);
  CHECK_FALSE(kase.ask(cases::StrikeNote{1}));
  CHECK(kase.reason() == "no-such-note");
}

TEST_CASE("a note is no act: what was done before it can still be undone, and it stays") {
  Asked kase;
  REQUIRE(kase.ask(cases::AddNote{{1}, "Called"}));
  REQUIRE(kase.ask(cases::Undo{}));
  CHECK(kase.snapshot.extras.notes.size() == 1);
  CHECK(kase.instance(3).outcome == "undone");
}

TEST_CASE("the partner that is asked suggests another, which stands on the agenda") {
  Asked kase;
  REQUIRE(kase.submit(kase.guild(), cases::Suggest{{3}, "bank", "It is about a loan"}));
  REQUIRE(kase.snapshot.extras.suggestions.size() == 1);
  const cases::Suggestion& said = kase.snapshot.extras.suggestions.front();
  CHECK(said.by == "guild");
  CHECK(said.partner == "bank");
  CHECK(said.words == "It is about a loan");
  REQUIRE_FALSE(kase.snapshot.agenda.empty());
  CHECK(kase.snapshot.agenda.back().text == "The Makers' Guild suggests asking The Bank");
  CHECK(kase.snapshot.agenda.back().n == base::InstanceNumber{2});
  CHECK(kase.instance(3).is_open());  // it has not answered
  CHECK_FALSE(kase.submit(kase.guild(), cases::Suggest{{3}, "bank", "Again"}));
  CHECK(kase.reason() == "suggested-already");
}

TEST_CASE("whoever has declined may still say who else would do, while the need goes on") {
  Asked kase;
  REQUIRE(kase.answer("decline", {{"reason", text("full")}}));
  REQUIRE_FALSE(kase.instance(3).is_open());
  REQUIRE(kase.instance(2).is_open());
  CHECK(kase.submit(kase.guild(), cases::Suggest{{3}, "bank", ""}));
  REQUIRE(kase.ask(cases::Consent{.state = "withdrawn"}));
  Asked other;
  REQUIRE(other.ask(cases::Consent{.state = "withdrawn"}));
  CHECK_FALSE(other.submit(other.guild(), cases::Suggest{{3}, "bank", ""}));
  CHECK(other.reason() == "instance-closed");
}

TEST_CASE("a suggestion is the asked partner's own, and names somebody else") {
  Asked kase;
  const access::Actor bank = access::partner_actor(kase.desk->directory, "bank");
  CHECK_FALSE(kase.submit(bank, cases::Suggest{{3}, "guild", ""}));
  CHECK(kase.rejection.status == 403);
  CHECK_FALSE(kase.submit(kase.guild(), cases::Suggest{{3}, "guild", ""}));
  CHECK(kase.reason() == "suggests-itself");
  CHECK_FALSE(kase.submit(kase.guild(), cases::Suggest{{3}, "nobody", ""}));
  CHECK(kase.reason() == "unknown-partner");
  CHECK_FALSE(kase.submit(kase.guild(), cases::Suggest{{2}, "bank", ""}));
  CHECK(kase.reason() == "not-referral");
  CHECK(kase.ask(cases::Suggest{{3}, "bank", "Said on the telephone"}));
}

TEST_CASE("two cases are kept apart on both sides, and it can be taken back") {
  KeptCase first, second;
  first.snapshot.id = {1};
  REQUIRE(first.begin());
  REQUIRE(second.begin());
  second.others[{1}] = first.snapshot;
  REQUIRE(second.ask(cases::KeepApart{{1}}));
  REQUIRE(second.elsewhere.size() == 1);
  REQUIRE(first.ask(second.elsewhere.front().body));
  REQUIRE(first.snapshot.extras.apart.size() == 1);
  CHECK(first.snapshot.extras.apart.front().id == second.snapshot.id);
  CHECK(second.snapshot.extras.apart.front().number == first.snapshot.number);

  CHECK_FALSE(second.ask(cases::KeepApart{{1}}));
  CHECK(second.rejection.reasons.front().key() == "apart-already");
  CHECK_FALSE(second.ask(cases::Merge{{1}}));
  CHECK(second.rejection.reasons.front().key() == "merge-apart");

  REQUIRE(second.ask(cases::KeepApart{{1}, false}));
  REQUIRE(first.ask(second.elsewhere.front().body));
  CHECK(first.snapshot.extras.apart.empty());
  CHECK(second.snapshot.extras.apart.empty());
  CHECK_FALSE(second.ask(cases::KeepApart{{1}, false}));
  CHECK(second.rejection.reasons.front().key() == "not-apart");
  CHECK(second.ask(cases::Merge{{1}}));
}

TEST_CASE("a case is not kept apart from itself, from none, or from one that it is merged with") {
  KeptCase first, second;
  first.snapshot.id = {1};
  REQUIRE(first.begin());
  REQUIRE(second.begin());
  second.others[{1}] = first.snapshot;
  CHECK_FALSE(second.ask(cases::KeepApart{second.snapshot.id}));
  CHECK(second.rejection.reasons.front().key() == "apart-from-itself");
  CHECK_FALSE(second.ask(cases::KeepApart{{99}}));
  CHECK(second.rejection.status == 404);
  REQUIRE(second.ask(cases::Merge{{1}}));
  CHECK_FALSE(second.ask(cases::KeepApart{{1}}));
  CHECK(second.rejection.reasons.front().key() == "apart-is-merged");
}
