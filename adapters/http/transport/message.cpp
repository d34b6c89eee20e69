#include "adapters/http/transport/message.hpp"

#include <array>

#include "adapters/http/transport/field_text.hpp"

namespace guichet::http {
namespace {

const std::string kNothing;

Response typed(int status, std::string type, std::string body) {
  Response response;
  response.status = status;
  response.headers.set("Content-Type", std::move(type));
  response.body = std::move(body);
  return response;
}

}  // namespace

bool Pairs::has(std::string_view name) const {
  return std::ranges::any_of(list_, [&](const auto& pair) { return pair.first == name; });
}

const std::string& Pairs::get(std::string_view name) const {
  const auto found = std::ranges::find(list_, name, &std::pair<std::string, std::string>::first);
  return found == list_.end() ? kNothing : found->second;
}

std::vector<std::string> Pairs::all(std::string_view name) const {
  std::vector<std::string> values;
  for (const auto& [key, value] : list_) {
    if (key == name) values.push_back(value);
  }
  return values;
}

bool Headers::has(std::string_view name) const {
  return std::ranges::any_of(
      list_, [&](const auto& pair) { return same_ignoring_case(pair.first, name); });
}

const std::string& Headers::get(std::string_view name) const {
  for (const auto& [key, value] : list_) {
    if (same_ignoring_case(key, name)) return value;
  }
  return kNothing;
}

void Headers::set(std::string_view name, std::string value) {
  std::erase_if(list_, [&](const auto& pair) { return same_ignoring_case(pair.first, name); });
  list_.emplace_back(name, std::move(value));
}

void Headers::add(std::string name, std::string value) {
  list_.emplace_back(std::move(name), std::move(value));
}

Response text_response(int status, std::string text) {
  return typed(status, "text/plain; charset=utf-8", std::move(text));
}

Response html_response(int status, std::string html) {
  return typed(status, "text/html; charset=utf-8", std::move(html));
}

Response json_response(int status, std::string json) {
  return typed(status, "application/json", std::move(json));
}

Response see_other(const std::string& location) {
  Response response;
  response.status = 303;
  response.headers.set("Location", location);
  return response;
}

base::Language asked_language(const Request& request, base::Language otherwise) {
  if (request.query.has("lang")) return base::language_of(request.query.get("lang"));
  const std::string& accepted = request.headers.get("Accept-Language");
  if (accepted.starts_with("en")) return base::Language::en;
  if (accepted.starts_with("fr")) return base::Language::fr;
  return otherwise;
}

std::string_view reason_of(int status) {
  struct Reason {
    int status;
    std::string_view text;
  };
  static constexpr std::array kReasons{
      Reason{100, "Continue"},
      Reason{200, "OK"},
      Reason{201, "Created"},
      Reason{202, "Accepted"},
      Reason{204, "No Content"},
      Reason{302, "Found"},
      Reason{303, "See Other"},
      Reason{304, "Not Modified"},
      Reason{400, "Bad Request"},
      Reason{401, "Unauthorized"},
      Reason{403, "Forbidden"},
      Reason{404, "Not Found"},
      Reason{405, "Method Not Allowed"},
      Reason{408, "Request Timeout"},
      Reason{409, "Conflict"},
      Reason{410, "Gone"},
      Reason{412, "Precondition Failed"},
      Reason{413, "Content Too Large"},
      Reason{414, "URI Too Long"},
      Reason{415, "Unsupported Media Type"},
      Reason{417, "Expectation Failed"},
      Reason{421, "Misdirected Request"},
      Reason{422, "Unprocessable Content"},
      Reason{428, "Precondition Required"},
      Reason{429, "Too Many Requests"},
      Reason{431, "Request Header Fields Too Large"},
      Reason{500, "Internal Server Error"},
      Reason{501, "Not Implemented"},
      Reason{503, "Service Unavailable"},
      Reason{505, "HTTP Version Not Supported"},
      Reason{507, "Insufficient Storage"},
  };
  const auto found = std::ranges::find(kReasons, status, &Reason::status);
  return found == kReasons.end() ? "Answer" : found->text;
}

}  // namespace guichet::http
