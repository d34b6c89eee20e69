// By the link of a letter: the button, the code, the answer; and what robots and strangers get.
#include <catch2/catch.hpp>

#include "tests/adapters/web/asked_partner.hpp"

using namespace guichet;
using namespace std::chrono_literals;
using web::AskedPartner;
using web::has;
using web::input_value;
using web::Served;
using web::Visitor;

namespace {

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

TEST_CASE(
    "after the fifth wrong code there is no box left, and it is said when another can be had") {
  AskedPartner desk;
  const std::string link = desk.link("partner");
  Visitor visitor{desk.served};
  visitor.get(link);
  visitor.press(link + "/code");
  visitor.get(link + "/code?lang=fr");
  for (int i = 0; i < 4; ++i) visitor.press(link + "/session", {{"code", "ZZZZ-ZZZZ"}});
  CHECK(has(visitor.last.body, "encore 1 essai<"));

  CHECK(visitor.press(link + "/session", {{"code", "ZZZZ-ZZZZ"}}) == 401);
  CHECK(has(visitor.last.body, "dernier essai"));
  CHECK_FALSE(has(visitor.last.body, "name=\"code\""));
  CHECK(visitor.press(link + "/code") == 429);
  CHECK(has(visitor.last.body, "ne sert plus ; un autre est possible dans 15 min"));
  CHECK_FALSE(has(visitor.last.body, "regardez le courrier"));
  CHECK(desk.codes.size() == 1);
  desk.stage().set_now(desk.stage().now() + 15min);
  CHECK(visitor.press(link + "/code") == 303);
  CHECK(desk.codes.size() == 2);
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
  CHECK_FALSE(has(visitor.last.body, "Reçue le"));  // that was not said by her
  CHECK_FALSE(has(visitor.last.body, "/replies/"));

  REQUIRE(visitor.press(link + "/stop-sharing") == 303);

  CHECK(desk.referral().outcome == "withdrawn");
}

TEST_CASE("two answers at once: the second is told what stands, and keeps what it typed") {
  AskedPartner desk;
  const std::string link = desk.link("partner");
  Visitor visitor{desk.served};
  visitor.come_in(desk, link);
  visitor.get(link + "?lang=fr");
  const std::string before = visitor.last.body;
  REQUIRE(visitor.press(link + "/replies/preciser", {{"question", "Quel local ?"}}) == 303);
  REQUIRE(visitor.get(link) == 200);
  CHECK(has(visitor.last.body, "Le délai de réponse est suspendu"));
  REQUIRE(visitor.press(link + "/replies/accepter", {{"referent", "Mme Lacaze"}}) == 303);

  visitor.last.body = before;
  CHECK(visitor.press(link + "/replies/decliner", {{"motif_refus", "Complet en mars"}}) == 409);

  CHECK(has(visitor.last.body, "« Ce n’est pas pour moi » n&#39;est pas possible"));
  CHECK(has(visitor.last.body, "Premier contact pris, Rendre compte"));
  CHECK(has(visitor.last.body, "<dd>Complet en mars</dd>"));
  const std::string page = desk.served.get("/cases/1?lang=fr").body;
  CHECK(has(page, "sollicité (Création)"));
  CHECK_FALSE(has(page, "art-4)"));
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
