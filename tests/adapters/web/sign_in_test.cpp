// Coming in by the pages: from a refused page to the password, the second factor, and back.
#include <catch2/catch.hpp>

#include <filesystem>
#include <fstream>
#include <sstream>

#include "adapters/http/transport/form.hpp"
#include "adapters/http/transport/target.hpp"
#include "adapters/web/accounts/sign_in_page.hpp"
#include "adapters/web/pages.hpp"
#include "tests/adapters/web/served.hpp"
#include "tests/support/accounts_desk.hpp"

using namespace guichet;
using access::Persona;
using web::count;
using web::has;
using web::input_value;

namespace {

const std::string& kRightOne = tests::kAccountPassword;
const std::string kMail = "ada@example.test";

// The browser's pages and forms.
struct Door : tests::AccountsDesk {
  explicit Door(std::vector<Persona> personas = {Persona::coordinator})
      : AccountsDesk([](http::Router& router, http::Site& its) { web::add_pages(router, its); }) {
    add(kMail, std::move(personas));
  }

  http::Response send(http::Request request) {
    REQUIRE(http::read_target(request.target, request));
    return AccountsDesk::send(std::move(request));
  }
  http::Response get(const std::string& target) {
    return send({.method = "GET", .target = target});
  }
  // As the form of `page` would send it.
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
  http::Response sign_in(const std::string& next = "/cases?late=1",
                         const std::string& password = kRightOne) {
    const auto page = get("/sign-in?next=" + http::percent_encode(next));
    return post("/sign-in", page, {{"email", kMail}, {"password", password}});
  }
  std::string code() { return code_of(kMail); }
  http::Response enrol() {
    const auto asked = get(sign_in().headers.get("Location"));
    const auto shown = post("/sign-in/second-factor", asked, {});
    REQUIRE(shown.status == 200);
    return post("/sign-in/second-factor/code", shown, {{"code", code()}});
  }
};

// The text of the element of that id.
std::string input_text(const std::string& html, const std::string& id) {
  const std::size_t at = html.find("id=\"" + id + "\"");
  if (at == std::string::npos) return {};
  const std::size_t start = html.find('>', at) + 1;
  return html.substr(start, html.find('<', start) - start);
}

std::string location(const http::Response& response) {
  return response.headers.get("Location");
}

}  // namespace

TEST_CASE("a page without a session leads to signing in, and back to where one wanted to go") {
  Door door;
  const auto sent = door.get("/cases?late=1");
  CHECK(sent.status == 303);
  CHECK(location(sent) == "/sign-in?next=" + http::percent_encode("/cases?late=1"));
  const auto page = door.get(location(sent));
  CHECK(page.status == 200);
  CHECK(input_value(page.body, "next") == "/cases?late=1");

  const auto first = door.sign_in();
  REQUIRE(first.status == 303);
  REQUIRE(location(first).starts_with("/sign-in/second-factor?next="));
  const auto asked = door.get(location(first));
  const auto shown = door.post("/sign-in/second-factor", asked, {});
  CHECK(has(shown.body, "otpauth://totp/Makers"));
  CHECK(shown.headers.get("Cache-Control") == "no-store");
  const auto wrong = door.post("/sign-in/second-factor/code", shown, {{"code", "000000"}});
  CHECK(wrong.status == 422);
  CHECK(count(wrong.body, "role=\"alert\"") == 1);
  // The key that is in the telephone by now stays, and so does its picture.
  CHECK(input_text(wrong.body, "secret") == input_text(shown.body, "secret"));
  CHECK(has(wrong.body, "class=\"qr\""));
  const auto done = door.post("/sign-in/second-factor/code", wrong, {{"code", door.code()}});
  CHECK(done.status == 200);
  CHECK(count(done.body, "<li class=\"number\">") >= 8);
  CHECK(has(done.body, "href=\"/cases?late=1\""));
  CHECK(door.get("/cases").status == 200);
}

TEST_CASE("the second time, a code is asked for; nothing opens before") {
  Door door;
  REQUIRE(door.enrol().status == 200);
  door.jar.clear();
  door.clock.set(door.clock.now() + std::chrono::minutes(5));
  const auto first = door.sign_in();
  REQUIRE(location(first).starts_with("/sign-in/code?next="));
  CHECK(door.get("/cases").status == 303);
  const auto page = door.get(location(first));
  const auto wrong = door.post("/sign-in/code", page, {{"code", "000000"}});
  CHECK(wrong.status >= 400);
  CHECK(has(wrong.body, "id=\"code-error\""));
  const auto in = door.post("/sign-in/code", wrong, {{"code", door.code()}});
  CHECK(in.status == 303);
  CHECK(location(in) == "/cases?late=1");
  CHECK(door.get("/cases").status == 200);
}

TEST_CASE("a wrong password keeps the address, forgets itself, and is said at the field") {
  Door door;
  const auto page = door.sign_in("/", "not this one <at> all");
  CHECK(page.status == 401);
  CHECK(has(page.body, "value=\"" + kMail + "\""));
  CHECK_FALSE(has(page.body, "not this one"));
  CHECK(has(page.body, "id=\"password-error\""));
  const auto empty = door.post("/sign-in", page, {{"email", kMail}, {"password", ""}});
  CHECK(empty.status == 422);
}

TEST_CASE("who guesses too often is told when to try again") {
  Door door;
  http::Response last;
  for (int i = 0; i < 30 && last.status != 429; ++i) last = door.sign_in("/", "wrong guess here");
  CHECK(last.status == 429);
  CHECK(last.headers.has("Retry-After"));
  CHECK(has(last.body, "id=\"password-error\""));
}

TEST_CASE("another site signs nobody in, and is led nowhere") {
  Door door;
  const auto page = door.get("/sign-in?next=//evil.example/");
  CHECK(input_value(page.body, "next") == "/");
  door.jar.clear();
  const auto forged = door.post("/sign-in", page, {{"email", kMail}, {"password", kRightOne}});
  CHECK(forged.status == 403);
  CHECK_FALSE(door.jar.contains(std::string(http::session_cookie(true))));
  for (const std::string to : {"https://evil.example", "/\\evil.example", "//evil.example"}) {
    CHECK(location(door.sign_in(to)).ends_with("next=%2F"));
  }
  for (const std::string to :
       {"", "cases", "//evil.example", "///evil.example", "/\\evil.example", "\\\\evil.example",
        "/\t/evil.example", "/\n/evil.example", "\t//evil.example", "/cases\r\nSet-Cookie: a=b",
        "javascript:alert(1)", "https:evil.example", " /cases", "/ca\x01ses", "/ca\x7fses",
        "/a b"}) {
    INFO(http::percent_encode(to));
    CHECK(web::way_back(to) == "/");
  }
  CHECK(web::way_back(std::string("/\0/evil.example", 15)) == "/");
  CHECK(web::way_back("/cases?text=%2F%2Fa&first=50") == "/cases?text=%2F%2Fa&first=50");
}

TEST_CASE("signing out takes the session's token, and ends it") {
  Door door;
  REQUIRE(door.enrol().status == 200);
  const auto page = door.get("/cases");
  CHECK(has(page.body, "Ada L"));
  http::Response bare;
  CHECK(door.post("/sign-out", bare, {}).status == 403);
  CHECK(door.get("/cases").status == 200);
  const auto kept = door.jar;
  CHECK(location(door.post("/sign-out", page, {})) == "/sign-in");
  door.jar = kept;
  CHECK(door.get("/cases").status == 303);
}

TEST_CASE("a proof is given again, and leads back") {
  Door door;
  REQUIRE(door.enrol().status == 200);
  door.clock.set(door.clock.now() + std::chrono::minutes(5));
  const auto page = door.get("/sign-in/proof?next=%2Fcases");
  CHECK(page.status == 200);
  CHECK(location(door.post("/sign-in/proof", page, {{"code", door.code()}})) == "/cases");
}

TEST_CASE("every form of every page that sends something carries the token") {
  for (const auto& each :
       std::filesystem::directory_iterator(GUICHET_ROOT "/adapters/web/templates")) {
    std::ifstream file(each.path());
    std::stringstream text;
    text << file.rdbuf();
    INFO(each.path().filename());
    CHECK(count(text.str(), "method=\"post\"") == count(text.str(), "name=\"form-token\""));
  }
}

TEST_CASE("only pages are led away: forms are refused plainly, fresh proofs have their own page") {
  Door door;
  http::Response bare;
  CHECK(door.post("/requests", bare, {}).status == 401);
  http::Request request{.method = "GET", .target = "/results/out?year=2026"};
  request.decision = access::Decision::step_up;
  const auto sent = web::sent_to_sign_in(door.site, request, 403);
  REQUIRE(sent);
  CHECK(location(*sent) == "/sign-in/proof?next=" + http::percent_encode("/results/out?year=2026"));
  request.decision = access::Decision::refuse;
  CHECK_FALSE(web::sent_to_sign_in(door.site, request, 403));
  door.site.reception = nullptr;
  CHECK_FALSE(web::sent_to_sign_in(door.site, request, 401));
}
