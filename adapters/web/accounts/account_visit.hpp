// One request to a page of accounts: its form, its language, its desk. These pages wait for the
// store and for hashes, so they are answered off the loop; without accounts there are none of them.
#pragma once

#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "adapters/http/entrance/reception.hpp"
#include "adapters/http/transport/router.hpp"
#include "adapters/http/transport/slow_work.hpp"
#include "adapters/web/frame/layout.hpp"
#include "adapters/web/frame/refusal.hpp"

namespace guichet::web {

struct AccountVisit {
  const Layout& layout;
  http::Site& site;
  const http::Request& request;
  http::Pairs form;
  base::Language language;

  http::Reception& reception() const { return *site.reception; }
  base::Instant now() const { return reception().clock().now(); }
  // Who acts: the account's id.
  const std::string& by() const { return request.principal.account; }
  // Id of the browser's session.
  const std::string& session() const;
  accounts::Origin origin() const;
  std::string say(const base::MessageText& text, std::vector<std::string> arguments = {}) const;
  std::string moment(const std::optional<base::Instant>& at) const;  // "" for nothing
};

using AccountPage = std::function<http::Response(const AccountVisit&)>;

class AccountRoutes {
 public:
  AccountRoutes(http::Router& router, std::shared_ptr<const Layout> layout)
      : router_(router), layout_(std::move(layout)) {}
  void get(const char* path, http::RouteAccess access, AccountPage page);
  void post(const char* path, http::RouteAccess access, AccountPage page);

 private:
  http::Handler handler(AccountPage page) const;

  http::Router& router_;
  std::shared_ptr<const Layout> layout_;
};

// The refusal as the box above a form and sentences at its fields, whose ids are the fields' names.
struct FaultsOfForm {
  int status = 422;
  Refused box;
  std::string at(const std::string& field, base::Language language) const;
};
FaultsOfForm faults_of(const accounts::Refused& refused, const AccountVisit& visit);

// Its own page, where no form stands to be shown again.
http::Response refused_account_page(const AccountVisit& visit, const accounts::Refused& refused);
// No browser and no proxy keeps it.
http::Response not_kept(http::Response response);

}  // namespace guichet::web
