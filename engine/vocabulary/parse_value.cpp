// Text and typed values into values of fields.
#include <algorithm>

#include "engine/base/file.hpp"
#include "engine/vocabulary/names.hpp"
#include "engine/vocabulary/notation.hpp"
#include "engine/vocabulary/value_messages.hpp"
#include "engine/vocabulary/vocabulary.hpp"

namespace guichet::vocabulary {
namespace {

using base::Message;
using feel::Kind;
using feel::Stored;
using feel::Value;
using Fitted = std::expected<Stored, Message>;

constexpr std::size_t kLongestText = 20'000;

std::unexpected<Message> refuse(const base::MessageText& text, const Field& field,
                                std::vector<std::string> arguments = {}) {
  arguments.insert(arguments.begin(), field.label.empty() ? field.id : field.label);
  return std::unexpected(Message(text, std::move(arguments)));
}

Fitted text_of(const Field& field, std::string_view text) {
  if (text.size() > kLongestText) {
    return refuse(messages::kTextTooLong, field, {std::to_string(kLongestText)});
  }
  std::string out;
  for (const char c : text) {
    if (c == '\r') continue;  // line breaks are \n
    const bool control = static_cast<unsigned char>(c) < 0x20 && c != '\n' && c != '\t';
    if (control || c == 0x7F) return refuse(messages::kUnreadableText, field);
    out += c;
  }
  return Stored::string(out);
}

Fitted number_of(const Field& field, std::string_view text) {
  feel::Arena arena;
  if (const auto decimal = decimal_text(text)) {
    if (const auto number = arena.number(*decimal)) return Stored(*number);
  }
  return refuse(messages::kNotANumber, field, {std::string(text)});
}

Fitted boolean_of(const Field& field, std::string_view text) {
  const std::string word = lower(text);
  for (const std::string_view yes : {"oui", "true", "vrai", "yes"}) {
    if (word == yes) return Stored::boolean(true);
  }
  for (const std::string_view no : {"non", "false", "faux", "no"}) {
    if (word == no) return Stored::boolean(false);
  }
  return refuse(messages::kNotAYesNo, field);
}

Fitted date_of(const Field& field, std::string_view text, const Formats& formats) {
  if (const auto day = read_date(text, formats)) return Stored::date(*day);
  const std::string example = formats.date == "dd/mm/yyyy" ? "04/02/2009" : "2009-02-04";
  return refuse(messages::kNotADate, field, {std::string(text), example});
}

std::string label_of(const Field& field, const std::string& value) {
  const auto label = field.value_labels.find(value);
  return label == field.value_labels.end() ? value : label->second;
}

// The value itself, or its label, letters' case aside.
Fitted choice_of(const Field& field, std::string_view text) {
  if (std::ranges::find(field.values, text) != field.values.end()) return Stored::string(text);
  const std::string word = lower(text);
  std::vector<std::string> labels;
  for (const std::string& value : field.values) {
    if (lower(value) == word || lower(label_of(field, value)) == word) {
      return Stored::string(value);
    }
    labels.push_back(label_of(field, value));
  }
  return refuse(messages::kNotAChoice, field, {std::string(text), joined(labels)});
}

Fitted code_of(const Field& field, std::string_view text, const Vocabulary& vocabulary) {
  const Referential* referential = vocabulary.referential(field.referential);
  if (referential != nullptr && referential->contains(text)) return Stored::string(text);
  return refuse(messages::kNotACode, field, {std::string(text)});
}

Fitted siret_of(const Field& field, std::string_view text) {
  const std::string digits = without_blanks(text);
  if (!std::ranges::all_of(digits, [](char c) { return c >= '0' && c <= '9'; })) {
    return refuse(messages::kSiretDigits, field);
  }
  if (digits.size() != 14) {
    return refuse(messages::kSiretLength, field, {std::to_string(digits.size())});
  }
  if (!siret_key_holds(digits)) return refuse(messages::kSiretKey, field);
  return Stored::string(digits);
}

Fitted phone_of(const Field& field, std::string_view text) {
  if (const auto phone = phone_text(text)) return Stored::string(*phone);
  return refuse(messages::kNotAPhone, field);
}

// Whether there is such a partner is the directory's affair.
Fitted partner_of(const Field& field, std::string_view text) {
  const bool id = std::ranges::none_of(text, [](char c) {
    return static_cast<unsigned char>(c) <= 0x20 || std::string_view("\"'<>,;|/\\").contains(c);
  });
  if (!id || text.size() > 100) return refuse(messages::kNotAPartner, field);
  return Stored::string(text);
}

Fitted consent_of(const Field& field, std::string_view text) {
  const std::string word = lower(text);
  std::vector<std::string> words;
  for (const auto& [known, meaning] : field.words) {
    if (lower(known) == word) return Stored::string(meaning);
    words.push_back(known);
  }
  for (const std::string_view meaning : {kGiven, kRefused, kWithdrawn}) {
    if (word == meaning) return Stored::string(meaning);
    if (field.words.empty()) words.emplace_back(meaning);
  }
  return refuse(messages::kNotAConsent, field, {std::string(text), joined(words)});
}

// Requires: `text` trimmed and not empty.
Fitted item_of(const Field& field, std::string_view text, const Vocabulary& vocabulary,
               const Formats& formats) {
  switch (field.type) {
    case FieldType::text:
      return text_of(field, text);
    case FieldType::number:
      return number_of(field, text);
    case FieldType::boolean:
      return boolean_of(field, text);
    case FieldType::date:
      return date_of(field, text, formats);
    case FieldType::choice:
      return choice_of(field, text);
    case FieldType::code:
      return code_of(field, text, vocabulary);
    case FieldType::siret:
      return siret_of(field, text);
    case FieldType::email:
      if (!is_email(text)) return refuse(messages::kNotAnEmail, field);
      return Stored::string(text);
    case FieldType::phone:
      return phone_of(field, text);
    case FieldType::partner:
      return partner_of(field, text);
    case FieldType::consent:
      break;
  }
  return consent_of(field, text);
}

// {state: given, for: [partners]}.
bool is_consent_for_some(const Value& value) {
  if (value.kind() != Kind::context || value.entries().size() != 2) return false;
  const Value* state = value.member("state");
  const Value* partners = value.member("for");
  if (state == nullptr || partners == nullptr || state->kind() != Kind::string) return false;
  const bool known =
      state->text() == kGiven || state->text() == kRefused || state->text() == kWithdrawn;
  return known && partners->kind() == Kind::list &&
         std::ranges::all_of(partners->items(),
                             [](const Value& each) { return each.kind() == Kind::string; });
}

// A typed value that needs no reading; nothing where it must be read as text or does not fit.
std::optional<Stored> as_it_is(const Field& field, const Value& value) {
  switch (field.type) {
    case FieldType::number:
      if (value.kind() == Kind::number) return Stored(value);
      break;
    case FieldType::boolean:
      if (value.kind() == Kind::boolean) return Stored(value);
      break;
    case FieldType::date:
      if (value.kind() == Kind::date) return Stored(value);
      break;
    case FieldType::consent:
      if (value.kind() == Kind::boolean) {
        return Stored::string(value.is_true() ? kGiven : kRefused);
      }
      if (is_consent_for_some(value)) return Stored(value);
      break;
    default:
      break;
  }
  return {};
}

Fitted wrong_kind(const Field& field) {
  switch (field.type) {
    case FieldType::number:
      return refuse(messages::kWrongKind, field, {"un nombre", "a number"});
    case FieldType::boolean:
    case FieldType::consent:
      return refuse(messages::kWrongKind, field, {"oui ou non", "yes or no"});
    case FieldType::date:
      return refuse(messages::kWrongKind, field, {"une date", "a date"});
    default:
      return refuse(messages::kWrongKind, field, {"un texte", "a text"});
  }
}

Fitted fit_item(const Field& field, const Value& value, const Vocabulary& vocabulary) {
  if (auto typed = as_it_is(field, value)) return *typed;
  if (value.kind() != Kind::string) return wrong_kind(field);
  if (base::find_invalid_utf8(value.text()) != std::string::npos) {
    return refuse(messages::kUnreadableText, field);
  }
  const std::string_view text = trimmed(value.text());
  if (text.empty()) return Stored();
  return item_of(field, text, vocabulary, {});
}

Fitted checked(const Field& field, Fitted value) {
  if (!value || value->is_null() || field.check.empty()) return value;
  feel::Arena arena;
  feel::Evaluation run{.arena = arena};
  if (feel::evaluate_tests(field.check, value->value(), {}, run).is_true()) return value;
  return refuse(messages::kCheckFailed, field, {field.check.source().text()});
}

// The list of the items; the same one twice says nothing more. Empty is null.
Fitted list_of(const std::vector<Stored>& items) {
  std::vector<Value> values;
  for (const Stored& item : items) {
    const auto same = [&](const Value& known) { return feel::equal(known, item.value()); };
    if (!item.is_null() && std::ranges::none_of(values, same)) values.push_back(item.value());
  }
  if (values.empty()) return Stored();
  feel::Arena arena;
  return Stored(arena.list(values));
}

}  // namespace

Fitted parse_value(const Field& field, std::string_view text, const Vocabulary& vocabulary,
                   const Formats& formats) {
  if (base::find_invalid_utf8(text) != std::string::npos) {
    return refuse(messages::kUnreadableText, field);
  }
  const std::string_view whole = trimmed(text);
  if (whole.empty()) return Stored();
  if (!field.many) return checked(field, item_of(field, whole, vocabulary, formats));
  std::vector<Stored> items;
  for (const std::string_view part : split(whole, formats.list_separator)) {
    Fitted item = checked(field, item_of(field, part, vocabulary, formats));
    if (!item) return item;
    items.push_back(std::move(*item));
  }
  return list_of(items);
}

Fitted fit_value(const Field& field, const Value& value, const Vocabulary& vocabulary) {
  if (value.is_null()) return Stored();
  const bool is_list = value.kind() == Kind::list;
  if (!field.many) {
    return is_list ? wrong_kind(field) : checked(field, fit_item(field, value, vocabulary));
  }
  const std::span<const Value> given = is_list ? value.items() : std::span(&value, 1);
  std::vector<Stored> items;
  for (const Value& each : given) {
    Fitted item = checked(field, fit_item(field, each, vocabulary));
    if (!item) return item;
    items.push_back(std::move(*item));
  }
  return list_of(items);
}

}  // namespace guichet::vocabulary
