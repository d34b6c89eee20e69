// How much of one case each of those who may open it sees; pages and the API show the same.
#include <catch2/catch.hpp>

#include "engine/json/json.hpp"
#include "tests/access/asked_desk.hpp"

using namespace guichet;
using namespace guichet::tests;

namespace {

feel::Stored shown_to(AskedDesk& desk, const std::string& actor, const std::string& kase = "1") {
  const auto answer = desk.ask({.method = "GET", .target = "/api/cases/" + kase, .actor = actor});
  INFO(answer.body);
  REQUIRE(answer.status == 200);
  auto read = json::read(answer.body);
  REQUIRE(read);
  return *read;
}

std::vector<std::string> texts(const feel::Value& list, std::string_view member) {
  std::vector<std::string> out;
  for (const feel::Value& item : list.items()) out.emplace_back(item.member(member)->text());
  return out;
}

using Texts = std::vector<std::string>;

}  // namespace

TEST_CASE("a partner sees what its referral shares and its own part, nothing of the rest") {
  AskedDesk desk;
  for (const char* actor : {"partner", "service"}) {
    const feel::Stored stored = shown_to(desk, actor);
    const feel::Value& view = stored.value();
    CHECK(view.member("person")->text() == "Ada R-1");
    CHECK(texts(*view.member("fields"), "id") == Texts{"name", "phone", "area", "description"});
    CHECK(view.member("history")->items().empty());
    CHECK(view.member("agenda")->items().empty());
    CHECK(view.member("request_state")->text().empty());
    CHECK(view.member("verdict")->text().empty());
    const feel::Value& need = view.member("needs")->items()[0];
    CHECK(need.member("state")->text().empty());
    CHECK(need.member("partners")->items().empty());
    CHECK(need.member("fields")->items().empty());
    CHECK(texts(*need.member("referrals"), "partner") == Texts{"guild"});
    CHECK(texts(*view.member("offers"), "name") == Texts{"accept", "decline"});
    // Its own letter, and its own deadlines.
    CHECK(texts(*view.member("letters"), "letter") == Texts{"please-help"});
    for (const feel::Value& due : view.member("due")->items()) {
      CHECK(due.member("n")->as_integer() == 3);
    }
  }
}

TEST_CASE("the person sees her own facts and whom was asked, not what the desk thinks") {
  AskedDesk desk;
  const feel::Stored stored = shown_to(desk, "link_holder:1");
  const feel::Value& view = stored.value();
  const Texts fields = texts(*view.member("fields"), "id");
  CHECK(std::ranges::find(fields, "email") != fields.end());
  const feel::Value& need = view.member("needs")->items()[0];
  CHECK(texts(*need.member("referrals"), "partner") == Texts{"guild"});
  CHECK_FALSE(need.member("state")->text().empty());
  CHECK(need.member("partners")->items().empty());
  CHECK(view.member("history")->items().empty());
  CHECK(view.member("due")->items().empty());
  CHECK(view.member("offers")->items().empty());
}

TEST_CASE("the coordinator sees it all, on the page as over the API") {
  AskedDesk desk;
  const feel::Stored stored = shown_to(desk, "coordinator");
  CHECK_FALSE(stored.value().member("history")->items().empty());
  CHECK_FALSE(stored.value().member("due")->items().empty());
  const auto page = [&](const char* actor) {
    return desk.ask({.method = "GET", .target = "/cases/1", .actor = actor}).body;
  };
  CHECK(page("coordinator").find("R-1@example.test") != std::string::npos);
  CHECK(page("partner").find("Ada R-1") != std::string::npos);
  CHECK(page("partner").find("R-1@example.test") == std::string::npos);
}

TEST_CASE("lists show each case as its own page would") {
  AskedDesk desk;
  const auto list = [&](const char* actor, const std::string& query) {
    const auto answer =
        desk.ask({.method = "GET", .target = "/api/cases?all=1" + query, .actor = actor});
    auto read = json::read(answer.body);
    REQUIRE(read);
    return texts(*read->value().member("cases"), "number");
  };
  CHECK(list("coordinator", "").size() == 4);
  CHECK(list("partner", "") == Texts{"R-3", "R-1"});
  CHECK(list("link_holder:2", "") == Texts{"R-2"});
  // What she may not see finds nothing either, and hides nothing.
  CHECK(list("partner", "&text=R-2") == list("partner", "&text=nobody"));
  CHECK(
      desk.ask({.method = "GET", .target = "/cases?all=1", .actor = "partner"}).body.find("R-2") ==
      std::string::npos);
}

TEST_CASE(
    "an act on what is somebody else's in one's own case is answered as if it were not there") {
  AskedDesk desk;
  const auto act = [&](const char* actor, const char* name, const char* body) {
    return desk
        .ask({.method = "POST",
              .target = std::string("/api/cases/1/") + name,
              .actor = actor,
              .body = body})
        .status;
  };
  CHECK(act("partner", "acts/finish", R"({"n":2,"with":{"result":"helped"}})") == 404);
  CHECK(act("partner", "replies/accept", R"({"n":99,"with":{"contact":"Jo"}})") == 404);
  CHECK(act("link_holder:1", "replies/accept", R"({"n":3,"with":{"contact":"Jo"}})") == 404);
  CHECK(act("partner", "replies/accept", R"({"n":3,"with":{"contact":"Jo"}})") == 201);
}
