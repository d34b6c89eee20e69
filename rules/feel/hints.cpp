#include "rules/feel/hints.hpp"

#include "engine/base/diagnostic.hpp"
#include "rules/feel/builtins.hpp"
#include "rules/feel/messages.hpp"
#include "rules/feel/number.hpp"
#include "rules/feel/scan.hpp"
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

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

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

}  // namespace

std::optional<Message> hint_at(std::string_view text, std::uint32_t offset) {
  if (offset >= text.size()) return std::nullopt;
  if (const auto hint = hint_for_digits(text, offset)) return hint;
  if (const auto hint = hint_for_quote(text, offset)) return hint;
  if (const std::string_view word = word_at(text, offset); !word.empty())
    if (const auto hint = hint_for_word(word)) return hint;
  if (const auto hint = hint_for_sign(text, offset)) return hint;
  // `not x`, and any other function without brackets.
  for (const std::string& name : builtin_names()) {
    const std::string_view before = text.substr(0, offset);
    const std::size_t end = before.find_last_not_of(' ');
    if (end != std::string_view::npos && before.substr(0, end + 1).ends_with(name) &&
        !word_at(text, offset).empty())
      return Message(messages::kCallIt, {name});
  }
  return std::nullopt;
}

std::optional<Message> hint_for_name(std::string_view text, std::uint32_t offset, std::uint32_t end,
                                     const std::vector<std::string>& known) {
  const std::string name(text.substr(offset, end - offset));
  if (const auto hint = hint_for_quote(text, offset)) return hint;
  if (const auto hint = hint_for_word(name)) return hint;
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

std::optional<Message> hint_for_operands(const Node& a, const Node& b) {
  for (const auto& [node, other] : {std::pair(&a, &b), std::pair(&b, &a)}) {
    if (node->form == Form::builtin)
      return Message(messages::kCallIt, {std::string(node->builtin->name)});
    if (other->type.is_any()) continue;
    if (node->form == Form::literal && node->value.kind() == Kind::string) {
      const std::string text(node->value.text());
      Arena arena;
      const auto temporal = parse_temporal(text, arena);
      if (temporal && temporal->kind() == other->type.kind())
        return Message(messages::kDateAs, {text});
      if (other->type.kind() == Kind::number && !parse_number(text, arena).is_null())
        return Message(messages::kWithoutQuotes, {text});
    }
    const bool date = other->type.kind() == Kind::date || other->type.kind() == Kind::date_time;
    if (date && node->form == Form::arithmetic && node->op == '-')
      return Message(messages::kDateAs, {"2024-01-31"});
    if (node->form == Form::literal && node->value.kind() == Kind::number &&
        other->type.kind() == Kind::string && node->length < 20)
      return Message(messages::kWithQuotes, {to_text(node->value)});
    const bool timed = date || other->type.kind() == Kind::days_duration ||
                       other->type.kind() == Kind::months_duration;
    if (timed && node->form == Form::literal && node->value.kind() == Kind::number)
      return Message(messages::kDurationAs, {to_text(node->value)});
  }
  return std::nullopt;
}

}  // namespace guichet::feel
