#include "engine/yaml/syntax_fault.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "engine/yaml/messages.hpp"
#include "engine/yaml/syntax_messages.hpp"

namespace guichet::yaml {
namespace {

using base::Diagnostic;
using base::Message;

// YAML 1.2, 7.4.2: in characters; libyaml counts the same.
constexpr std::size_t kLongestKey = 1024;

// In the quotes that leave it most readable.
std::string in_quotes(std::string_view value) {
  if (value.find_first_of("\"\\") == std::string_view::npos) return fmt::format("\"{}\"", value);
  std::string out = "'";
  for (const char c : value) out.append(c == '\'' ? 2 : 1, c);
  return out + "'";
}

// One complaint and the text around it. Each rule answers or passes on to the next; the order goes
// from the surest sign to the vaguest.
class Explainer {
 public:
  Explainer(const Complaint& complaint, const base::Source& source)
      : complaint_(complaint), source_(source), text_(source->text()) {}

  Diagnostic answer() const {
    constexpr std::optional<Diagnostic> (Explainer::*kRules[])() const = {
        &Explainer::characters, &Explainer::quotes,     &Explainer::block_headers,
        &Explainer::brackets,   &Explainer::colons,     &Explainer::dashes,
        &Explainer::indents,    &Explainer::properties,
    };
    for (const auto rule : kRules) {
      if (auto found = (this->*rule)()) return *found;
    }
    return fault(complaint_.at, Message(messages::kYamlSyntax),
                 Message(messages::kParserSays, {std::string(complaint_.problem)}));
  }

 private:
  Diagnostic fault(std::size_t at, Message what, std::optional<Message> hint = {}) const {
    const auto offset = static_cast<std::uint32_t>(std::min(at, text_.size()));
    return {base::Severity::error, {source_, offset, 1}, std::move(what), std::move(hint)};
  }

  bool says(std::string_view words) const { return complaint_.problem.contains(words); }
  bool while_doing(std::string_view words) const { return complaint_.context.contains(words); }
  char at(std::size_t offset) const { return offset < text_.size() ? text_[offset] : '\n'; }
  int line_of(std::size_t offset) const {
    return source_->place_of(static_cast<std::uint32_t>(offset)).line;
  }
  std::size_t line_start(std::size_t offset) const {
    return source_->offset_of_line(line_of(offset));
  }
  // The line's text between `from` and its end.
  std::string_view rest_of_line(std::size_t from) const {
    const std::string_view rest = text_.substr(std::min(from, text_.size()));
    return rest.substr(0, rest.find_first_of("\r\n"));
  }
  std::size_t first_visible(std::size_t offset) const {
    const std::size_t found = text_.find_first_not_of(" \t", line_start(offset));
    return std::min(found, text_.size());
  }
  bool begins_its_line(std::size_t offset) const { return first_visible(offset) >= offset; }

  // The value around `offset`, as far as one can guess, in quotes.
  std::string quoted_value(std::size_t offset) const {
    std::string_view value = rest_of_line(offset);
    value = value.substr(0, value.find(" #"));
    while (value.ends_with(' ') || value.ends_with('\t')) value.remove_suffix(1);
    return in_quotes(value);
  }

  std::optional<Diagnostic> characters() const {
    if (complaint_.character != 0 || says("control characters")) {
      return fault(complaint_.at, Message(messages::kControlCharacter,
                                          {fmt::format("U+{:04X}", complaint_.character)}));
    }
    if (says("tab character") || (says("cannot start any token") && at(complaint_.at) == '\t')) {
      const std::size_t tab = text_.find('\t', line_start(complaint_.at));
      return fault(std::min<std::size_t>(tab, complaint_.at), Message(messages::kTabIndentation),
                   Message(messages::kUseSpaces));
    }
    if (says("cannot start any token") || says("mapping keys are not allowed")) {
      return fault(complaint_.at,
                   Message(messages::kReservedCharacter, {std::string(1, at(complaint_.at))}),
                   Message(messages::kWriteInQuotes, {quoted_value(complaint_.at)}));
    }
    return {};
  }

  std::optional<Diagnostic> quotes() const {
    if (while_doing("quoted scalar") && says("found unexpected")) {
      return fault(complaint_.context_at, Message(messages::kUnclosedQuote),
                   Message(messages::kCloseTheQuote));
    }
    if (while_doing("quoted scalar")) {
      return fault(complaint_.at,
                   Message(messages::kUnknownEscape, {std::string(text_.substr(complaint_.at, 2))}),
                   Message(messages::kDoubleTheBackslash));
    }
    if (!complaint_.last_quoted) return {};
    const Extent quoted = *complaint_.last_quoted;
    const bool just_before = text_.find_first_not_of(" \t", quoted.end) >= complaint_.at &&
                             line_of(quoted.end) == line_of(complaint_.at);
    // An opening quote that swallowed the lines up to the next quote.
    if (line_of(quoted.begin) != line_of(quoted.end) && line_of(quoted.end) >= failing_line() - 1) {
      return fault(quoted.begin,
                   Message(messages::kQuoteClosedLate, {std::to_string(line_of(quoted.end))}),
                   Message(messages::kCloseTheQuote));
    }
    if (just_before && at(complaint_.at) != ':') {
      return fault(complaint_.at, Message(messages::kTextAfterQuote),
                   Message(messages::kQuoteTheWhole));
    }
    return {};
  }

  int failing_line() const {
    return line_of(says("could not find expected ':'") ? complaint_.context_at : complaint_.at);
  }

  std::optional<Diagnostic> block_headers() const {
    if (!while_doing("block scalar")) return {};
    const std::string_view rest = rest_of_line(complaint_.context_at);
    const std::string sign(rest.substr(0, rest.starts_with(">=") ? 2 : 1));
    if (rest.starts_with('>')) {
      return fault(complaint_.context_at, Message(messages::kUnquotedComparison, {sign}),
                   Message(messages::kWriteInQuotes, {quoted_value(complaint_.context_at)}));
    }
    return fault(complaint_.context_at, Message(messages::kBlockHeader, {sign}),
                 Message(messages::kTextBelow));
  }

  // Where a value without quotes is an interval, that is what went wrong, whatever the parser says.
  std::optional<Diagnostic> interval(std::size_t from) const {
    std::string_view value = rest_of_line(from);
    const std::size_t dots = value.find("..");
    const std::size_t close = value.find_first_of(")[]", std::min(dots, value.size()));
    if (close == std::string_view::npos) return {};
    value = value.substr(0, close + 1);
    if (value.find_first_of(",{}\"':") != std::string_view::npos) return {};
    return fault(from, Message(messages::kUnquotedInterval),
                 Message(messages::kWriteInQuotes, {in_quotes(value)}));
  }

  std::optional<Diagnostic> brackets() const {
    const char found = at(complaint_.at);
    if (while_doing("flow sequence") || while_doing("flow mapping")) return open_bracket();
    if (found == ']' || found == '}') {
      if (auto fault = interval(complaint_.at)) return fault;
      return fault(complaint_.at, Message(messages::kUnopenedBracket, {std::string(1, found)}),
                   Message(messages::kQuoteTheText));
    }
    if (says("node content") && found > ' ') {
      return fault(complaint_.at, Message(messages::kMissingValue, {std::string(1, found)}),
                   Message(messages::kQuoteTheText));
    }
    return {};
  }

  std::optional<Diagnostic> open_bracket() const {
    const char open = at(complaint_.context_at);
    if (open == '[') {
      if (auto fault = interval(complaint_.context_at)) return fault;
    }
    // `effectif: (0..20]` inside braces: the bracket that stops the parser ends the interval.
    const std::string_view before = text_.substr(0, complaint_.at);
    const std::size_t value = before.find_last_of(":,{");
    if (value != std::string_view::npos && value > complaint_.context_at) {
      const std::size_t first = text_.find_first_not_of(" :,", value);
      if (auto fault = interval(std::min(first, text_.size()))) return fault;
    }
    const char close = open == '{' ? '}' : ']';
    if (open != '{' && open != '[') return {};
    return fault(
        complaint_.context_at, Message(messages::kUnclosedBracket, {std::string(1, open)}),
        Message(messages::kCloseTheBracket, {std::string(1, close), std::string(1, open)}));
  }

  std::optional<Diagnostic> colons() const {
    if (says("mapping values are not allowed")) {
      const std::size_t first = first_visible(complaint_.at);
      const std::string_view before = text_.substr(first, complaint_.at - first);
      const std::size_t colon = before.find(": ");
      if (before.size() > kLongestKey) return fault(first, Message(messages::kKeyTooLong));
      if (colon == std::string_view::npos) {
        if (const auto above = line_above(first)) return unfinished_line(*above);
        return fault(first, Message(messages::kTooIndented), Message(messages::kAlignKeys));
      }
      const std::size_t value = text_.find_first_not_of(' ', first + colon + 1);
      return fault(complaint_.at, Message(messages::kColonInValue),
                   Message(messages::kWriteInQuotes, {quoted_value(value)}));
    }
    if (!says("could not find expected ':'")) return {};
    return unfinished_line(complaint_.context_at);
  }

  // Where the line above the one at `offset` that has text begins, unless that one is deeper.
  std::optional<std::size_t> line_above(std::size_t offset) const {
    const std::size_t start = line_start(offset);
    const std::size_t last = text_.substr(0, start).find_last_not_of(" \t\r\n");
    if (last == std::string_view::npos) return {};
    const std::size_t above = first_visible(last);
    if (offset - start > above - line_start(last)) return {};
    return above;
  }

  // A line that is neither `key: value` nor `- item`, and why it may be so.
  Diagnostic unfinished_line(std::size_t from) const {
    const std::string_view line = rest_of_line(from);
    const std::size_t colon = line.find(':');
    if (line.starts_with('-')) return fault(from, Message(messages::kSpaceAfterDash));
    if (colon != std::string_view::npos && colon + 1 < line.size()) {
      return fault(from + colon, Message(messages::kSpaceAfterColon));
    }
    return fault(from, Message(messages::kMissingColon));
  }

  std::optional<Diagnostic> dashes() const {
    if (!says("block sequence entries are not allowed")) return {};
    return fault(complaint_.at, Message(messages::kMisplacedDash), Message(messages::kListBelow));
  }

  std::optional<Diagnostic> indents() const {
    if (says("'-' indicator")) {
      return fault(complaint_.at, Message(messages::kNotAnItem));
    }
    if (!says("did not find expected key") && !says("<document start>")) return {};
    if (!begins_its_line(complaint_.at)) {
      return fault(complaint_.at, Message(messages::kMissingColon));
    }
    if (at(complaint_.at) == ':') return fault(complaint_.at, Message(messages::kEmptyKey));
    if (rest_of_line(complaint_.at).starts_with("- ")) {
      return fault(complaint_.at, Message(messages::kMisplacedDash), Message(messages::kAlignKeys));
    }
    return fault(complaint_.at, Message(messages::kBadIndentation), Message(messages::kAlignKeys));
  }

  std::optional<Diagnostic> properties() const {
    const std::size_t from = complaint_.context_at;
    const std::string_view text = rest_of_line(from);
    const std::size_t colon = text.find(": ");  // as in `*: {goto: b}`
    const Message hint(
        messages::kWriteInQuotes,
        {colon == std::string_view::npos ? quoted_value(from) : in_quotes(text.substr(0, colon))});
    if (while_doing("an alias")) return fault(from, Message(messages::kAlias), hint);
    if (while_doing("an anchor")) return fault(from, Message(messages::kAnchor), hint);
    if (while_doing("a tag") || says("tag handle")) {
      return fault(from, Message(messages::kTag), hint);
    }
    if (while_doing("directive") || says("directive")) {
      return fault(from, Message(messages::kDirective));
    }
    return {};
  }

  const Complaint& complaint_;
  const base::Source& source_;
  std::string_view text_;
};

}  // namespace

Diagnostic explain(const Complaint& complaint, const base::Source& source) {
  return Explainer(complaint, source).answer();
}

}  // namespace guichet::yaml
