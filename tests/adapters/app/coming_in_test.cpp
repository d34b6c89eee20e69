// When a served desk has a door: accounts, https, the key file.
#include "adapters/app/coming_in.hpp"

#include <catch2/catch.hpp>

#include "adapters/app/key_file.hpp"
#include "engine/base/file.hpp"
#include "tests/adapters/app/desk_in_memory.hpp"
#include "tests/adapters/sql/scratch.hpp"

using namespace guichet;

namespace {

bundle::Desk at(const std::string& base_url) {
  bundle::Desk desk;
  desk.settings.base_url = base_url;
  return desk;
}

std::string against(const std::string& base_url, bool has_accounts) {
  const auto message = app::against_network(at(base_url), has_accounts, "0.0.0.0");
  return message ? std::string(message->key()) : std::string();
}

}  // namespace

TEST_CASE("a network is listened to with accounts and behind https only") {
  CHECK(against("https://guichet.example", false) == "not-loopback");
  CHECK(against("http://127.0.0.1:8080", true) == "plain-http");
  CHECK(against("https://guichet.example", true).empty());
}

TEST_CASE("the public host is the one of the desk's address") {
  CHECK(app::public_host_of(at("https://guichet.example/desk/")) == "guichet.example");
  CHECK(app::public_host_of(at("http://127.0.0.1:8080")) == "127.0.0.1");
  CHECK(app::public_host_of(at("https://[::1]:8443/x")) == "[::1]");
  CHECK(app::public_host_of(at("guichet.example")) == "guichet.example");
}

TEST_CASE("a desk without accounts makes no key and keeps its open door") {
  const sql::ScratchFolder folder;
  tests::DeskInMemory served;
  const std::string database = folder.file("desk.db");
  const auto keys = app::keys_of_desk(served.store, database, {});
  REQUIRE(keys);
  CHECK(*keys == nullptr);
  CHECK_FALSE(base::read_bytes(app::key_file_of(database)));

  http::Site site{.desk = served.desk};
  http::Router router;
  CHECK(app::open_doors(router, site, nullptr, served.log) == nullptr);
  CHECK(site.reception == nullptr);
}

TEST_CASE("a desk with an account has a reception, by the key file that the settings name") {
  const sql::ScratchFolder folder;
  tests::DeskInMemory served;
  served.store.write(
      [](store::Transaction& t) {
        CHECK(t.accounts().save(store::Account{.id = "a1", .email_key = "a@b.test"}));
      },
      {});
  app::ServeSettings settings;
  settings.key_file = folder.file("elsewhere.key");
  auto keys = app::keys_of_desk(served.store, folder.file("desk.db"), settings);
  REQUIRE(keys);
  REQUIRE(*keys != nullptr);
  CHECK(base::read_bytes(settings.key_file));

  http::Site site{.desk = served.desk};
  http::Router router;
  const auto reception = app::open_doors(router, site, std::move(*keys), served.log);
  CHECK(reception != nullptr);
  CHECK(site.reception == reception.get());
  CHECK_FALSE(reception->is_secure());  // the small desk's address is plain http
  // Another key, or none, is not taken later.
  settings.key_file = folder.file("third.key");
  CHECK_FALSE(app::keys_of_desk(served.store, folder.file("desk.db"), settings));
}
