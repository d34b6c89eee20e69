// By the link of a letter: the button, the code, the answer; and what robots and strangers get.
#include <catch2/catch.hpp>

#include <future>
#include <map>

#include "adapters/http/cookie.hpp"
#include "adapters/http/form.hpp"
#include "adapters/http/target.hpp"
#include "engine/access/roles.hpp"
#include "tests/adapters/web/served.hpp"

using namespace guichet;
using namespace std::chrono_literals;
using web::has;
using web::input_value;
using web::Served;

namespace {

// A desk whose letters with codes are caught, and a case of which one partner was asked.
struct AskedPartner {
  Served served{"pays-de-figeac", "2009-02-04T09:30"};
  std::vector<cases::LetterEffect> codes;
  base::CaseId kase;

  AskedPartner() {
    served.site().post_now = [this](const cases::LetterEffect& letter, base::Instant) {
      codes.push_back(letter);
    };
    cases::Fields fields;
    const auto put = [&](const char* id, const char* text) {
      const auto* field = stage().definition().vocabulary->find(id);
      REQUIRE(field != nullptr);
      auto value = vocabulary::parse_value(*field, text, *stage().definition().vocabulary, {});
      REQUIRE(value);
      fields[id] = std::move(*value);
    };
    put("nom", "Vayssié");
    put("telephone", "05 65 00 01 00");
    put("courriel", "vayssie@exemple.test");
    put("description", "Ouvrir un salon");
    put("themes", "creation");
    put("statut", "porteur de projet");
    put("commune", "46102");
    put("naf", "96.02A");
    put("stade", "projet");
    put("consentement_partage", "oui");
    const auto opened = stage().submit(coordinator(), {}, cases::OpenRequest{fields});
    REQUIRE(opened);
    kase = opened->kase;
    const auto confirmed = stage().submit(
        coordinator(), kase, cases::Act{.n = {2}, .name = std::string(cases::kConfirmAct)});
    REQUIRE(confirmed);
  }

  scenarios::Stage& stage() { return served.stage(); }
  access::Actor coordinator() { return *access::actor_as(stage().definition(), "coordinatrice"); }
  cases::Snapshot now() { return *stage().load(kase); }
  const cases::Instance& referral() {
    kept = now();
    for (const cases::Instance& each : kept.instances) {
      if (each.referral) return each;
    }
    FAIL("nobody was asked");
    throw 0;
  }
  // "/r/..": as the newest letter of that kind to a partner, or to the person, holds it.
  std::string link(const std::string& to_kind) {
    std::string found;
    for (const store::OutboxRow& row : stage().letters(kase)) {
      if (row.letter.to_kind != to_kind) continue;
      const std::size_t at = row.letter.text.find("/r/");
      if (at == std::string::npos) continue;
      found = row.letter.text.substr(at, row.letter.text.find_first_of(" \n)>", at) - at);
      if (to_kind == "partner") break;
    }
    REQUIRE_FALSE(found.empty());
    return found;
  }
  // The code of the newest letter, as the reader sees it.
  std::string code() const {
    REQUIRE_FALSE(codes.empty());
    const std::string& text = codes.back().text;
    const std::size_t at = text.find("    ");
    REQUIRE(at != std::string::npos);
    return text.substr(at + 4, 9);
  }

  cases::Snapshot kept;
};

// A browser that keeps cookies and waits for what other threads answer.
struct Visitor {
  Served& served;
  std::map<std::string, std::string> jar;
  http::Response last;

  int send(const std::string& method, const std::string& target, const Served::Pairs& form = {}) {
    http::Request request;
    request.method = method;
    request.target = target;
    REQUIRE(http::read_target(target, request));
    request.remote = "192.0.2.7";
    request.headers.add("Sec-Fetch-Site", "same-origin");
    request.headers.add("Content-Type", "application/x-www-form-urlencoded");
    for (const auto& [name, value] : form) {
      request.body += (request.body.empty() ? "" : "&") + http::percent_encode(name) + "=" +
                      http::percent_encode(value);
    }
    for (const auto& [name, value] : jar) request.cookies.add(name, value);
    const auto match = served.router().find(method == "HEAD" ? "GET" : method, request.path);
    REQUIRE(match.handler != nullptr);
    request.params = match.params;
    std::promise<http::Response> answered;
    served.router().serve(
        match, request, [&](http::Response response) { answered.set_value(std::move(response)); });
    last = answered.get_future().get();
    for (const auto& [name, value] : last.headers.list()) {
      if (name != "Set-Cookie") continue;
      const std::string pair = value.substr(0, value.find(';'));
      const std::string key = pair.substr(0, pair.find('='));
      jar[key] = pair.substr(key.size() + 1);
      if (value.find("Max-Age=0") != std::string::npos) jar.erase(key);
    }
    return last.status;
  }
  int get(const std::string& target) { return send("GET", target); }
  // Presses the button of the form of the last page that posts to `action`.
  int press(const std::string& action, Served::Pairs with = {}) {
    const std::string mark = "action=\"" + action + "\"";
    INFO(last.body);
    REQUIRE(has(last.body, mark));
    for (const char* name : {"form-visit", "form-token", "form-key", "form-rev", "form-n"}) {
      const std::string form = last.body.substr(last.body.find(mark));
      const std::string own = form.substr(0, form.find("</form>"));
      const std::string value = input_value(own, name);
      if (!value.empty()) with.emplace_back(name, value);
    }
    return send("POST", action, with);
  }
  // By the link to its page: button, code, page.
  void come_in(AskedPartner& desk, const std::string& link, bool trust = false) {
    REQUIRE(get(link) == 200);
    REQUIRE(press(link + "/code") == 303);
    REQUIRE(get(last.headers.get("Location")) == 200);
    Served::Pairs typed{{"code", desk.code()}};
    if (trust) typed.emplace_back("trust", "yes");
    REQUIRE(press(link + "/session", typed) == 303);
    REQUIRE(get(link) == 200);
  }
};

std::string forged(std::string link) {
  link.back() = link.back() == '0' ? '1' : '0';
  return link;
}

std::string with_link(std::string page, const std::string& link) {
  for (std::size_t at = page.find(link); at != std::string::npos; at = page.find(link, at)) {
    page.replace(at, link.size(), "LINK");
  }
  return page;
}

}  // namespace

TEST_CASE("the link of a letter shows nothing personal, and its subject and deadline") {
  AskedPartner desk;
  Visitor visitor{desk.served};

  REQUIRE(visitor.get(desk.link("partner") + "?lang=fr") == 200);

  for (const char* personal : {"Vayssi", "05 65 00 01 00", "vayssie@", "salon"}) {
    INFO(personal);
    CHECK_FALSE(has(visitor.last.body, personal));
  }
  CHECK(has(visitor.last.body, "Recevoir un code"));
  CHECK(has(visitor.last.body, "4 mars 2009"));
  CHECK(visitor.last.headers.get("Cache-Control") == "no-store");
}

TEST_CASE("a link that was made up is told from an absent case by nothing") {
  AskedPartner desk;
  Visitor visitor{desk.served};
  const std::string foreign = forged(desk.link("partner"));
  const std::string absent = "/r/999-3-" + std::string(32, 'a');

  REQUIRE(visitor.get(foreign) == 200);
  REQUIRE(visitor.get(foreign) == 200);
  const std::string one = with_link(visitor.last.body, foreign);
  REQUIRE(visitor.get(absent) == 200);

  CHECK(one == with_link(visitor.last.body, absent));
  CHECK(has(one, "Recevoir un code"));
  CHECK(visitor.get("/r/12") == 404);
  CHECK(has(visitor.last.body, "incomplet"));
}

TEST_CASE("asking for the code of a made-up link looks the same and sends nothing") {
  AskedPartner desk;
  Visitor visitor{desk.served};
  const std::string link = forged(desk.link("partner"));
  visitor.get(link);

  CHECK(visitor.press(link + "/code") == 303);
  CHECK(desk.codes.empty());
  visitor.get(link);
  CHECK(visitor.press(link + "/code") == 429);
  visitor.get(link + "/code");
  CHECK(visitor.press(link + "/session", {{"code", "ABCDEFGH"}}) == 401);
}

TEST_CASE("the code goes to the adviser, and opens the referral in the same browser alone") {
  AskedPartner desk;
  const std::string link = desk.link("partner");
  Visitor visitor{desk.served};
  visitor.get(link);
  REQUIRE(visitor.press(link + "/code") == 303);
  REQUIRE(desk.codes.size() == 1);
  const cases::LetterEffect letter = desk.codes.front();
  const bundle::Partner* partner =
      desk.served.site().desk.directory().find(desk.referral().referral->partner);
  CHECK(letter.to_address ==
        partner->addressee(desk.referral().referral->article, base::parse_day("2009-02-04").value())
            .email);
  CHECK_FALSE(has(letter.subject + letter.text + letter.html, "Vayssi"));
  CHECK_FALSE(has(letter.text, "/r/"));

  Visitor other{desk.served};
  other.get(link + "/code?lang=fr");
  CHECK(other.press(link + "/session", {{"code", desk.code()}}) == 401);
  CHECK(has(other.last.body, "autre navigateur"));

  visitor.get(link + "/code");
  CHECK(visitor.press(link + "/session", {{"code", desk.code()}}) == 303);
  REQUIRE(visitor.get(link) == 200);
  CHECK(has(visitor.last.body, link + "/replies/accepter"));
  CHECK_FALSE(has(visitor.last.body, "05 65 11"));
  REQUIRE(other.get(link) == 200);
  CHECK_FALSE(has(other.last.body, "/replies/"));
}

TEST_CASE("a wrong code says how many tries are left, and after ten minutes how to get another") {
  AskedPartner desk;
  const std::string link = desk.link("partner");
  Visitor visitor{desk.served};
  visitor.get(link);
  visitor.press(link + "/code");
  visitor.get(link + "/code?lang=fr");

  CHECK(visitor.press(link + "/session", {{"code", "ZZZZ-ZZZZ"}}) == 401);
  CHECK(has(visitor.last.body, "4 essais"));
  desk.stage().set_now(desk.stage().now() + 11min);
  CHECK(visitor.press(link + "/session", {{"code", desk.code()}}) == 401);
  CHECK(has(visitor.last.body, "demandez-en un nouveau"));
}

TEST_CASE("a robot that opens everything and presses every button changes nothing") {
  AskedPartner desk;
  const std::string link = desk.link("partner");
  const std::int64_t before = desk.now().rev;
  const std::size_t letters = desk.stage().letters(desk.kase).size();
  Visitor robot{desk.served};

  for (int round = 0; round < 3; ++round) {
    robot.send("HEAD", link);
    robot.get(link);
    robot.press(link + "/code");
    robot.get(link + "/code");
    robot.press(link + "/session", {{"code", ""}});
    for (const char* act :
         {"/replies/accepter", "/replies/decliner", "/hand-over", "/leave", "/stop-sharing"}) {
      robot.send("GET", link);
      CHECK(robot.send("POST", link + act) != 200);
    }
  }

  CHECK(desk.now().rev == before);
  CHECK(desk.stage().letters(desk.kase).size() == letters);
  CHECK(desk.codes.size() == 1);  // one in a quarter of an hour
  // And the adviser behind it has her code still.
  robot.get(link + "/code");
  CHECK(robot.press(link + "/session", {{"code", desk.code()}}) == 303);
}

TEST_CASE("an answer is recorded in the adviser's name, once, and stated") {
  AskedPartner desk;
  const std::string link = desk.link("partner");
  Visitor visitor{desk.served};
  visitor.come_in(desk, link);
  const std::string form = visitor.last.body;

  CHECK(visitor.press(link + "/replies/accepter") == 422);
  CHECK(has(visitor.last.body, "aria-invalid=\"true\""));
  visitor.last.body = form;
  REQUIRE(visitor.press(link + "/replies/accepter", {{"referent", "Mme Lacaze"}}) == 303);
  const std::int64_t rev = desk.now().rev;
  visitor.last.body = form;
  REQUIRE(visitor.press(link + "/replies/accepter", {{"referent", "Mme Lacaze"}}) == 303);
  CHECK(desk.now().rev == rev);

  REQUIRE(visitor.get(visitor.last.headers.get("Location") + "&lang=fr") == 200);
  CHECK(has(visitor.last.body, "Je prends"));
  CHECK(has(visitor.last.body, "C’est noté"));
  CHECK(desk.referral().innermost()->path == "acceptee");
  const std::string page = desk.served.get("/cases/" + std::to_string(desk.kase.value)).body;
  CHECK(has(page, "Je prends"));
}

TEST_CASE("a button pressed in an old page or from another browser's page sends nothing") {
  AskedPartner desk;
  const std::string link = desk.link("partner");
  Visitor visitor{desk.served};
  visitor.get(link);
  visitor.jar.clear();

  CHECK(visitor.press(link + "/code") == 403);
  CHECK(desk.codes.empty());
}

TEST_CASE("a form sent after the session ended shows again what was typed") {
  AskedPartner desk;
  const std::string link = desk.link("partner");
  Visitor visitor{desk.served};
  visitor.come_in(desk, link);
  desk.stage().set_now(desk.stage().now() + 61min);

  // Without a session there is no token to send either.
  const int status = visitor.send("POST", link + "/replies/preciser?lang=fr",
                                  {{"form-n", "3"}, {"question", "Quel local ?"}});

  CHECK(status == 401);
  CHECK(has(visitor.last.body, "Quel local ?"));
  CHECK(has(visitor.last.body, "Recevoir un code"));
}

TEST_CASE("leaving ends the session; a trusted browser comes back without a code") {
  AskedPartner desk;
  const std::string link = desk.link("partner");
  Visitor visitor{desk.served};
  visitor.come_in(desk, link, true);

  CHECK(visitor.press(link + "/leave") == 303);
  REQUIRE(visitor.get(link) == 200);
  CHECK_FALSE(has(visitor.last.body, "/replies/"));
  CHECK(visitor.press(link + "/code") == 303);
  REQUIRE(visitor.get(link) == 200);
  CHECK(has(visitor.last.body, "/replies/accepter"));
  CHECK(desk.codes.size() == 1);
}

TEST_CASE("consent taken back closes the referral's page at once; a month later the link is over") {
  AskedPartner desk;
  const std::string link = desk.link("partner");
  Visitor visitor{desk.served};
  visitor.come_in(desk, link);
  CHECK(has(visitor.last.body, "Vayssi"));

  REQUIRE(desk.stage().submit(desk.coordinator(), desk.kase, cases::Consent{.state = "withdrawn"}));

  REQUIRE(visitor.get(link + "?lang=fr") == 200);
  CHECK(has(visitor.last.body, "retirée"));
  CHECK_FALSE(has(visitor.last.body, "Vayssi"));
  CHECK_FALSE(has(visitor.last.body, "/replies/"));
  desk.stage().set_now(desk.stage().now() + 24h * 31);
  CHECK(visitor.get(link + "?lang=fr") == 410);
  CHECK(has(visitor.last.body, "05 65"));
}

TEST_CASE("the person follows her request by her own link, and takes her consent back") {
  AskedPartner desk;
  const std::string link = desk.link("person");
  Visitor visitor{desk.served};
  visitor.come_in(desk, link);
  REQUIRE(desk.codes.back().to_address == "vayssie@exemple.test");
  CHECK(has(visitor.last.body, "Vayssié"));
  CHECK_FALSE(has(visitor.last.body, "/replies/"));

  REQUIRE(visitor.press(link + "/stop-sharing") == 303);

  CHECK(desk.referral().outcome == "withdrawn");
}

TEST_CASE("the adviser hands the request over to a colleague, who gets the next code") {
  AskedPartner desk;
  const std::string link = desk.link("partner");
  Visitor visitor{desk.served};
  visitor.come_in(desk, link);
  const std::string partner = desk.referral().referral->partner;
  const auto& advisers = desk.served.site().desk.directory().find(partner)->advisers;
  REQUIRE(advisers.size() >= 2);
  const std::string there = desk.codes.back().to_address;
  const auto colleague = std::ranges::find_if(
      advisers, [&](const bundle::Contact& each) { return each.email != there; });
  REQUIRE(colleague != advisers.end());

  REQUIRE(visitor.press(link + "/hand-over", {{"adviser", colleague->id}}) == 303);

  CHECK(desk.referral().extras.adviser == colleague->id);
  desk.stage().set_now(desk.stage().now() + 16min);
  Visitor next{desk.served};
  next.get(link);
  next.press(link + "/code");
  CHECK(desk.codes.back().to_address == colleague->email);
}
