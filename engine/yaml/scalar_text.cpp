#include "engine/yaml/scalar_text.hpp"

#include <algorithm>
#include <string>
#include <vector>

namespace guichet::yaml {
namespace {

bool is_blank(char c) {
  return c == ' ' || c == '\t';
}
bool is_break(char c) {
  return c == '\n' || c == '\r';
}

// Collects a text byte by byte, with a new segment wherever the source does not continue evenly.
class Tracer {
 public:
  void put(char c, std::size_t source_offset) {
    const auto at = static_cast<std::uint32_t>(source_offset);
    const auto length = static_cast<std::uint32_t>(text_.size());
    if (segments_.empty() || segments_.back().source_offset + (length - begin_of_last()) != at) {
      segments_.push_back({length, at});
    }
    text_ += c;
  }
  void put(std::string_view bytes, std::size_t source_offset) {
    for (std::size_t i = 0; i < bytes.size(); ++i) put(bytes[i], source_offset + i);
  }

  std::size_t size() const { return text_.size(); }

  // The first `length` bytes, if they are `value`.
  std::optional<base::LocatedText> finish(const base::Source& source, std::string_view value,
                                          std::size_t empty_at) {
    if (text_.size() < value.size()) return {};
    text_.resize(value.size());
    if (text_ != value) return {};
    while (segments_.size() > 1 && segments_.back().text_offset >= text_.size()) {
      segments_.pop_back();
    }
    if (segments_.empty()) segments_.push_back({0, static_cast<std::uint32_t>(empty_at)});
    return base::LocatedText(std::move(text_), source, std::move(segments_));
  }

 private:
  std::uint32_t begin_of_last() const { return segments_.back().text_offset; }

  std::string text_;
  std::vector<base::LocatedText::Segment> segments_;
};

void put_code_point(Tracer& out, std::uint32_t code, std::size_t source_offset) {
  const auto byte = [](std::uint32_t bits) { return static_cast<char>(bits); };
  std::string bytes;
  if (code < 0x80) {
    bytes = {byte(code)};
  } else if (code < 0x800) {
    bytes = {byte(0xC0 | code >> 6), byte(0x80 | (code & 0x3F))};
  } else if (code < 0x10000) {
    bytes = {byte(0xE0 | code >> 12), byte(0x80 | (code >> 6 & 0x3F)), byte(0x80 | (code & 0x3F))};
  } else {
    bytes = {byte(0xF0 | code >> 18), byte(0x80 | (code >> 12 & 0x3F)),
             byte(0x80 | (code >> 6 & 0x3F)), byte(0x80 | (code & 0x3F))};
  }
  out.put(bytes, source_offset);
}

// Plain and quoted text: a line end folds to a space, each further empty line to a newline.
class FlowReader {
 public:
  FlowReader(std::string_view text, Style style, Extent inside)
      : text_(text), style_(style), at_(inside.begin), end_(inside.end) {}

  Tracer read() {
    while (at_ < end_) {
      const char c = text_[at_];
      if (is_blank(c) || is_break(c)) {
        blanks(false);
      } else if (style_ == Style::double_quoted && c == '\\') {
        escape();
      } else {
        out_.put(c, at_);
        at_ += style_ == Style::single_quoted && c == '\'' ? 2 : 1;
      }
    }
    return std::move(out_);
  }

 private:
  // Past one line break; LF or CRLF.
  void skip_break() {
    at_ += text_[at_] == '\r' && at_ + 1 < end_ && text_[at_ + 1] == '\n' ? 2 : 1;
  }

  // `folded`: a line break was escaped just before and gives nothing by itself.
  void blanks(bool folded) {
    const std::size_t first = at_;
    std::vector<std::size_t> breaks;
    while (at_ < end_ && (is_blank(text_[at_]) || is_break(text_[at_]))) {
      if (is_break(text_[at_])) {
        breaks.push_back(at_);
        skip_break();
      } else {
        ++at_;
      }
    }
    if (folded) {
      for (const std::size_t place : breaks) out_.put('\n', place);
    } else if (breaks.empty()) {
      out_.put(text_.substr(first, at_ - first), first);
    } else if (breaks.size() == 1) {
      out_.put(' ', breaks.front());
    } else {
      for (std::size_t i = 1; i < breaks.size(); ++i) out_.put('\n', breaks[i]);
    }
  }

  void escape() {
    const std::size_t start = at_;
    const char c = at_ + 1 < end_ ? text_[at_ + 1] : '\\';
    ++at_;
    if (is_break(c)) {
      skip_break();
      blanks(true);
      return;
    }
    ++at_;
    const std::size_t digits = c == 'x' ? 2 : c == 'u' ? 4 : c == 'U' ? 8 : 0;
    put_code_point(out_, digits == 0 ? named(c) : hexadecimal(digits), start);
  }

  std::uint32_t hexadecimal(std::size_t digits) {
    std::uint32_t code = 0;
    for (; digits > 0 && at_ < end_; --digits, ++at_) {
      const char c = text_[at_];
      const int value = c <= '9' ? c - '0' : (c | 0x20) - 'a' + 10;
      code = code << 4 | static_cast<std::uint32_t>(value & 0xF);
    }
    return code;
  }

  // YAML 1.2, 5.7.
  static std::uint32_t named(char c) {
    constexpr std::string_view kNames = "0abtnvfre_NLP";
    constexpr std::uint32_t kCodes[] = {0,  7,    8,    9,    10,     11,    12,
                                        13, 0x1B, 0xA0, 0x85, 0x2028, 0x2029};
    const std::size_t index = kNames.find(c);
    if (c == '\t') return 9;
    return index == std::string_view::npos ? static_cast<unsigned char>(c) : kCodes[index];
  }

  std::string_view text_;
  Style style_;
  std::size_t at_;
  std::size_t end_;
  Tracer out_;
};

std::size_t leading_spaces(std::string_view text, std::size_t at) {
  const std::size_t end = text.find_first_not_of(' ', at);
  return (end == std::string_view::npos ? text.size() : end) - at;
}

// `|` and `>`. Follows the order in which YAML 1.2, 8.1 gives line breaks to lines.
class BlockReader {
 public:
  BlockReader(std::string_view text, Style style, Extent extent, std::string_view value)
      : text_(text), folded_(style == Style::folded), at_(after_line(extent.begin)) {
    indent_ = find_indent(value);
    limit_ = value.size();
  }

  Tracer read() {
    std::vector<std::size_t> breaks = empty_lines();
    std::optional<std::size_t> line_break;
    bool was_blank = false;
    while (!ended_ && at_ < text_.size() && out_.size() < limit_) {
      const bool is_more = is_blank(text_[at_]);
      end_line(line_break, breaks, folded_ && !was_blank && !is_more);
      was_blank = is_more;
      const std::size_t end = std::min(text_.find('\n', at_), text_.size());
      const std::size_t visible = end > at_ && text_[end - 1] == '\r' ? end - 1 : end;
      out_.put(text_.substr(at_, visible - at_), at_);
      line_break.reset();
      if (end < text_.size()) line_break = visible;
      at_ = std::min(end + 1, text_.size());
      breaks = empty_lines();
    }
    end_line(line_break, breaks, false);
    return std::move(out_);
  }

 private:
  void end_line(std::optional<std::size_t> line_break, const std::vector<std::size_t>& breaks,
                bool fold) {
    if (line_break && !fold) out_.put('\n', *line_break);
    if (line_break && fold && breaks.empty()) out_.put(' ', *line_break);
    for (const std::size_t place : breaks) out_.put('\n', place);
  }

  // Past the indentation of the next line that has text, which may stand outside the block; the
  // line breaks met on the way.
  std::vector<std::size_t> empty_lines() {
    std::vector<std::size_t> breaks;
    while (at_ < text_.size()) {
      const std::size_t spaces = leading_spaces(text_, at_);
      const std::size_t start = at_ + std::min(spaces, indent_);
      if (start < text_.size() && !is_break(text_[start])) {
        at_ = start;
        ended_ = spaces < indent_;
        break;
      }
      if (start < text_.size()) breaks.push_back(start);
      at_ = after_line(start);
    }
    return breaks;
  }

  // What stands before the first visible character beyond what the value has there. In a block of
  // empty lines all blanks are indentation.
  std::size_t find_indent(std::string_view value) const {
    const std::size_t shown = value.find_first_not_of(" \t\n");
    if (shown == std::string_view::npos) return text_.size();
    const std::size_t kept = shown - (value.rfind('\n', shown) + 1);
    std::size_t line = at_;
    while (line < text_.size()) {
      const std::size_t first = text_.find_first_not_of(" \t", line);
      if (first == std::string_view::npos) break;
      if (!is_break(text_[first])) return first - line - std::min(kept, first - line);
      line = after_line(first);
    }
    return 0;
  }

  std::size_t after_line(std::size_t at) const {
    const std::size_t end = text_.find('\n', at);
    return end == std::string_view::npos ? text_.size() : end + 1;
  }

  std::string_view text_;
  bool folded_;
  std::size_t at_;
  std::size_t indent_ = 0;
  std::size_t limit_ = 0;
  bool ended_ = false;
  Tracer out_;
};

}  // namespace

std::optional<base::LocatedText> read_scalar(const base::Source& source, Style style, Extent extent,
                                             std::string_view value) {
  const std::string_view text = source->text();
  if (style == Style::literal || style == Style::folded) {
    return BlockReader(text, style, extent, value).read().finish(source, value, extent.begin);
  }
  const bool quoted = style != Style::plain;
  const Extent inside{extent.begin + (quoted ? 1U : 0U), extent.end - (quoted ? 1U : 0U)};
  // Nearly every scalar stands in the source as it is.
  if (inside.end - inside.begin == value.size() &&
      text.substr(inside.begin, value.size()) == value) {
    return base::LocatedText(
        std::string(value),
        base::Location{source, inside.begin, static_cast<std::uint32_t>(value.size())});
  }
  Tracer read = FlowReader(text, style, inside).read();
  if (read.size() != value.size()) return {};
  return read.finish(source, value, inside.begin);
}

}  // namespace guichet::yaml
