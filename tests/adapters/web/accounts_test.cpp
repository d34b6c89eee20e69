// The pages of accounts: one's own, other people's, invitations, keys of programs.
#include <catch2/catch.hpp>

#include "tests/adapters/web/office.hpp"

using namespace guichet;
using namespace std::chrono_literals;
using access::Persona;
using web::count;
using web::has;
using web::input_value;
using web::kNewWord;
using web::kWord;
using web::link_in;
using web::Office;
using web::Served;
using web::to;

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

TEST_CASE(
    "an account may be for several institutions; its page has a list for each, and one more") {
  Office office;
  office.enter("root@example.test");
  const auto julie = office.add("julie@example.test", {Persona::partner}, {{"guild", ""}});
  const std::string address = "/accounts/" + julie.id;
  const auto page = office.get(address);
  CHECK(count(page.body, "name=\"partner\"") == 2);
  const Served::Pairs form{{"email", "julie@example.test"}, {"name", "Julie"}, {"role", "partner"}};
  const auto with = [&](Served::Pairs more) {
    more.insert(more.begin(), form.begin(), form.end());
    return office.post(address, office.get(address), more);
  };

  REQUIRE(with({{"partner", "guild"}, {"partner", "guild/j-ash"}, {"partner", ""}}).status == 303);

  const auto both = office.get(address);
  CHECK(count(both.body, "name=\"partner\"") == 3);
  CHECK(count(both.body, "value=\"guild\" selected") == 1);
  CHECK(count(both.body, "value=\"guild/j-ash\" selected") == 1);
  // One taken away, one said twice.
  REQUIRE(with({{"partner", ""}, {"partner", "guild/j-ash"}, {"partner", "guild/j-ash"}}).status ==
          303);
  CHECK(count(office.get(address).body, "name=\"partner\"") == 2);
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

TEST_CASE("a form that comes without a fresh proof is kept, and sent on after it") {
  Office office;
  office.enter("root@example.test");
  const auto form = office.get("/accounts/new");
  office.clock.set(office.clock.now() + 6min);
  const auto asked = office.post("/accounts", form,
                                 {{"email", "julie@example.test"},
                                  {"name", "Julie \"<b>\"\nM"},
                                  {"role", "partner"},
                                  {"partner", "guild"}});
  CHECK(asked.status == 403);
  CHECK(input_value(asked.body, "again-to") == "/accounts");
  CHECK(input_value(asked.body, "again:email") == "julie@example.test");
  CHECK_FALSE(has(asked.body, "again:form-token"));
  CHECK(office.posted.empty());
  const auto give = [&](const std::string& code, const http::Response& page) {
    Served::Pairs again{{"code", code}, {"again-to", "/accounts"}};
    for (const char* name : {"email", "name", "role", "partner"}) {
      const std::string kept = std::string("again:") + name;
      again.emplace_back(kept, input_value(page.body, kept));
    }
    return office.post("/sign-in/proof", page, again);
  };
  const auto wrong = give("000000", asked);
  CHECK(wrong.status == 401);
  CHECK(input_value(wrong.body, "again:email") == "julie@example.test");
  const auto given = give(office.code_of("root@example.test"), wrong);
  REQUIRE(given.status == 200);
  CHECK(has(given.body, "action=\"/accounts\""));
  const auto sent = office.post("/accounts", given,
                                {{"email", input_value(given.body, "email")},
                                 {"name", "Julie"},
                                 {"role", "partner"},
                                 {"partner", input_value(given.body, "partner")}});
  CHECK(sent.status == 303);
  CHECK(office.posted.size() == 1);
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
