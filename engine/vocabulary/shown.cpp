// Values as people read them.
#include <algorithm>

#include "engine/vocabulary/vocabulary.hpp"

namespace guichet::vocabulary {
namespace {

using base::Language;
using feel::Kind;
using feel::Value;

std::string yes_or_no(bool yes, Language language) {
  if (language == Language::fr) return yes ? "oui" : "non";
  return yes ? "yes" : "no";
}

std::string consent_word(const Field& field, std::string_view meaning, Language language) {
  const auto own =
      std::ranges::find_if(field.words, [&](const auto& word) { return word.second == meaning; });
  if (own != field.words.end()) return own->first;
  if (language == Language::en) return std::string(meaning);
  if (meaning == kGiven) return "donné";
  return meaning == kRefused ? "refusé" : "retiré";
}

// "oui : pole-emploi, midact ; sinon non": what holds for those named, then for the others.
std::string consent_for_some(const Field& field, const Value& value, Language language) {
  if (value.kind() != Kind::context) return shown(value, language);
  std::string out;
  const Value* partners = value.member("partners");
  for (const std::string_view meaning : {kGiven, kRefused, kWithdrawn}) {
    std::string named;
    if (partners == nullptr || partners->kind() != Kind::context) break;
    for (const feel::Entry& entry : partners->entries()) {
      if (feel::to_text(entry.value) != meaning) continue;
      named += (named.empty() ? "" : ", ") + std::string(entry.name);
    }
    if (named.empty()) continue;
    out += (out.empty() ? "" : " ; ") + consent_word(field, meaning, language) + " : " + named;
  }
  const Value* others = value.member("others");
  if (others == nullptr || others->kind() != Kind::string) return out;
  const std::string_view otherwise = language == Language::fr ? " ; sinon " : "; else ";
  return out + std::string(otherwise) + consent_word(field, others->text(), language);
}

std::string shown_text(const Field& field, std::string_view text, const Referential* referential,
                       Language language) {
  if (field.type == FieldType::consent) return consent_word(field, text, language);
  if (field.type == FieldType::code && referential != nullptr) return referential->label(text);
  if (field.type == FieldType::choice) {
    const auto label = field.value_labels.find(std::string(text));
    if (label != field.value_labels.end()) return label->second;
  }
  return std::string(text);
}

}  // namespace

std::string shown(const Value& value, Language language) {
  switch (value.kind()) {
    case Kind::null:
      return "";
    case Kind::boolean:
      return yes_or_no(value.is_true(), language);
    case Kind::number: {
      std::string text = feel::to_text(value);
      if (language == Language::fr) std::ranges::replace(text, '.', ',');
      return text;
    }
    case Kind::date:
      if (const auto day = value.as_day()) return base::short_date(*day, language);
      return feel::to_text(value);
    case Kind::list: {
      std::string out;
      for (const Value& item : value.items()) {
        out += (out.empty() ? "" : ", ") + shown(item, language);
      }
      return out;
    }
    default:
      return feel::to_text(value);
  }
}

std::string shown(const Field& field, const Value& value, const Referential* referential,
                  Language language) {
  if (value.kind() == Kind::string) {
    return shown_text(field, value.text(), referential, language);
  }
  if (field.type == FieldType::consent) return consent_for_some(field, value, language);
  if (value.kind() != Kind::list) return shown(value, language);
  std::string out;
  for (const Value& item : value.items()) {
    out += (out.empty() ? "" : ", ") + shown(field, item, referential, language);
  }
  return out;
}

std::string shown(const Field& field, const Value& value, const Vocabulary& vocabulary,
                  Language language) {
  return shown(field, value, vocabulary.referential(field.referential), language);
}

}  // namespace guichet::vocabulary
