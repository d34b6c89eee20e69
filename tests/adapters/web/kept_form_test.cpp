// A form that comes when it cannot be taken, or twice: what was typed is kept until it can be sent,
// what was done is not done again.
#include "tests/adapters/web/asked_partner.hpp"
#include "tests/adapters/web/office.hpp"

using namespace guichet;
using namespace guichet::web;
using namespace std::chrono_literals;
using access::Persona;

namespace {

const std::string kRobin = "robin@example.test";
const std::string kTyped = "A bench \"<b>\" & more";

// As a browser reads an attribute.
std::string plain(std::string text) {
  const std::pair<std::string, std::string> kMarks[] = {
      {"&quot;", "\""}, {"&lt;", "<"}, {"&gt;", ">"}, {"&#39;", "'"}, {"&amp;", "&"}};
  for (const auto& [mark, sign] : kMarks) {
    for (std::size_t at = text.find(mark); at != std::string::npos; at = text.find(mark, at + 1)) {
      text.replace(at, mark.size(), sign);
    }
  }
  return text;
}

struct KeptOffice : Office {
  KeptOffice() { add(kRobin, {Persona::coordinator}, {}, "robin", "Robin"); }

  // What the hidden inputs of the page's one form hold, sent as its button would; `more` is typed.
  http::Response press(const std::string& target, const http::Response& page,
                       const Served::Pairs& more = {}) {
    Served::Pairs form = more;
    const std::string mark = "type=\"hidden\" name=\"";
    for (std::size_t at = page.body.find(mark, page.body.find("<main")); at != std::string::npos;
         at = page.body.find(mark, at + 1)) {
      const std::size_t name = at + mark.size();
      const std::string of = page.body.substr(name, page.body.find('"', name) - name);
      if (of == "form-visit" || of == "form-token" || of == "next") continue;
      form.emplace_back(of, plain(input_value(page.body.substr(at), of)));
    }
    return post(target, page, form);
  }
  http::Response sign_in_from(const http::Response& page) {
    return press("/sign-in", page, {{"email", kRobin}, {"password", kWord}});
  }
  http::Response send_request(const http::Response& page) {
    return post("/requests", page,
                {{"reference", "R-7"},
                 {"description", kTyped},
                 {"reason", "she called"},
                 {"form-key", "key-of-the-form"}});
  }
};

}  // namespace

TEST_CASE("a form sent after the session idled out is kept through signing in, and not sent") {
  KeptOffice office;
  office.enter(kRobin);
  const auto form = office.get("/requests/new");
  REQUIRE(form.status == 200);
  office.clock.set(office.clock.now() + 61min);
  const auto asked = office.send_request(form);
  CHECK(asked.status == 401);
  CHECK(has(asked.body, "action=\"/sign-in\""));
  CHECK(input_value(asked.body, "again-to") == "/requests");
  CHECK(input_value(asked.body, "again:reference") == "R-7");
  CHECK_FALSE(has(asked.body, "again:form-token"));
  CHECK(asked.headers.get("Cache-Control") == "no-store");

  const auto wrong = office.press("/sign-in", asked, {{"email", kRobin}, {"password", "not it"}});
  CHECK(wrong.status == 401);
  const auto code = office.sign_in_from(wrong);
  REQUIRE(code.status == 200);
  REQUIRE(has(code.body, "action=\"/sign-in/code\""));
  const auto shown = office.press("/sign-in/code", code, {{"code", office.code_of(kRobin)}});
  REQUIRE(shown.status == 200);
  CHECK(has(shown.body, "action=\"/requests\""));
  CHECK(has(shown.body, "<dd>A bench &quot;&lt;b&gt;&quot; &amp; more</dd>"));
  CHECK(has(shown.body, "<dd>she called</dd>"));
  CHECK_FALSE(has(shown.body, "<dd>key-of-the-form</dd>"));
  CHECK(input_value(shown.body, "form-key") == "key-of-the-form");
  CHECK_FALSE(has(office.get("/cases").body, "R-7"));

  const auto sent = office.press("/requests", shown);
  CHECK(sent.status != 401);
  CHECK(sent.status != 403);
}

TEST_CASE("whoever must set up a second factor first keeps her form on the way there") {
  KeptOffice office;
  const auto asked = office.send_request({});
  REQUIRE(asked.status == 401);
  const auto factor = office.sign_in_from(asked);
  REQUIRE(has(factor.body, "action=\"/sign-in/second-factor\""));
  const auto key = office.press("/sign-in/second-factor", factor);
  CHECK(input_value(key.body, "again:reference") == "R-7");
  const auto codes =
      office.press("/sign-in/second-factor/code", key, {{"code", office.code_of(kRobin, true)}});
  REQUIRE(codes.status == 200);
  CHECK(has(codes.body, "action=\"/requests\""));
  CHECK(input_value(codes.body, "reference") == "R-7");
}

TEST_CASE("a form of an earlier session is shown to whoever is signed in, with a fresh token") {
  KeptOffice office;
  office.enter(kRobin);
  const auto form = office.get("/requests/new");
  office.enter(kRobin);
  const auto shown = office.send_request(form);
  CHECK(shown.status == 403);
  CHECK(has(shown.body, "action=\"/requests\""));
  CHECK(input_value(shown.body, "reference") == "R-7");
  CHECK(input_value(shown.body, "form-token") != input_value(form.body, "form-token"));
  const auto sent = office.press("/requests", shown);
  CHECK(sent.status != 403);
}

TEST_CASE("no password is kept in a page, nor what another site sends") {
  KeptOffice office;
  office.enter(kRobin);
  office.clock.set(office.clock.now() + 61min);
  const auto asked =
      office.post("/account/password", {}, {{"present", "old secret"}, {"password", "new secret"}});
  CHECK(asked.status == 401);
  CHECK_FALSE(has(asked.body, "secret"));
  http::Request request{.method = "POST", .target = "/requests", .body = "reference=R-9"};
  request.headers.set("Content-Type", "application/x-www-form-urlencoded");
  request.headers.set("Sec-Fetch-Site", "cross-site");
  CHECK_FALSE(has(office.send(std::move(request)).body, "R-9"));
}

TEST_CASE(
    "a page of a link whose session ended shows reasons too, which are no fields of the desk") {
  AskedPartner desk;
  const std::string link = desk.link("partner");
  Visitor visitor{desk.served};
  CHECK(visitor.send("POST", link + "/hand-over",
                     {{"form-n", "3"}, {"form-key", "k"}, {"reason", "en congé jusqu'en mai"}}) ==
        401);
  CHECK(has(visitor.last.body, "en congé jusqu"));
}

TEST_CASE("what is read by the link of a letter is noted as anybody else's look at a case") {
  AskedPartner desk;
  const std::string link = desk.link("partner");
  Visitor visitor{desk.served};
  const auto seen = [&] {
    std::size_t count = 0;
    desk.served.site().desk.store().read([&](store::Reader& reader) {
      for (const store::AuditRow& row : reader.accounts().audit(0, 1000)) {
        if (row.act != "see_case") continue;
        ++count;
        CHECK(row.persona == "link_holder");
        CHECK(row.object == "case " + std::to_string(desk.kase.value));
      }
    });
    return count;
  };
  visitor.get(link);
  CHECK(seen() == 0);
  visitor.come_in(desk, link);
  const std::size_t before = seen();
  REQUIRE(visitor.get(link) == 200);
  CHECK(seen() == before + 1);
}

TEST_CASE("a key's form that comes twice makes one key, and says so") {
  Office office;
  office.enter("root@example.test");
  const auto page = office.get("/keys");
  const std::string once = input_value(page.body, "form-key");
  REQUIRE_FALSE(once.empty());
  const Served::Pairs form{
      {"label", "Tool"}, {"may", "list_cases"}, {"days", "30"}, {"form-key", once}};
  REQUIRE(office.post("/keys", page, form).status == 200);
  const auto again = office.post("/keys", page, form);
  CHECK(again.status == 409);
  CHECK_FALSE(input_value(again.body, "form-key") == once);
  office.store->read(
      [&](store::Reader& reader) { CHECK(reader.accounts().api_keys().size() == 1); });
}
