// A desk with accounts in memory behind its guard, and a browser that keeps its cookies. No
// network: a request goes through the router to its handler. Letters that leave at once are kept.
#pragma once

#include <catch2/catch.hpp>
#include <functional>
#include <future>
#include <map>
#include <mutex>

#include "adapters/http/entrance/account_identity.hpp"
#include "adapters/http/entrance/audit_witness.hpp"
#include "adapters/http/entrance/guard.hpp"
#include "adapters/http/entrance/reception.hpp"
#include "engine/accounts/totp.hpp"
#include "tests/support/case_fixture.hpp"

namespace guichet::tests {

inline const std::string kAccountPassword = "tilleul brouette magnesium ourlet";

class ListeningLog final : public base::Log {
 public:
  void write(base::LogLevel, std::string_view text) override {
    const std::lock_guard lock(mutex_);
    text_ += std::string(text) + "\n";
  }
  std::string text() {
    const std::lock_guard lock(mutex_);
    return text_;
  }

 private:
  std::mutex mutex_;
  std::string text_;
};

struct AccountsDesk {
  using AddRoutes = std::function<void(http::Router&, http::Site&)>;

  base::ManualClock clock{*base::parse_instant("2026-03-02T10:00:00Z")};
  ListeningLog log;
  std::unique_ptr<store::Store> store = store::make_memory_store();
  desk::Desk desk{small_desk(), *store, clock, log};
  http::Reception reception{
      {.store = *store, .clock = clock, .log = log, .desk_name = "Makers", .cost = {1, 8192}},
      std::make_unique<accounts::Keys>("0123456789abcdef0123456789abcdef"),
      accounts::make_system_random()};
  std::vector<cases::LetterEffect> posted;
  http::Site site{.desk = desk, .reception = &reception, .log = &log};
  http::Router router;
  std::map<std::string, std::string> jar;

  explicit AccountsDesk(const AddRoutes& add_routes) {
    site.post_now = [this](const cases::LetterEffect& letter, base::Instant) {
      posted.push_back(letter);
    };
    add_routes(router, site);
    http::add_guard(router, site, http::make_account_identity(desk, *store, clock, true),
                    http::make_audit_witness(reception));
  }

  store::Account add(const std::string& email, std::vector<access::Persona> personas,
                     std::vector<store::Membership> partners = {}, const std::string& member = {},
                     const std::string& name = "Ada L") {
    const auto made = reception.book().add({email, name, std::move(personas), member, partners},
                                           kAccountPassword, "", clock.now());
    REQUIRE(made);
    return *made;
  }

  // As a page of this site sends it, from this browser; the cookies of the answer are kept.
  http::Response send(http::Request request) {
    for (const auto& [name, value] : jar) request.cookies.add(name, value);
    if (!request.headers.has("Sec-Fetch-Site")) {
      request.headers.set("Sec-Fetch-Site", "same-origin");
    }
    request.remote = "192.0.2.7";
    const auto match = router.find(request.method, request.path);
    INFO(request.method << " " << request.target);
    REQUIRE(match.handler != nullptr);
    request.params = match.params;
    std::promise<http::Response> answer;
    router.serve(match, request, [&](http::Response given) { answer.set_value(std::move(given)); });
    http::Response response = answer.get_future().get();
    for (const auto& [name, value] : response.headers.list()) {
      if (name != "Set-Cookie") continue;
      const std::string pair = value.substr(0, value.find(';'));
      jar[pair.substr(0, pair.find('='))] = pair.substr(pair.find('=') + 1);
    }
    return response;
  }

  // What the telephone shows now, of the key in use or the one that waits.
  std::string code_of(const std::string& email, bool pending = false) {
    const auto account = reception.book().find(email);
    const std::string& sealed =
        pending || account->totp_secret.empty() ? account->totp_pending : account->totp_secret;
    return accounts::hotp(*reception.keys().unseal(sealed, account->id),
                          static_cast<std::uint64_t>(accounts::totp_step(clock.now())));
  }
  std::string session() { return jar[std::string(http::session_cookie(true))]; }

  std::vector<store::AuditRow> audit() {
    std::vector<store::AuditRow> out;
    store->read([&](store::Reader& reader) { out = reader.accounts().audit(0, 100'000); });
    return out;
  }
};

}  // namespace guichet::tests
