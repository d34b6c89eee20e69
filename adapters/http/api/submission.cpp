#include "adapters/http/api/submission.hpp"

#include <fmt/format.h>

#include "adapters/http/api/view_json.hpp"
#include "adapters/http/site_messages.hpp"
#include "adapters/http/transport/field_text.hpp"
#include "engine/cases/messages.hpp"

namespace guichet::http {
namespace {

// `"12"` of If-Match; nothing where the header is absent or `*`.
std::expected<std::optional<std::int64_t>, Refusal> matched(const Request& request) {
  std::string_view tag = trim(request.headers.get("If-Match"));
  if (tag.empty() || tag == "*") return std::nullopt;
  const bool quoted = tag.size() > 2 && tag.starts_with('"') && tag.ends_with('"');
  const auto rev = quoted ? whole_number(tag.substr(1, tag.size() - 2)) : std::nullopt;
  if (rev) return rev;
  return std::unexpected(
      Refusal{400, {{base::Message(messages::kBadMatch, {std::string(tag)}), {}}}});
}

Response receipt(const cases::Receipt& made) {
  Response response = json_response(made.repeated ? 200 : 201,
                                    fmt::format(R"({{"case":{},"rev":{},"repeated":{}}})",
                                                made.kase.value, made.rev, made.repeated));
  response.headers.set("Location", fmt::format("/api/cases/{}", made.kase.value));
  response.headers.set("ETag", fmt::format("\"{}\"", made.rev));
  return response;
}

bool is_stale(const base::Rejection& rejection) {
  return std::ranges::any_of(rejection.reasons, [](const base::Message& reason) {
    return reason.key() == cases::messages::kStaleRevision.key;
  });
}

}  // namespace

std::vector<Member> act_members(std::vector<Member> more) {
  std::vector<Member> out{
      {"n", Json::number, "number of the instance in its case; 1, the request, where not said"}};
  out.insert(out.end(), more.begin(), more.end());
  out.push_back({"rev", Json::number, "the revision that was seen, as If-Match"});
  out.push_back({"key", Json::text, "makes a repetition harmless, as Idempotency-Key"});
  return out;
}

void submit_act(Site& site, const Request& request, const Given& given, cases::Body act,
                Respond respond) {
  const base::Language language = language_of(request, site);
  const auto seen = matched(request);
  if (!seen) return respond(problem(seen.error(), language));
  const std::string& key = request.headers.get("Idempotency-Key");
  cases::Command command{.id = key.empty() ? given.text("key") : key,
                         .expected_rev = *seen ? *seen : given.number("rev"),
                         .body = std::move(act)};
  command.kase = {whole_number(request.params.get("id")).value_or(0)};
  submit(site, request, std::move(command),
         [&site, respond, language, by_header = seen->has_value(), id = command.kase,
          principal = request.principal, given](const cases::Outcome& outcome) {
           if (outcome) return respond(receipt(*outcome));
           Refusal refusal = with_fields(outcome.error(), site.desk.definition());
           if (!is_stale(outcome.error())) return respond(problem(refusal, language));
           if (by_header) refusal.status = 412;
           const auto current = view_case(site.desk, id, principal, language);
           respond(problem(refusal, language,
                           fmt::format(R"(,"sent":{},"current":{})", given.json(),
                                       current ? to_json(*current, language) : "null")));
         });
}

void add_act(ApiRoutes& routes, const std::string& path, access::Right right,
             std::string_view summary, std::vector<Member> members, Make make) {
  Site& site = routes.site();
  routes.post(
      path, {right, access::Object::kase},
      {.summary = summary,
       .body = act_members(std::move(members)),
       .answer = "Receipt",
       .status = 201},
      [&site, make = std::move(make)](const Request& request, const Given& given, Respond respond) {
        auto act = make(given);
        if (!act) return respond(problem(act.error(), language_of(request, site)));
        submit_act(site, request, given, std::move(*act), std::move(respond));
      });
}

}  // namespace guichet::http
