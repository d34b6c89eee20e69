#include "engine/base/source.hpp"

#include <algorithm>

namespace guichet::base {

SourceText::SourceText(std::string name, std::string text)
    : name_(std::move(name)), text_(std::move(text)), line_starts_{0} {
  for (std::size_t i = 0; i < text_.size(); ++i) {
    if (text_[i] == '\n') line_starts_.push_back(static_cast<std::uint32_t>(i + 1));
  }
}

Source make_source(std::string name, std::string text) {
  return std::make_shared<const SourceText>(std::move(name), std::move(text));
}

Place SourceText::place_of(std::uint32_t offset) const {
  offset = std::min<std::uint32_t>(offset, static_cast<std::uint32_t>(text_.size()));
  const auto after = std::upper_bound(line_starts_.begin(), line_starts_.end(), offset);
  const std::uint32_t start = *(after - 1);
  int column = 1;
  for (std::uint32_t i = start; i < offset; ++i) {
    const auto byte = static_cast<unsigned char>(text_[i]);
    if ((byte & 0xC0U) != 0x80U) ++column;
  }
  return {static_cast<int>(after - line_starts_.begin()), column};
}

std::uint32_t SourceText::offset_of_line(int line) const {
  const int index = std::clamp(line - 1, 0, static_cast<int>(line_starts_.size()) - 1);
  return line_starts_[static_cast<std::size_t>(index)];
}

std::string_view SourceText::line(int number) const {
  if (number < 1 || number > static_cast<int>(line_starts_.size())) return {};
  const std::string_view rest = std::string_view(text_).substr(offset_of_line(number));
  std::string_view found = rest.substr(0, rest.find('\n'));
  if (found.ends_with('\r')) found.remove_suffix(1);
  return found;
}

LocatedText::LocatedText(std::string text, Location at)
    : text_(std::move(text)), source_(std::move(at.source)), segments_{{0, at.offset}} {}

LocatedText::LocatedText(std::string text, Source source, std::vector<Segment> segments)
    : text_(std::move(text)), source_(std::move(source)), segments_(std::move(segments)) {}

Location LocatedText::at(std::size_t offset, std::size_t length) const {
  if (segments_.empty()) return {source_, 0, 0};
  const auto source_offset = [this](std::size_t position) {
    const auto after = std::upper_bound(
        segments_.begin() + 1, segments_.end(), position,
        [](std::size_t value, const Segment& segment) { return value < segment.text_offset; });
    const Segment& segment = *(after - 1);
    return segment.source_offset + static_cast<std::uint32_t>(position - segment.text_offset);
  };
  offset = std::min(offset, text_.size());
  length = std::min(length, text_.size() - offset);
  const std::uint32_t begin = source_offset(offset);
  // The last byte decides the end: a stretch over an escape or a line end covers it whole.
  const std::uint32_t end = length == 0 ? begin : source_offset(offset + length - 1) + 1;
  return {source_, begin, end > begin ? end - begin : 0};
}

LocatedText LocatedText::sub(std::size_t offset, std::size_t length) const {
  offset = std::min(offset, text_.size());
  length = std::min(length, text_.size() - offset);
  std::vector<Segment> kept{{0, at(offset, 0).offset}};
  for (const Segment& segment : segments_) {
    if (segment.text_offset > offset && segment.text_offset < offset + length) {
      kept.push_back(
          {static_cast<std::uint32_t>(segment.text_offset - offset), segment.source_offset});
    }
  }
  return {text_.substr(offset, length), source_, std::move(kept)};
}

LocatedText LocatedText::trimmed() const {
  constexpr std::string_view kBlanks = " \t\r\n";
  const std::size_t first = text_.find_first_not_of(kBlanks);
  if (first == std::string::npos) return sub(0, 0);
  return sub(first, text_.find_last_not_of(kBlanks) - first + 1);
}

}  // namespace guichet::base
