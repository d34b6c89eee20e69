// Requests that another site, another session or another kind of body makes: none has an effect;
// and what is only read is never written.
#include <catch2/catch.hpp>

#include "tests/access/asked_desk.hpp"
#include "tests/access/matrix.hpp"

using namespace guichet;
using namespace guichet::tests;

namespace {

struct Forgery {
  const char* name;
  http::Headers headers;
  bool with_token = true;
};

// As they reach the desk; the cookie of the session comes with each, as browsers send it.
std::vector<Forgery> forgeries(bool api) {
  const std::string type = api ? "application/json" : "application/x-www-form-urlencoded";
  const std::pair<std::string, std::string> own{"Sec-Fetch-Site", "same-origin"};
  http::Request other;
  other.headers.set(kActorHeader, "auditor");
  const std::string token = http::form_token(NamedIdentity().find(other));
  std::vector<Forgery> out{
      {"no token", {own, {"Content-Type", type}}, false},
      {"another session's token",
       {own, {"Content-Type", type}, {http::kTokenHeader, token}},
       false},
      {"another site's page", {{"Sec-Fetch-Site", "cross-site"}, {"Content-Type", type}}},
      {"a page of a sister site", {{"Sec-Fetch-Site", "same-site"}, {"Content-Type", type}}},
      {"a foreign origin",
       {{"Origin", "https://evil.example"}, {"Host", "desk.example"}, {"Content-Type", type}}},
      {"an origin without a name",
       {{"Origin", "null"}, {"Host", "desk.example"}, {"Content-Type", type}}},
  };
  if (api) out.push_back({"JSON that says it is text", {own, {"Content-Type", "text/plain"}}});
  return out;
}

}  // namespace

TEST_CASE("whatever changes something is refused from elsewhere, and changes nothing") {
  AskedDesk desk;
  const std::string before = desk.contents();
  std::size_t tried = 0;
  for (const MatrixRow& row : read_matrix()) {
    if (row.method() == "GET") continue;
    for (const char* actor : {"coordinator", "administrator", "partner", "link_holder:1"}) {
      for (const Forgery& forgery : forgeries(row.pattern().starts_with("/api/"))) {
        INFO(row.route << " by " << actor << ": " << forgery.name);
        const auto answer = desk.ask({.method = row.method(),
                                      .target = row.target(0),
                                      .actor = actor,
                                      .body = row.body.empty() ? "{}" : row.body,
                                      .headers = forgery.headers,
                                      .with_token = forgery.with_token});
        CHECK(answer.status == 403);
        ++tried;
      }
    }
  }
  CHECK(tried > 100);
  CHECK(desk.contents() == before);
}

TEST_CASE("what is read is not written: no GET changes what is kept") {
  AskedDesk desk;
  const std::string before = desk.contents();
  for (const MatrixRow& row : read_matrix()) {
    if (row.method() != "GET") continue;
    for (const std::string& actor : kActors) {
      for (const char* method : {"GET", "HEAD"}) {
        for (std::size_t object = 0; object < (row.has_object() ? kObjects.size() : 1); ++object) {
          desk.ask({.method = method, .target = row.target(object), .actor = actor});
        }
      }
    }
    INFO(row.route);
    CHECK(desk.contents() == before);
  }
}
