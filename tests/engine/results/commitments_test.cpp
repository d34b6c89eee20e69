#include "engine/results/commitments.hpp"

#include <algorithm>
#include <catch2/catch.hpp>

#include "tests/support/case_fixture.hpp"

using namespace guichet;
using results::Commitments;
using store::CountedReferral;

namespace {

const bundle::Desk& figeac_of_commitments() {
  static const auto desk = tests::load_example("pays-de-figeac");
  return *desk;
}

base::Instant at(const char* local) {
  return figeac_of_commitments().calendar->instant_of(*base::parse_local_time(local));
}

// The CCI was asked on Wednesday 4 February 2009; art. 4 promises an answer within 20 business days
// and a first contact within 10 of it.
CountedReferral asked(const char* when = "2009-02-04T10:00") {
  return {.n = {3},
          .parent = base::InstanceNumber{2},
          .partner = "cci-46",
          .convention = "convention-cadre",
          .article = "art-4",
          .opened_at = at(when),
          .closed_at = {},
          .answer = {},
          .answered_at = {},
          .said_on = {},
          .contact_at = {},
          .stands = {}};
}

CountedReferral answered(const char* answer, const char* when) {
  CountedReferral out = asked();
  out.answer = answer;
  out.answered_at = at(when);
  return out;
}

Commitments kept(const std::vector<CountedReferral>& referrals,
                 const char* now = "2009-12-01T09:00",
                 const bundle::Directory& directory = figeac_of_commitments().directory) {
  std::vector<store::CountedCase> cases(1);
  cases[0].referrals = referrals;
  convention::Loads loads;
  loads.partners["cci-46"].reserved["month/2009-12"] = 7;
  return results::commitments(cases, figeac_of_commitments(), directory, loads, "cci-46",
                              {*base::parse_day("2009-01-01"), *base::parse_day("2009-12-31")},
                              at(now));
}

}  // namespace

TEST_CASE("answers are in time until the promised business day is over, and late after it") {
  const Commitments found =
      kept({answered("accepted", "2009-02-10T11:00"), answered("declined", "2009-03-04T18:00"),
            answered("accepted", "2009-03-05T08:00"), asked("2009-02-04"),
            answered("silent", "2009-03-05T09:00")});
  CHECK(found.total.asked == 5);
  CHECK(found.total.in_time == 2);
  CHECK(found.total.late == 1);
  CHECK(found.total.silent == 1);
  CHECK(found.total.waiting == 1);
  CHECK(found.total.overdue == 1);
  CHECK(found.total.accepted == 2);
  CHECK(found.total.declined == 1);
  CHECK(found.total.median() == 20);
}

TEST_CASE("the median of an even number of answers lies between the two in the middle") {
  const Commitments found =
      kept({answered("accepted", "2009-02-05T11:00"), answered("accepted", "2009-02-10T11:00")});
  CHECK(found.total.median() == 2.5);
  CHECK_FALSE(kept({asked()}).total.median());
}

TEST_CASE("an answer by word of mouth counts from the day on which it was said") {
  CountedReferral spoken = answered("accepted", "2009-04-01T10:00");
  spoken.said_on = base::parse_day("2009-02-06");
  const Commitments found = kept({spoken});
  CHECK(found.total.in_time == 1);
  CHECK(found.total.median() == 2);
}

TEST_CASE("days on which the partner waited for the desk, or was closed, do not count") {
  CountedReferral questioned = answered("accepted", "2009-03-06T10:00");
  CHECK(kept({questioned}).total.late == 1);
  questioned.stands.push_back(
      {.whole = true, .from = at("2009-02-09T10:00"), .to = at("2009-02-16T10:00")});
  CHECK(kept({questioned}).total.in_time == 1);
  CHECK(kept({questioned}).total.median() == 17);

  bundle::Directory closed = figeac_of_commitments().directory;
  closed.partners.at("cci-46").closures = {
      {*base::parse_day("2009-02-09"), *base::parse_day("2009-02-13"), true}};
  CHECK(kept({answered("accepted", "2009-03-06T10:00")}, "2009-12-01", closed).total.in_time == 1);
}

TEST_CASE("after it accepted a partner owes a first contact") {
  CountedReferral soon = answered("accepted", "2009-02-10T10:00");
  soon.contact_at = at("2009-02-24T10:00");
  CountedReferral slow = soon;
  slow.contact_at = at("2009-02-25T10:00");
  const CountedReferral never = answered("accepted", "2009-02-10T10:00");
  CHECK(kept({soon, slow, never}).total.contact_in_time == 1);
  CHECK(kept({soon, slow, never}).total.contact_late == 2);
  CHECK(kept({never}, "2009-02-20T10:00").total.contact_waiting == 1);
}

TEST_CASE("only the partner's own referrals of the period are counted, by month") {
  CountedReferral other = answered("accepted", "2009-02-10T10:00");
  other.partner = "cma-46";
  const Commitments found = kept(
      {asked("2009-02-04"), asked("2009-03-02"), asked("2008-12-31"), asked("2010-01-01"), other});
  CHECK(found.total.asked == 2);
  REQUIRE(found.months.size() == 2);
  CHECK(found.months.at("2009-03").asked == 1);
}

TEST_CASE("what is promised is told article by article, with scopes and what is left of quotas") {
  const Commitments found = kept({});
  const auto article = std::ranges::find(found.articles, "art-4", &results::PromisedArticle::id);
  REQUIRE(article != found.articles.end());
  CHECK(found.articles.size() == 3);
  CHECK(article->answer_within->count == 20);
  CHECK(article->first_contact_within->count == 10);
  REQUIRE(article->scopes.size() == 1);
  CHECK(article->scopes[0].wanted.size() == 2);
  REQUIRE(found.quotas.size() == 1);
  CHECK(found.quotas[0].max == 12);
  CHECK(found.quotas[0].used == 7);
  CHECK(found.quotas[0].period == "2009-12");
}
