// The journal, a case opened with a reason, and what is kept nowhere.
#include <catch2/catch.hpp>

#include "tests/adapters/web/office.hpp"

using namespace guichet;
using namespace std::chrono_literals;
using access::Persona;
using web::count;
using web::has;
using web::kNewWord;
using web::kWord;
using web::link_in;
using web::Office;
using web::to;

TEST_CASE("the journal is read by filters and pages, says whether its chain holds, and goes out") {
  Office office;
  office.add("audit@example.test", {Persona::auditor}, {}, "", "=Anne");
  const auto julie = office.add("julie@example.test", {Persona::partner}, {{"guild", ""}});
  for (int i = 0; i < 3; ++i) office.enter("julie@example.test");
  office.enter("audit@example.test");
  const auto all = office.get("/audit");
  REQUIRE(all.status == 200);
  CHECK(has(all.body, "notice good"));
  const auto logins = office.get("/audit?who=julie@example.test&act=login&first=2");
  CHECK(count(logins.body, "<tr><td") == 2);
  CHECK(has(logins.body, "rel=\"next\""));
  CHECK(count(office.get("/audit?act=login&role=auditor").body, "<tr><td") == 1);
  CHECK(has(office.get("/audit?object=account%20nobody").body, "class=\"empty\""));
  CHECK(office.get("/audit?from=yesterday").status == 422);
  CHECK(office.get("/audit?from=2026-03-02&until=2026-03-02").status == 200);
  CHECK(has(office.get("/audit?until=2026-03-01").body, "class=\"empty\""));

  const auto csv = office.get("/audit.csv?act=login");
  REQUIRE(csv.status == 200);
  CHECK(csv.headers.get("Content-Type").starts_with("text/csv"));
  CHECK(has(csv.headers.get("Content-Disposition"), "attachment"));
  CHECK(has(csv.body, ";'=Anne;"));
  for (int i = 0; i < 4; ++i) CHECK(office.get("/audit.csv").status == 200);
  CHECK(office.get("/audit.csv").status == 429);

  desk::write_and_wait(*office.store, [](store::Transaction& t) {
    auto row = *t.accounts().last_audit();
    ++row.seq;
    row.result = "done";
    t.accounts().append(row);
  });
  const auto broken = office.get("/audit");
  CHECK(has(broken.body, "role=\"alert\""));
  CHECK(to(office.post("/audit/check", all, {})) == "/audit");
  CHECK(has(office.get("/audit").body, "role=\"alert\""));
}

TEST_CASE("nobody but the auditor reads the journal, and nobody but administrators accounts") {
  Office office;
  office.add("c@example.test", {Persona::coordinator}, {}, "robin");
  office.add("o@example.test", {Persona::official});
  office.add("audit@example.test", {Persona::auditor});
  for (const char* who : {"c@example.test", "o@example.test", "root@example.test"}) {
    office.enter(who);
    CHECK(office.get("/audit").status == 403);
  }
  for (const char* who : {"c@example.test", "o@example.test", "audit@example.test"}) {
    office.enter(who);
    CHECK(office.get("/accounts").status == 403);
    CHECK(office.get("/keys").status == 403);
  }
  office.enter("c@example.test");
  CHECK(office.get("/audit.csv").status == 403);  // may take cases out, and not read this
}

TEST_CASE("an administrator opens one case with a reason, reads it alone, and it closes again") {
  Office office;
  office.add("c@example.test", {Persona::coordinator}, {}, "robin");
  const std::string id = office.open_case();
  office.enter("root@example.test");
  // What is there and what is not: the same way, the same page, the same refusal.
  const std::string mine = "/cases/" + id, absent = "/cases/99";
  CHECK(to(office.get(mine)) == mine + "/open-with-reason");
  CHECK(to(office.get(absent)) == absent + "/open-with-reason");
  const auto form = office.get(mine + "/open-with-reason");
  const auto strip = [&](std::string body, const std::string& path) {
    for (std::size_t at = body.find(path); at != std::string::npos; at = body.find(path)) {
      body.replace(at, path.size(), "..");
    }
    return body;
  };
  CHECK(strip(form.body, mine) == strip(office.get(absent + "/open-with-reason").body, absent));
  CHECK(strip(office.post(mine + "/open-with-reason", form, {{"reason", "short"}}).body, mine) ==
        strip(office.post(absent + "/open-with-reason", form, {{"reason", "short"}}).body, absent));
  const std::string reason = "A complaint to look into";
  CHECK(office.post(absent + "/open-with-reason", form, {{"reason", reason}}).status == 404);

  REQUIRE(to(office.post(mine + "/open-with-reason", form, {{"reason", reason}})) == mine);
  const auto page = office.get(mine);
  REQUIRE(page.status == 200);
  CHECK(has(page.body, "Ada Secret"));
  CHECK(has(page.body, mine + "/close-again"));
  CHECK_FALSE(has(page.body, mine + "/acts/"));
  CHECK(office.get("/cases").status == 403);
  CHECK(office.post(mine + "/consent", page, {}).status == 403);
  const auto session = office.jar;

  office.enter("c@example.test");
  CHECK(has(office.get("/").body, reason));
  CHECK(has(office.get(mine).body, reason));
  office.enter("root@example.test");  // another session of the same person
  CHECK(office.get(mine).status == 303);

  SECTION("by the button") {
    office.jar = session;
    CHECK(office.post(mine + "/close-again", page, {}).status == 303);
    CHECK(office.get(mine).status == 303);
  }
  SECTION("by the time") {
    office.jar = session;
    office.clock.set(office.clock.now() + 29min);
    CHECK(office.get(mine).status == 200);
    office.clock.set(office.clock.now() + 1min);
    CHECK(office.get(mine).status == 303);
  }
}

TEST_CASE("no password, code, link or key is in the log, the audit or a page that comes later") {
  Office office;
  office.enter("root@example.test");
  const auto form = office.get("/accounts/new");
  REQUIRE(office
              .post("/accounts", form,
                    {{"email", "julie@example.test"},
                     {"name", "Julie"},
                     {"role", "partner"},
                     {"partner", "guild"}})
              .status == 303);
  const std::string link = link_in(office.posted.at(0).text);
  const auto made =
      office.post("/keys", form, {{"label", "x"}, {"may", "see_results"}, {"days", "9"}});
  const std::string key = made.body.substr(made.body.find("guichet_"), 8 + 64);
  office.jar.clear();
  office.post(link, office.get(link), {{"password", kNewWord}});
  office.post("/sign-in", office.get("/sign-in"),
              {{"email", "julie@example.test"}, {"password", "a wrong password"}});
  office.enter("julie@example.test", kNewWord);
  const auto account = office.get("/account");
  office.post("/account/password", account, {{"present", kNewWord}, {"password", "short"}});
  std::string kept = office.log.text();
  for (const auto& row : office.audit()) {
    kept += row.actor + row.act + row.object + row.result + "\n";
  }
  for (const std::string& secret :
       {kNewWord, kWord, std::string("a wrong password"), key, link.substr(12), office.session()}) {
    CHECK_FALSE(has(kept, secret));
    CHECK_FALSE(has(account.body, secret));
  }
}
