// Source text with places. A text keeps its lines, so that whatever is found wrong in it, however
// deep (an expression in a cell in a block of YAML), can be shown with line, column and caret.
// Immutable once made; shared between threads freely.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace guichet::base {

// A line and column, both from 1; the column counts code points, as an editor does.
struct Place {
  int line = 1;
  int column = 1;
};

// A file's (or an argument's) whole text under the name that diagnostics show.
class SourceText {
 public:
  // Requires: text is valid UTF-8 and shorter than 4 GiB. `name` is a path relative to where the
  // user stands, or a word in brackets such as "<expression>".
  SourceText(std::string name, std::string text);

  const std::string& name() const { return name_; }
  const std::string& text() const { return text_; }
  Place place_of(std::uint32_t offset) const;
  std::uint32_t offset_of_line(int line) const;  // line from 1
  std::string_view line(int number) const;       // from 1, without its end; empty past the last one

 private:
  std::string name_;
  std::string text_;
  std::vector<std::uint32_t> line_starts_;
};

using Source = std::shared_ptr<const SourceText>;
Source make_source(std::string name, std::string text);

// A stretch of a source, in bytes. No source: the whole desk or folder is meant.
struct Location {
  Source source;
  std::uint32_t offset = 0;
  std::uint32_t length = 0;
};

// A piece of text taken out of a source (a YAML scalar, a cell of a grid), each byte of which
// still knows where it stood, escapes and indentation removed.
class LocatedText {
 public:
  // From text_offset on, the piece continues in the source at source_offset.
  struct Segment {
    std::uint32_t text_offset;
    std::uint32_t source_offset;
  };

  LocatedText() = default;
  // The piece stands unchanged in the source at `at`.
  LocatedText(std::string text, Location at);
  // Requires: segments sorted by text_offset, the first one at 0.
  LocatedText(std::string text, Source source, std::vector<Segment> segments);

  const std::string& text() const { return text_; }
  const Source& source() const { return source_; }
  Location at(std::size_t offset, std::size_t length = 1) const;
  Location whole() const { return at(0, text_.size()); }
  LocatedText sub(std::size_t offset, std::size_t length) const;
  LocatedText trimmed() const;  // without blanks (space, tab, newline) at both ends

 private:
  std::string text_;
  Source source_;
  std::vector<Segment> segments_;
};

}  // namespace guichet::base
