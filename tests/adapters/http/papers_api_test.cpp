// Notes, files and cases kept apart over the API.
#include <algorithm>

#include "adapters/http/api/api.hpp"
#include "adapters/http/api/instance_number.hpp"
#include "adapters/http/entrance/guard.hpp"
#include "adapters/http/papers/download.hpp"
#include "engine/base/base64.hpp"
#include "engine/cases/document_rules.hpp"
#include "tests/support/case_fixture.hpp"
#include "tests/support/silent_log.hpp"

using namespace guichet;
using Path = std::vector<std::string>;

namespace {

// A desk with two cases of one person, without a network.
struct PapersApi {
  base::ManualClock clock{*base::parse_instant("2026-03-02T10:00:00Z")};
  tests::SilentLog log;
  std::unique_ptr<store::Store> store = store::make_memory_store();
  desk::Desk desk{tests::small_desk(), *store, clock, log};
  http::Site site{.desk = desk};
  http::Router router;

  PapersApi() {
    http::add_api(router, site);
    http::add_guard(router, site);
    for (const char* number : {"R-1", "R-2"}) {
      const std::string body = std::string(R"({"fields":{"reference":")") + number +
                               R"(","name":"Ada","phone":"01632 960020","description":"A bench",)"
                               R"("area":"riverside","may_share":"yes","themes":["workshop"]}})";
      REQUIRE(post({"api", "requests"}, body) == 201);
    }
  }

  int ask(const std::string& method, Path path, std::string body = {}) {
    const auto match = router.find(method, path);
    REQUIRE(match.handler != nullptr);
    limit = match.options.body_limit;
    http::Request request{
        .method = method, .path = std::move(path), .params = match.params, .body = std::move(body)};
    request.headers.set("Content-Type", "application/json");
    router.serve(match, request, [&](http::Response response) { last = std::move(response); });
    return last.status;
  }
  int post(Path path, const std::string& body) { return ask("POST", std::move(path), body); }
  int get(Path path) { return ask("GET", std::move(path)); }
  cases::Snapshot kase(std::int64_t id) {
    std::optional<cases::Snapshot> out;
    store->read([&](store::Reader& reader) { out = reader.load({id}); });
    return *out;
  }
  bool said(const std::string& part) const { return last.body.find(part) != std::string::npos; }

  http::Response last;
  std::size_t limit = 0;
};

std::string file_body(const std::string& name, const std::string& content,
                      const std::string& more = {}) {
  return R"({"name":")" + name + R"(","content":")" + base::base64(content) + "\"" + more + "}";
}

}  // namespace

TEST_CASE("notes are written and struck over the API, and shown with the case") {
  PapersApi api;
  REQUIRE(api.post({"api", "cases", "1", "notes"}, R"({"words":"Prefers mornings"})") == 201);
  const auto note = std::to_string(api.kase(1).extras.notes.front().seq);
  api.get({"api", "cases", "1"});
  CHECK(api.said(R"("words":"Prefers mornings")"));
  REQUIRE(api.post({"api", "cases", "1", "notes", note, "strike"}, "{}") == 201);
  api.get({"api", "cases", "1"});
  CHECK(api.said(R"("struck":true)"));
  CHECK(api.post({"api", "cases", "1", "notes", note, "strike"}, "{}") == 409);
  CHECK(api.post({"api", "cases", "1", "notes", "x", "strike"}, "{}") == 404);
  CHECK(api.post({"api", "cases", "1", "notes"}, R"({"words":""})") == 422);
}

TEST_CASE("a file goes in as base64 and comes out as an attachment") {
  PapersApi api;
  const std::string bytes("%PDF-1.4\0\xFF end", 14);
  REQUIRE(api.post({"api", "cases", "1", "documents"}, file_body("quote.pdf", bytes)) == 201);
  CHECK(api.limit > cases::kMostDocumentBytes);
  REQUIRE(api.get({"api", "cases", "1", "documents"}) == 200);
  CHECK(api.said(R"("name":"quote.pdf")"));
  CHECK(api.said(R"("media_type":"application/pdf")"));
  const std::string key = api.kase(1).extras.documents.front().key;
  REQUIRE(api.get({"api", "cases", "1", "documents", key}) == 200);
  CHECK(api.last.body == bytes);
  CHECK(api.last.headers.get("Content-Type") == "application/pdf");
  CHECK(api.last.headers.get("Content-Disposition").starts_with("attachment; "));
  // Of its own case alone.
  CHECK(api.get({"api", "cases", "2", "documents", key}) == 404);
  REQUIRE(api.post({"api", "cases", "1", "documents", key, "share"}, R"({"person":true})") == 201);
  CHECK(api.kase(1).extras.documents.front().person);
  CHECK(api.post({"api", "cases", "1", "documents", key, "share"}, R"({"partners":["guild"]})") ==
        422);
  REQUIRE(api.post({"api", "cases", "1", "documents", key, "remove"}, "{}") == 201);
  CHECK(api.get({"api", "cases", "1", "documents", key}) == 404);
}

TEST_CASE("a file that is not base64, unknown or too big is refused with the reason") {
  PapersApi api;
  const Path path{"api", "cases", "1", "documents"};
  for (const char* wrong : {"YQ", "Y Q==", "YQ==\\n", "@@@@", "YQ==="}) {
    INFO(wrong);
    CHECK(api.post(path, R"({"name":"a","content":")" + std::string(wrong) + "\"}") == 422);
    CHECK(api.said("base64"));
  }
  CHECK(api.post(path, file_body("a.exe", "MZ\x90")) == 415);
  CHECK(api.post(path, file_body("a.txt", "")) == 422);
  CHECK(api.post(path, file_body("a.txt", std::string(cases::kMostDocumentBytes + 1, 'a'))) == 413);
  CHECK(api.kase(1).extras.documents.empty());
}

TEST_CASE("two cases are kept apart over the API and no longer proposed as doubles") {
  PapersApi api;
  api.get({"api", "cases", "1", "duplicates"});
  REQUIRE(api.said("R-2"));
  REQUIRE(api.post({"api", "cases", "1", "keep-apart"}, R"({"other":"R-2"})") == 201);
  for (const char* id : {"1", "2"}) {
    api.get({"api", "cases", id, "duplicates"});
    CHECK(api.last.body == "[]");
  }
  REQUIRE(api.post({"api", "cases", "2", "keep-apart"}, R"({"other_case":1,"together":true})") ==
          201);
  api.get({"api", "cases", "1", "duplicates"});
  CHECK(api.said("R-2"));
  CHECK(api.post({"api", "cases", "1", "keep-apart"}, R"({"other":"R-9"})") == 404);
}

TEST_CASE("a file leaves with the ending of what it is, whatever it was called") {
  CHECK(http::download_name("devis.pdf", "application/pdf") == "devis.pdf");
  CHECK(http::download_name("PHOTO.JPEG", "image/jpeg") == "PHOTO.JPEG");
  CHECK(http::download_name("liste.csv", "text/plain") == "liste.csv");
  // A text that a double click would run.
  CHECK(http::download_name("devis.bat", "text/plain") == "devis.bat.txt");
  CHECK(http::download_name("devis.pdf.js", "text/plain") == "devis.pdf.js.txt");
  CHECK(http::download_name("devis", "application/pdf") == "devis.pdf");
}

TEST_CASE("the name of a file leaves in a header without breaking it") {
  CHECK(http::content_disposition("a.pdf") ==
        "attachment; filename=\"a.pdf\"; filename*=UTF-8''a.pdf");
  CHECK(http::content_disposition("é\"\\;%.pdf") ==
        "attachment; filename=\"_____.pdf\"; filename*=UTF-8''%C3%A9%22%5C%3B%25.pdf");
  CHECK(http::content_disposition("a\r\nX: 1").find('\n') == std::string::npos);
}

TEST_CASE("a number that is too long for an instance is no instance's") {
  CHECK(guichet::http::instance_of(3).value == 3);
  CHECK(guichet::http::instance_of((std::int64_t{1} << 32) + 3).value == 0);
  CHECK(guichet::http::instance_of(-1).value == 0);
}
