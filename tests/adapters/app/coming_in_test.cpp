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

TEST_CASE("the demonstration has no key of its own, and an open door") {
  tests::DeskInMemory served;
  http::Site site{.desk = served.desk};
  http::Router router;
  CHECK(app::open_doors(router, site, {}, served.log) == nullptr);
  CHECK(site.reception == nullptr);
}

TEST_CASE("a database has one key from its first day, whatever the settings say later") {
  const sql::ScratchFolder folder;
  tests::DeskInMemory served;
  const std::string database = folder.file("desk.db");
  const auto first = app::doors_of(served.store, database, {});
  REQUIRE(first);
  CHECK_FALSE(first->has_accounts);
  REQUIRE(first->keys);
  CHECK(base::read_bytes(app::key_file_of(database)));

  served.store.write(
      [](store::Transaction& t) {
        CHECK(t.accounts().save(store::Account{.id = "a1", .email_key = "a@b.test"}));
      },
      {});
  auto later = app::doors_of(served.store, database, {});
  REQUIRE(later);
  CHECK(later->has_accounts);
  CHECK(later->keys->hash(accounts::Purpose::audit, "x") ==
        first->keys->hash(accounts::Purpose::audit, "x"));
  app::ServeSettings settings;
  settings.key_file = folder.file("elsewhere.key");
  CHECK_FALSE(app::doors_of(served.store, database, settings));
}

TEST_CASE("accounts stand at the door from the first one on") {
  const sql::ScratchFolder folder;
  tests::DeskInMemory served;
  const auto status_of_work = [&](bool has_accounts) {
    auto doors = app::doors_of(served.store, folder.file("desk.db"), {});
    REQUIRE(doors);
    doors->has_accounts = has_accounts;
    http::Site site{.desk = served.desk};
    http::Router router;
    const http::RouteAccess lists{access::Right::list_cases, access::Object::nothing};
    router.get("/x", lists, [](const http::Request&, const http::Respond& respond) {
      respond(http::text_response(200, "x"));
    });
    const auto reception = app::open_doors(router, site, std::move(*doors), served.log);
    CHECK(site.reception == reception.get());
    CHECK_FALSE(reception->is_secure());  // the small desk's address is plain http
    const auto match = router.find("GET", {"x"});
    http::Request request{.method = "GET", .path = {"x"}};
    int status = 0;
    router.serve(match, request, [&](const http::Response& answer) { status = answer.status; });
    return status;
  };
  CHECK(status_of_work(false) == 200);
  CHECK(status_of_work(true) == 401);
}
