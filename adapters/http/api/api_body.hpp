// What a request to the API says: the JSON of its body, numbers of its path and query.
#pragma once

#include <cstdint>
#include <expected>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "adapters/http/api/api_route.hpp"
#include "adapters/http/api/problem.hpp"
#include "adapters/http/site.hpp"
#include "rules/feel/value.hpp"

namespace guichet::http {

// A JSON object with the members that its route describes; what is absent reads as nothing.
class Given {
 public:
  // Refused: what is no JSON object, a member that is not described, or is of another kind. No body
  // is an empty one.
  static std::expected<Given, Refusal> of(const Request& request, const RouteDoc& doc);

  std::string text(std::string_view name) const;
  std::vector<std::string> texts(std::string_view name) const;
  std::optional<std::int64_t> number(std::string_view name) const;
  bool flag(std::string_view name) const;
  base::InstanceNumber instance() const;  // "n"; 1 where it is not said
  // The fields under `name`, read as the desk's; every misfit at once.
  std::expected<cases::Fields, Refusal> fields(std::string_view name,
                                               const bundle::Desk& desk) const;
  // The object under `name` as it was sent; null where there is none.
  feel::Value context(std::string_view name) const;
  // A day of the civil calendar: on which it was said, where it is recorded later.
  std::expected<std::optional<base::Day>, Refusal> day(std::string_view name) const;
  const feel::Value& body() const { return body_.value(); }
  // The whole of it as JSON again.
  std::string json() const;

 private:
  explicit Given(feel::Stored body) : body_(std::move(body)) {}
  const feel::Value* find(std::string_view name, feel::Kind kind) const;

  feel::Stored body_;
};

// Digits alone; nothing for anything else.
std::optional<std::int64_t> whole_number(std::string_view text);
// `name` of the query, not below `least` nor above `most`; `otherwise` where it is not a number.
std::size_t bounded(const Pairs& query, std::string_view name, std::int64_t otherwise,
                    std::int64_t least, std::int64_t most);

}  // namespace guichet::http
