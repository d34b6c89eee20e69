// A desk in memory behind its guard, with a case of each sort that the matrix asks about, and eight
// askers. No network: a request goes through the router to its handler.
#pragma once

#include <string>
#include <vector>

#include "adapters/app/routes.hpp"
#include "adapters/http/entrance/guard.hpp"
#include "tests/support/case_fixture.hpp"

namespace guichet::tests {

inline const std::vector<std::string> kActors{"anonymous",   "link_holder",   "partner",
                                              "coordinator", "administrator", "auditor",
                                              "service",     "official"};
// Cases 1 .. 4 and one that is not there. Case 2 asked nobody: foreign to partners and keys.
inline const std::vector<std::string> kObjects{"own", "foreign", "closed", "erased", "absent"};

// The actor's name comes in a header; a link is to the case that the header names after it.
class NamedIdentity final : public http::Identity {
 public:
  access::Principal find(const http::Request& request) const override;
};
constexpr const char* kActorHeader = "X-Test-Actor";
// Before "partner" and "service": those of an institution that has nothing to do with the desk's.
constexpr std::string_view kStrange = "strange ";

class AskedDesk {
 public:
  AskedDesk();

  struct Asked {
    std::string method, target;
    std::string actor = "coordinator";
    std::string body{};
    http::Headers headers{};  // in place of those that a browser of this site sends
    bool with_token = true;
  };
  // As a page of this site asks, a second after the last: same origin, JSON for the API and a form
  // elsewhere, its token.
  http::Response ask(const Asked& asked);

  const http::Router& router() const { return router_; }
  desk::Desk& desk() { return desk_; }
  // What is kept, as one text: equal where nothing was written.
  std::string contents();

 private:
  void open(const std::string& reference, bool pass_on);
  void act(std::int64_t kase, cases::Body body, const access::Actor& actor);
  void erase(std::int64_t kase);

  class Silent final : public base::Log {
    void write(base::LogLevel, std::string_view) override {}
  };
  class Clock final : public base::Clock {
   public:
    base::Instant now() const override { return now_; }
    base::Instant now_ = *base::parse_instant("2026-03-02T10:00:00Z");
  };
  Clock clock_;
  Silent log_;
  std::unique_ptr<store::Store> store_ = store::make_memory_store();
  desk::Desk desk_{small_desk(), *store_, clock_, log_};
  http::Site site_{.desk = desk_};
  http::Router router_;
};

}  // namespace guichet::tests
