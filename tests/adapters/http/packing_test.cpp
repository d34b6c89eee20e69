// What goes over a slow line packed.
#include <catch2/catch.hpp>

#include <zlib.h>

#include "tests/adapters/http/site.hpp"

using namespace guichet;
using namespace http;

namespace {

std::string unpack(const std::string& packed) {
  z_stream stream{};
  inflateInit2(&stream, 15 + 16);
  std::string text(1 << 20, '\0');
  stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(packed.data()));
  stream.avail_in = static_cast<uInt>(packed.size());
  stream.next_out = reinterpret_cast<Bytef*>(text.data());
  stream.avail_out = static_cast<uInt>(text.size());
  const int result = inflate(&stream, Z_FINISH);
  text.resize(result == Z_STREAM_END ? stream.total_out : 0);
  inflateEnd(&stream);
  return text;
}

}  // namespace

TEST_CASE("text is packed for those who accept it") {
  const std::string page(5'000, 'a');
  Router router;
  router.get("/page", kPublic, [page](const Request&, const Respond& respond) {
    respond(text_response(200, page));
  });
  TestSite site(std::move(router));
  const Reply packed = get(site.port(), "/page", "Accept-Encoding: br, gzip;q=0.8\r\n");
  CHECK(packed.headers.at("content-encoding") == "gzip");
  CHECK(packed.headers.at("vary") == "Accept-Encoding");
  CHECK(packed.body.size() < 200);
  CHECK(unpack(packed.body) == page);
  CHECK(get(site.port(), "/page").body == page);
  CHECK(get(site.port(), "/page", "Accept-Encoding: gzip;q=0\r\n").body == page);
}
