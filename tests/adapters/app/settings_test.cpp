#include "adapters/app/settings.hpp"

#include <catch2/catch.hpp>

#include "engine/base/file.hpp"
#include "tests/adapters/sql/scratch.hpp"

using namespace guichet;
using Tls = delivery::RelaySettings::Tls;

namespace {

struct Written {
  sql::ScratchFolder folder;

  std::string file(const std::string& name, const std::string& text) const {
    const std::string path = folder.file(name);
    REQUIRE(base::write_file(path, text));
    return path;
  }
  base::Result<app::ServeSettings> read(const std::string& ini) const {
    return app::read_settings(file("guichet.ini", ini));
  }
  // What the error names.
  std::string wrong(const std::string& ini) const {
    const auto settings = read(ini);
    REQUIRE_FALSE(settings);
    CHECK(settings.error().kind == base::ErrorKind::surroundings);
    const std::string text = settings.error().what.in(base::Language::en);
    CHECK(text.contains("guichet.ini"));
    return text;
  }
};

}  // namespace

TEST_CASE("the desk's key may be elsewhere than beside its database") {
  const Written written;

  CHECK(written.read("[accounts]\nkey_file = /etc/desk.key\n")->key_file == "/etc/desk.key");
  CHECK(written.read("[mail]\nmaildir = m\n")->key_file.empty());
}

TEST_CASE("proxies are trusted by address, and by one header") {
  const Written written;
  const http::Headers headers{{"X-Forwarded-For", "203.0.113.9"}, {"Forwarded", "for=192.0.2.1"}};
  const auto client = [&](const std::string& ini) {
    const auto settings = written.read(ini);
    REQUIRE(settings);
    return settings->proxies.client_of("10.1.1.1", headers);
  };

  CHECK(client("") == "10.1.1.1");
  CHECK(client("[proxy]\ntrusted = 127.0.0.1, 10.0.0.0/8\n") == "203.0.113.9");
  CHECK(client("[proxy]\ntrusted = 127.0.0.1\n") == "10.1.1.1");
  CHECK(client("[proxy]\ntrusted=10.1.1.1\nheader = forwarded\n") == "192.0.2.1");
  CHECK(written.wrong("[proxy]\ntrusted = 127.0.0.1, all\n").contains("'proxy.trusted: all'"));
  CHECK(written.wrong("[proxy]\ntrusted = 0.0.0.0/0\n").contains("0.0.0.0/0"));
  CHECK(written.wrong("[proxy]\nheader = Forwarded\n").contains("'proxy.trusted: '"));
  CHECK(written.wrong("[proxy]\ntrusted = ::1\nheader = X-Real-IP\n").contains("X-Real-IP"));
}

TEST_CASE("without a relay letters go into the maildir") {
  const Written written;

  const auto settings = written.read("[mail]\nmaildir = /var/mail/desk\n");

  REQUIRE(settings);
  CHECK(settings->maildir == "/var/mail/desk");
  CHECK_FALSE(settings->relay);
  CHECK(written.read("")->maildir == "mail");
}

TEST_CASE("a relay is read whole, its password from a file of its own") {
  const Written written;
  const std::string secret = written.file("secret", "s3cret phrase\r\n");

  const auto settings = written.read(
      "[smtp]\nhost = smtp.example.org\nport = 587\ntls = require\nca_file = ca.pem\n"
      "user = guichet\nfrom = back@example.org\npassword_file = " +
      secret + "\n");

  REQUIRE(settings);
  REQUIRE(settings->relay);
  CHECK(settings->relay->host == "smtp.example.org");
  CHECK(settings->relay->port == 587);
  CHECK(settings->relay->tls == Tls::require);
  CHECK(settings->relay->ca_file == "ca.pem");
  CHECK(settings->relay->user == "guichet");
  CHECK(settings->relay->envelope_from == "back@example.org");
  CHECK(settings->relay->password == "s3cret phrase");
}

TEST_CASE("encryption is tried where nothing is said of it") {
  const Written written;
  const auto tls = [&](const std::string& line) {
    const auto settings = written.read("[smtp]\nhost = a.example\n" + line);
    REQUIRE(settings);
    CHECK(settings->relay->port == 25);
    return settings->relay->tls;
  };
  CHECK(tls("") == Tls::attempt);
  CHECK(tls("tls = try\n") == Tls::attempt);
  CHECK(tls("tls = off\n") == Tls::off);
  CHECK(tls("tls = require\n") == Tls::require);
}

TEST_CASE("an unknown key, section or word is refused by name") {
  const Written written;
  CHECK(written.wrong("[smtp]\nhost = a\nprot = 587\n").contains("'smtp.prot'"));
  CHECK(written.wrong("[mial]\nmaildir = x\n").contains("'mial.maildir'"));
  CHECK(written.wrong("maildir = x\n").contains("'maildir'"));
  CHECK(written.wrong("[smtp]\nhost = a\ntls = yes\n").contains("'smtp.tls'"));
  CHECK(written.wrong("[smtp]\nhost = a\nport = many\n").contains("'smtp.port'"));
  CHECK(written.wrong("[smtp]\nuser = a\n").contains("'smtp.host'"));
}

TEST_CASE("a password file that is not there is an error, not an empty password") {
  const Written written;
  const auto settings =
      written.read("[smtp]\nhost = a\npassword_file = " + written.folder.file("none") + "\n");
  REQUIRE_FALSE(settings);
  CHECK(settings.error().what.in(base::Language::en).contains("none"));
}

TEST_CASE("a settings file that is not there is an error that names it") {
  const auto settings = app::read_settings("/nowhere/guichet.ini");
  REQUIRE_FALSE(settings);
  CHECK(settings.error().what.in(base::Language::en).contains("/nowhere/guichet.ini"));
}

TEST_CASE("the page on files shows settings that can be read") {
  const Written written;
  const auto page = base::read_bytes(GUICHET_ROOT "/docs/format.md");
  REQUIRE(page);
  const std::size_t fence = page->find("```ini\n");
  REQUIRE(fence != std::string::npos);
  std::string ini = page->substr(fence + 7, page->find("```", fence + 7) - fence - 7);
  const std::string path = "/etc/guichet/smtp.secret";
  REQUIRE(ini.contains(path));
  ini.replace(ini.find(path), path.size(), written.file("secret", "x"));

  const auto settings = written.read(ini);

  REQUIRE(settings);
  CHECK(settings->relay);
}
