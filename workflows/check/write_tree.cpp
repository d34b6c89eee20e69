#include "workflows/check/write_tree.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "workflows/check/form_messages.hpp"

namespace guichet::check {

namespace {

using base::Location;
using base::Message;

constexpr std::size_t kColumns = 100;

// A piece of the tree that hangs under a key or a dash.
struct Branch {
  base::Source source;  // whose lines bear no comment here
  int made_on = 0;      // the line of what this was made from; 0 for what stands as written
  std::size_t indent = 0;
};

std::string written_at(const Location& at) {
  if (!at.source) return "";
  std::string text = at.source->text().substr(at.offset, at.length);
  const bool quoted = text.size() > 1 && (text.front() == '"' || text.front() == '\'');
  return quoted ? text.substr(1, text.size() - 2) : text;
}

bool is_made(const yaml::Node& key) {
  return written_at(key.location()) != key.text();
}

int line_of(const Location& at) {
  return at.source ? at.source->place_of(at.offset).line : 0;
}

// Keys whose values stand one a line, however short.
bool is_open(const std::string& key) {
  constexpr std::string_view kOpen[] = {"states", "regions",    "actions",   "replies",
                                        "timers", "events",     "histories", "always",
                                        "entry",  "properties", "referral"};
  return std::ranges::find(kOpen, key) != std::end(kOpen);
}

class TreeWriter {
 public:
  TreeWriter(base::Source home, base::Language language)
      : home_(std::move(home)), language_(language) {}

  std::string text() && { return std::move(out_); }

  void write_mapping(const View& mapping, Branch on, bool after_dash = false) {
    for (const View::Item& item : mapping.entries()) {
      if (!after_dash) out_.append(on.indent, ' ');
      write_item(item, on);
      // One comment says where an item of a list comes from.
      if (after_dash && is_made(*item.key)) on.made_on = line_of(item.key->location());
      after_dash = false;
    }
  }

 private:
  void write_item(const View::Item& item, const Branch& on) {
    const std::string comment = comment_on(item, on);
    const Branch inner = branch_under(*item.key, on);
    const std::size_t from = out_.rfind('\n') + 1;
    out_ += write_scalar(*item.key) + ":";
    const yaml::Node& value = item.value.node();
    const auto line =
        is_open(item.key->text()) && !value.is_scalar() ? std::nullopt : flow(item.value, inner);
    const bool fits = line && out_.size() - from + line->size() + 1 <= kColumns;
    if (value.is_scalar() || fits || is_bare(item.value)) {
      out_ += " " + (line ? *line : value.is_mapping() ? "{}" : "[]") + comment + "\n";
    } else if (value.is_mapping()) {
      out_ += comment + "\n";
      write_mapping(item.value, inner);
    } else {
      out_ += comment + "\n";
      write_list(value, inner);
    }
  }

  void write_list(const yaml::Node& list, const Branch& on) {
    for (const yaml::Node& item : list.items()) {
      out_.append(on.indent, ' ');
      out_ += "- ";
      const Branch inner{on.source, on.made_on, on.indent + 2};
      const auto line = flow(View(item), inner);
      if (item.is_scalar() || (line && on.indent + 2 + line->size() <= kColumns)) {
        out_ += *line + "\n";
      } else if (item.is_mapping()) {
        write_mapping(View(item), inner, true);
      } else {
        out_ += line.value_or("[]") + "\n";
      }
    }
  }

  static bool is_bare(const View& value) {
    return value.node().is_mapping() ? value.entries().empty()
                                     : value.node().is_sequence() && value.node().items().empty();
  }

  // On one line; nothing where a comment is owed inside.
  std::optional<std::string> flow(const View& value, const Branch& on) const {
    const yaml::Node& node = value.node();
    if (node.is_scalar()) return write_scalar(node);
    std::string text;
    const auto add = [&](const std::string& part) { text += (text.empty() ? "" : ", ") + part; };
    if (node.is_sequence()) {
      for (const yaml::Node& item : node.items()) {
        const auto inner = flow(View(item), on);
        if (!inner) return std::nullopt;
        add(*inner);
      }
      return "[" + text + "]";
    }
    for (const View::Item& item : value.entries()) {
      if (!comment_on(item, on).empty()) return std::nullopt;
      const auto inner = flow(item.value, branch_under(*item.key, on));
      if (!inner) return std::nullopt;
      add(write_scalar(*item.key) + ": " + *inner);
    }
    return "{" + text + "}";
  }

  // What stands in a made piece is made with it.
  static Branch branch_under(const yaml::Node& key, const Branch& on) {
    const Location& at = key.location();
    const bool made = is_made(key) || (on.made_on != 0 && on.source == at.source);
    return {at.source, made ? line_of(at) : 0, on.indent + 2};
  }

  std::string comment_on(const View::Item& item, const Branch& on) const {
    const bool made = is_made(*item.key);
    // Of merged mappings the key is the base's, whoever gave the value.
    const Location& at =
        made || item.value.node().is_mapping() ? item.key->location() : item.value.location();
    const int line = line_of(at);
    const bool elsewhere = at.source != on.source;
    if (line == 0 || (on.made_on == line && !elsewhere)) return "";
    if (!made && !elsewhere) return "";
    const std::string place = at.source != home_
                                  ? fmt::format("{}:{}", at.source->name(), line)
                                  : Message(messages::kLine, {std::to_string(line)}).in(language_);
    const std::string word = written_at(at);
    const bool is_sentence = word.find_first_of(" \n") != std::string::npos;
    if (!made || is_sentence) return "  # " + place;
    return "  # " + Message(messages::kMadeFrom, {word, place}).in(language_);
  }

  base::Source home_;
  base::Language language_;
  std::string out_;
};

bool is_plain(const std::string& text) {
  constexpr std::string_view kIndicators = "-?:,[]{}#&*!|>'\"%@`=";
  if (text.empty() || text == "~" || kIndicators.find(text.front()) != std::string::npos) {
    return false;
  }
  if (text.front() == ' ' || text.back() == ' ' || text.back() == ':') return false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    const char next = i + 1 < text.size() ? text[i + 1] : ' ';
    if (static_cast<unsigned char>(c) < 0x20 || c == 0x7f) return false;
    if (std::string_view(",[]{}").find(c) != std::string_view::npos) return false;
    if ((c == ':' && (next == ' ' || next == '"' || next == '\'')) || (c == ' ' && next == '#'))
      return false;
  }
  return text != "null" && text != "Null" && text != "NULL" && text != "<<";
}

std::string double_quoted(const std::string& text) {
  std::string out = "\"";
  for (const char c : text) {
    if (c == '"' || c == '\\') {
      out += std::string("\\") + c;
    } else if (c == '\n') {
      out += "\\n";
    } else if (static_cast<unsigned char>(c) < 0x20 || c == 0x7f) {
      out += fmt::format("\\x{:02x}", static_cast<unsigned char>(c));
    } else {
      out += c;
    }
  }
  return out + "\"";
}

}  // namespace

std::string write_tree(const View& tree, const base::Source& home, base::Language language) {
  TreeWriter writer(home, language);
  writer.write_mapping(tree, {home});
  return std::move(writer).text();
}

std::string write_scalar(const yaml::Node& scalar) {
  const std::string& text = scalar.text();
  if (scalar.is_empty()) return "~";
  // A word in quotes keeps them: it may be a `"no"` or a date that YAML would read otherwise.
  const bool kept_quotes =
      scalar.style() != yaml::Style::plain && text.find_first_of(" \n") == std::string::npos;
  if (is_plain(text) && !kept_quotes) return text;
  const bool simple = std::ranges::none_of(
      text, [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == '\'' || c == 0x7f; });
  if (simple && text.find('"') != std::string::npos) return "'" + text + "'";
  return double_quoted(text);
}

}  // namespace guichet::check
