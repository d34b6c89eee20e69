// What instances of a case tell each other, and answers that are taken back.
#include "tests/support/case_fixture.hpp"

using namespace guichet;
using guichet::tests::CaseFixture;
using guichet::tests::Change;
using guichet::tests::changed_desk;
using guichet::tests::text;

namespace {

// The Guild and its sister lodge are of one house; the Club is nobody's. All three are asked: they
// are instances 3 (bank), 4 (club), 5 (guild) or so, by the agreement's order.
std::vector<Change> one_house() {
  return {
      {"partners.yaml", "  guild:\n    name: The Makers' Guild",
       "  lodge: {name: The Lodge, head: {name: L, email: l@example.test}}\n"
       "  club: {name: The Club, head: {name: C, email: c@example.test}}\n"
       "  guild:\n    name: The Makers' Guild"},
      {"rules/agreement.yaml", "select: one, answer_within: 10bd, first",
       "select: all, answer_within: 10bd, first"},
      {"rules/agreement.yaml", "partners:\n  guild:\n    status: member\n",
       "institutions:\n  crafts: {title: Crafts}\n  house: {title: The House, part_of: crafts}\n"
       "partners:\n"
       "  lodge: {status: member, institution: house, scope: [{article: a-1}]}\n"
       "  club: {status: member, scope: [{article: a-1}]}\n"
       "  guild:\n    status: member\n    institution: house\n"},
      {"workflows/help.yaml", "        goto: over\n    always:",
       "    actions: {stop: {by: [adviser], goto: dropped}}\n    always:"},
      {"workflows/help.yaml", "      referral.accepted:",
       "      referral.reopened: {do: [{unset: result}]}\n"
       "      partner.says: {do: [{set: {result: not_helped}}]}\n      referral.accepted:"},
      {"workflows/referral.yaml", "  taken:       {final: true, outcome: accepted}",
       "  taken:\n"
       "    replies: {give_back: {title: Give back, means: reopened, goto: asked}}\n"
       "    timers: {end: {after: 60bd, goto: turned_down}}"},
      {"workflows/referral.yaml", "  turned_down: {final: true, outcome: declined}",
       "  turned_down:\n"
       "    replies: {reconsider: {title: Reconsider, means: reopened, goto: asked}}\n"
       "    timers: {end_of_that: {after: 60bd, goto: unanswered}}"},
      {"workflows/referral.yaml", "require: [contact], goto: taken}",
       "require: [contact], do: [{raise: {event: house.takes, to: siblings}}, "
       "{raise: {event: partner.says, to: parent}}], goto: taken}"},
      {"workflows/referral.yaml", "    timers:\n      reminder",
       "    events:\n"
       "      house.takes:\n"
       "        means: declined\n"
       "        when: some i in event.institutions satisfies list contains(partner.institutions, "
       "i)\n"
       "        do: [{set: {reason: '= event.partner + \" has taken it\"'}}]\n"
       "        goto: turned_down\n"
       "    timers:\n      reminder"},
  };
}

const cases::Instance& of_partner(const CaseFixture& kase, std::string_view id) {
  for (const cases::Instance& each : kase.snapshot.instances) {
    if (each.referral && each.referral->partner == id) return each;
  }
  FAIL("nobody asked " << id);
  return kase.snapshot.instances.front();
}

CaseFixture asked_all() {
  CaseFixture kase{.desk = changed_desk(one_house())};
  REQUIRE(kase.open_maker());
  REQUIRE(kase.act(2, "pass_on"));
  REQUIRE(kase.snapshot.instances.size() == 5);
  return kase;
}

}  // namespace

TEST_CASE("among the teams of one house the first taker wins; the others still answer") {
  CaseFixture kase = asked_all();

  REQUIRE(kase.reply(of_partner(kase, "guild").n.value, "accept", {{"contact", text("Jo")}}));

  const cases::Instance& lodge = of_partner(kase, "lodge");
  CHECK(lodge.outcome == "declined");
  CHECK(lodge.find_active("turned_down") != nullptr);
  CHECK(to_text(lodge.data.at("reason").value()) == "guild has taken it");
  CHECK(of_partner(kase, "club").find_active("asked") != nullptr);
  CHECK(kase.is_in(2, "with_partner"));
}

TEST_CASE("a refusal is told to nobody of the house") {
  CaseFixture kase = asked_all();

  REQUIRE(kase.reply(of_partner(kase, "guild").n.value, "decline", {{"reason", text("full")}}));

  CHECK(of_partner(kase, "lodge").find_active("asked") != nullptr);
}

TEST_CASE("an event for the parent is the parent's, in the order in which it was raised") {
  CaseFixture kase = asked_all();

  REQUIRE(kase.reply(of_partner(kase, "guild").n.value, "accept", {{"contact", text("Jo")}}));

  // It was raised before the answer's own event, which says `helped` last.
  CHECK(to_text(kase.instance(2).data.at("result").value()) == "helped");
}

TEST_CASE("an answer that is taken back is awaited again, and leads no more") {
  CaseFixture kase = asked_all();
  const std::int32_t guild = of_partner(kase, "guild").n.value;
  REQUIRE(kase.reply(guild, "accept", {{"contact", text("Jo")}}));
  REQUIRE(kase.instance(2).lead == "guild");

  REQUIRE(kase.reply(guild, "give_back"));

  CHECK(kase.instance(guild).outcome == "");
  CHECK(kase.is_in(guild, "asked"));
  CHECK(kase.instance(2).lead == "");
  CHECK_FALSE(kase.instance(2).data.contains("result"));  // referral.reopened was heard
}

TEST_CASE("who answered and could still take it back is closed without a letter") {
  CaseFixture kase = asked_all();
  REQUIRE(kase.reply(of_partner(kase, "guild").n.value, "accept", {{"contact", text("Jo")}}));

  REQUIRE(kase.act(2, "stop"));

  CHECK(of_partner(kase, "lodge").outcome == "declined");
  CHECK(of_partner(kase, "lodge").closed_at);
  CHECK(of_partner(kase, "guild").outcome == "concluded");
  CHECK(kase.sent() == std::vector<std::string>{"retrait-partenaire to club"});
}
