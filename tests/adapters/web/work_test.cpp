// The lists: what will be late next, and the cases.
#include <catch2/catch.hpp>

#include "adapters/http/api/changes.hpp"
#include "adapters/http/work/work_board.hpp"
#include "tests/adapters/web/served.hpp"

using namespace guichet;
using web::count;
using web::has;
using web::Served;

namespace {

void save(Served& desk, const std::string& name, const Served::Pairs& more = {}) {
  Served::Pairs form{{"nom", name}, {"telephone", "05 65 00 01 00"}, {"description", "Un appel"}};
  form.insert(form.end(), more.begin(), more.end());
  REQUIRE(desk.post("/requests", form).status == 303);
}

}  // namespace

TEST_CASE("an empty desk says that nothing is due") {
  Served desk("pays-de-figeac", "2009-02-04T09:30");

  CHECK(has(desk.get("/?lang=en").body, "Nothing is due"));
  CHECK(has(desk.get("/cases?lang=en").body, "No case matches."));
}

TEST_CASE("the work list says what is due, when, for whom, and leads to the case") {
  Served desk("pays-de-figeac", "2009-02-04T09:30");
  save(desk, "Vayssié");

  const std::string list = desk.get("/?lang=fr").body;

  CHECK(has(list, "Rappeler et qualifier la demande"));
  CHECK(has(list, "vendredi 6 février"));
  CHECK(has(list, "Claire Vernhes, Secrétariat"));
  CHECK(has(list, "<a href=\"/cases/1\">1</a> Vayssié"));
  CHECK(has(list, "Sous sept jours"));
  CHECK_FALSE(has(list, "<h2>En retard"));
}

TEST_CASE("a promise moves from this week to today to overdue") {
  Served desk("pays-de-figeac", "2009-02-04T09:30");
  save(desk, "Vayssié");

  desk.post("/clock", {{"by", "day"}});
  desk.post("/clock", {{"by", "day"}});
  const std::string friday = desk.get("/?lang=fr").body;
  desk.post("/clock", {{"by", "day"}});
  const std::string monday = desk.get("/?lang=fr").body;

  // The clock stands at 09:30, half an hour after the hour at which days fall due.
  CHECK(has(friday, "<h2>En retard"));
  CHECK(has(monday, "vendredi 6 février"));
  CHECK(has(monday, "<h2>En retard"));
}

TEST_CASE("the work list is kept until a case changes, a due date passes or the minute is over") {
  Served desk("pays-de-figeac", "2009-02-04T09:30");
  http::Site& site = desk.site();
  site.changes = std::make_shared<http::Changes>(site.desk);
  site.desk.tell_changes([&](const cases::Receipt& change) { site.changes->tell(change); });
  http::WorkBoard board;
  access::Principal asker{.persona = access::Persona::coordinator};
  const auto lines = [&](const std::string& owner = "") {
    return board.lines(site, asker, 100, owner, base::Language::fr);
  };
  const auto before = lines();
  CHECK(before->empty());
  CHECK(lines() == before);

  save(desk, "Vayssié");

  const auto after = lines();
  REQUIRE_FALSE(after->empty());
  CHECK(lines() == after);
  CHECK(lines("directeur")->empty());
  CHECK(board.lines(site, asker, 100, "", base::Language::en) != after);
  desk.stage().set_now(desk.stage().now() + std::chrono::minutes(1));
  CHECK(lines() != after);
  // Late as soon as its date is over, with nothing changed and the same minute.
  const base::Instant due_at = after->front().due_at;
  desk.stage().set_now(due_at);
  const auto due = lines();
  CHECK_FALSE(due->front().overdue);
  CHECK(lines() == due);
  desk.stage().set_now(due_at + std::chrono::milliseconds(1));
  CHECK(lines()->front().overdue);
  // Of whoever sees less nothing is kept.
  asker = {.persona = access::Persona::partner, .partners = {"cma-46"}};
  CHECK(lines()->empty());
}

TEST_CASE("the work list is filtered by owner") {
  Served desk("pays-de-figeac", "2009-02-04T09:30");
  save(desk, "Vayssié");

  CHECK(has(desk.get("/?owner=coordinatrice").body, "Vayssié"));
  CHECK_FALSE(has(desk.get("/?owner=directeur").body, "Vayssié"));
}

TEST_CASE("what people have to do comes first; reminders that leave by themselves on demand") {
  Served desk("pays-de-figeac", "2009-02-04T09:30");
  save(desk, "Vayssié",
       {{"themes", "creation"}, {"statut", "porteur de projet"}, {"commune", "Figeac (46102)"}});
  const auto automatic = [&](const char* path) {
    return count(desk.get(path).body, "class=\"by-itself\"");
  };

  CHECK(automatic("/") == 0);
  CHECK(has(desk.get("/").body, "href=\"/?whose=clock\""));
  CHECK(automatic("/?whose=clock") > 0);
  CHECK_FALSE(has(desk.get("/?whose=clock").body, "Confirmer les partenaires"));
  CHECK(automatic("/?whose=all") == automatic("/?whose=clock"));
}

TEST_CASE("cases are found by name whatever its accents, and by theme") {
  Served desk("pays-de-figeac", "2009-02-04T09:30");
  save(desk, "Vayssié");
  save(desk, "Rouquié",
       {{"themes", "creation"}, {"statut", "porteur de projet"}, {"commune", "Figeac (46102)"}});

  CHECK(has(desk.get("/cases?text=vayssie").body, "Vayssié"));
  CHECK_FALSE(has(desk.get("/cases?text=vayssie").body, "Rouquié"));
  const std::string creations = desk.get("/cases?theme=creation&lang=fr").body;
  CHECK(has(creations, "Rouquié"));
  CHECK(has(creations, "Figeac</td>"));
  CHECK(has(creations, "Un dossier"));
  CHECK_FALSE(has(creations, "Vayssié"));
}

TEST_CASE("a long list comes in pages that keep the search") {
  Served desk("pays-de-figeac", "2009-02-04T09:30");
  for (int i = 0; i < 53; ++i) save(desk, "Malbec");
  save(desk, "Fau");

  const std::string first = desk.get("/cases?text=malbec&lang=en").body;
  CHECK(count(first, "<a href=\"/cases/") == 50);
  CHECK(has(first, "1 to 50 of 53"));
  CHECK(has(first, "href=\"/cases?text=malbec&amp;first=50\" rel=\"next\""));
  const std::string second = desk.get("/cases?text=malbec&first=50&lang=en").body;
  CHECK(has(second, "51 to 53 of 53"));
  CHECK_FALSE(has(second, "rel=\"next\""));
  CHECK(has(second, "rel=\"prev\""));
  CHECK(desk.get("/cases?first=-7x").status == 200);
}
