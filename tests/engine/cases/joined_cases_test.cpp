// One person, one consent: what she says in one of two cases that are one holds in the other. And
// what is not to be done any more for a person who has said no, or whose data are gone.
#include "tests/engine/cases/people_fixture.hpp"

using namespace guichet;
using namespace guichet::tests;
using Names = std::vector<std::string>;

namespace {

// The second case is merged into the first; the guild was asked in both, and knows.
struct Two {
  KeptCase first, second;
  explicit Two(std::string_view consent = "given") {
    first.snapshot.id = {1};
    REQUIRE(first.begin());
    REQUIRE(second.begin(consent));
    for (KeptCase* each : {&first, &second}) {
      if (consent == "given") REQUIRE(each->pass_on());
      each->now += std::chrono::hours(1);
    }
    second.others[{1}] = first.snapshot;
    REQUIRE(second.ask(cases::Merge{{1}}));
    pass_to_first();
  }
  // What the second case's command tells the first, as the desk does it.
  bool pass_to_first() { return pass(second.elsewhere, first); }
  bool pass_to_second() { return pass(first.elsewhere, second); }
  static bool pass(const std::vector<cases::ForOther>& told, KeptCase& to) {
    bool any = false;
    for (const cases::ForOther& each : std::vector(told)) {
      if (each.kase != to.snapshot.id) continue;
      any = true;
      REQUIRE(to.ask(each.body));
    }
    return any;
  }
};

const cases::Consent kNoMore{.state = "withdrawn"};

}  // namespace

TEST_CASE("consent withdrawn in the case that goes on ends the referrals of the merged one") {
  Two two;
  REQUIRE(two.first.ask(kNoMore));
  REQUIRE(two.pass_to_second());
  CHECK(two.second.instance(3).outcome == "withdrawn");
  CHECK(two.second.snapshot.person.at("may_share") == text("withdrawn"));
  CHECK_FALSE(two.second.sent().empty());  // the guild knew: it is told
  CHECK(two.second.elsewhere.empty());     // and nobody tells it back
}

TEST_CASE("consent withdrawn in the merged case ends the referrals of the one that goes on") {
  Two two;
  REQUIRE(two.second.ask(kNoMore));
  REQUIRE(two.pass_to_first());
  CHECK(two.first.instance(3).outcome == "withdrawn");
  CHECK(two.first.snapshot.person.at("may_share") == text("withdrawn"));
}

TEST_CASE("undoing what was said reaches the other case too") {
  Two two;
  REQUIRE(two.first.ask(kNoMore));
  REQUIRE(two.pass_to_second());
  REQUIRE(two.first.ask(cases::Undo{}));
  REQUIRE(two.pass_to_second());
  CHECK(two.second.snapshot.person.at("may_share") == text("given"));
}

TEST_CASE("cases that were parted hear nothing of each other") {
  Two two;
  REQUIRE(two.second.ask(cases::Unmerge{}));
  REQUIRE(two.pass_to_first());
  REQUIRE(two.first.ask(kNoMore));
  CHECK_FALSE(two.pass_to_second());
  CHECK(two.second.instance(3).is_open());
}

TEST_CASE("a referral that ended while its case was merged stays ended when they are parted") {
  Two two;
  REQUIRE(two.first.ask(kNoMore));
  REQUIRE(two.pass_to_second());
  REQUIRE(two.second.ask(cases::Unmerge{}));
  CHECK_FALSE(two.second.instance(3).is_open());
  CHECK(two.second.instance(3).timers.empty());
  CHECK(two.second.instance(2).is_open());
}

TEST_CASE("somebody asks where two cases that become one do not have the same consent") {
  Two same;
  const auto lines = [](const KeptCase& kase) {
    return std::ranges::count_if(kase.snapshot.agenda, [](const cases::AgendaItem& item) {
      return item.text.find("consent") != std::string::npos;
    });
  };
  CHECK(lines(same.second) == 0);
  Two different("refused");
  CHECK(lines(different.second) == 1);
}

TEST_CASE("a merged case whose personal data are gone is not parted any more") {
  Two two;
  two.second.snapshot.extras.personal_data_taken = true;
  CHECK_FALSE(two.second.ask(cases::Unmerge{}));
  CHECK(two.second.reasons() == Names{"personal-data-gone"});
}

TEST_CASE("a consent that belongs to the need ends its referrals too") {
  KeptCase kase;
  kase.desk = changed_desk(
      {{"fields.yaml", "may_share:   {of: person", "may_share:   {of: need"},
       {"workflows/enquiry.yaml", "accepts: [people, may_share, email]",
        "accepts: [people, email]"},
       {"workflows/help.yaml", "fields: [theme, result]", "fields: [theme, result, may_share]"},
       {"workflows/help.yaml", "  with_partner:\n    title: With the partner\n",
        "  with_partner:\n    title: With the partner\n    actions:\n      stop: {title: Stop, by: "
        "[adviser], require: [may_share], goto: with_partner}\n"},
       {"workflows/help.yaml", "by: [adviser]\n        choose:",
        "by: [adviser]\n        require: [may_share]\n        choose:"}});
  REQUIRE(kase.submit(access::system_actor(), cases::OpenRequest{{{"reference", text("R-1")},
                                                                  {"name", text("Ada")},
                                                                  {"phone", text("01632 960020")},
                                                                  {"description", text("A bench")},
                                                                  {"area", text("riverside")},
                                                                  {"themes", text("workshop")}}}));
  const auto says = [&](std::string act, std::string_view word) {
    return kase.ask(
        cases::Act{.n = {2}, .name = std::move(act), .with = {{"may_share", text(word)}}});
  };
  REQUIRE(says("pass_on", "given"));
  REQUIRE(kase.is_in(3, "asked"));
  REQUIRE(says("stop", "withdrawn"));
  CHECK(kase.instance(3).outcome == "withdrawn");
}

TEST_CASE("a letter that did not arrive is not tried again for a partner who is to hear no more") {
  KeptCase kase;
  REQUIRE(kase.begin());
  REQUIRE(kase.pass_on());
  kase.now += std::chrono::hours(1);
  const std::string key = kase.queued("please-help").key;
  REQUIRE(kase.submit(access::system_actor(), cases::ReportDelivery{key, false, "550"}));
  const std::int64_t incident = kase.snapshot.extras.incidents.front().seq;
  const cases::SettleIncident again{.incident = incident, .retry = true, .reason = "new address"};

  SECTION("as things stand it is") {
    REQUIRE(kase.ask(again));
    CHECK(kase.sent() == Names{"please-help to guild"});
  }
  SECTION("the person has withdrawn her consent") {
    REQUIRE(kase.ask(kNoMore));
    CHECK_FALSE(kase.ask(again));
    CHECK(kase.reasons() == Names{"no-consent-for"});
  }
  SECTION("the case is closed") {
    REQUIRE(kase.answer("accept", {{"contact", text("Jo")}}));
    REQUIRE(kase.snapshot.closed_at);
    CHECK_FALSE(kase.ask(again));
    CHECK(kase.reasons() == Names{"closed-case"});
  }
}
