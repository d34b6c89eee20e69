#include "adapters/http/api/openapi.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "adapters/http/api/api_route.hpp"
#include "adapters/http/api/schemas.hpp"
#include "engine/json/json.hpp"

namespace guichet::http {
namespace {

// How one says who one is. Behind TLS the cookie's name begins with __Host-.
constexpr std::string_view kSchemes =
    R"({"key":{"type":"http","scheme":"bearer","description":"an API key"},)"
    R"("session":{"type":"apiKey","in":"cookie","name":"guichet-session"}})";

std::string quoted(std::string_view text) {
  return json::quote(std::string(text));
}

std::string schema_of(Json kind) {
  switch (kind) {
    case Json::text:
      return R"({"type":"string"})";
    case Json::number:
      return R"({"type":"integer"})";
    case Json::flag:
      return R"({"type":"boolean"})";
    case Json::texts:
      return R"({"type":"array","items":{"type":"string"}})";
    case Json::objects:
      return R"({"type":"array","items":{"type":"object","additionalProperties":true}})";
    case Json::fields:
      break;
  }
  return R"({"type":"object","additionalProperties":true})";
}

std::string lower_case(std::string method) {
  std::ranges::transform(method, method.begin(), [](char c) {
    return static_cast<char>(c >= 'A' && c <= 'Z' ? c + 32 : c);
  });
  return method;
}

void add_item(std::string& list, const std::string& item) {
  list += (list.empty() ? "" : ",") + item;
}

std::string parameter(std::string_view name, std::string_view place, Json kind,
                      std::string_view about) {
  return fmt::format(R"({{"name":{},"in":"{}","required":{},"schema":{},"description":{}}})",
                     quoted(name), place, place == "path", schema_of(kind), quoted(about));
}

bool has_member(const RouteDoc& doc, std::string_view name) {
  return std::ranges::find(doc.body, name, &Member::name) != doc.body.end();
}

// `{id}` of a path is a number where the route is about a case, a word otherwise.
std::string parameters(const RouteInfo& route) {
  std::string out;
  for (std::string_view rest = route.pattern; rest.find('{') != rest.npos;) {
    rest.remove_prefix(rest.find('{') + 1);
    const std::string_view name = rest.substr(0, rest.find('}'));
    add_item(out, parameter(name, "path", name == "id" ? Json::number : Json::text, ""));
  }
  for (const Member& each : route.doc->query) {
    add_item(out, parameter(each.name, "query", each.kind, each.about));
  }
  // What may be said by a header may be said by a member too: one tells of the other.
  if (has_member(*route.doc, "key")) {
    add_item(out,
             parameter("Idempotency-Key", "header", Json::text, "makes a repetition harmless"));
  }
  if (has_member(*route.doc, "rev")) {
    add_item(out, parameter("If-Match", "header", Json::text, "the ETag of what was seen"));
  }
  return out;
}

std::string request_body(const RouteDoc& doc) {
  std::string properties;
  for (const Member& each : doc.body) {
    std::string schema = schema_of(each.kind);
    schema.insert(1, fmt::format(R"("description":{},)", quoted(each.about)));
    add_item(properties, fmt::format("{}:{}", quoted(each.name), schema));
  }
  return fmt::format(
      R"(,"requestBody":{{"content":{{"application/json":{{"schema":{{"type":"object",)"
      R"("properties":{{{}}},"additionalProperties":false}}}}}}}})",
      properties);
}

std::string content(std::string_view type, std::string_view schema) {
  return fmt::format(R"("content":{{"{}":{{"schema":{{"$ref":"#/components/schemas/{}"}}}}}})",
                     type, schema);
}

std::string answers(const RouteInfo& route) {
  const RouteDoc& doc = *route.doc;
  std::string good = fmt::format(R"("description":{})", quoted(doc.summary));
  const std::string file = fmt::format(
      R"(,"content":{{"{}":{{"schema":{{"type":"string","format":"binary"}}}}}})", doc.media);
  good += !doc.media.empty()   ? file
          : doc.answer.empty() ? R"(,"content":{"text/event-stream":{"schema":{"type":"string"}}})"
                               : "," + content("application/json", doc.answer);
  std::string out = fmt::format(R"("{}":{{{}}})", doc.status, good);
  if (doc.status == 201) add_item(out, fmt::format(R"("200":{{{}}})", good));
  add_item(out, fmt::format(R"("default":{{"description":"a refusal, with its reasons",{}}})",
                            content("application/problem+json", "Problem")));
  return out;
}

// GET /api/cases/{id} -> get_cases_id
std::string operation_id(const RouteInfo& route) {
  std::string out = lower_case(route.method);
  std::string_view path = route.pattern;
  if (path.starts_with("/api/")) path.remove_prefix(4);
  for (const char c : path) {
    if (c == '{' || c == '}') continue;
    out += c == '/' || c == '-' || c == '.' ? '_' : c;
  }
  return out;
}

std::string operation(const RouteInfo& route) {
  return fmt::format(R"("{}":{{"operationId":"{}","summary":{},"x-right":"{}","x-object":"{}",)"
                     R"("parameters":[{}]{},"responses":{{{}}}}})",
                     lower_case(route.method), operation_id(route), quoted(route.doc->summary),
                     access::to_text(route.access.right), access::to_text(route.access.object),
                     parameters(route), route.method == "GET" ? "" : request_body(*route.doc),
                     answers(route));
}

}  // namespace

std::string openapi_json(const Router& router) {
  std::map<std::string, std::string> paths;
  for (const RouteInfo& each : router.routes()) {
    if (each.doc) add_item(paths[each.pattern], operation(each));
  }
  std::string all;
  for (const auto& [pattern, operations] : paths) {
    add_item(all, fmt::format("{}:{{{}}}", quoted(pattern), operations));
  }
  return fmt::format(
      R"({{"openapi":"3.1.0","info":{{"title":"Guichet","version":"1"}},"paths":{{{}}},)"
      R"("security":[{{"key":[]}},{{"session":[]}}],)"
      R"("components":{{"securitySchemes":{},"schemas":{{{}}}}}}})",
      all, kSchemes, schemas_json());
}

void add_openapi(Router& router) {
  const auto text = std::make_shared<std::string>();
  RouteDoc doc{.summary = "This description", .answer = "OpenApi"};
  router.on("GET", "/api/openapi.json", {access::Right::look, access::Object::nothing},
            [text](const Request&, const Respond& respond) { respond(json_response(200, *text)); },
            {.doc = std::make_shared<const RouteDoc>(std::move(doc))});
  *text = openapi_json(router);
}

}  // namespace guichet::http
