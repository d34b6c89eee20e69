// What every page has in common: routes, escaping, role, language, clock, errors.
#include <catch2/catch.hpp>

#include "tests/adapters/web/served.hpp"

using namespace guichet;
using web::count;
using web::has;
using web::Served;

namespace {

constexpr const char* kAttack = "\"><script>alert('x')</script>&{{LABEL}}";

Served::Pairs call(const std::string& text) {
  return {{"nom", text},         {"prenom", text},     {"telephone", "05 65 00 01 00"},
          {"description", text}, {"entreprise", text}, {"numero", text}};
}

// The page holds the attack as text, and nowhere as markup.
void check_escaped(const std::string& html) {
  CHECK(has(html, "&lt;script&gt;alert(&#39;x&#39;)"));
  CHECK_FALSE(has(html, "<script>alert"));
  CHECK(has(html, "{{LABEL}}"));
}

}  // namespace

TEST_CASE("every page answers as a whole page in both languages") {
  Served desk("pays-de-figeac", "2009-02-04T09:30");
  desk.post("/requests", call("Vayssié"));

  const std::string link = "/r/1-2-00000000000000000000000000000000";
  for (const std::string& path : {std::string("/"), std::string("/cases"),
                                 std::string("/requests/new"), std::string("/cases/1"), link}) {
    CAPTURE(path);
    const auto french = desk.get(path + "?lang=fr");
    CHECK(french.status == 200);
    CHECK(has(french.body, "<html lang=\"fr\">"));
    CHECK(has(french.body, "Aller au contenu"));
    CHECK(has(french.body, "</html>"));
    const auto english = desk.get(path + "?lang=en");
    CHECK(has(english.body, "<html lang=\"en\">"));
    CHECK(has(english.body, "Skip to content"));
    CHECK(count(english.body, "<h1") == 1);
  }
}

TEST_CASE("a language that was chosen is kept") {
  Served desk("pays-de-figeac", "2009-02-04T09:30");

  const auto chosen = desk.get("/?lang=en");
  CHECK(has(chosen.headers.get("Set-Cookie"), "guichet-lang=en"));
  desk.cookie = "guichet-lang=en";

  CHECK(has(desk.get("/").body, "<html lang=\"en\">"));
}

TEST_CASE("what people typed is shown as text, never as markup") {
  Served desk("pays-de-figeac", "2009-02-04T09:30");

  const auto saved = desk.post("/requests", call(kAttack));

  REQUIRE(saved.status == 303);
  check_escaped(desk.get("/cases/1").body);
  check_escaped(desk.get("/cases?text=S").body + desk.get("/cases").body);
  check_escaped(desk.get("/").body);
}

TEST_CASE("a search is shown as text, never as markup") {
  Served desk("pays-de-figeac", "2009-02-04T09:30");

  const auto found = desk.get("/cases?text=%22%3E%3Cscript%3Ealert(1)%3C/script%3E");

  CHECK_FALSE(has(found.body, "<script>alert"));
  CHECK(has(found.body, "&quot;&gt;&lt;script&gt;"));
}

TEST_CASE("pages hold no script, style or handler of their own") {
  Served desk("pays-de-figeac", "2009-02-04T09:30");
  desk.post("/requests", call("Vayssié"));

  for (const char* path : {"/", "/cases", "/requests/new", "/cases/1"}) {
    CAPTURE(path);
    const std::string html = desk.get(path).body;
    CHECK(count(html, "<script") == count(html, "<script src=\"/assets/"));
    CHECK(has(html, "<script src=\"/assets/htmx.min.js?v="));
    CHECK_FALSE(has(html, "<style"));
    CHECK_FALSE(has(html, " style="));
    CHECK_FALSE(has(html, " onclick="));
    CHECK(has(html, "\"allowEval\":false,\"includeIndicatorStyles\":false"));
  }
}

TEST_CASE("styles and scripts are served from the program") {
  Served desk("pays-de-figeac", "2009-02-04T09:30");

  CHECK(has(desk.get("/assets/desk.css").body, "prefers-color-scheme: dark"));
  CHECK(desk.get("/assets/desk.css").body.size() < 48'000);
  CHECK(has(desk.get("/assets/htmx.min.js").body, "htmx"));
  CHECK(desk.get("/assets/none.css").status == 404);
}

TEST_CASE("a page that does not exist says so, as a page; the API as JSON") {
  Served desk("pays-de-figeac", "2009-02-04T09:30");

  CHECK(desk.get("/nowhere").status == 404);
  CHECK(has(desk.get("/nowhere?lang=fr").body, "Cette page n’existe pas."));
  CHECK(desk.get("/cases/99").status == 404);
  CHECK(desk.get("/cases/abc").status == 404);
  CHECK(desk.post("/cases", {}).status == 405);
  CHECK(desk.get("/api/nowhere").headers.get("Content-Type") == "application/problem+json");
}

TEST_CASE("a fault's page shows the id that is in the log") {
  Served desk("pays-de-figeac", "2009-02-04T09:30");
  http::Request request;
  request.target = "/";

  CHECK(has(desk.router().error(request, 500, "f00d").body, "f00d"));
}

TEST_CASE("the role that was chosen is kept, and leads back to where one was") {
  Served desk("pays-de-figeac", "2009-02-04T09:30");

  const auto chosen = desk.post("/role", {{"who", "secretaire"}, {"back", "/cases?text=x"}});
  CHECK(chosen.status == 303);
  CHECK(chosen.headers.get("Location") == "/cases?text=x");
  CHECK(has(chosen.headers.get("Set-Cookie"), "guichet-role=secretaire"));

  desk.cookie = "guichet-role=secretaire";
  CHECK(has(desk.get("/").body, "<option value=\"secretaire\" selected>"));
  CHECK(desk.post("/role", {{"who", "nobody"}}).status == 422);
}

TEST_CASE("a form leads back to this site only") {
  Served desk("pays-de-figeac", "2009-02-04T09:30");

  for (const char* back :
       {"https://evil.test/", "//evil.test/", "/\\evil.test", "", "/a\r\nX: 1"}) {
    const auto chosen = desk.post("/role", {{"who", "secretaire"}, {"back", back}});
    CHECK(chosen.headers.get("Location") == "/");
  }
}

TEST_CASE("what another site's page sends is refused and changes nothing") {
  Served desk("pays-de-figeac", "2009-02-04T09:30");
  const Served::Pairs foreign{{"Sec-Fetch-Site", "cross-site"}};
  const Served::Pairs origin{{"Origin", "https://evil.test"}, {"Host", "127.0.0.1:8080"}};

  for (const auto& headers : {foreign, origin}) {
    CHECK(desk.post("/requests", call("Vayssié"), headers).status == 403);
    CHECK(desk.post("/role", {{"who", "secretaire"}}, headers).status == 403);
    CHECK(desk.post("/clock", {{"by", "day"}}, headers).status == 403);
    CHECK(desk.post("/cases/1/acts/qualifier", {{"form-n", "1"}}, headers).status == 403);
  }

  CHECK(desk.stage().case_ids().empty());
  CHECK(desk.post("/role", {{"who", "secretaire"}}, {{"Sec-Fetch-Site", "same-origin"}}).status ==
        303);
}

TEST_CASE("the clock moves by a business day, a week or a month, and tells what left") {
  Served desk("pays-de-figeac", "2009-02-06T08:45");  // a Friday
  desk.post("/requests", call("Vayssié"));

  const auto moved = desk.post("/clock", {{"by", "day"}, {"back", "/cases/1"}});

  REQUIRE(moved.status == 303);
  CHECK(moved.headers.get("Location") == "/cases/1?since=2009-02-06T07%3A45%3A00Z");
  CHECK(has(desk.get("/?lang=fr").body, "lundi 9 février 2009, 08:45"));
  CHECK(has(desk.get(moved.headers.get("Location") + "&lang=fr").body, "Aucune lettre"));

  const auto week = desk.post("/clock", {{"by", "week"}, {"back", "/"}});
  // The owner is reminded of a call after two business days, others after five.
  const std::string told = desk.get(week.headers.get("Location") + "&lang=fr").body;
  CHECK(has(told, "dont 1 relance et 1 escalade"));
  CHECK(has(told, "<a href=\"/cases/1\">"));

  desk.post("/clock", {{"by", "month"}, {"back", "/"}});
  CHECK(has(desk.get("/?lang=fr").body, "16 mars 2009"));
  CHECK(desk.post("/clock", {{"by", "year"}}).status == 422);
}

TEST_CASE("a desk that is no demonstration has no clock to move") {
  Served desk("pays-de-figeac", "2009-02-06T08:45");
  desk.site().move_clock = nullptr;

  CHECK_FALSE(has(desk.get("/").body, "action=\"/clock\""));
  CHECK(desk.post("/clock", {{"by", "day"}}).status == 404);
}

TEST_CASE("another desk's pages need no other code") {
  Served desk("riverside-makers", "2024-03-04T09:30");

  const std::string form = desk.get("/requests/new").body;
  CHECK(has(form, "for=\"name\""));
  CHECK(has(form, "type=\"checkbox\" name=\"themes\" value=\"workshop\""));
  const auto saved = desk.post(
      "/requests", {{"name", "Ann"}, {"phone", "05 65 00 01 00"}, {"description", "A loan"}});
  REQUIRE(saved.status == 303);
  CHECK(has(desk.get("/cases/1").body, "Ann"));
}
