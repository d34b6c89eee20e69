#include "adapters/http/transport/assets.hpp"

#include <catch2/catch.hpp>

#include "engine/base/file.hpp"

using namespace guichet::http;

namespace guichet::http_test {
std::span<const http::Asset> embedded_files();
}

namespace {

Response fetch(const Assets& assets, const std::string& path, const std::string& version = {},
               const Headers& headers = {}) {
  Request request;
  request.params.add("path", path);
  request.query.add("v", version);
  request.headers = headers;
  Response answer;
  assets.handler()(request, [&](Response response) { answer = std::move(response); });
  return answer;
}

}  // namespace

TEST_CASE("embedded files are those of the folder, byte by byte") {
  const auto table = guichet::http_test::embedded_files();
  REQUIRE(table.size() == 2);
  CHECK(table[0].path == "css/desk.css");
  CHECK(
      table[0].bytes ==
      guichet::base::read_bytes(GUICHET_ROOT "/tests/adapters/http/embedded/css/desk.css").value());
  CHECK(table[1].bytes == "x");
}

TEST_CASE("a file under its own version is kept for ever, otherwise revalidated") {
  const Assets assets(guichet::http_test::embedded_files());
  const std::string address = assets.address("css/desk.css");
  REQUIRE(address.starts_with("/assets/css/desk.css?v="));
  const std::string version = address.substr(address.find("?v=") + 3);

  const Response kept = fetch(assets, "css/desk.css", version);
  CHECK(kept.headers.get("Cache-Control") == "public, max-age=31536000, immutable");
  CHECK(kept.headers.get("Content-Type") == "text/css; charset=utf-8");
  const Response plain = fetch(assets, "css/desk.css", "other");
  CHECK(plain.headers.get("Cache-Control") == "no-cache");

  const Headers known{{"If-None-Match", plain.headers.get("ETag")}};
  const Response unchanged = fetch(assets, "css/desk.css", {}, known);
  CHECK(unchanged.status == 304);
  CHECK(unchanged.body.empty());
}

TEST_CASE("a packed file is another representation with another tag") {
  const Assets assets(guichet::http_test::embedded_files());
  const Headers accepts{{"Accept-Encoding", "gzip"}};
  const Response packed = fetch(assets, "css/desk.css", {}, accepts);
  const Response plain = fetch(assets, "css/desk.css");
  CHECK(packed.headers.get("Content-Encoding") == "gzip");
  CHECK(packed.body.size() < plain.body.size());
  CHECK(packed.headers.get("ETag") != plain.headers.get("ETag"));
  CHECK_FALSE(fetch(assets, "one.bin", {}, accepts).headers.has("Content-Encoding"));
}

TEST_CASE("a file that is not embedded is 404") {
  const Assets assets(guichet::http_test::embedded_files());
  CHECK(fetch(assets, "../secret").status == 404);
}
