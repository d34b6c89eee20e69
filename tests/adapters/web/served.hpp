// A desk of the examples, served without a network: requests in, answers out.
#pragma once

#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "adapters/http/site.hpp"
#include "adapters/http/transport/router.hpp"
#include "workflows/scenarios/stage.hpp"

namespace guichet::web {

class Served {
 public:
  // `example` is a folder of examples/; the desk's clock stands at the local time `start`.
  Served(const std::string& example, const std::string& start);
  Served(std::shared_ptr<const bundle::Desk> desk, const std::string& start);

  using Pairs = std::vector<std::pair<std::string, std::string>>;
  http::Response get(const std::string& target);
  http::Response post(const std::string& target, const Pairs& form, const Pairs& headers = {});

  scenarios::Stage& stage() { return stage_; }
  http::Site& site() { return site_; }
  http::Router& router() { return router_; }
  // Kept and sent back as a browser does, where a test says so.
  std::string cookie;

 private:
  http::Response answer(http::Request request);

  scenarios::Stage stage_;
  http::Site site_;
  http::Router router_;
};

bool has(const std::string& text, const std::string& part);
std::size_t count(const std::string& text, const std::string& part);
// The value of the first input of that name after the first `after`; empty where there is none.
std::string input_value(const std::string& html, const std::string& name,
                        const std::string& after = "");

}  // namespace guichet::web
