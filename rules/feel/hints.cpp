#include "rules/feel/hints.hpp"

#include "engine/base/diagnostic.hpp"
#include "rules/feel/builtins.hpp"
#include "rules/feel/hint_messages.hpp"
#include "rules/feel/number.hpp"
#include "rules/feel/scan.hpp"
#include "rules/feel/temporal.hpp"
#include "rules/feel/text.hpp"

namespace guichet::feel {
namespace {

using base::Message;

struct Habit {
  std::string_view written;
  std::string_view feel;
};

// Longer signs first.
constexpr Habit kSigns[] = {{"===", "="}, {"==", "="},       {"=<", "<="}, {"=>", ">="},
                            {"<>", "!="}, {"&&", "and"},     {"||", "or"}, {"&", "and"},
                            {"|", "or"},  {"!", "not(...)"}, {";", ","},   {"^", "**"},
                            {"≤", "<="},  {"≥", ">="},       {"≠", "!="},  {"×", "*"},
                            {"÷", "/"},   {"−", "-"},        {"–", "-"},   {"…", ".."}};

constexpr Habit kWords[] = {{"et", "and"},
                            {"ou", "or"},
                            {"non", "not(...)"},
                            {"pas", "not(...)"},
                            {"vrai", "true"},
                            {"faux", "false"},
                            {"oui", "true"},
                            {"nul", "null"},
                            {"si", "if"},
                            {"alors", "then"},
                            {"sinon", "else"},
                            {"dans", "in"},
                            {"entre", "between"},
                            {"pour", "for"},
                            {"chaque", "every"},
                            {"retourne", "return"},
                            {"est", "="},
                            {"True", "true"},
                            {"TRUE", "true"},
                            {"False", "false"},
                            {"FALSE", "false"},
                            {"VRAI", "true"},
                            {"FAUX", "false"},
                            {"NULL", "null"},
                            {"Null", "null"},
                            {"None", "null"},
                            {"nil", "null"},
                            {"undefined", "null"},
                            {"AND", "and"},
                            {"And", "and"},
                            {"OR", "or"},
                            {"Or", "or"},
                            {"NOT", "not(...)"},
                            {"not", "not(...)"},
                            {"IF", "if"},
                            {"THEN", "then"},
                            {"ELSE", "else"},
                            {"ET", "and"},
                            {"OU", "or"},
                            {"xor", "!="},
                            {"is", "="},
                            {"equals", "="},
                            {"mod", "modulo(a, b)"},
                            {"longueur", "string length(...)"},
                            {"majuscule", "upper case(...)"},
                            {"minuscule", "lower case(...)"},
                            {"somme", "sum(...)"},
                            {"moyenne", "mean(...)"},
                            {"nombre", "count(...)"},
                            {"contient", "contains(...)"},
                            {"aujourdhui", "today()"},
                            {"maintenant", "now()"},
                            {"arrondi", "round half up(...)"},
                            {"len", "count(...)"},
                            {"length", "string length(...)"},
                            {"size", "count(...)"},
                            {"upper", "upper case(...)"},
                            {"lower", "lower case(...)"},
                            {"average", "mean(...)"},
                            {"avg", "mean(...)"},
                            {"round", "round half up(...)"},
                            {"isnull", "... = null"},
                            {"includes", "list contains(...)"}};

constexpr std::string_view kQuotes[] = {"“", "”", "„", "«", "»", "‘", "’", "‹", "›", "'", "`"};

std::string_view word_at(std::string_view text, std::size_t offset) {
  const Token token = Scanner(text).next(static_cast<std::uint32_t>(offset));
  if (token.kind != TokenKind::word || token.offset != offset) return {};
  return text.substr(offset, token.end - offset);
}

std::string digits_before(std::string_view text, std::size_t offset) {
  std::size_t from = offset;
  while (from > 0 && is_digit(text[from - 1])) --from;
  return std::string(text.substr(from, offset - from));
}

std::string digits_at(std::string_view text, std::size_t offset) {
  std::size_t to = offset;
  while (to < text.size() && is_digit(text[to])) ++to;
  return std::string(text.substr(offset, to - offset));
}

// `1,5` and `10 000`.
std::optional<Message> hint_for_digits(std::string_view text, std::size_t offset) {
  if (text[offset] == ',' && offset + 1 < text.size()) {
    const std::string whole = digits_before(text, offset), rest = digits_at(text, offset + 1);
    if (!whole.empty() && !rest.empty())
      return Message(messages::kDecimalPoint, {whole + "." + rest});
  }
  if (!is_digit(text[offset])) return std::nullopt;
  std::size_t before = offset;
  while (before > 0 && !is_digit(text[before - 1])) --before;
  const std::string whole = digits_before(text, before), rest = digits_at(text, offset);
  const bool only_blanks = Scanner(text).next(static_cast<std::uint32_t>(before)).offset == offset;
  if (whole.empty() || !only_blanks) return std::nullopt;
  std::string joined = whole + rest;
  for (std::size_t at = offset + rest.size();
       at + 1 < text.size() && text[at] == ' ' && is_digit(text[at + 1]);) {
    const std::string group = digits_at(text, at + 1);
    joined += group;
    at += 1 + group.size();
  }
  return Message(messages::kNoThousands, {joined});
}

std::optional<Message> hint_for_word(std::string_view word) {
  for (const Habit& habit : kWords)
    if (habit.written == word) return Message(messages::kWrittenAs, {std::string(habit.feel)});
  return std::nullopt;
}

std::optional<Message> hint_for_quote(std::string_view text, std::size_t offset) {
  for (const std::string_view quote : kQuotes)
    if (text.substr(offset).starts_with(quote)) return Message(messages::kStraightQuotes);
  return std::nullopt;
}

std::optional<Message> hint_for_sign(std::string_view text, std::size_t offset) {
  for (const Habit& habit : kSigns) {
    // The place may be that of the sign's second half: `=` then `=`.
    for (std::size_t back = 0; back < 2 && back <= offset; ++back)
      if ((back == 0 || habit.written.size() == 2) &&
          text.substr(offset - back).starts_with(habit.written) &&
          !(back == 1 && habit.written[0] == habit.written[1] && habit.written[0] != '='))
        return Message(messages::kWrittenAs, {std::string(habit.feel)});
  }
  return std::nullopt;
}

// What stands at either side of the dots of `1..3`, up to a blank or a bracket.
std::optional<Message> hint_for_dots(std::string_view text, std::size_t offset) {
  constexpr std::string_view kApart = " ,()[]<>=";
  if (!text.substr(offset).starts_with("..")) return std::nullopt;
  std::string_view low = text.substr(0, offset), high = text.substr(offset + 2);
  low = low.substr(0, low.find_last_not_of(' ') + 1);
  if (const auto begin = low.find_last_of(kApart); begin != std::string_view::npos)
    low.remove_prefix(begin + 1);
  high.remove_prefix(std::min(high.find_first_not_of(' '), high.size()));
  high = high.substr(0, high.find_first_of(kApart));
  if (low.empty() || high.empty()) return Message(messages::kRangeAs, {"[1..10]"});
  return Message(messages::kRangeAs, {"[" + shown(low) + ".." + shown(high) + "]"});
}

// `1bd` and `3 days`: a number with its unit.
std::optional<Message> hint_for_unit(std::string_view text, std::size_t offset,
                                     std::string_view word) {
  std::size_t end = offset;
  while (end > 0 && text[end - 1] == ' ') --end;
  const std::string digits = digits_before(text, end);
  if (digits.empty()) return std::nullopt;
  if (word == "bd") return Message(messages::kNoWorkingDays, {digits});
  for (const std::string_view unit :
       {"d", "j", "day", "days", "jour", "jours", "month", "months", "mois"})
    if (word == unit) return Message(messages::kDurationAs, {digits});
  return std::nullopt;
}

// `> 3 and < 5` in a cell, and `between 3 and 5`.
std::optional<Message> hint_for_bounds(std::string_view text, std::size_t offset,
                                       std::string_view word) {
  const bool joins = word == "and" || word == "et" || word == "or" || word == "ou";
  const bool compared = text.starts_with('<') || text.starts_with('>') || text.starts_with('=');
  if ((joins && compared) || (offset == 0 && (word == "between" || word == "entre")))
    return Message(messages::kTestsOfOne);
  return std::nullopt;
}

}  // namespace

bool is_foreign_sign(std::string_view word) {
  return !word.empty() && static_cast<unsigned char>(word[0]) >= 0x80 &&
         std::any_of(std::begin(kSigns), std::end(kSigns),
                     [&](const Habit& habit) { return habit.written == word; });
}

std::optional<Message> hint_at(std::string_view text, std::uint32_t offset) {
  if (offset >= text.size()) return std::nullopt;
  if (const auto hint = hint_for_digits(text, offset)) return hint;
  if (const auto hint = hint_for_dots(text, offset)) return hint;
  if (const auto hint = hint_for_quote(text, offset)) return hint;
  if (const std::string_view word = word_at(text, offset); !word.empty()) {
    if (const auto hint = hint_for_unit(text, offset, word)) return hint;
    if (const auto hint = hint_for_bounds(text, offset, word)) return hint;
    if (const auto hint = hint_for_word(word)) return hint;
  }
  if (const auto hint = hint_for_sign(text, offset)) return hint;
  // `not x`, and any other function without brackets.
  for (const std::string& name : builtin_names()) {
    const std::string_view before = text.substr(0, offset);
    const std::size_t end = before.find_last_not_of(' ');
    if (end != std::string_view::npos && before.substr(0, end + 1).ends_with(name) &&
        (!word_at(text, offset).empty() || is_digit(text[offset]) || text[offset] == '"'))
      return Message(messages::kCallIt, {name});
  }
  return std::nullopt;
}

std::optional<Message> hint_for_name(std::string_view text, std::uint32_t offset, std::uint32_t end,
                                     const std::vector<std::string>& known) {
  const std::string name(text.substr(offset, end - offset));
  if (const auto hint = hint_for_quote(text, offset)) return hint;
  if (const auto hint = hint_for_word(name)) return hint;
  if (const auto hint = hint_for_bounds(text, offset, name)) return hint;
  if (const auto hint = base::suggestion(name, known)) return hint;
  // With the word that follows: `uper case(`, `response-x`.
  const Scanner scanner(text);
  const Token next = scanner.next(end);
  const bool sign = next.kind == TokenKind::symbol && next.offset == end &&
                    std::string_view("-/'+.").find(next.symbol) != std::string_view::npos;
  const std::string_view after = word_at(text, sign ? next.end : next.offset);
  if (!after.empty()) {
    const std::string joined = name + (sign ? std::string(1, next.symbol) : " ");
    if (auto hint = base::suggestion(joined + std::string(after), known)) return hint;
  }
  // With the word before a sign: `response-x` read as a subtraction.
  if (offset > 1 && std::string_view("-/'+.").find(text[offset - 1]) != std::string_view::npos) {
    std::size_t from = offset - 1;
    while (from > 0 && !word_at(text, from - 1).empty() &&
           from - 1 + word_at(text, from - 1).size() == offset - 1)
      --from;
    if (from < offset - 1)
      if (auto hint = base::suggestion(text.substr(from, end - from), known)) return hint;
  }
  return std::nullopt;
}

std::optional<std::string> meant_date(std::string_view text) {
  const std::size_t first = text.find_first_of("-/.");
  if (first == std::string_view::npos) return {};
  const std::size_t second = text.find(text[first], first + 1);
  if (second == std::string_view::npos) return {};
  std::string year(text.substr(0, first)), day(text.substr(second + 1));
  std::string month(text.substr(first + 1, second - first - 1));
  if (year.size() != 4) std::swap(year, day);
  for (std::string* part : {&month, &day})
    if (part->size() == 1) part->insert(0, 1, '0');
  const std::string date = year + "-" + month + "-" + day;
  return year.size() == 4 && !parse_date(date).is_null() ? std::optional(date) : std::nullopt;
}

std::optional<Message> hint_for_date(std::string_view text) {
  const auto date = meant_date(text);
  return date ? std::optional(Message(messages::kDateAs, {*date})) : std::nullopt;
}

namespace {

std::optional<Message> hint_for_text(std::string_view text, Kind wanted) {
  Arena arena;
  const auto temporal = parse_temporal(text, arena);
  if (temporal && temporal->kind() == wanted)
    return Message(messages::kDateAs, {std::string(text)});
  if (wanted == Kind::date) return hint_for_date(text);
  if (wanted == Kind::number && !parse_number(text, arena).is_null())
    return Message(messages::kWithoutQuotes, {std::string(text)});
  return std::nullopt;
}

}  // namespace

std::optional<Message> hint_for_operand(const Node& node, std::string_view text,
                                        const Type& wanted) {
  if (node.form == Form::builtin)
    return Message(messages::kCallIt, {std::string(node.builtin->name)});
  if (wanted.is_any()) return std::nullopt;
  const Kind kind = wanted.kind();
  const bool literal = node.form == Form::literal;
  if (literal && node.value.kind() == Kind::string) return hint_for_text(node.value.text(), kind);
  const bool date = kind == Kind::date || kind == Kind::date_time;
  if (date && node.form == Form::arithmetic) return hint_for_date(text);
  if (!literal || node.value.kind() != Kind::number) return std::nullopt;
  if (kind == Kind::string && node.length < 20)
    return Message(messages::kWithQuotes, {to_text(node.value)});
  if (date || is_duration(kind)) return Message(messages::kDurationAs, {to_text(node.value)});
  return std::nullopt;
}

}  // namespace guichet::feel
