#include "tests/access/schema_check.hpp"

#include <algorithm>
#include <array>
#include <catch2/catch.hpp>

namespace guichet::tests {
namespace {

using feel::Kind;
using feel::Value;

constexpr std::string_view kRefers = "#/components/schemas/";

bool is_of(const Value& value, std::string_view type) {
  if (type == "string") return value.kind() == Kind::string;
  if (type == "boolean") return value.kind() == Kind::boolean;
  if (type == "integer") return value.kind() == Kind::number && value.as_integer().has_value();
  if (type == "array") return value.kind() == Kind::list;
  if (type == "object") return value.kind() == Kind::context;
  return type == "null" && value.is_null();
}

}  // namespace

const Value& SchemaCheck::schema(const std::string& name) const {
  INFO("schema " << name);
  const Value* found = document_.member("components")->member("schemas")->member(name);
  REQUIRE(found != nullptr);
  return *found;
}

std::vector<std::string> SchemaCheck::misfits(const Value& value, const Value& schema) {
  misfits_.clear();
  check(value, schema, "$");
  return std::move(misfits_);
}

void SchemaCheck::check(const Value& value, const Value& schema, const std::string& at) {
  constexpr std::array<std::string_view, 10> kKnown{
      "$ref",  "type",        "properties",  "required", "additionalProperties",
      "items", "prefixItems", "description", "anyOf",    "enum"};
  for (const feel::Entry& entry : schema.entries()) {
    if (std::ranges::find(kKnown, entry.name) != kKnown.end()) continue;
    misfits_.push_back(at + ": schema uses '" + std::string(entry.name) + "'");
  }
  if (const Value* refers = schema.member("$ref")) {
    return check(value, this->schema(std::string(refers->text().substr(kRefers.size()))), at);
  }
  if (const Value* any = schema.member("anyOf")) {
    if (!fits_one(value, *any)) misfits_.push_back(at + ": none of anyOf");
    return;
  }
  const Value* type = schema.member("type");
  if (type == nullptr) {
    misfits_.push_back(at + ": schema without a type");
    return;
  }
  check_type(value, type->text(), at);
  check_words(value, schema, at);
  if (value.kind() == Kind::context) check_object(value, schema, at);
  if (value.kind() == Kind::list) check_array(value, schema, at);
}

bool SchemaCheck::fits_one(const Value& value, const Value& schemas) {
  return std::ranges::any_of(schemas.items(), [&](const Value& each) {
    return SchemaCheck(document_).misfits(value, each).empty();
  });
}

void SchemaCheck::check_type(const Value& value, std::string_view type, const std::string& at) {
  if (!is_of(value, type)) misfits_.push_back(at + ": not of type " + std::string(type));
}

void SchemaCheck::check_words(const Value& value, const Value& schema, const std::string& at) {
  const Value* words = schema.member("enum");
  if (words == nullptr || value.kind() != Kind::string) return;
  const bool known = std::ranges::any_of(
      words->items(), [&](const Value& each) { return each.text() == value.text(); });
  if (!known) misfits_.push_back(at + ": none of enum");
}

void SchemaCheck::check_object(const Value& value, const Value& schema, const std::string& at) {
  const Value* properties = schema.member("properties");
  const Value* others = schema.member("additionalProperties");
  const bool open = others != nullptr && others->is_true();
  for (const feel::Entry& entry : value.entries()) {
    const Value* known = properties == nullptr ? nullptr : properties->member(entry.name);
    const std::string place = at + "." + std::string(entry.name);
    if (known != nullptr) {
      check(entry.value, *known, place);
    } else if (!open) {
      misfits_.push_back(place + ": not described");
    }
  }
  const Value* required = schema.member("required");
  if (required == nullptr) return;
  for (const Value& name : required->items()) {
    if (value.member(name.text()) == nullptr) {
      misfits_.push_back(at + "." + std::string(name.text()) + ": missing");
    }
  }
}

void SchemaCheck::check_array(const Value& value, const Value& schema, const std::string& at) {
  const Value* items = schema.member("items");
  const Value* first = schema.member("prefixItems");
  for (std::size_t i = 0; i < value.items().size(); ++i) {
    const std::string place = at + "[" + std::to_string(i) + "]";
    const bool is_first = first != nullptr && i < first->items().size();
    if (is_first) {
      check(value.items()[i], first->items()[i], place);
    } else if (items != nullptr && items->kind() == Kind::context) {
      check(value.items()[i], *items, place);
    } else {
      misfits_.push_back(place + ": not described");
    }
  }
}

}  // namespace guichet::tests
