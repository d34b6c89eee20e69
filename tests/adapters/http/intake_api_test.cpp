// What helps whoever takes a call: lists by typing, known firms, cases that look alike; bulk acts.
#include <catch2/catch.hpp>

#include "adapters/http/api/api.hpp"
#include "adapters/http/entrance/guard.hpp"
#include "adapters/http/intake/suggestions.hpp"
#include "adapters/http/transport/form.hpp"
#include "adapters/http/transport/target.hpp"
#include "engine/access/roles.hpp"
#include "engine/json/json.hpp"
#include "tests/support/silent_log.hpp"
#include "workflows/bundle/desk.hpp"

using namespace guichet;

namespace {

std::shared_ptr<const bundle::Desk> figeac() {
  static const auto kDesk = [] {
    base::Diagnostics diagnostics;
    auto desk = bundle::load_desk(GUICHET_ROOT "/examples/pays-de-figeac", diagnostics);
    REQUIRE(desk);
    return desk;
  }();
  return kDesk;
}

struct CallDesk {
  base::ManualClock clock{*base::parse_instant("2009-02-04T10:00:00Z")};
  tests::SilentLog log;
  std::unique_ptr<store::Store> store = store::make_memory_store();
  desk::Desk desk{figeac(), *store, clock, log};
  http::Site site{.desk = desk};
  http::Router router;

  CallDesk() {
    http::add_api(router, site);
    http::add_guard(router, site);
  }

  http::Response send(const std::string& method, const std::string& target,
                      const std::string& body = {}) {
    http::Request request{.method = method, .target = target, .body = body};
    REQUIRE(http::read_target(target, request));
    const auto match = router.find(method, request.path);
    REQUIRE(match.handler != nullptr);
    request.params = match.params;
    request.headers.set("Content-Type", "application/json");
    http::Response answer;
    router.serve(match, request, [&](http::Response response) { answer = std::move(response); });
    return answer;
  }
  std::string get(const std::string& target) { return send("GET", target).body; }

  void open(const std::string& name, const std::string& phone, const std::string& more = {}) {
    const auto answer = send("POST", "/api/requests",
                             R"({"fields":{"nom":")" + name + R"(","telephone":")" + phone +
                                 R"(","description":"d")" + more + "}}");
    INFO(answer.body);
    REQUIRE(answer.status == 201);
  }
};

bool holds(const std::string& text, const std::string& part) {
  return text.find(part) != std::string::npos;
}

std::vector<std::string> codes(const std::vector<http::Suggestion>& lines) {
  std::vector<std::string> out;
  for (const http::Suggestion& each : lines) out.push_back(each.code);
  return out;
}

}  // namespace

TEST_CASE("a line of a list is found by a few letters, whatever their accents, or by its code") {
  http::Suggestions suggestions;
  const auto& communes = *figeac()->vocabulary->referential("communes");
  const auto& naf = *figeac()->vocabulary->referential("naf");

  CHECK(codes(suggestions.find(communes, "FAYCÉ", 12)) == std::vector<std::string>{"46100"});
  CHECK(codes(suggestions.find(communes, "46102", 12)) == std::vector<std::string>{"46102"});
  CHECK(suggestions.find(communes, "figeac", 12).front().label == "Figeac");
  CHECK(codes(suggestions.find(naf, "1071c", 12)) == std::vector<std::string>{"10.71C"});
  CHECK(codes(suggestions.find(naf, "10.71C", 12)) == std::vector<std::string>{"10.71C"});
  CHECK(holds(suggestions.find(naf, "pat boul", 12).front().label, "oulangerie"));
  CHECK(suggestions.find(communes, "saint", 12).size() == 12);
  CHECK(suggestions.find(communes, "", 12).empty());
  CHECK(suggestions.find(communes, " - ", 12).empty());
  CHECK(suggestions.find(communes, "zzz", 12).empty());
}

TEST_CASE("of what somebody sends for a suggestion, no more is read than a person types") {
  http::Suggestions suggestions;
  const auto& communes = *figeac()->vocabulary->referential("communes");
  std::string long_text = "cirq saint";
  for (int i = 0; i < 60; ++i) long_text += " s";

  // The ninth word, and what stands after a hundred bytes, would leave nothing.
  CHECK_FALSE(suggestions.find(communes, "ci c cirq s sa sai sain saint zzz", 12).empty());
  CHECK_FALSE(suggestions.find(communes, long_text + " zzz", 12).empty());
  CHECK(suggestions.find(communes, "ci c cirq s sa sai sain zzz", 12).empty());
}

TEST_CASE("what begins with the words comes before what holds them") {
  http::Suggestions suggestions;
  const auto& communes = *figeac()->vocabulary->referential("communes");

  const auto lines = suggestions.find(communes, "lac", 12);

  REQUIRE(lines.size() > 1);
  CHECK(lines.front().label.starts_with("Lac"));
}

TEST_CASE("lists are there for strangers too, firms and doubles for whoever takes calls") {
  CallDesk desk;

  CHECK(desk.send("GET", "/api/referentials/communes?text=fig&as=anonymous").status == 200);
  CHECK(desk.send("GET", "/api/referentials/none?text=fig").status == 404);
  CHECK(desk.send("GET", "/api/firms/73282932000074?as=anonymous").status == 401);
  CHECK(desk.send("GET", "/api/duplicates?nom=x&as=partner:cma-46").status == 403);
}

TEST_CASE("a SIRET whose key does not hold is refused; one that the desk knows fills in its firm") {
  CallDesk desk;
  desk.open(
      "Vayssié", "05 65 00 01 00",
      R"(,"siret":"732 829 320 00074","entreprise":"Fournil","effectif":3,"commune":"46100")");

  const auto wrong = desk.send("GET", "/api/firms/73282932000075");
  CHECK(wrong.status == 422);
  CHECK(holds(wrong.body, "\"field\":\"siret\""));

  const std::string known = desk.get("/api/firms/73282932000074");
  CHECK(holds(known, "\"found\":true"));
  CHECK(holds(known, "Fournil"));
  CHECK(holds(known, "\"value\":\"Faycelles (46100)\""));
  CHECK_FALSE(holds(known, "Vayssi"));
  CHECK_FALSE(holds(known, "telephone"));

  CHECK(holds(desk.get("/api/firms/35600000000048"), "\"found\":false"));  // La Poste's own key
}

TEST_CASE("a firm is known by the number that it has, not by one that was corrected") {
  CallDesk desk;
  desk.open("Vayssié", "05 65 00 01 00", R"(,"siret":"732 829 320 00074","entreprise":"Fournil")");
  const auto corrected =
      desk.send("POST", "/api/cases/1/operator/correct",
                R"({"with":{"siret":"35600000000048"},"reason":"lu de travers"})");
  INFO(corrected.body);
  REQUIRE(corrected.status == 201);

  CHECK(holds(desk.get("/api/firms/73282932000074"), "\"found\":false"));
  CHECK(holds(desk.get("/api/firms/35600000000048"), "Fournil"));
}

TEST_CASE("cases of the same telephone, person or firm are told while one types") {
  CallDesk desk;
  desk.open("Vayssié", "05 65 00 01 00", R"(,"prenom":"Lucie","siret":"73282932000074")");
  desk.open("Delmas", "05 65 00 02 00");

  CHECK(holds(desk.get("/api/duplicates?telephone=0565000100"), "\"by\":\"phone\""));
  CHECK(holds(desk.get("/api/duplicates?nom=vayssie&prenom=lucie&telephone=0565000100"),
              "\"by\":\"person\""));
  CHECK(holds(desk.get("/api/duplicates?siret=732%20829%20320%2000074"), "\"by\":\"siret\""));
  CHECK(desk.get("/api/duplicates?nom=vayssie") == R"({"cases":[]})");
  CHECK(desk.get("/api/duplicates?telephone=05") == R"({"cases":[]})");
  CHECK(desk.get("/api/duplicates") == R"({"cases":[]})");
}

TEST_CASE("a firm of a closed case is known, and is no double") {
  CallDesk desk;
  desk.open("Vayssié", "05 65 00 01 00", R"(,"siret":"73282932000074","entreprise":"Fournil")");
  cases::Fields why{{"motif_classement", feel::Stored::string("faite deux fois")}};
  REQUIRE(desk.desk.submit_and_wait({.kase = {1},
                                     .actor = *access::actor_as(*figeac(), "coordinatrice"),
                                     .body = cases::Act{{1}, "classer", std::move(why)}}));

  CHECK(holds(desk.get("/api/firms/73282932000074"), "\"found\":true"));
  CHECK(desk.get("/api/duplicates?siret=73282932000074") == R"({"cases":[]})");
}

TEST_CASE("several cases are handed over in one call, each answered for") {
  CallDesk desk;
  desk.open("Vayssié", "05 65 00 01 00");
  desk.open("Delmas", "05 65 00 02 00");

  const auto done =
      desk.send("POST", "/api/cases/assign",
                R"({"cases":["1","2","2","9"],"owner":"directeur","reason":"Congés","key":"k"})");

  CHECK(done.status == 200);
  CHECK(holds(done.body, "\"assigned\":2"));
  CHECK(holds(done.body, "\"case\":9"));
  const auto again =
      desk.send("POST", "/api/cases/assign",
                R"({"cases":["1","2"],"owner":"directeur","reason":"Congés","key":"k"})");
  CHECK(holds(again.body, "\"assigned\":2"));
  const auto missing = desk.send("POST", "/api/cases/assign", R"({"cases":[]})");
  CHECK(missing.status == 422);
  for (const char* name : {"cases", "owner", "reason"}) {
    CHECK(holds(missing.body, "\"field\":\"" + std::string(name) + "\""));
  }
  CHECK(desk.send("POST", "/api/cases/assign", R"({"cases":["x"],"owner":"a","reason":"b"})")
            .status == 422);
}
