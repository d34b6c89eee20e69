#include "adapters/http/api/problem.hpp"

#include <fmt/format.h>

#include "adapters/http/messages.hpp"
#include "engine/cases/messages.hpp"
#include "engine/json/json.hpp"

namespace guichet::http {
namespace {

// The field of that label, where only one has it.
std::string field_of_label(const bundle::Desk& desk, const std::string& label) {
  std::string found;
  for (const vocabulary::Field& field : desk.vocabulary->fields()) {
    if (field.label != label) continue;
    if (!found.empty()) return {};
    found = field.id;
  }
  return found;
}

}  // namespace

Refusal with_fields(const base::Rejection& rejection, const bundle::Desk& desk) {
  Refusal out{rejection.status, {}};
  for (const base::Message& reason : rejection.reasons) {
    const bool names_field =
        reason.key() == cases::messages::kMissingField.key && !reason.arguments().empty();
    out.reasons.push_back(
        {reason, names_field ? field_of_label(desk, reason.arguments().front()) : ""});
  }
  return out;
}

Response problem(const Refusal& refusal, base::Language language, const std::string& more) {
  std::string reasons;
  for (const Reason& each : refusal.reasons) {
    const std::string field =
        each.field.empty() ? "" : fmt::format(R"(,"field":{})", json::quote(each.field));
    reasons +=
        fmt::format(R"({}{{"code":{},"text":{}{}}})", reasons.empty() ? "" : ",",
                    json::quote(each.message.key()), json::quote(each.message.in(language)), field);
  }
  const bool known = !refusal.reasons.empty();
  const std::string type =
      known ? "urn:guichet:" + std::string(refusal.reasons.front().message.key()) : "about:blank";
  const std::string title =
      known ? refusal.reasons.front().message.in(language) : std::string(reason_of(refusal.status));
  Response response = json_response(
      refusal.status,
      fmt::format(R"({{"type":{},"title":{},"status":{},"reasons":[{}]{}}})", json::quote(type),
                  json::quote(title), refusal.status, reasons, more));
  response.headers.set("Content-Type", "application/problem+json");
  return response;
}

bool is_api(const Request& request) {
  return !request.path.empty() && request.path.front() == "api";
}

Response error_problem(const Request& request, int status, const std::string& id) {
  const base::Language language = asked_language(request, base::Language::fr);
  if (request.why) return problem(Refusal{status, {{*request.why}}}, language);
  const base::MessageText& text = status >= 500   ? messages::kFault
                                  : status == 404 ? messages::kNoSuchPage
                                                  : messages::kRefused;
  const base::Message message(text, {std::to_string(status), std::string(reason_of(status)), id});
  return problem(Refusal{status, {{message}}}, language,
                 id.empty() ? "" : fmt::format(R"(,"id":{})", json::quote(id)));
}

Response problem(const base::Rejection& rejection, base::Language language) {
  Refusal refusal{rejection.status, {}};
  for (const base::Message& reason : rejection.reasons) refusal.reasons.push_back({reason});
  return problem(refusal, language);
}

}  // namespace guichet::http
