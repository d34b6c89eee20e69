// A desk of the pages with one administrator, and a browser at a time.
#pragma once

#include <catch2/catch.hpp>

#include "adapters/http/transport/form.hpp"
#include "adapters/http/transport/target.hpp"
#include "adapters/web/pages.hpp"
#include "tests/adapters/web/served.hpp"
#include "tests/support/accounts_desk.hpp"

namespace guichet::web {

inline const std::string& kWord = tests::kAccountPassword;
inline const std::string kNewWord = "galet horloge sapinette virgule";

struct Office : tests::AccountsDesk {
  Office() : AccountsDesk([](http::Router& r, http::Site& its) { add_pages(r, its); }) {
    add("root@example.test", {access::Persona::administrator}, {}, "", "Paul Admin");
  }

  http::Response send(http::Request request) {
    REQUIRE(http::read_target(request.target, request));
    return AccountsDesk::send(std::move(request));
  }
  http::Response get(const std::string& target) {
    return send({.method = "GET", .target = target});
  }
  http::Response post(const std::string& target, const http::Response& page, Served::Pairs form) {
    for (const char* name : {"form-visit", "form-token", "next"}) {
      form.emplace_back(name, input_value(page.body, name));
    }
    http::Request request{.method = "POST", .target = target};
    request.headers.set("Content-Type", "application/x-www-form-urlencoded");
    for (const auto& [name, value] : form) {
      request.body += (request.body.empty() ? "" : "&") + name + "=" + http::percent_encode(value);
    }
    return send(std::move(request));
  }
  // Signs this browser in anew, with a second factor where one is owed.
  void enter(const std::string& email, const std::string& password = kWord) {
    jar.clear();
    const auto in =
        reception.sign_in().log_in({email, password, {}, {}}, {"192.0.2.7", ""}, clock.now());
    REQUIRE(in);
    std::string id = in->id;
    if (in->session.stage == store::SessionStage::enrolling) {
      REQUIRE(reception.sign_in().begin_second_factor(id, clock.now()));
      const auto done = reception.sign_in().finish_second_factor(id, code_of(email, true),
                                                                 {"192.0.2.7", ""}, clock.now());
      REQUIRE(done);
      id = done->signed_in.id;
    } else if (in->session.stage == store::SessionStage::awaiting_code) {
      clock.set(clock.now() + std::chrono::seconds(30));  // a code serves once
      const auto done =
          reception.sign_in().confirm(id, code_of(email), false, {"192.0.2.7", ""}, clock.now());
      REQUIRE(done);
      id = done->id;
    }
    jar[std::string(http::session_cookie(true))] = id;
  }
  std::string open_case() {
    const auto outcome = desk.submit_and_wait(
        {.kase = {0},
         .actor = *access::actor_as(*tests::small_desk(), "robin"),
         .body = cases::OpenRequest{{{"reference", tests::text("R-1")},
                                     {"name", tests::text("Ada Secret")},
                                     {"phone", tests::text("01632 960020")},
                                     {"email", tests::text("ada@example.test")},
                                     {"description", tests::text("A bench")},
                                     {"area", tests::text("riverside")},
                                     {"may_share", tests::text("given")},
                                     {"themes", tests::text("workshop")}}}});
    REQUIRE(outcome);
    return std::to_string(outcome->kase.value);
  }
};

inline std::string to(const http::Response& response) {
  return response.headers.get("Location");
}

inline std::string link_in(const std::string& text) {
  const std::size_t at = text.find("/invitation/");
  REQUIRE(at != std::string::npos);
  return text.substr(at, 12 + 64);
}

}  // namespace guichet::web
