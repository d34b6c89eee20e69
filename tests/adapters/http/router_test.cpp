#include "adapters/http/transport/router.hpp"

#include <catch2/catch.hpp>

#include "tests/adapters/http/site.hpp"

using namespace guichet::http;

namespace {

const Handler kNothing = [](const Request&, const Respond&) {};

std::string params_of(const Router::Match& match) {
  std::string text;
  for (const auto& [name, value] : match.params.list()) text += name + "=" + value + ";";
  return text;
}

}  // namespace

TEST_CASE("a route takes the segments that its pattern names") {
  Router router;
  router.get("/", kPublic, kNothing);
  router.post("/cases/{id}/acts/{name}", kPublic, kNothing);
  router.get("/assets/{path...}", kPublic, kNothing);

  CHECK(router.find("GET", {}).handler != nullptr);
  const auto act = router.find("POST", {"cases", "7", "acts", "a/b"});
  REQUIRE(act.handler != nullptr);
  CHECK(params_of(act) == "id=7;name=a/b;");
  CHECK(params_of(router.find("GET", {"assets", "css", "desk.css"})) == "path=css/desk.css;");
  CHECK(router.find("GET", {"assets"}).handler == nullptr);
  CHECK(router.find("POST", {"cases", "7", "acts"}).handler == nullptr);
  CHECK(router.find("POST", {"cases", "", "acts", "x"}).handler == nullptr);
}

TEST_CASE("a literal wins over a name, a name over the rest") {
  Router router;
  router.get("/cases/{id}", kPublic, kNothing);
  router.get("/cases/new", kPublic, kNothing);
  router.get("/{path...}", kPublic, kNothing);
  router.post("/cases/{id}", kPublic, kNothing);

  CHECK(params_of(router.find("GET", {"cases", "new"})).empty());
  CHECK(params_of(router.find("GET", {"cases", "7"})) == "id=7;");
  CHECK(params_of(router.find("GET", {"cases", "7", "x"})) == "path=cases/7/x;");
  CHECK(params_of(router.find("POST", {"cases", "new"})) == "id=new;");
}

TEST_CASE("a known path with another method lists the methods that it has") {
  Router router;
  router.get("/cases", kPublic, kNothing);
  router.post("/cases", kPublic, kNothing);
  using Methods = std::vector<std::string>;
  CHECK(router.find("PUT", {"cases"}).allowed == Methods{"GET", "HEAD", "POST"});
  CHECK(router.find("PUT", {"nowhere"}).allowed.empty());
  CHECK(router.find("HEAD", {"cases"}).handler != nullptr);
}

TEST_CASE("a router without a guard answers only what is public") {
  Router router;
  const Handler ok = [](const Request&, const Respond& respond) { respond({.status = 200}); };
  router.get("/open", kPublic, ok);
  router.get("/closed", {guichet::access::Right::list_cases, guichet::access::Object::nothing}, ok);
  const auto status_of = [&](const std::string& path) {
    Request request{.method = "GET", .path = {path}};
    int status = 0;
    router.serve(router.find("GET", request.path), request,
                 [&](const Response& response) { status = response.status; });
    return status;
  };
  CHECK(status_of("open") == 200);
  CHECK(status_of("closed") == 401);
}
