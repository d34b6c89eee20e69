// The API's description is true: every route is in it, and what routes answer is what it says.
#include <catch2/catch.hpp>
#include <set>

#include "adapters/http/api/openapi.hpp"
#include "engine/json/json.hpp"
#include "tests/access/asked_desk.hpp"
#include "tests/access/matrix.hpp"
#include "tests/access/schema_check.hpp"

using namespace guichet;
using namespace guichet::tests;

namespace {

feel::Stored document_of(AskedDesk& desk) {
  auto read = json::read(desk.ask({.method = "GET", .target = "/api/openapi.json"}).body);
  REQUIRE(read);
  return *read;
}

std::string lower(std::string method) {
  for (char& c : method) c = static_cast<char>(std::tolower(c));
  return method;
}

const feel::Value* operation_of(const feel::Value& document, const MatrixRow& row) {
  const feel::Value* path = document.member("paths")->member(row.pattern());
  return path == nullptr ? nullptr : path->member(lower(row.method()));
}

// The schema of a JSON answer with that status; nullptr where the description has none.
const feel::Value* schema_of(const feel::Value& operation, int status) {
  const feel::Value& responses = *operation.member("responses");
  const feel::Value* response = responses.member(std::to_string(status));
  if (response == nullptr) response = responses.member("default");
  const feel::Value* content = response->member("content");
  if (content == nullptr) return nullptr;
  return content->entries()[0].value.member("schema");
}

}  // namespace

TEST_CASE("every route of the API is described, each under a name of its own") {
  AskedDesk desk;
  const feel::Stored document = document_of(desk);
  CHECK(document.value().member("openapi")->text() == "3.1.0");
  std::set<std::string> names;
  std::size_t described = 0;
  for (const MatrixRow& row : read_matrix()) {
    const feel::Value* operation = operation_of(document.value(), row);
    INFO(row.route);
    if (row.pattern().starts_with("/api")) CHECK(operation != nullptr);
    if (operation == nullptr) continue;
    ++described;
    CHECK(names.insert(std::string(operation->member("operationId")->text())).second);
    CHECK_FALSE(operation->member("summary")->text().empty());
  }
  CHECK(described > 30);
}

TEST_CASE("what the API answers is what its description says") {
  auto desk = std::make_unique<AskedDesk>();
  const feel::Stored document = document_of(*desk);
  SchemaCheck check(document.value());
  std::size_t checked = 0;
  for (const MatrixRow& row : read_matrix()) {
    const feel::Value* operation = operation_of(document.value(), row);
    if (operation == nullptr) continue;
    for (const std::string actor : {"coordinator", "partner", "link_holder:1", "anonymous"}) {
      for (std::size_t object = 0; object < (row.has_object() ? kObjects.size() : 1); ++object) {
        const auto answer = desk->ask({.method = row.method(),
                                       .target = row.target(object),
                                       .actor = actor,
                                       .body = row.body});
        if (row.method() != "GET" && answer.status < 400) desk = std::make_unique<AskedDesk>();
        if (answer.events) continue;  // a stream, not JSON
        INFO(row.route << " by " << actor << " on " << kObjects[object] << ": " << answer.status
                       << " " << answer.body);
        const feel::Value* schema = schema_of(*operation, answer.status);
        REQUIRE(schema != nullptr);
        const auto read = json::read(answer.body);
        REQUIRE(read);
        CHECK(check.misfits(read->value(), *schema) == std::vector<std::string>{});
        ++checked;
      }
    }
  }
  CHECK(checked > 300);
}

TEST_CASE("a value that is not what its schema says is told, wherever it is") {
  const auto document = json::read(
      R"({"components":{"schemas":{"A":{"type":"object","properties":{"n":{"type":"integer"}},)"
      R"("required":["n"],"additionalProperties":false}}}})");
  REQUIRE(document);
  SchemaCheck check(document->value());
  const auto misfits = [&](const char* text) {
    const auto value = json::read(text);
    REQUIRE(value);
    return check.misfits(value->value(), check.schema("A"));
  };
  CHECK(misfits(R"({"n":1})").empty());
  CHECK(misfits(R"({"n":"1"})") == std::vector<std::string>{"$.n: not of type integer"});
  CHECK(misfits("{}") == std::vector<std::string>{"$.n: missing"});
  CHECK(misfits(R"({"n":1,"m":2})") == std::vector<std::string>{"$.m: not described"});
  CHECK(misfits("[]") == std::vector<std::string>{"$: not of type object"});
  const auto words = json::read(R"({"type":"string","enum":["stopped","running"]})");
  const auto word = json::read(R"("walking")");
  REQUIRE((words && word));
  CHECK(check.misfits(word->value(), words->value()) ==
        std::vector<std::string>{"$: none of enum"});
}
