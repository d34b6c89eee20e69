#include "adapters/http/api.hpp"

#include <fmt/format.h>

#include <charconv>

#include "adapters/http/case_view.hpp"
#include "adapters/http/operator_api.hpp"
#include "adapters/http/people_api.hpp"
#include "adapters/http/site_messages.hpp"
#include "adapters/http/view_json.hpp"
#include "engine/json/json.hpp"

namespace guichet::http {
namespace {

using base::Message;
using base::Rejection;

std::optional<std::int64_t> number_of(std::string_view text) {
  std::int64_t out = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), out);
  if (error != std::errc{} || end != text.data() + text.size()) return {};
  return out;
}

Response problem(const Rejection& rejection, base::Language language) {
  Response response = json_response(rejection.status, problem_json(rejection, language));
  response.headers.set("Content-Type", "application/problem+json");
  return response;
}

Rejection misfits(const FieldErrors& errors) {
  Rejection out{422, {}};
  for (const auto& [id, message] : errors) out.reasons.push_back(message);
  return out;
}

class Api {
 public:
  explicit Api(Site& site) : site_(site) {}

  void add_to(Router& router) {
    const auto get = [&](const char* path, Response (Api::*answer)(const Request&)) {
      router.get(path, [this, answer](const Request& request, Respond respond) {
        respond((this->*answer)(request));
      });
    };
    const auto post = [&](const char* path, void (Api::*answer)(const Request&, Respond)) {
      router.post(path, [this, answer](const Request& request, Respond respond) {
        if (is_from_this_site(request)) return (this->*answer)(request, std::move(respond));
        respond(problem({403, {Message(messages::kOtherSite)}}, language_of(request, site_)));
      });
    };
    get("/health", &Api::health);
    get("/api/desk", &Api::desk);
    get("/api/work", &Api::work);
    get("/api/cases", &Api::list);
    get("/api/cases/{id}", &Api::show);
    post("/api/requests", &Api::open);
    post("/api/cases/{id}/acts/{name}", &Api::act);
    post("/api/cases/{id}/replies/{name}", &Api::reply);
    post("/api/cases/{id}/tasks/{name}", &Api::complete);
    get("/api/staff/{who}/meanwhile", &Api::meanwhile);
    get("/api/notices", &Api::notices);
    post("/api/cases/{id}/operator/{name}", &Api::operate);
    post("/api/cases/{id}/people/{name}", &Api::do_for_people);
    get("/api/cases/{id}/duplicates", &Api::look_alike);
    post("/api/clock", &Api::clock);
  }

 private:
  Response health(const Request&) { return json_response(200, R"({"status":"ok"})"); }

  Response desk(const Request& request) {
    const base::Language language = language_of(request, site_);
    std::string body = desk_json(site_.desk.definition(), language);
    if (site_.notice) {
      body.insert(1, "\"notice\":" + json::quote(site_.notice->in(language)) + ",");
    }
    return json_response(200, std::move(body));
  }

  Response work(const Request& request) {
    const auto most = number_of(request.query.get("most")).value_or(100);
    return json_response(
        200, to_json(view_work(site_.desk,
                               static_cast<std::size_t>(std::clamp<std::int64_t>(most, 1, 1000)),
                               request.query.get("owner"), language_of(request, site_))));
  }

  Response list(const Request& request) {
    const Pairs& query = request.query;
    const store::CaseFilter filter{.text = query.get("text"),
                                   .owner = query.get("owner"),
                                   .theme = query.get("theme"),
                                   .open_only = !query.has("all"),
                                   .first = static_cast<std::size_t>(std::max<std::int64_t>(
                                       0, number_of(query.get("first")).value_or(0))),
                                   .most = static_cast<std::size_t>(std::clamp<std::int64_t>(
                                       number_of(query.get("most")).value_or(50), 1, 500))};
    std::size_t total = 0;
    std::vector<store::CaseRow> rows;
    site_.desk.store().read([&](store::Reader& reader) { rows = reader.list(filter, total); });
    return json_response(200, to_json(rows, total));
  }

  Response show(const Request& request) {
    const base::Language language = language_of(request, site_);
    const auto id = number_of(request.params.get("id"));
    const auto view =
        id ? view_case(site_.desk, base::CaseId{*id}, actor_of(request, site_), language)
           : std::nullopt;
    if (!view) {
      return problem({404, {Message(messages::kNoCase, {request.params.get("id")})}}, language);
    }
    Response response = json_response(200, to_json(*view, language));
    response.headers.set("ETag", fmt::format("\"{}\"", view->rev));
    return response;
  }

  // The body as a context; a problem where it is none.
  std::expected<feel::Stored, Rejection> body(const Request& request) {
    auto value = json::read(request.body.empty() ? "{}" : request.body);
    if (!value) {
      return std::unexpected(Rejection{
          400, {Message(messages::kNotJson, {value.error().what.in(base::Language::en)})}});
    }
    if (value->value().kind() != feel::Kind::context) {
      return std::unexpected(Rejection{400, {Message(messages::kFieldsAreObject)}});
    }
    return *value;
  }

  static std::string text_in(const feel::Stored& body, std::string_view name) {
    const feel::Value* value = body.value().member(name);
    return value != nullptr && value->kind() == feel::Kind::string ? std::string(value->text())
                                                                   : "";
  }
  static std::optional<std::int64_t> number_in(const feel::Stored& body, std::string_view name) {
    const feel::Value* value = body.value().member(name);
    if (value == nullptr || value->kind() != feel::Kind::number) return {};
    return value->as_integer();
  }
  static base::InstanceNumber instance_in(const feel::Stored& body) {
    return {static_cast<std::int32_t>(number_in(body, "n").value_or(1))};
  }

  std::expected<cases::Fields, Rejection> fields_in(const feel::Stored& body,
                                                    std::string_view name) {
    const feel::Value* given = body.value().member(name);
    if (given == nullptr) return cases::Fields{};
    auto fields = read_fields(*given, site_.desk.definition());
    if (!fields) return std::unexpected(misfits(fields.error()));
    return *fields;
  }

  void submit_body(const Request& request, const feel::Stored& body, cases::Body act,
                   Respond respond) {
    const base::Language language = language_of(request, site_);
    cases::Command command{.id = text_in(body, "key"),
                           .expected_rev = number_in(body, "rev"),
                           .actor = actor_of(request, site_),
                           .body = std::move(act)};
    if (request.params.has("id")) {
      command.kase = {number_of(request.params.get("id")).value_or(0)};
    }
    submit(site_, std::move(command), [respond, language](const cases::Outcome& outcome) {
      if (!outcome) return respond(problem(outcome.error(), language));
      Response response =
          json_response(outcome->repeated ? 200 : 201,
                        fmt::format(R"({{"case":{},"rev":{},"repeated":{}}})", outcome->kase.value,
                                    outcome->rev, outcome->repeated));
      response.headers.set("Location", fmt::format("/api/cases/{}", outcome->kase.value));
      respond(std::move(response));
    });
  }

  void open(const Request& request, Respond respond) {
    const auto given = body(request);
    auto fields = given ? fields_in(*given, "fields") : std::unexpected(given.error());
    if (!fields) return respond(problem(fields.error(), language_of(request, site_)));
    submit_body(request, *given, cases::OpenRequest{std::move(*fields)}, std::move(respond));
  }

  void act(const Request& request, Respond respond) {
    const auto given = body(request);
    auto with = given ? fields_in(*given, "with") : std::unexpected(given.error());
    if (!with) return respond(problem(with.error(), language_of(request, site_)));
    const auto said = said_on(*given);
    if (!said) return respond(problem(said.error(), language_of(request, site_)));
    submit_body(request, *given,
                cases::Act{.n = instance_in(*given),
                           .name = request.params.get("name"),
                           .with = std::move(*with),
                           .channel = text_in(*given, "channel"),
                           .said_on = *said},
                std::move(respond));
  }

  void reply(const Request& request, Respond respond) {
    const auto given = body(request);
    auto with = given ? fields_in(*given, "with") : std::unexpected(given.error());
    if (!with) return respond(problem(with.error(), language_of(request, site_)));
    const auto said = said_on(*given);
    if (!said) return respond(problem(said.error(), language_of(request, site_)));
    submit_body(request, *given,
                cases::Reply{.n = instance_in(*given),
                             .name = request.params.get("name"),
                             .with = std::move(*with),
                             .channel = text_in(*given, "channel"),
                             .said_on = *said},
                std::move(respond));
  }

  void complete(const Request& request, Respond respond) {
    const auto given = body(request);
    if (!given) return respond(problem(given.error(), language_of(request, site_)));
    submit_body(request, *given,
                cases::CompleteTask{
                    .n = instance_in(*given),
                    .task = request.params.get("name"),
                    .entry = static_cast<std::int32_t>(number_in(*given, "entry").value_or(0))},
                std::move(respond));
  }

  Response meanwhile(const Request& request) {
    return happenings(site_, request.params.get("who"), request.query.get("since"),
                      language_of(request, site_));
  }
  Response notices(const Request& request) {
    return desk_notices(site_, language_of(request, site_));
  }

  // Consent, requalifying, further needs, undoing, recalling letters, merging.
  void do_for_people(const Request& request, Respond respond) {
    const auto given = body(request);
    auto with = given ? fields_in(*given, "with") : std::unexpected(given.error());
    auto act = with ? people_body(site_, request.params.get("name"), *given, std::move(*with))
                    : std::unexpected(with.error());
    if (!act) return respond(problem(act.error(), language_of(request, site_)));
    submit_body(request, *given, std::move(*act), std::move(respond));
  }
  Response look_alike(const Request& request) {
    const auto id = number_of(request.params.get("id"));
    if (id) return duplicates(site_, base::CaseId{*id});
    return problem({404, {Message(messages::kNoCase, {request.params.get("id")})}},
                   language_of(request, site_));
  }

  // Due dates, moves, corrections, incidents, who has the case; and reopening.
  void operate(const Request& request, Respond respond) {
    const auto given = body(request);
    auto with = given ? fields_in(*given, "with") : std::unexpected(given.error());
    auto act = with ? operator_body(site_, request.params.get("name"), *given, std::move(*with))
                    : std::unexpected(with.error());
    if (!act) return respond(problem(act.error(), language_of(request, site_)));
    submit_body(request, *given, std::move(*act), std::move(respond));
  }

  void clock(const Request& request, Respond respond) {
    const base::Language language = language_of(request, site_);
    if (!site_.move_clock) return respond(problem({409, {Message(messages::kNoClock)}}, language));
    const auto given = body(request);
    if (!given) return respond(problem(given.error(), language));
    const std::string text = text_in(*given, "until");
    const auto local = base::parse_local_time(text);
    if (!local) return respond(problem({422, {Message(messages::kBadClock, {text})}}, language));
    site_.move_clock(site_.desk.definition().calendar->instant_of(*local));
    respond(
        json_response(200, fmt::format(R"({{"now":"{}"}})", base::iso(site_.desk.clock().now()))));
  }

  Site& site_;
};

}  // namespace

void add_api(Router& router, Site& site) {
  auto api = std::make_shared<Api>(site);
  api->add_to(router);
  // The handlers hold a plain pointer; this route keeps their object as long as the router.
  router.get("/api", [api](const Request&, Respond respond) {
    respond(json_response(200, R"({"name":"guichet","version":1})"));
  });
}

}  // namespace guichet::http
