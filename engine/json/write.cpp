// FEEL values -> JSON text.
#include <algorithm>

#include "engine/json/json.hpp"
#include "engine/json/typed.hpp"

namespace guichet::json {
namespace {

using feel::Kind;
using feel::Value;

enum class Form { plain, canonical, typed };

void append_quoted(std::string& out, std::string_view text) {
  constexpr std::string_view kHex = "0123456789abcdef";
  out += '"';
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    constexpr std::string_view kNamed = "\"\\\b\f\n\r\t";
    const std::size_t named = kNamed.find(c);
    if (named != std::string_view::npos) {
      out += '\\';
      out += "\"\\bfnrt"[named];
    } else if (byte < 0x20) {
      out += "\\u00";
      out += kHex[byte >> 4];
      out += kHex[byte & 0xF];
    } else {
      out += c;
    }
  }
  out += '"';
}

// Order of UTF-16 code units (RFC 8785), read off UTF-8: the same as that of the bytes, but that
// what lies beyond U+FFFF comes before U+E000.
bool before(std::string_view a, std::string_view b) {
  const auto [in_a, in_b] = std::ranges::mismatch(a, b);
  if (in_a == a.end() || in_b == b.end()) return in_a == a.end() && in_b != b.end();
  const auto x = static_cast<unsigned char>(*in_a);
  const auto y = static_cast<unsigned char>(*in_b);
  const bool x_wide = x >= 0xF0;
  const bool y_wide = y >= 0xF0;
  if (x_wide && y >= 0xEE && !y_wide) return true;
  if (y_wide && x >= 0xEE && !x_wide) return false;
  return x < y;
}

class Writer {
 public:
  explicit Writer(Form form) : form_(form) {}

  std::string write(const Value& value) {
    append(value);
    return std::move(out_);
  }

 private:
  void append(const Value& value) {
    switch (value.kind()) {
      case Kind::null:
        out_ += "null";
        break;
      case Kind::boolean:
        out_ += value.is_true() ? "true" : "false";
        break;
      case Kind::number:
        out_ += feel::to_text(value);
        break;
      case Kind::string:
        append_quoted(out_, value.text());
        break;
      case Kind::list:
        append_list(value);
        break;
      case Kind::context:
        append_context(value);
        break;
      default:
        append_text(value);
    }
  }

  void append_list(const Value& value) {
    out_ += '[';
    bool first = true;
    for (const Value& item : value.items()) {
      if (!first) out_ += ',';
      first = false;
      append(item);
    }
    out_ += ']';
  }

  void append_context(const Value& value) {
    std::vector<feel::Entry> sorted;
    std::span<const feel::Entry> entries = value.entries();
    if (form_ == Form::canonical) {
      sorted.assign(entries.begin(), entries.end());
      std::ranges::sort(sorted, before, &feel::Entry::name);
      entries = sorted;
    }
    out_ += '{';
    for (std::size_t i = 0; i < entries.size(); ++i) {
      if (i > 0) out_ += ',';
      const std::string_view name = entries[i].name;
      const bool escaped = form_ == Form::typed && entries.size() == 1 && is_mark(name);
      append_quoted(out_, escaped ? "@" + std::string(name) : name);
      out_ += ':';
      append(entries[i].value);
    }
    out_ += '}';
  }

  // A kind that JSON has not: its text, under a mark where it is to be read back.
  void append_text(const Value& value) {
    const std::string_view mark = form_ == Form::typed ? mark_of(value.kind()) : "";
    if (mark.empty()) {
      append_quoted(out_, feel::to_text(value));
      return;
    }
    out_ += '{';
    append_quoted(out_, mark);
    out_ += ':';
    append_quoted(out_,
                  value.kind() == Kind::range ? feel::to_literal(value) : feel::to_text(value));
    out_ += '}';
  }

  Form form_;
  std::string out_;
};

}  // namespace

std::string write(const Value& value) {
  return Writer(Form::plain).write(value);
}

std::string write_canonical(const Value& value) {
  return Writer(Form::canonical).write(value);
}

std::string write_typed(const Value& value) {
  return Writer(Form::typed).write(value);
}

std::string quote(std::string_view text) {
  std::string out;
  append_quoted(out, text);
  return out;
}

}  // namespace guichet::json
