// What a database keeps of a person whose time to be kept is over.
#include "adapters/sql/connection.hpp"
#include "tests/adapters/sql/place.hpp"
#include "tests/support/case_fixture.hpp"
#include "workflows/scenarios/stage.hpp"

using namespace guichet;
using guichet::tests::changed_desk;
using guichet::tests::text;
using sql::Place;

TEST_CASE("personal data leave the rows of a database when their time is over") {
  Place place;
  const auto desk =
      changed_desk({{"workflows/help.yaml", "initial: with_us",
                     "retention: {after_closed: P1Y, do: anonymise}\ninitial: with_us"}});
  scenarios::Stage stage(desk, *base::parse_instant("2026-03-02T10:00:00Z"), place.open());
  const auto opened = stage.submit(access::system_actor(), {},
                                   cases::OpenRequest{{{"reference", text("R-1")},
                                                       {"name", text("Ada Lovelace")},
                                                       {"phone", text("01632 960020")},
                                                       {"email", text("ada@example.test")},
                                                       {"description", text("x")},
                                                       {"area", text("riverside")},
                                                       {"may_share", text("given")},
                                                       {"themes", text("workshop")}}});
  REQUIRE(opened);
  REQUIRE(stage.submit(*access::actor_as(*desk, "robin"), opened->kase,
                       cases::Act{{2}, "finish", {{"result", text("helped")}}}));
  const auto kept = [&](const std::string& column, const std::string& table) {
    sql::Connection connection(place.file, sql::Connection::Mode::read, place.log);
    const std::string query =
        "select count(*) from " + table + " where " + column + " like '%Lovelace%'";
    return connection.run({query, "", "i"}).front().integer(0);
  };
  REQUIRE(kept("value", "party_fact") == 1);
  REQUIRE(kept("person", "case_row") == 1);

  stage.run_until(*base::parse_instant("2027-03-03T10:00:00Z"));

  CHECK(kept("value", "party_fact") == 0);
  CHECK(kept("person", "case_row") == 0);
  CHECK(kept("search", "case_row") == 0);
  const auto after = stage.load(opened->kase);
  REQUIRE(after);
  CHECK_FALSE(after->person.contains("name"));
  CHECK(after->extras.personal_data_taken);
  // The journal is chained: what it says goes with an act of its own.
  CHECK(kept("payload", "fact") > 0);
}

TEST_CASE("an incident that is settled is closed in its row") {
  Place place;
  const auto& desk = guichet::tests::small_desk();
  scenarios::Stage stage(desk, *base::parse_instant("2026-03-02T10:00:00Z"), place.open());
  const auto opened = stage.submit(access::system_actor(), {},
                                   cases::OpenRequest{{{"reference", text("R-1")},
                                                       {"name", text("Ada")},
                                                       {"phone", text("01632 960020")},
                                                       {"description", text("x")}}});
  REQUIRE(opened);
  REQUIRE(stage.submit(access::system_actor(), opened->kase,
                       cases::ReportDelivery{"1-1", false, "550 no such user"}));
  const auto open_rows = [&] {
    sql::Connection connection(place.file, sql::Connection::Mode::read, place.log);
    return connection.run({"select count(*) from incident where closed_at is null", "", "i"})
        .front()
        .integer(0);
  };
  REQUIRE(open_rows() == 1);
  const auto incidents = stage.load(opened->kase)->extras.incidents;
  REQUIRE(incidents.size() == 1);

  REQUIRE(stage.submit(*access::actor_as(*desk, "robin"), opened->kase,
                       cases::SettleIncident{incidents[0].seq, false, "called instead"}));
  CHECK(open_rows() == 0);
  CHECK(stage.load(opened->kase)->extras.incidents.empty());
}
