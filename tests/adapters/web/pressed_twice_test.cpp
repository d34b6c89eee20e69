// A button that is pressed twice: what the browser shows is the second answer, and it says what was
// done.
#include <catch2/catch.hpp>

#include "tests/adapters/web/asked_partner.hpp"

using namespace guichet;
using web::AskedPartner;
using web::has;
using web::input_value;
using web::Served;

namespace {

// The form of a change's page, as a browser sends it.
Served::Pairs form_of(const std::string& page, const Served::Pairs& typed) {
  REQUIRE(has(page, "class=\"card change"));
  const std::string from = page.substr(page.find("class=\"card change"));
  Served::Pairs out = typed;
  for (const char* name : {"form-key", "form-rev", "form-n", "form-act", "form-note"}) {
    const std::string value = input_value(from, name);
    if (!value.empty()) out.emplace_back(name, value);
  }
  return out;
}

std::string first_link(const std::string& page, const std::string& start) {
  const std::size_t at = page.find("href=\"" + start);
  REQUIRE(at != std::string::npos);
  const std::string address = page.substr(at + 6, page.find('"', at + 6) - at - 6);
  return address.substr(0, address.find("&amp;"));
}

struct Twice {
  AskedPartner asked;
  Served& desk = asked.served;

  void press(const std::string& address, const std::string& action, const Served::Pairs& typed) {
    const Served::Pairs form = form_of(desk.get(address).body, typed);
    const auto once = desk.post(action, form);
    const auto again = desk.post(action, form);
    INFO(again.body);
    CHECK(once.status == 303);
    REQUIRE(again.status == 303);
    CHECK(again.headers.get("Location") == once.headers.get("Location"));
  }
};

}  // namespace

TEST_CASE("pressed twice, what can be done once is done once, and both answers say so") {
  Twice twice;
  REQUIRE(
      twice.desk.post("/cases/1/note", {{"form-key", "note"}, {"form-words", "Rappeler"}}).status ==
      303);

  twice.press(first_link(twice.desk.get("/cases/1").body, "/cases/1/strike-note"),
              "/cases/1/strike-note", {});
  twice.press(first_link(twice.desk.get("/cases/1").body, "/cases/1/undo"), "/cases/1/undo", {});
  twice.press("/cases/1/correct", "/cases/1/correct",
              {{"nom", "Vayssier"}, {"form-reason", "Mal entendu"}});

  CHECK(feel::to_text(twice.asked.now().person.find("nom")->second.value()) == "Vayssier");
}

TEST_CASE("what was typed is shown where there is nothing left to change") {
  Twice twice;
  const std::string n = std::to_string(twice.asked.referral().n.value);
  const std::string page = twice.desk.get("/cases/1/hand-over?n=" + n).body;
  REQUIRE(twice.asked.stage().submit(twice.asked.coordinator(), {1},
                                     cases::Consent{.state = "withdrawn"}));

  const auto late = twice.desk.post(
      "/cases/1/hand-over?lang=fr",
      form_of(page, {{"form-adviser", "b-durand"}, {"form-reason", "Elle connaît le métier"}}));

  CHECK(late.status == 409);
  CHECK(has(late.body, "Elle connaît le métier"));
  CHECK(twice.desk.post("/cases/1/hand-over", {{"form-n", n}}).status == 404);
}
