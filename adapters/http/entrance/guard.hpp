// Stands before every route: finds who asks, where an unsafe request comes from, what ties the
// principal to the object, and has engine/access decide; only then the handler is called. What is
// foreign is answered exactly as what is absent. Shared between threads freely.
#pragma once

#include <functional>
#include <memory>
#include <string>

#include "adapters/http/entrance/identity.hpp"
#include "adapters/http/site.hpp"
#include "adapters/http/transport/rate_limits.hpp"
#include "adapters/http/transport/router.hpp"

namespace guichet::http {

// What the guard let through or refused, for the audit: no content, no secret.
struct Witnessed {
  const access::Principal& principal;
  const Router::Match& match;
  const Request& request;
  access::Decision decision = access::Decision::allow;
};

struct GuardParts {
  Site& site;
  std::shared_ptr<const Identity> identity;
  // Told of each decision before it is answered; may be empty.
  std::function<void(const Witnessed&)> witness{};
};

class Guard {
 public:
  explicit Guard(GuardParts parts) : parts_(std::move(parts)) {}
  // Sets request.principal; answers, or has the match's handler answer.
  void pass(const Router& router, const Router::Match& match, Request& request,
            Respond respond) const;

 private:
  // Counts a key's call. False where it was one too many, which is answered; else what is answered
  // later tells how many are left.
  bool admits(const Router& router, Request& request, Respond& respond) const;
  access::Tie tie_of(const Router::Match& match, const Request& request) const;

  GuardParts parts_;
  std::unique_ptr<RateLimits> limits_ = std::make_unique<RateLimits>();
};

// Puts a guard before the router's routes. Without an identity: the one of a desk without accounts.
// `witness` is told of each decision. Requires: `site` outlives the router.
void add_guard(Router& router, Site& site, std::shared_ptr<const Identity> identity = nullptr,
               std::function<void(const Witnessed&)> witness = {});

// What a form of this principal's session carries as `form-token`, and a script's request as the
// header X-Guichet-Token; empty where none is asked for.
std::string form_token(const access::Principal& principal);
constexpr const char* kTokenField = "form-token";
constexpr const char* kTokenHeader = "X-Guichet-Token";
}  // namespace guichet::http
