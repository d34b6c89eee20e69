#include "workflows/words/phrases.hpp"

#include <algorithm>
#include <array>

#include "engine/base/delay_words.hpp"
#include "workflows/words/condition_messages.hpp"

namespace guichet::words {
namespace {

using base::Language;

// É, à and the like: two bytes, the second 32 apart between capitals and small letters.
bool is_accented(std::string_view text, unsigned char from, unsigned char to) {
  return text.size() > 1 && static_cast<unsigned char>(text[0]) == 0xC3 &&
         static_cast<unsigned char>(text[1]) >= from && static_cast<unsigned char>(text[1]) <= to;
}
bool is_upper(char c) {
  return c >= 'A' && c <= 'Z';
}

std::string_view first_word(std::string_view text) {
  return text.substr(0, text.find(' '));
}

enum class Gender { masculine, feminine, plural, unknown };

struct Ending {
  std::string_view ending;
  Gender gender;
};
// Only endings that leave no doubt, after the words that they would get wrong.
constexpr std::array kEndings{
    Ending{"partenaire", Gender::masculine}, Ending{"responsable", Gender::masculine},
    Ending{"équipe", Gender::feminine},      Ending{"réseau", Gender::masculine},
    Ending{"chambre", Gender::feminine},     Ending{"mairie", Gender::feminine},
    Ending{"comité", Gender::masculine},     Ending{"guichet", Gender::masculine},
    Ending{"ion", Gender::feminine},         Ending{"rice", Gender::feminine},
    Ending{"euse", Gender::feminine},        Ending{"ance", Gender::feminine},
    Ending{"ence", Gender::feminine},        Ending{"ière", Gender::feminine},
    Ending{"eur", Gender::masculine},        Ending{"ier", Gender::masculine},
    Ending{"iller", Gender::masculine},      Ending{"ariat", Gender::masculine},
    Ending{"ent", Gender::masculine},        Ending{"ant", Gender::masculine},
    Ending{"élu", Gender::masculine},
};

Gender gender_of(const std::string& title) {
  const std::string word = lower_first(std::string(first_word(title)));
  if (is_upper(word[0])) return Gender::unknown;  // an acronym
  if (word.ends_with('s') || word.ends_with('x')) return Gender::plural;
  for (const Ending& each : kEndings) {
    if (word.ends_with(each.ending)) return each.gender;
  }
  return Gender::unknown;
}

bool is_elided(const std::string& title) {
  constexpr std::string_view kVowels = "aeiou";
  const std::string low = lower_first(title);
  return kVowels.find(low[0]) != std::string_view::npos || is_accented(low, 0xA0, 0xB6);
}

std::string joined(const std::vector<std::string>& parts, const std::string& last) {
  std::string out;
  for (std::size_t i = 0; i < parts.size(); ++i) {
    if (i > 0) out += i + 1 == parts.size() ? last : ", ";
    out += parts[i];
  }
  return out;
}

}  // namespace

std::string lower_first(std::string text) {
  const bool acronym = text.size() > 1 && is_upper(text[0]) && is_upper(text[1]);
  if (text.empty() || acronym) return text;
  if (is_upper(text[0])) text[0] = static_cast<char>(text[0] + 32);
  if (is_accented(text, 0x80, 0x9E)) text[1] = static_cast<char>(text[1] + 32);
  return text;
}

std::string upper_first(std::string text) {
  if (text.empty()) return text;
  if (text[0] >= 'a' && text[0] <= 'z') text[0] = static_cast<char>(text[0] - 32);
  if (is_accented(text, 0xA0, 0xBE)) text[1] = static_cast<char>(text[1] - 32);
  return text;
}

std::string spaced(std::string name) {
  std::ranges::replace_if(
      name, [](char c) { return c == '_' || c == '.' || c == '-'; }, ' ');
  return name;
}

std::string Phrases::quoted(std::string_view text) const {
  const std::string inside(text);
  return language_ == Language::fr ? "« " + inside + " »" : "'" + inside + "'";
}

std::string Phrases::named(const std::string& title, const std::string& id) const {
  return title.empty() || title == id ? upper_first(spaced(id)) : title;
}

std::string Phrases::all_of(const std::vector<std::string>& parts) const {
  return joined(parts, say(messages::kAnd));
}
std::string Phrases::then_of(const std::vector<std::string>& parts) const {
  std::string out;
  for (const std::string& part : parts) {
    if (!out.empty()) out += language_ == Language::fr ? " ; " : "; ";
    out += part;
  }
  return out;
}

std::string Phrases::any_of(const std::vector<std::string>& parts) const {
  return joined(parts, say(messages::kOr));
}

std::string Phrases::title(const std::string& role) const {
  const auto found = words_.roles.find(role);
  return found == words_.roles.end() ? spaced(role) : found->second.title;
}

bool Phrases::is_agenda(const std::string& role) const {
  const auto found = words_.roles.find(role);
  return found != words_.roles.end() && found->second.agenda;
}

std::string Phrases::the(const std::string& role) const {
  const std::string name = title(role), low = lower_first(name);
  if (language_ == Language::en) return "the " + low;
  const Gender gender = gender_of(name);
  if (gender == Gender::unknown) return quoted(name);
  if (gender == Gender::plural) return "les " + low;
  if (is_elided(name)) return "l’" + low;
  return (gender == Gender::feminine ? "la " : "le ") + low;
}

std::string Phrases::to(const std::string& role) const {
  const std::string name = title(role), low = lower_first(name);
  if (language_ == Language::en) return "to the " + low;
  const Gender gender = gender_of(name);
  if (gender == Gender::unknown) return "à " + quoted(name);
  if (gender == Gender::plural) return "aux " + low;
  if (is_elided(name)) return "à l’" + low;
  return (gender == Gender::feminine ? "à la " : "au ") + low;
}

std::string Phrases::anyone_of(const std::vector<std::string>& roles) const {
  std::vector<std::string> parts;
  for (const std::string& role : roles) parts.push_back(the(role));
  return any_of(parts);
}

std::string Phrases::field(const std::string& id) const {
  const vocabulary::Field* found = words_.vocabulary->find(id);
  return quoted(found == nullptr ? spaced(id) : found->label);
}

std::string Phrases::fields(const std::vector<std::string>& ids) const {
  std::vector<std::string> parts;
  for (const std::string& id : ids) parts.push_back(field(id));
  return all_of(parts);
}

std::string Phrases::value(const std::string& id, const feel::Value& value) const {
  const vocabulary::Field* found = words_.vocabulary->find(id);
  if (value.kind() == feel::Kind::number) return vocabulary::shown(value, language_);
  if (found == nullptr) return quoted(vocabulary::shown(value, language_));
  if (found->type == vocabulary::FieldType::partner && value.kind() == feel::Kind::string) {
    const auto partner = words_.partners.find(std::string(value.text()));
    if (partner != words_.partners.end()) return quoted(partner->second);
  }
  return quoted(vocabulary::shown(*found, value, *words_.vocabulary, language_));
}

std::string Phrases::letter(const std::string& id) const {
  const auto found = words_.letters.find(id);
  return quoted(found == words_.letters.end() ? spaced(id) : found->second);
}

std::string Phrases::delay(const base::Delay& delay) const {
  return base::in_words(delay, language_);
}

}  // namespace guichet::words
