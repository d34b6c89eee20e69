#include "engine/base/diagnostic.hpp"

#include "engine/base/count_errors.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <tuple>

namespace guichet::base {
namespace {

// The same in every language: editors and scripts look for it.
std::string_view word_of(Severity severity) {
  switch (severity) {
    case Severity::error:
      return "error";
    case Severity::warning:
      return "warning";
    case Severity::info:
      break;
  }
  return "info";
}

std::string_view file_of(const Diagnostic& diagnostic) {
  return diagnostic.at.source ? std::string_view(diagnostic.at.source->name()) : std::string_view();
}

auto order_of(const Diagnostic& d) {
  return std::tuple(file_of(d), d.at.offset, d.severity, d.code());
}

// A tab before the caret must stay a tab, so that both lines are indented alike.
std::string caret_line(std::string_view line, int column) {
  std::string out;
  int at = 1;
  for (std::size_t i = 0; i < line.size() && at < column; ++i) {
    const auto byte = static_cast<unsigned char>(line[i]);
    if ((byte & 0xC0U) == 0x80U) continue;
    out += line[i] == '\t' ? '\t' : ' ';
    ++at;
  }
  return out + "^";
}

// What is shown of a line: of a long one, what stands around the place.
struct Excerpt {
  std::string text;
  std::string caret;
};

std::size_t code_point_back(std::string_view line, std::size_t at) {
  while (at > 0 && at < line.size() && (static_cast<unsigned char>(line[at]) & 0xC0U) == 0x80U)
    --at;
  return at;
}

Excerpt excerpt_of(std::string_view line, int column) {
  constexpr std::size_t kLongest = 400, kBefore = 60, kShown = 160;
  if (line.size() <= kLongest) return {std::string(line), caret_line(line, column)};
  std::size_t place = 0;  // in bytes
  for (int at = 1; place < line.size(); ++place) {
    if ((static_cast<unsigned char>(line[place]) & 0xC0U) == 0x80U) continue;
    if (at++ == column) break;
  }
  const std::size_t from = code_point_back(line, place > kBefore ? place - kBefore : 0);
  const std::size_t to = code_point_back(line, std::min(from + kShown, line.size()));
  const std::string_view shown = line.substr(from, to - from);
  const auto before = std::ranges::count_if(line.substr(from, place - from), [](char c) {
    return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U;
  });
  Excerpt excerpt{std::string(shown), caret_line(shown, static_cast<int>(before) + 1)};
  if (from > 0) {
    excerpt.text.insert(0, "… ");
    excerpt.caret.insert(0, "  ");
  }
  if (to < line.size()) excerpt.text += " …";
  return excerpt;
}

// A second place: its line, without a caret of its own.
std::string also(const Location& other) {
  const Place place = other.source->place_of(other.offset);
  const std::string text = excerpt_of(other.source->line(place.line), place.column).text;
  return fmt::format("      > {}:{}:{}: {}\n", other.source->name(), place.line, place.column,
                     text.substr(std::min(text.find_first_not_of(' '), text.size())));
}

}  // namespace

void Diagnostics::error(Location at, Message what, std::optional<Message> hint) {
  list_.push_back({Severity::error, std::move(at), std::move(what), std::move(hint), {}});
}

void Diagnostics::warning(Location at, Message what, std::optional<Message> hint) {
  list_.push_back({Severity::warning, std::move(at), std::move(what), std::move(hint), {}});
}

void Diagnostics::warning(Location at, Message what, std::optional<Message> hint,
                          std::vector<Location> related) {
  list_.push_back(
      {Severity::warning, std::move(at), std::move(what), std::move(hint), std::move(related)});
}

void Diagnostics::info(Location at, Message what, std::optional<Message> hint) {
  list_.push_back({Severity::info, std::move(at), std::move(what), std::move(hint), {}});
}

bool Diagnostics::has_errors() const {
  return std::ranges::any_of(list_,
                             [](const Diagnostic& d) { return d.severity == Severity::error; });
}

std::size_t count_errors(const Diagnostics& diagnostics) {
  return static_cast<std::size_t>(
      std::ranges::count(diagnostics.list(), Severity::error, &Diagnostic::severity));
}

std::vector<Diagnostic> Diagnostics::sorted() const {
  std::vector<Diagnostic> out = list_;
  std::ranges::stable_sort(
      out, [](const Diagnostic& a, const Diagnostic& b) { return order_of(a) < order_of(b); });
  const auto same = [](const Diagnostic& a, const Diagnostic& b) {
    return order_of(a) == order_of(b) && a.what.arguments() == b.what.arguments();
  };
  out.erase(std::unique(out.begin(), out.end(), same), out.end());
  return out;
}

std::string render_text(const Diagnostic& diagnostic, Language language) {
  std::string out;
  if (!diagnostic.at.source) {
    out = fmt::format("{} [{}]: {}\n", word_of(diagnostic.severity), diagnostic.code(),
                      diagnostic.what.in(language));
    if (diagnostic.hint) out += fmt::format("    {}\n", diagnostic.hint->in(language));
    return out;
  }
  const SourceText& source = *diagnostic.at.source;
  const Place place = source.place_of(diagnostic.at.offset);
  const Excerpt excerpt = excerpt_of(source.line(place.line), place.column);
  out = fmt::format("{}:{}:{}: {} [{}]: {}\n", source.name(), place.line, place.column,
                    word_of(diagnostic.severity), diagnostic.code(), diagnostic.what.in(language));
  const std::string number = fmt::format("{:>5} | ", place.line);
  out += fmt::format("{}{}\n", number, excerpt.text);
  out += fmt::format("{:>5} | {}", "", excerpt.caret);
  if (diagnostic.hint) out += " " + diagnostic.hint->in(language);
  out += "\n";
  for (const Location& other : diagnostic.related) {
    if (other.source) out += also(other);
  }
  return out;
}

std::string render_text(const Diagnostics& diagnostics, Language language) {
  std::string out;
  for (const Diagnostic& diagnostic : diagnostics.sorted()) {
    out += render_text(diagnostic, language);
  }
  return out;
}

}  // namespace guichet::base
