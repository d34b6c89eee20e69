#include "adapters/http/transport/form.hpp"

#include <catch2/catch.hpp>

#include "adapters/http/transport/cookie.hpp"
#include "adapters/http/transport/target.hpp"

using namespace guichet::http;

namespace {

std::optional<Form> read(const std::string& type, const std::string& body) {
  Request request;
  request.headers.set("content-type", type);
  request.body = body;
  return parse_form(request);
}

const std::string kMultipart = "multipart/form-data; boundary=\"--b\"";

}  // namespace

TEST_CASE("an urlencoded form is read with its escapes and repetitions") {
  const auto form = read("application/x-www-form-urlencoded; charset=UTF-8",
                         "nom=%C3%89lodie+M&theme=a&theme=b&vide=&seul&x=1%2B1%3D2");
  REQUIRE(form);
  CHECK(form->fields.get("nom") == "Élodie M");
  CHECK(form->fields.all("theme") == std::vector<std::string>{"a", "b"});
  CHECK(form->fields.has("vide"));
  CHECK(form->fields.has("seul"));
  CHECK_FALSE(form->fields.has("absent"));
  CHECK(form->fields.get("x") == "1+1=2");
}

TEST_CASE("a broken form is refused") {
  const std::string type = "application/x-www-form-urlencoded";
  CHECK_FALSE(read(type, "a=%z1"));
  CHECK_FALSE(read(type, "a=%4"));
  CHECK_FALSE(read(type, "a=%00"));
  CHECK_FALSE(read(type, "a=%ff"));
  CHECK_FALSE(read("text/plain", "a=1"));
  std::string many;
  for (int i = 0; i < 1001; ++i) many += "a=1&";
  CHECK_FALSE(read(type, many));
}

TEST_CASE("an uploaded file keeps its bytes and loses its folder") {
  const std::string bytes("a;b\r\n\xE9;\0\r\n--\r\n", 15);
  const auto form = read(kMultipart,
                         "----b\r\nContent-Disposition: form-data; name=\"titre\"\r\n\r\nÉté\r\n"
                         "----b\r\nContent-Disposition: form-data; name=\"f\"; "
                         "filename=\"C:\\dossiers\\a;b.csv\"\r\nContent-Type: text/csv\r\n\r\n" +
                             bytes + "\r\n----b--\r\n");
  REQUIRE(form);
  CHECK(form->fields.get("titre") == "Été");
  REQUIRE(form->files.size() == 1);
  CHECK(form->files[0].field == "f");
  CHECK(form->files[0].filename == "a;b.csv");
  CHECK(form->files[0].content_type == "text/csv");
  CHECK(form->files[0].bytes == bytes);
}

TEST_CASE("a multipart body that is cut or malformed is refused") {
  const std::string part = "----b\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\n1\r\n";
  CHECK(read(kMultipart, part + "----b--"));
  CHECK_FALSE(read(kMultipart, part));
  CHECK_FALSE(read(kMultipart, part + "----bx"));
  CHECK_FALSE(read(kMultipart, ""));
  CHECK_FALSE(read("multipart/form-data", part + "----b--"));
  CHECK_FALSE(read(kMultipart, "----b\r\nContent-Disposition: form-data\r\n\r\n1\r\n----b--"));
  CHECK_FALSE(read(kMultipart, "----b\r\nX\r\n\r\n1\r\n----b--"));
  CHECK_FALSE(read(kMultipart, "----b\r\n----b--"));
}

TEST_CASE("a multipart body made to hurt is refused") {
  const auto part = [](const std::string& head, const std::string& content) {
    return "----b\r\n" + head + "\r\n\r\n" + content + "\r\n----b--";
  };
  const std::string file = "Content-Disposition: form-data; name=\"f\"; filename=";
  REQUIRE(read(kMultipart, part(file + "\"a.txt\"", "a")));
  CHECK_FALSE(read(kMultipart, part(file + std::string("\"a\0.txt\"", 9), "a")));
  CHECK_FALSE(read(kMultipart, part(file + "\"\xFF\"", "a")));
  CHECK_FALSE(read(kMultipart, part(file + "\"" + std::string(9000, 'a') + "\"", "a")));
  std::string many = file + "\"a.txt\"";
  for (int i = 0; i < 20; ++i) many += "\r\nX-" + std::to_string(i) + ": 1";
  CHECK_FALSE(read(kMultipart, part(many, "a")));
  const std::string nested = "\r\nContent-Type: multipart/mixed; boundary=c";
  CHECK_FALSE(read(kMultipart, part(file + "\"a.txt\"" + nested, "--c\r\n\r\na\r\n--c--")));
  const std::string guise = "\r\nContent-Transfer-Encoding: base64";
  CHECK_FALSE(read(kMultipart, part(file + "\"a.txt\"" + guise, "YQ==")));
  std::string parts;
  for (int i = 0; i < 10'000; ++i) {
    parts += "----b\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\n1\r\n";
  }
  CHECK_FALSE(read(kMultipart, parts + "----b--"));
  CHECK_FALSE(read("multipart/form-data; boundary=" + std::string(71, 'b'), parts));
}

TEST_CASE("a line end in a file's name ends its line, and leaves no field behind") {
  const auto form = read(kMultipart,
                         "----b\r\nContent-Disposition: form-data; name=\"f\"; filename=\"a\r\n"
                         "Set-Cookie: x=\"1\"\r\n\r\na\r\n----b--");
  REQUIRE(form);
  REQUIRE(form->files.size() == 1);
  CHECK(form->files[0].filename.find('\n') == std::string::npos);
  CHECK(form->files[0].bytes == "a");
}

TEST_CASE("escaping a text and reading it back gives the text") {
  CHECK(percent_encode("a/b é?&=+ %") == "a%2Fb%20%C3%A9%3F%26%3D%2B%20%25");
  CHECK(percent_decode(percent_encode("a/b é?&=+ %"), true) == "a/b é?&=+ %");
  CHECK(percent_decode("a+b", false) == "a+b");
}

TEST_CASE("cookies are read by name and written for this site alone") {
  const Pairs cookies = parse_cookies("a=1; b=x=y;c;  d=");
  CHECK(cookies.get("a") == "1");
  CHECK(cookies.get("b") == "x=y");
  CHECK_FALSE(cookies.has("c"));
  CHECK(cookies.has("d"));
  Cookie cookie;
  cookie.name = "__Host-guichet";
  cookie.value = "abc";
  CHECK(to_header(cookie) == "__Host-guichet=abc; Path=/; Secure; HttpOnly; SameSite=Lax");
  cookie.secure = false;
  cookie.max_age = std::chrono::seconds(0);
  CHECK(to_header(cookie) == "__Host-guichet=abc; Path=/; Max-Age=0; HttpOnly; SameSite=Lax");
}

TEST_CASE("a log has a request's path without its query and without the secrets of links") {
  const auto logged = [](const std::string& target) {
    return path_for_log({.method = "GET", .target = target});
  };
  CHECK(logged("/cases/1234567890/acts/confirm?nom=Durand") == "/cases/1234567890/acts/confirm");
  CHECK(logged("/invitation/" + std::string(64, 'a')) == "/invitation/...");
  CHECK(logged("/r/12-3-0123456789abcdef0123456789abcdef/code") == "/r/12-3-.../code");
  CHECK(logged("/api/links/12-3-" + std::string(32, 'F') + "/session?x=1") ==
        "/api/links/12-3-.../session");
  CHECK(logged("/definition/files/decade/facade.yaml") == "/definition/files/decade/facade.yaml");
}
