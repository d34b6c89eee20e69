// Notes, documents, suggestions and cases kept apart, by the browser.
#include <catch2/catch.hpp>

#include "tests/adapters/web/asked_partner.hpp"

using namespace guichet;
using web::AskedPartner;
using web::count;
using web::has;
using web::Served;
using web::Visitor;

namespace {

const std::string kPdf = "%PDF-1.4\n\x01\xFF\r\n--b pas une limite\r\nfin";

// The address of the first document of a page, in French words or not.
std::string first_document(const std::string& page, const std::string& base) {
  const std::string mark = "href=\"" + base + "/documents/";
  const std::size_t at = page.find(mark);
  INFO(page);
  REQUIRE(at != std::string::npos);
  return page.substr(at + 6, page.find('"', at + 6) - at - 6);
}

std::string key_in(const std::string& address) {
  return address.substr(address.rfind('/') + 1);
}

Visitor coordinator_of(AskedPartner& desk) {
  Visitor visitor{desk.served};
  visitor.jar["guichet-role"] = "coordinatrice";
  return visitor;
}

std::string case_path(const AskedPartner& desk) {
  return "/cases/" + std::to_string(desk.kase.value);
}

}  // namespace

TEST_CASE("an internal note is written, struck and shown to the desk alone") {
  AskedPartner desk;
  Visitor visitor = coordinator_of(desk);
  const std::string path = case_path(desk);
  REQUIRE(visitor.get(path + "?lang=fr") == 200);
  CHECK(has(visitor.last.body, "Notes internes"));
  REQUIRE(visitor.press(path + "/note", {{"form-words", "Rappeler <le> matin"}}) == 303);
  REQUIRE(visitor.get(path + "?saved=note&lang=fr") == 200);
  CHECK(has(visitor.last.body, "La note est ajoutée."));
  CHECK(has(visitor.last.body, "Rappeler &lt;le&gt; matin"));
  const std::int64_t note = desk.now().extras.notes.front().seq;
  const std::string strike = path + "/strike-note?note=" + std::to_string(note);
  REQUIRE(visitor.get(strike + "&lang=fr") == 200);
  CHECK(has(visitor.last.body, "Rappeler &lt;le&gt; matin"));
  REQUIRE(visitor.press(path + "/strike-note", {{"form-note", std::to_string(note)}}) == 303);
  REQUIRE(visitor.get(path + "?lang=fr") == 200);
  CHECK(has(visitor.last.body, "<s>Rappeler &lt;le&gt; matin</s>"));
  CHECK(has(visitor.last.body, "Note interne barrée"));
  CHECK(visitor.get(strike) == 404);

  visitor.get(path + "/note");
  CHECK(visitor.press(path + "/note", {{"form-words", "  "}}) == 422);
  CHECK(has(visitor.last.body, "class=\"refused\""));

  Visitor partner{desk.served};
  partner.jar["guichet-role"] = "partner:" + desk.referral().referral->partner;
  REQUIRE(partner.get(path + "?lang=fr") == 200);
  CHECK_FALSE(has(partner.last.body, "Rappeler"));
  CHECK_FALSE(has(partner.last.body, "Notes internes"));
  CHECK(partner.get(path + "/note") == 403);
}

TEST_CASE("a file sent by the person's link is shown to a partner once the desk says so") {
  AskedPartner desk;
  const std::string person = desk.link("person"), asked = desk.link("partner");
  Visitor firm{desk.served}, adviser{desk.served};
  firm.come_in(desk, person);
  REQUIRE(firm.upload(person + "/documents", "Étude & devis.pdf", kPdf) == 303);
  REQUIRE(firm.get(person + "?done=1&lang=fr") == 200);
  CHECK(has(firm.last.body, "Étude &amp; devis.pdf"));
  CHECK(has(firm.last.body, "Document reçu"));
  const std::string own = first_document(firm.last.body, person);
  const std::string key = key_in(own);
  REQUIRE(firm.get(own) == 200);
  CHECK(firm.last.body == kPdf);
  CHECK(firm.last.headers.get("Content-Type") == "application/pdf");
  CHECK(firm.last.headers.get("X-Content-Type-Options") == "nosniff");
  CHECK(has(firm.last.headers.get("Content-Security-Policy"), "sandbox"));
  const std::string disposition = firm.last.headers.get("Content-Disposition");
  CHECK(disposition ==
        "attachment; filename=\"_tude & devis.pdf\"; "
        "filename*=UTF-8''%C3%89tude%20%26%20devis.pdf");

  adviser.come_in(desk, asked);
  REQUIRE(adviser.get(asked) == 200);
  CHECK_FALSE(has(adviser.last.body, "devis.pdf"));
  CHECK(adviser.get(asked + "/documents/" + key) == 404);

  Visitor coordinator = coordinator_of(desk);
  const std::string path = case_path(desk);
  REQUIRE(coordinator.get(path) == 200);
  CHECK(has(coordinator.last.body, "Étude &amp; devis.pdf"));
  REQUIRE(coordinator.get(path + "/documents/" + key) == 200);
  REQUIRE(coordinator.get(path + "/share?document=" + key) == 200);
  const std::string partner = desk.referral().referral->partner;
  REQUIRE(coordinator.press(path + "/share", {{"form-document", key}, {"form-shown", partner}}) ==
          303);

  REQUIRE(adviser.get(asked) == 200);
  CHECK(has(adviser.last.body, "devis.pdf"));
  REQUIRE(adviser.get(asked + "/documents/" + key) == 200);
  CHECK(adviser.last.body == kPdf);
  // She sees it, and it is not hers to take away.
  CHECK(adviser.send("POST", asked + "/remove-document", {{"document", key}}) != 303);
  CHECK(desk.now().extras.documents.size() == 1);

  REQUIRE(firm.get(person) == 200);
  REQUIRE(firm.press(person + "/remove-document", {{"document", key}}) == 303);
  CHECK(desk.now().extras.documents.empty());
  CHECK(adviser.get(asked + "/documents/" + key) == 404);
}

TEST_CASE("an adviser sends a file about the referral, which the person does not see") {
  AskedPartner desk;
  const std::string asked = desk.link("partner"), person = desk.link("person");
  Visitor adviser{desk.served}, firm{desk.served};
  adviser.come_in(desk, asked);
  REQUIRE(adviser.upload(asked + "/documents", "offre.txt", "Une offre") == 303);
  const cases::Document sent = desk.now().extras.documents.front();
  CHECK(sent.partner == desk.referral().referral->partner);
  CHECK(sent.n == desk.referral().n);
  firm.come_in(desk, person);
  CHECK_FALSE(has(firm.last.body, "offre.txt"));
  CHECK(firm.get(person + "/documents/" + sent.key) == 404);
  Visitor stranger{desk.served};
  CHECK(stranger.get(asked + "/documents/" + sent.key) == 401);
}

TEST_CASE("a file that is none of the kinds is refused on the page, with the reason") {
  AskedPartner desk;
  const std::string person = desk.link("person");
  Visitor firm{desk.served};
  firm.come_in(desk, person);
  firm.get(person + "?lang=fr");
  CHECK(firm.upload(person + "/documents", "virus.pdf", "MZ\x90") == 415);
  CHECK(has(firm.last.body, "le contenu de « virus.pdf » n&#39;est pas reconnu"));
  firm.get(person);
  CHECK(firm.upload(person + "/documents", "", "") == 422);
  CHECK(has(firm.last.body, "choisissez un fichier"));
  CHECK(desk.now().extras.documents.empty());

  Visitor coordinator = coordinator_of(desk);
  const std::string path = case_path(desk);
  coordinator.get(path);
  CHECK(coordinator.upload(path + "/documents", "a.gif", "GIF89a\x01") == 415);
  CHECK(has(coordinator.last.body, "class=\"refused\""));
}

TEST_CASE("the desk sends a file and says at once who sees it") {
  AskedPartner desk;
  Visitor coordinator = coordinator_of(desk);
  const std::string path = case_path(desk);
  const std::string partner = desk.referral().referral->partner;
  coordinator.get(path);
  REQUIRE(coordinator.upload(path + "/documents", "plan.txt", "Le plan",
                             {{"form-partners", partner}, {"form-person", "1"}}) == 303);
  const cases::Document sent = desk.now().extras.documents.front();
  CHECK(sent.partners == std::vector<std::string>{partner});
  CHECK(sent.person);
  coordinator.get(path + "?saved=document&lang=fr");
  CHECK(has(coordinator.last.body, "Le document est ajouté."));
  CHECK(has(coordinator.last.body, "montré à la personne, "));
  coordinator.get(path + "/remove-document?document=" + sent.key);
  REQUIRE(coordinator.press(path + "/remove-document", {{"form-document", sent.key}}) == 303);
  CHECK(coordinator.get(path + "/documents/" + sent.key) == 404);
}

TEST_CASE("an adviser suggests another partner, which answers nothing and reaches the desk") {
  AskedPartner desk;
  const std::string asked = desk.link("partner");
  Visitor adviser{desk.served};
  adviser.come_in(desk, asked);
  adviser.get(asked + "?lang=fr");
  CHECK(has(adviser.last.body, "Proposer un autre partenaire"));
  const std::string partner = desk.referral().referral->partner;
  CHECK_FALSE(has(adviser.last.body, "<option value=\"" + partner + "\">"));
  REQUIRE(has(adviser.last.body, "<option value=\"cci-46\">"));
  REQUIRE(adviser.press(asked + "/suggest",
                        {{"partner", "cci-46"}, {"words", "C’est un commerce"}}) == 303);
  REQUIRE(adviser.get(asked + "?done=1&lang=fr") == 200);
  CHECK(has(adviser.last.body, "Vous avez proposé"));
  CHECK(has(adviser.last.body, asked + "/replies/accepter"));  // the answer is still awaited

  Visitor coordinator = coordinator_of(desk);
  coordinator.get(case_path(desk) + "?lang=fr");
  CHECK(has(coordinator.last.body, "C’est un commerce"));
  CHECK(has(coordinator.last.body, "Propositions des partenaires"));
  CHECK(has(coordinator.last.body, "désigné"));

  CHECK(adviser.press(asked + "/suggest", {{"partner", ""}}) == 422);
  CHECK(adviser.press(asked + "/suggest", {{"partner", "cci-46"}}) == 409);
}

TEST_CASE("two cases that look alike are kept apart, and the decision can be taken back") {
  Served desk("pays-de-figeac", "2009-02-04T09:30");
  for (int i = 0; i < 2; ++i) {
    REQUIRE(desk.post("/requests", {{"nom", "Vayssié"},
                                    {"telephone", "05 65 00 01 00"},
                                    {"description", "Ouvrir un salon"}})
                .status == 303);
  }
  REQUIRE(has(desk.get("/cases/1?lang=fr").body, "/cases/1/apart?other=2"));
  CHECK(has(desk.get("/cases/1/apart?other=2&lang=fr").body, "ne sera plus proposé"));
  REQUIRE(desk.post("/cases/1/apart", {{"form-other", "2"}}).status == 303);
  for (const char* path : {"/cases/1", "/cases/2"}) {
    const std::string page = desk.get(std::string(path) + "?lang=fr").body;
    CHECK_FALSE(has(page, "/apart?other="));
    CHECK(has(page, "Dit distinct de"));
  }
  CHECK(desk.get("/cases/1/apart?other=2").status == 404);
  CHECK(desk.get("/cases/1/apart?other=9").status == 404);
  REQUIRE(desk.post("/cases/2/together", {{"form-other", "1"}}).status == 303);
  CHECK(has(desk.get("/cases/1?lang=fr").body, "/cases/1/apart?other=2"));
}

TEST_CASE("handing over ends the adviser's own session, and says so") {
  AskedPartner desk;
  const std::string link = desk.link("partner");
  Visitor visitor{desk.served}, other{desk.served};
  visitor.come_in(desk, link);
  const std::string partner = desk.referral().referral->partner;
  const auto& advisers = desk.served.site().desk.directory().find(partner)->advisers;
  const std::string there = desk.codes.back().to_address;
  const auto colleague = std::ranges::find_if(
      advisers, [&](const bundle::Contact& each) { return each.email != there; });
  REQUIRE(colleague != advisers.end());

  REQUIRE(visitor.press(link + "/hand-over", {{"adviser", colleague->id}}) == 303);
  const std::string next = visitor.last.headers.get("Location");
  REQUIRE(visitor.get(next + "&lang=fr") == 200);
  CHECK(has(visitor.last.body, "confiée à votre collègue"));
  REQUIRE(visitor.get(link) == 200);
  CHECK_FALSE(has(visitor.last.body, "/replies/"));
  CHECK(visitor.send("POST", link + "/replies/accepter", {{"form-n", "3"}}) == 401);
}

TEST_CASE("a code that the former adviser had asked for opens nothing after the hand-over") {
  AskedPartner desk;
  const std::string link = desk.link("partner");
  Visitor late{desk.served};
  late.get(link);
  REQUIRE(late.press(link + "/code") == 303);
  const std::string code = desk.code(), there = desk.codes.back().to_address;
  const auto referral = desk.referral();
  const auto& advisers =
      desk.served.site().desk.directory().find(referral.referral->partner)->advisers;
  const auto colleague = std::ranges::find_if(
      advisers, [&](const bundle::Contact& each) { return each.email != there; });
  REQUIRE(colleague != advisers.end());
  REQUIRE(desk.stage().submit(desk.coordinator(), desk.kase,
                              cases::HandOver{referral.n, colleague->id, "Absence"}));
  late.get(link + "/code");
  CHECK(late.press(link + "/session", {{"code", code}}) == 401);
}

TEST_CASE("the desk's hand-over ends the session of the adviser who had the request") {
  AskedPartner desk;
  const std::string link = desk.link("partner");
  Visitor adviser{desk.served}, person{desk.served};
  adviser.come_in(desk, link);
  const std::string hers = desk.link("person");
  person.come_in(desk, hers);
  const auto referral = desk.referral();
  const auto& advisers =
      desk.served.site().desk.directory().find(referral.referral->partner)->advisers;
  Visitor coordinator = coordinator_of(desk);
  const std::string path = case_path(desk) + "/hand-over";
  REQUIRE(coordinator.get(path + "?n=" + std::to_string(referral.n.value)) == 200);
  REQUIRE(coordinator.press(path, {{"form-adviser", advisers.back().id},
                                   {"form-n", std::to_string(referral.n.value)},
                                   {"form-reason", "Absence"}}) == 303);
  REQUIRE(adviser.get(link) == 200);
  CHECK_FALSE(has(adviser.last.body, "/replies/"));
  REQUIRE(person.get(hers) == 200);
  CHECK(has(person.last.body, hers + "/leave"));  // another link's session goes on
}

TEST_CASE("an incident is settled on its own page, with a reason that the history keeps") {
  AskedPartner desk;
  const std::string key = desk.stage().letters(desk.kase).front().letter.key;
  REQUIRE(desk.stage().submit(access::system_actor(), desk.kase,
                              cases::ReportDelivery{key, false, "550 no such user"}));
  REQUIRE(desk.now().extras.incidents.size() == 1);
  const std::string number = std::to_string(desk.now().extras.incidents.front().seq);
  Visitor coordinator = coordinator_of(desk);
  const std::string path = case_path(desk);
  coordinator.get(path + "?lang=fr");
  REQUIRE(has(coordinator.last.body, path + "/incident?incident=" + number));
  REQUIRE(coordinator.get(path + "/incident?incident=" + number) == 200);
  REQUIRE(coordinator.press(path + "/incident", {{"form-incident", number},
                                                 {"form-decision", "settle"},
                                                 {"form-reason", "Appelée : elle sait"}}) == 303);
  CHECK(desk.now().extras.incidents.empty());
  coordinator.get(path + "?lang=fr");
  CHECK(has(coordinator.last.body, "Appelée : elle sait"));
  CHECK_FALSE(has(coordinator.last.body, path + "/incident?incident="));
}

TEST_CASE("a link answered by somebody who is of the desk too is the adviser's answer") {
  AskedPartner desk;
  const std::string link = desk.link("partner");
  Visitor visitor = coordinator_of(desk);
  visitor.come_in(desk, link);
  REQUIRE(visitor.get(link) == 200);
  REQUIRE(has(visitor.last.body, link + "/suggest"));
  REQUIRE(visitor.press(link + "/suggest", {{"partner", "cci-46"}, {"words", ""}}) == 303);
  CHECK(desk.now().extras.suggestions.front().by == desk.referral().referral->partner);
  for (const cases::Fact& fact : desk.stage().facts(desk.kase)) {
    if (!std::holds_alternative<cases::PartnerSuggested>(fact.event)) continue;
    CHECK(fact.actor != desk.coordinator().id);
  }
}
