#include "workflows/scenarios/pseudonym.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace guichet::scenarios {
namespace {

using vocabulary::FieldType;

// Fourteen digits whose Luhn sum holds, of an establishment that cannot exist.
std::string fictional_siret(std::size_t number) {
  std::string digits = fmt::format("{:013}", number % 10'000'000);
  int sum = 0;
  for (std::size_t i = 0; i < digits.size(); ++i) {
    int digit = digits[digits.size() - 1 - i] - '0';
    if (i % 2 == 0) digit = digit * 2 > 9 ? digit * 2 - 9 : digit * 2;
    sum += digit;
  }
  return digits + static_cast<char>('0' + (10 - sum % 10) % 10);
}

}  // namespace

std::string Pseudonyms::invent(const vocabulary::Field& field, const std::string& text) {
  std::string kind = field.id;
  if (field.type == FieldType::email) kind = "@";
  if (field.type == FieldType::phone) kind = "phone";
  if (field.type == FieldType::siret) kind = "siret";
  auto& known = known_[kind];
  const auto found = known.find(text);
  if (found != known.end()) return found->second;
  const std::size_t number = known.size() + 1 + (field.id == desk_.intake.key ? turn_ : 0);
  std::string invented;
  if (kind == "@") {
    invented = fmt::format("personne{}@exemple.test", number);
  } else if (kind == "phone") {
    invented = fmt::format("05 65 00 {:02} {:02}", number / 100 % 100, number % 100);
  } else if (kind == "siret") {
    invented = fictional_siret(number);
  } else {
    invented = fmt::format("{} {}", field.id, number);
  }
  return known[text] = invented;
}

feel::Stored Pseudonyms::of(const std::string& id, const feel::Stored& value) {
  const vocabulary::Field* field = desk_.vocabulary->find(id);
  if (field == nullptr || value.is_null()) return value;
  const bool words = field->type == FieldType::text || field->type == FieldType::email ||
                     field->type == FieldType::phone || field->type == FieldType::siret;
  if (!words) return value;
  if (value.value().kind() == feel::Kind::string) {
    return feel::Stored::string(invent(*field, std::string(value.value().text())));
  }
  if (value.value().kind() != feel::Kind::list) return value;
  feel::Arena arena;
  std::vector<feel::Value> items;
  for (const feel::Value& each : value.value().items()) {
    items.push_back(arena.string(invent(*field, to_text(each))));
  }
  return feel::Stored(arena.list(items));
}

std::string Pseudonyms::of_staff(const std::string& id) const {
  const bundle::Member* member = desk_.member(id);
  if (member == nullptr) return id;
  for (const auto& [role, each] : desk_.settings.roles) {
    const bool has = each.binding == bundle::Binding::role &&
                     std::ranges::find(member->roles, each.argument) != member->roles.end();
    if (has) return role;
  }
  return id;
}

}  // namespace guichet::scenarios
