// What is put into the holes of a text.
#include <algorithm>

#include "engine/letters/letter.hpp"
#include "engine/letters/messages.hpp"

namespace guichet::letters {
namespace {

using feel::Value;

// Control characters and Unicode's own line breaks (NEL, LS, PS) become spaces, runs of spaces one.
// No value can so end a header line, begin a block of Markdown or an indented passage of code.
std::string on_one_line(std::string_view text) {
  std::string out;
  while (!text.empty()) {
    std::size_t blank = 0;
    const auto byte = static_cast<unsigned char>(text.front());
    if (byte <= 0x20 || byte == 0x7F) blank = 1;
    if (text.starts_with("\xC2\x85")) blank = 2;
    if (text.starts_with("\xE2\x80\xA8") || text.starts_with("\xE2\x80\xA9")) blank = 3;
    if (blank == 0) {
      out += text.front();
    } else if (out.empty() || out.back() != ' ') {
      out += ' ';
    }
    text.remove_prefix(std::max<std::size_t>(blank, 1));
  }
  return out;
}

// CommonMark reads a backslash before any ASCII punctuation as that sign; these are the signs that
// mean something to it.
std::string escaped(std::string_view text) {
  constexpr std::string_view kSigns = "\\`*_{}[]()<>#+-.!&|~=";
  std::string out;
  for (const char c : text) {
    if (kSigns.find(c) != std::string_view::npos) out += '\\';
    out += c;
  }
  return out;
}

bool is_plain_url(std::string_view text) {
  constexpr std::string_view kSigns = "-._~:/?#[]@!$&'()*+,;=%";
  const bool web = text.starts_with("https://") || text.starts_with("http://");
  return web && std::ranges::all_of(text, [&](char c) {
           return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
                  kSigns.find(c) != std::string_view::npos;
         });
}

bool can_be_shown(const Value& value) {
  using feel::Kind;
  if (value.kind() == Kind::list) return std::ranges::all_of(value.items(), can_be_shown);
  return value.kind() != Kind::context && value.kind() != Kind::range &&
         value.kind() != Kind::function;
}

std::string text_of(const Template::Hole& hole, const Value& value, feel::Evaluation& run,
                    base::Language language) {
  const std::string& source = hole.expression.source().text();
  const auto note = [&](const base::MessageText& why) {
    run.notes.push_back(
        {0, static_cast<std::uint32_t>(source.size()), base::Message(why, {source})});
  };
  if (value.is_null()) note(messages::kEmptyHole);
  if (!can_be_shown(value)) {
    note(messages::kHoleNotText);
    return {};
  }
  if (!hole.field) return on_one_line(vocabulary::shown(value, language));
  return on_one_line(vocabulary::shown(*hole.field, value, hole.referential.get(), language));
}

}  // namespace

std::string Template::fill(std::span<const Value> variables, feel::Evaluation& run,
                           bool markdown) const {
  std::string out;
  for (const Piece& piece : pieces) {
    if (const auto* text = std::get_if<std::string>(&piece)) {
      out += *text;
      continue;
    }
    const Hole& hole = std::get<Hole>(piece);
    const Value value = feel::evaluate(hole.expression, variables, run);
    const std::string text = text_of(hole, value, run, language);
    if (!markdown) {
      out += text;
    } else if (hole.is_link && is_plain_url(text)) {
      out += out.ends_with('<') ? text : "<" + text + ">";
    } else {
      out += escaped(text);
    }
  }
  return out;
}

}  // namespace guichet::letters
