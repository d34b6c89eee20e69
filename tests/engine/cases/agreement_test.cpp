// What the framework agreement does besides choosing: its end, and the walls between partners.
#include "tests/support/case_fixture.hpp"

using namespace guichet;
using guichet::tests::CaseFixture;
using guichet::tests::Change;
using guichet::tests::opened;
using guichet::tests::text;
using Names = std::vector<std::string>;

namespace {

const Change kEnding{"rules/agreement.yaml", "valid: {from: 2020-01-01, to: 2040-01-01}",
                     "valid: {from: 2020-01-01, to: 2026-03-04}"};

feel::Stored list(std::initializer_list<const char*> items) {
  feel::Arena arena;
  std::vector<feel::Value> values;
  for (const char* item : items) values.push_back(arena.string(item));
  return feel::Stored(arena.list(values));
}

// Two partners, asked one after the other; the letter says who else was asked.
std::vector<Change> two_partners(const std::string& walls) {
  return {{"partners.yaml", "  guild:\n    name: The Makers' Guild",
           "  bank: {name: The Bank, head: {name: B, email: b@example.test}}\n"
           "  guild:\n    name: The Makers' Guild"},
          {"rules/agreement.yaml", "select: one, answer_within: 10bd, first",
           "select: all, walls: " + walls + ", answer_within: 10bd, first"},
          {"rules/agreement.yaml", "  guild:\n    status: member\n    scope:",
           "  bank: {status: member, scope: [{article: a-1}]}\n"
           "  guild:\n    status: member\n    scope:"},
          {"letters/please-help.md", "{{ link.reply }}",
           "{{ link.reply }} others: [{{ string join(need.others.name, \", \") }}]"}};
}

}  // namespace

TEST_CASE("what was sent under an agreement finishes under it") {
  CaseFixture kase = opened({kEnding});
  REQUIRE(kase.act(2, "pass_on"));
  REQUIRE(kase.instance(3).referral->convention == "agreement");
  REQUIRE(kase.fire(3, "reminder"));
  CHECK(kase.sent() == Names{"relance-partenaire to guild"});
  CHECK(kase.reply(3, "accept", {{"contact", text("Jo Ash")}}));
}

TEST_CASE("after its end a referral asks a motive and is recorded as outside it") {
  CaseFixture kase = opened({kEnding});
  kase.now = *base::parse_instant("2026-03-04T10:00:00Z");
  REQUIRE(kase.act(2, "pass_on"));
  CHECK(kase.snapshot.instances.size() == 2);
  CHECK(kase.letters.empty());

  CHECK_FALSE(kase.act(2, "confirmer", {{"partenaires", list({"guild"})}}));
  CHECK(kase.reasons() == Names{"needs-motive"});
  REQUIRE(kase.act(
      2, "confirmer",
      {{"partenaires", list({"guild"})}, {"motif_hors_convention", text("renewal is under way")}}));

  REQUIRE(kase.snapshot.instances.size() == 3);
  CHECK(kase.instance(3).referral->partner == "guild");
  CHECK(kase.instance(3).referral->convention.empty());
  CHECK(kase.instance(3).referral->article.empty());
}

TEST_CASE("a partner's letter names the others only where the article has no walls") {
  CaseFixture walled = opened(two_partners("closed"));
  REQUIRE(walled.act(2, "pass_on"));
  REQUIRE(walled.letters.size() == 2);
  for (const cases::LetterEffect& letter : walled.letters) {
    CHECK(letter.text.find(letter.to == "guild" ? "Bank" : "Guild") == std::string::npos);
  }

  CaseFixture open = opened(two_partners("open"));
  REQUIRE(open.act(2, "pass_on"));
  REQUIRE(open.letters.size() == 2);
  for (const cases::LetterEffect& letter : open.letters) {
    CHECK(letter.text.find(letter.to == "guild" ? "Bank" : "Guild") != std::string::npos);
  }
}

TEST_CASE("what a child does not export its parent does not see") {
  const std::string guard = "every c in children satisfies c.outcome in (\"declined\", \"silent\")";
  CaseFixture kase = opened({{"workflows/help.yaml", guard, guard + " and c.reason = \"full\""}});
  REQUIRE(kase.act(2, "pass_on"));
  REQUIRE(kase.reply(3, "decline", {{"reason", text("full")}}));
  CHECK(kase.is_in(2, "with_partner"));

  CaseFixture exported =
      opened({{"workflows/help.yaml", guard, guard + " and c.reason = \"full\""},
              {"workflows/referral.yaml", "initial: asked", "exports: [reason]\ninitial: asked"}});
  REQUIRE(exported.act(2, "pass_on"));
  REQUIRE(exported.reply(3, "decline", {{"reason", text("full")}}));
  CHECK(exported.is_in(2, "with_us"));
}
