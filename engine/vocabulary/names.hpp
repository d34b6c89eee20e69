// The words by which fields.yaml names subjects and types.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "engine/vocabulary/vocabulary.hpp"

namespace guichet::vocabulary {

inline constexpr std::pair<std::string_view, Subject> kSubjectNames[] = {
    {"request", Subject::request}, {"case", Subject::kase}, {"person", Subject::person},
    {"firm", Subject::firm},       {"need", Subject::need}, {"referral", Subject::referral},
    {"any", Subject::any},
};

inline constexpr std::pair<std::string_view, FieldType> kTypeNames[] = {
    {"text", FieldType::text},       {"number", FieldType::number},
    {"boolean", FieldType::boolean}, {"date", FieldType::date},
    {"choice", FieldType::choice},   {"code", FieldType::code},
    {"siret", FieldType::siret},     {"email", FieldType::email},
    {"phone", FieldType::phone},     {"partner", FieldType::partner},
    {"consent", FieldType::consent},
};

template <typename Meaning, std::size_t N>
std::optional<Meaning> meaning_of(std::string_view word,
                                  const std::pair<std::string_view, Meaning> (&names)[N]) {
  for (const auto& [name, meaning] : names) {
    if (name == word) return meaning;
  }
  return {};
}

template <typename Meaning, std::size_t N>
std::string_view name_of(Meaning meaning, const std::pair<std::string_view, Meaning> (&names)[N]) {
  for (const auto& [name, known] : names) {
    if (known == meaning) return name;
  }
  return {};
}

template <typename Meaning, std::size_t N>
std::vector<std::string> all_names(const std::pair<std::string_view, Meaning> (&names)[N]) {
  std::vector<std::string> out;
  for (const auto& [name, meaning] : names) out.emplace_back(name);
  return out;
}

// The static type of one item of the field.
feel::Type type_of_one(const Field& field);

// "a, b, c"
std::string joined(const std::vector<std::string>& words);

}  // namespace guichet::vocabulary
