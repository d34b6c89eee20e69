// Values as text: bare for people, as literals for reading back.
#include "rules/feel/text.hpp"

#include <cstring>

#include "rules/feel/number.hpp"
#include "rules/feel/temporal.hpp"

namespace guichet::feel {
namespace {

class Writer {
 public:
  explicit Writer(bool literal, std::size_t most_bytes = SIZE_MAX)
      : literal_(literal), most_bytes_(most_bytes) {}

  void write(const Value& value, bool nested) {
    if (is_too_long()) return;
    switch (value.kind()) {
      case Kind::null:
        out_ += "null";
        break;
      case Kind::boolean:
        out_ += value.is_true() ? "true" : "false";
        break;
      case Kind::number:
        append_number(out_, value);
        break;
      case Kind::string:
        write_string(value.text(), nested);
        break;
      case Kind::list:
        write_list(value);
        break;
      case Kind::context:
        write_context(value);
        break;
      case Kind::range:
        write_range(*ValueAccess::target<Range>(value));
        break;
      case Kind::function:
        out_ += "function";
        break;
      default:
        write_temporal(value);
    }
  }
  std::string take() { return std::move(out_); }
  bool is_too_long() const { return out_.size() > most_bytes_; }

 private:
  void write_string(std::string_view text, bool nested) {
    if (literal_ || nested)
      append_quoted(out_, text);
    else
      out_ += text;
  }
  void write_temporal(const Value& value) {
    if (literal_) out_ += "@\"";
    append_temporal(out_, value);
    if (literal_) out_ += '"';
  }
  void write_list(const Value& value) {
    out_ += '[';
    bool first = true;
    for (const Value& item : value.items()) {
      if (!first) out_ += ", ";
      first = false;
      write(item, true);
    }
    out_ += ']';
  }
  void write_context(const Value& value) {
    out_ += '{';
    bool first = true;
    for (const Entry& entry : value.entries()) {
      if (!first) out_ += ", ";
      first = false;
      if (is_plain_name(entry.name))
        out_ += entry.name;
      else
        append_quoted(out_, entry.name);
      out_ += ": ";
      write(entry.value, true);
    }
    out_ += '}';
  }
  void write_range(const Range& range) {
    if (range.form != Range::Form::endpoints) {
      static constexpr const char* kSigns[] = {"", "<", "<=", ">", ">=", "=", "!="};
      out_ += '(';
      out_ += kSigns[static_cast<int>(range.form)];
      out_ += ' ';
      write(range.low.is_null() ? range.high : range.low, true);
      out_ += ')';
      return;
    }
    out_ += range.low_closed ? '[' : '(';
    write(range.low, true);
    out_ += "..";
    write(range.high, true);
    out_ += range.high_closed ? ']' : ')';
  }

  bool literal_;
  std::size_t most_bytes_;
  std::string out_;
};

}  // namespace

bool is_plain_name(std::string_view name) {
  if (name.empty() || (name.front() >= '0' && name.front() <= '9')) return false;
  for (const char c : name) {
    const bool plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' ||
                       (c >= '0' && c <= '9') || (c & 0x80) != 0 || c == ' ';
    if (!plain) return false;
  }
  return true;
}

void append_quoted(std::string& out, std::string_view text) {
  out += '"';
  for (const char c : text) {
    switch (c) {
      case '"':
        out += "\\\"";
        break;
      case '\\':
        out += "\\\\";
        break;
      case '\n':
        out += "\\n";
        break;
      case '\r':
        out += "\\r";
        break;
      case '\t':
        out += "\\t";
        break;
      default:
        out += c;
    }
  }
  out += '"';
}

std::string to_text(const Value& value) {
  Writer writer(false);
  writer.write(value, false);
  return writer.take();
}

std::optional<std::string> text_within(const Value& value, std::size_t most_bytes) {
  Writer writer(false, most_bytes);
  writer.write(value, false);
  return writer.is_too_long() ? std::nullopt : std::optional(writer.take());
}

std::string shown(std::string_view text) {
  constexpr std::size_t kMost = 60;
  if (text.size() <= kMost) return std::string(text);
  const std::size_t end = byte_offset(text.substr(0, kMost), kMost * 2 / 3);
  return std::string(text.substr(0, end)) + "…";
}

std::size_t find_text(std::string_view text, std::string_view part) {
  // Not std::string_view::find, which starts again at each place: quadratic on hostile texts.
  if (part.empty()) return 0;
  const void* found = memmem(text.data(), text.size(), part.data(), part.size());
  if (found == nullptr) return std::string_view::npos;
  return static_cast<std::size_t>(static_cast<const char*>(found) - text.data());
}

std::string to_literal(const Value& value) {
  Writer writer(true);
  writer.write(value, false);
  return writer.take();
}

}  // namespace guichet::feel
