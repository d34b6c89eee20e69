// The pages of accounts: one's own, other people's, keys, the journal, invitations, a case opened
// with a reason.
#include <catch2/catch.hpp>

#include "adapters/http/form.hpp"
#include "adapters/http/target.hpp"
#include "adapters/web/pages.hpp"
#include "tests/adapters/web/served.hpp"
#include "tests/support/accounts_desk.hpp"

using namespace guichet;
using namespace std::chrono_literals;
using access::Persona;
using web::count;
using web::has;
using web::input_value;

namespace {

const std::string& kWord = tests::kAccountPassword;
const std::string kNewWord = "galet horloge sapinette virgule";

// The desk of the pages with one administrator, and a browser at a time.
struct Office : tests::AccountsDesk {
  Office() : AccountsDesk([](http::Router& r, http::Site& its) { web::add_pages(r, its); }) {
    add("root@example.test", {Persona::administrator}, {}, "", "Paul Admin");
  }

  http::Response send(http::Request request) {
    REQUIRE(http::read_target(request.target, request));
    return AccountsDesk::send(std::move(request));
  }
  http::Response get(const std::string& target) {
    return send({.method = "GET", .target = target});
  }
  http::Response post(const std::string& target, const http::Response& page,
                      web::Served::Pairs form) {
    for (const char* name : {"form-visit", "form-token", "next"}) {
      form.emplace_back(name, input_value(page.body, name));
    }
    http::Request request{.method = "POST", .target = target};
    request.headers.set("Content-Type", "application/x-www-form-urlencoded");
    for (const auto& [name, value] : form) {
      request.body += (request.body.empty() ? "" : "&") + name + "=" + http::percent_encode(value);
    }
    return send(std::move(request));
  }
  // Signs this browser in anew, with a second factor where one is owed.
  void enter(const std::string& email, const std::string& password = kWord) {
    jar.clear();
    const auto in =
        reception.sign_in().log_in({email, password, {}, {}}, {"192.0.2.7", ""}, clock.now());
    REQUIRE(in);
    std::string id = in->id;
    if (in->session.stage == store::SessionStage::enrolling) {
      REQUIRE(reception.sign_in().begin_second_factor(id, clock.now()));
      const auto done = reception.sign_in().finish_second_factor(id, code_of(email, true),
                                                                 {"192.0.2.7", ""}, clock.now());
      REQUIRE(done);
      id = done->signed_in.id;
    } else if (in->session.stage == store::SessionStage::awaiting_code) {
      clock.set(clock.now() + 30s);  // a code serves once
      const auto done =
          reception.sign_in().confirm(id, code_of(email), false, {"192.0.2.7", ""}, clock.now());
      REQUIRE(done);
      id = done->id;
    }
    jar[std::string(http::session_cookie(true))] = id;
  }
  std::string open_case() {
    const auto outcome = desk.submit_and_wait(
        {.kase = {0},
         .actor = *access::actor_as(*tests::small_desk(), "robin"),
         .body = cases::OpenRequest{{{"reference", tests::text("R-1")},
                                     {"name", tests::text("Ada Secret")},
                                     {"email", tests::text("ada@example.test")},
                                     {"description", tests::text("A bench")},
                                     {"area", tests::text("riverside")},
                                     {"may_share", tests::text("given")},
                                     {"themes", tests::text("workshop")}}}});
    REQUIRE(outcome);
    return std::to_string(outcome->kase.value);
  }
};

std::string to(const http::Response& response) {
  return response.headers.get("Location");
}

std::string link_in(const std::string& text) {
  const std::size_t at = text.find("/invitation/");
  REQUIRE(at != std::string::npos);
  return text.substr(at, 12 + 64);
}

}  // namespace

TEST_CASE("one's own account: the password is changed, every fault at its field, none sent back") {
  Office office;
  office.add("p@example.test", {Persona::partner}, {{"guild", ""}});
  office.enter("p@example.test");
  const auto page = office.get("/account");
  REQUIRE(page.status == 200);
  CHECK(page.headers.get("Cache-Control") == "no-store");
  CHECK(count(page.body, "<meter") == 1);
  const auto wrong = office.post("/account/password", page,
                                 {{"present", "not my password"}, {"password", "azerty"}});
  CHECK(wrong.status == 422);
  CHECK(has(wrong.body, "id=\"password-error\""));
  CHECK_FALSE(has(wrong.body, "azerty"));
  CHECK_FALSE(has(wrong.body, "not my password"));
  const auto other = office.post("/account/password", page,
                                 {{"present", "not my password"}, {"password", kNewWord}});
  CHECK(other.status == 403);
  CHECK(has(other.body, "id=\"present-error\""));

  const std::string before = office.session();
  const auto done =
      office.post("/account/password", page, {{"present", kWord}, {"password", kNewWord}});
  CHECK(to(done) == "/account?done=password");
  CHECK(office.session() != before);
  CHECK(office.get("/account").status == 200);
  office.jar[std::string(http::session_cookie(true))] = before;
  CHECK(office.get("/account").status == 303);
  office.enter("p@example.test", kNewWord);
}

TEST_CASE("one's sessions are listed, ended one by one and all at once") {
  Office office;
  office.add("p@example.test", {Persona::partner}, {{"guild", ""}});
  office.enter("p@example.test");
  const auto mine = office.jar;
  office.enter("p@example.test");
  const auto other = std::exchange(office.jar, mine);
  const auto page = office.get("/account");
  CHECK(count(page.body, "/account/sessions/") == 2);  // the other one, and all others
  CHECK(has(page.body, "192.0.2.0"));
  const std::string handle = [&] {
    const std::size_t at = page.body.find("action=\"/account/sessions/") + 26;
    return page.body.substr(at, page.body.find('/', at) - at);
  }();
  CHECK(to(office.post("/account/sessions/" + handle + "/end", page, {})) == "/account?done=ended");
  office.jar = other;
  CHECK(office.get("/account").status == 303);
  office.jar = mine;
  CHECK(office.post("/account/sessions/none/end", page, {}).status == 404);
  CHECK(to(office.post("/account/sessions/end-others", page, {})) == "/account?done=others");
}

TEST_CASE("an administrator invites; the link in the letter sets the password, once") {
  Office office;
  office.enter("root@example.test");
  const auto form = office.get("/accounts/new");
  REQUIRE(form.status == 200);
  const auto bad = office.post("/accounts", form,
                               {{"email", "nobody"}, {"role", "partner"}, {"partner", "gone"}});
  CHECK(bad.status == 422);
  CHECK(has(bad.body, "value=\"nobody\""));
  CHECK(has(bad.body, "id=\"partner-error\""));
  const auto half = office.post("/accounts", form, {{"email", "nobody"}, {"role", "partner"}});
  for (const char* at : {"email-error", "name-error", "partner-error"}) {
    CHECK(has(half.body, std::string("id=\"") + at + "\""));
  }
  CHECK(office.posted.empty());

  const auto made = office.post("/accounts", form,
                                {{"email", "julie@example.test"},
                                 {"name", "Julie <b>"},
                                 {"role", "partner"},
                                 {"partner", "guild"}});
  REQUIRE(made.status == 303);
  REQUIRE(office.posted.size() == 1);
  CHECK(office.posted[0].to_address == "julie@example.test");
  const std::string link = link_in(office.posted[0].text);
  CHECK(has(office.posted[0].html, "Julie &lt;b&gt;"));
  const auto listed = office.get("/accounts");
  CHECK(has(listed.body, "Julie &lt;b&gt;"));

  office.jar.clear();
  const auto page = office.get(link);
  REQUIRE(page.status == 200);
  CHECK(page.headers.get("Cache-Control") == "no-store");
  CHECK(office.post(link, page, {{"password", "azerty"}}).status == 422);
  CHECK(to(office.post(link, page, {{"password", kNewWord}})) == "/sign-in?done=invitation");
  CHECK(office.get(link).status == 404);
  office.enter("julie@example.test", kNewWord);
  CHECK(office.get("/account").status == 200);
}

TEST_CASE("what an administrator takes away is gone with the next click") {
  Office office;
  const auto julie = office.add("julie@example.test", {Persona::partner}, {{"guild", ""}});
  office.enter("julie@example.test");
  const auto hers = office.jar;
  office.enter("root@example.test");
  const auto page = office.get("/accounts/" + julie.id);
  REQUIRE(page.status == 200);

  SECTION("disabled, and enabled again") {
    CHECK(
        to(office.post("/accounts/" + julie.id + "/disable", page, {})).ends_with("done=disable"));
    const auto now = office.get("/accounts/" + julie.id);
    CHECK(has(now.body, "/enable\""));
    CHECK_FALSE(has(now.body, "/disable\""));
    CHECK(office.post("/accounts/" + julie.id + "/enable", page, {}).status == 303);
  }
  SECTION("sessions ended") {
    CHECK(office.post("/accounts/" + julie.id + "/sessions", page, {}).status == 303);
  }
  SECTION("another role") {
    CHECK(office
              .post("/accounts/" + julie.id, page,
                    {{"email", julie.email}, {"name", "Julie"}, {"role", "official"}})
              .status == 303);
  }
  office.jar = hers;
  CHECK(to(office.get("/account")).starts_with("/sign-in"));
}

TEST_CASE("accounts want a fresh proof, and one does not disable oneself") {
  Office office;
  office.enter("root@example.test");
  const auto root = office.reception.book().find("root@example.test")->id;
  const auto page = office.get("/accounts/" + root);
  CHECK_FALSE(has(page.body, "/disable\""));
  CHECK(office.post("/accounts/" + root + "/disable", page, {}).status == 409);
  office.clock.set(office.clock.now() + 5min);
  CHECK(to(office.get("/accounts")).starts_with("/sign-in/proof?next="));
  CHECK(office.post("/accounts/" + root + "/sessions", page, {}).status == 403);
  CHECK(office.get("/account").status == 200);
}

TEST_CASE("a key is shown once, with the rights that were ticked, until it ends") {
  Office office;
  office.enter("root@example.test");
  const auto page = office.get("/keys");
  CHECK(office.post("/keys", page, {{"label", ""}, {"days", "30"}}).status == 422);
  CHECK(has(office.post("/keys", page, {{"label", "x"}, {"days", "9999"}}).body, "days-error"));
  const auto made = office.post(
      "/keys", page,
      {{"label", "Tool <i>"}, {"partner", "guild"}, {"may", "list_cases"}, {"days", "30"}});
  REQUIRE(made.status == 200);
  CHECK(made.headers.get("Cache-Control") == "no-store");
  const std::size_t at = made.body.find("guichet_");
  REQUIRE(at != std::string::npos);
  const std::string key = made.body.substr(at, 8 + 64);
  CHECK_FALSE(has(office.get("/keys").body, key));
  const auto find = [&] {
    http::Request request{.method = "GET", .path = {"api", "cases"}};
    request.headers.set("Authorization", "Bearer " + key);
    return http::make_account_identity(office.desk, *office.store, office.clock, true)
        ->find(request)
        .persona;
  };
  CHECK(find() == Persona::service);
  std::string id;
  office.store->read([&](store::Reader& reader) { id = reader.accounts().api_keys().front().id; });
  CHECK(to(office.post("/keys/" + id + "/revoke", page, {})) == "/keys?done=revoked");
  CHECK(find() == Persona::anonymous);
}

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
