#include "engine/yaml/strict_pass.hpp"

#include <fmt/format.h>
#include <yaml.h>

#include <algorithm>
#include <cassert>

#include "engine/base/file.hpp"
#include "engine/base/messages.hpp"
#include "engine/yaml/messages.hpp"
#include "engine/yaml/scalar_text.hpp"
#include "engine/yaml/syntax_fault.hpp"

namespace guichet::yaml {
namespace {

using base::Location;
using base::Message;

// A byte order mark is no part of the text: fed to libyaml, it would indent the first line.
std::size_t bom_length(std::string_view text) {
  return text.starts_with("\uFEFF") ? 3 : 0;
}

// libyaml counts characters after the BOM; places are bytes.
class ByteOffsets {
 public:
  explicit ByteOffsets(std::string_view text) {
    const auto wide = [](char c) { return (static_cast<unsigned char>(c) & 0x80U) != 0; };
    size_ = static_cast<std::uint32_t>(text.size());
    if (std::ranges::none_of(text, wide)) return;
    starts_.reserve(text.size());
    for (std::size_t i = bom_length(text); i < text.size(); ++i) {
      const bool continues = (static_cast<unsigned char>(text[i]) & 0xC0U) == 0x80U;
      if (!continues) starts_.push_back(static_cast<std::uint32_t>(i));
    }
  }

  std::uint32_t at(std::size_t character) const {
    if (starts_.empty()) return std::min(static_cast<std::uint32_t>(character), size_);
    return character < starts_.size() ? starts_[character] : size_;
  }

 private:
  std::vector<std::uint32_t> starts_;  // empty where every character is one byte
  std::uint32_t size_ = 0;
};

// libyaml's parser over one text; everything is freed with it.
class Parser {
 public:
  explicit Parser(const std::string& text) {
    const bool made = yaml_parser_initialize(&parser_) != 0;
    assert(made);
    static_cast<void>(made);
    yaml_parser_set_encoding(&parser_, YAML_UTF8_ENCODING);
    const std::size_t bom = bom_length(text);
    const auto* bytes = reinterpret_cast<const unsigned char*>(text.data()) + bom;
    yaml_parser_set_input_string(&parser_, bytes, text.size() - bom);
  }
  ~Parser() {
    yaml_event_delete(&event_);
    yaml_parser_delete(&parser_);
  }
  Parser(const Parser&) = delete;
  Parser& operator=(const Parser&) = delete;

  bool next() {
    yaml_event_delete(&event_);
    event_ = {};
    return yaml_parser_parse(&parser_, &event_) != 0;
  }
  const yaml_event_t& event() const { return event_; }
  const yaml_parser_t& state() const { return parser_; }

 private:
  yaml_parser_t parser_{};
  yaml_event_t event_{};
};

Style style_of(yaml_scalar_style_t style) {
  switch (style) {
    case YAML_SINGLE_QUOTED_SCALAR_STYLE:
      return Style::single_quoted;
    case YAML_DOUBLE_QUOTED_SCALAR_STYLE:
      return Style::double_quoted;
    case YAML_LITERAL_SCALAR_STYLE:
      return Style::literal;
    case YAML_FOLDED_SCALAR_STYLE:
      return Style::folded;
    default:
      return Style::plain;
  }
}

class StrictPass {
 public:
  StrictPass(const base::Source& source, base::Diagnostics& diagnostics, const Limits& limits)
      : source_(source),
        diagnostics_(diagnostics),
        limits_(limits),
        offsets_(source->text()),
        parser_(source->text()) {}

  std::optional<std::vector<Event>> run() {
    while (true) {
      if (!parser_.next()) {
        malformed();
        return {};
      }
      const yaml_event_type_t type = parser_.event().type;
      if (type == YAML_STREAM_END_EVENT) break;
      if (type == YAML_DOCUMENT_START_EVENT && !begin_document()) break;
      if (!take(type)) return {};
    }
    if (events_.empty()) {
      diagnostics_.error({source_, 0, 0}, Message(messages::kEmptyFile));
      return {};
    }
    return std::move(events_);
  }

 private:
  Extent extent() const {
    const yaml_event_t& event = parser_.event();
    return {offsets_.at(event.start_mark.index), offsets_.at(event.end_mark.index)};
  }
  Location here(std::uint32_t length) const { return {source_, extent().begin, length}; }

  // False at a second document: what follows is not read.
  bool begin_document() {
    const auto& start = parser_.event().data.document_start;
    if (documents_++ > 0) {
      diagnostics_.error(here(1), Message(messages::kSecondDocument));
      return false;
    }
    if (start.version_directive != nullptr ||
        start.tag_directives.start != start.tag_directives.end) {
      diagnostics_.error(here(1), Message(messages::kDirective));
    }
    return true;
  }

  bool take(yaml_event_type_t type) {
    switch (type) {
      case YAML_ALIAS_EVENT:
        diagnostics_.error(here(1), Message(messages::kAlias), Message(messages::kWriteItOut));
        return add({EventKind::alias, Style::plain, here(1), {}});
      case YAML_SCALAR_EVENT: {
        const auto& scalar = parser_.event().data.scalar;
        refuse_properties(scalar.anchor, scalar.tag);
        return take_scalar();
      }
      case YAML_SEQUENCE_START_EVENT: {
        const auto& sequence = parser_.event().data.sequence_start;
        refuse_properties(sequence.anchor, sequence.tag);
        return open(EventKind::sequence_start);
      }
      case YAML_MAPPING_START_EVENT: {
        const auto& mapping = parser_.event().data.mapping_start;
        refuse_properties(mapping.anchor, mapping.tag);
        return open(EventKind::mapping_start);
      }
      case YAML_SEQUENCE_END_EVENT:
      case YAML_MAPPING_END_EVENT:
        --depth_;
        events_.push_back(
            {type == YAML_SEQUENCE_END_EVENT ? EventKind::sequence_end : EventKind::mapping_end,
             Style::plain,
             here(0),
             {}});
        return true;
      default:
        return true;  // stream and document ends
    }
  }

  void refuse_properties(const yaml_char_t* anchor, const yaml_char_t* tag) {
    if (anchor != nullptr) {
      diagnostics_.error(here(1), Message(messages::kAnchor), Message(messages::kWriteItOut));
    }
    if (tag != nullptr) {
      diagnostics_.error(here(1), Message(messages::kTag), Message(messages::kQuoteTheText));
    }
  }

  bool open(EventKind kind) {
    if (++depth_ > limits_.depth) {
      diagnostics_.error(here(1), Message(messages::kTooDeep, {std::to_string(limits_.depth)}));
      return false;
    }
    return add({kind, Style::plain, here(1), {}});
  }

  bool add(Event event) {
    if (++nodes_ > limits_.nodes) {
      diagnostics_.error(here(1),
                         Message(messages::kTooManyNodes, {std::to_string(limits_.nodes)}));
      return false;
    }
    events_.push_back(std::move(event));
    return true;
  }

  bool take_scalar() {
    const auto& scalar = parser_.event().data.scalar;
    const Style style = style_of(scalar.style);
    Extent extent = this->extent();
    // An anchor or tag stands before the text and belongs to no extent.
    if (scalar.anchor != nullptr || scalar.tag != nullptr) extent = after_properties(extent);
    const std::string_view value(reinterpret_cast<const char*>(scalar.value), scalar.length);
    auto text = read_scalar(source_, style, extent, value);
    const Location at{source_, extent.begin, extent.end - extent.begin};
    if (!text) {
      diagnostics_.error(at, Message(messages::kReadersDisagree),
                         Message(messages::kWriteItSimply));
      // What stands there, so that every place inside it is one of the source.
      text = base::LocatedText(source_->text().substr(at.offset, at.length), at);
    }
    if (style == Style::plain) refuse_invisible_blanks(*text);
    if (style == Style::single_quoted || style == Style::double_quoted) last_quoted_ = extent;
    return add({EventKind::scalar, style, at, std::move(*text)});
  }

  Extent after_properties(Extent extent) const {
    const std::string_view text = source_->text();
    while (extent.begin < extent.end && (text[extent.begin] == '&' || text[extent.begin] == '!')) {
      const std::size_t blank = text.find_first_of(" \t\r\n", extent.begin);
      const std::size_t next = text.find_first_not_of(" \t\r\n", blank);
      extent.begin = std::min(static_cast<std::uint32_t>(std::min(next, text.size())), extent.end);
    }
    return extent;
  }

  // A no-break space pasted from a word processor is part of a plain text and cannot be seen.
  void refuse_invisible_blanks(const base::LocatedText& scalar) {
    constexpr std::pair<std::string_view, const char*> kBlanks[] = {
        {"\u00A0", "U+00A0"}, {"\u202F", "U+202F"}, {"\u2007", "U+2007"},
        {"\u3000", "U+3000"}, {"\u200B", "U+200B"}, {"\uFEFF", "U+FEFF"}};
    const std::string_view text = scalar.text();
    for (const auto& [blank, name] : kBlanks) {
      if (!text.starts_with(blank) && !text.ends_with(blank)) continue;
      const std::size_t at = text.starts_with(blank) ? 0 : text.size() - blank.size();
      diagnostics_.error(scalar.at(at, blank.size()), Message(messages::kInvisibleBlank, {name}),
                         Message(messages::kReplaceBySpace));
    }
  }

  void malformed() {
    const yaml_parser_t& state = parser_.state();
    Complaint complaint;
    complaint.problem = state.problem != nullptr ? state.problem : "";
    complaint.context = state.context != nullptr ? state.context : "";
    complaint.at = offsets_.at(state.problem_mark.index);
    complaint.context_at = offsets_.at(state.context_mark.index);
    if (state.error == YAML_READER_ERROR) {
      complaint.at = static_cast<std::uint32_t>(state.problem_offset + bom_length(source_->text()));
      complaint.character = state.problem_value;
    }
    complaint.last_quoted = last_quoted_;
    diagnostics_.add(explain(complaint, source_));
  }

  const base::Source& source_;
  base::Diagnostics& diagnostics_;
  const Limits& limits_;
  ByteOffsets offsets_;
  Parser parser_;
  std::vector<Event> events_;
  std::optional<Extent> last_quoted_;
  std::size_t documents_ = 0;
  std::size_t depth_ = 0;
  std::size_t nodes_ = 0;
};

// Line breaks that only some programs see: editors, libyaml and yaml-cpp count lines differently.
bool refuse_odd_line_breaks(const base::Source& source, base::Diagnostics& diagnostics) {
  const std::string_view text = source->text();
  const auto refuse = [&](std::size_t at, std::uint32_t length, const char* name) {
    diagnostics.error({source, static_cast<std::uint32_t>(at), length},
                      Message(messages::kOddLineBreak, {name}),
                      Message(messages::kUseOrdinaryBreak));
  };
  bool clean = true;
  for (std::size_t at = text.find_first_of("\r\xC2\xE2"); at != std::string_view::npos;
       at = text.find_first_of("\r\xC2\xE2", at + 1)) {
    const std::string_view rest = text.substr(at, 3);
    const char* name = rest[0] == '\r' && !rest.starts_with("\r\n") ? "CR"
                       : rest.starts_with("\u0085")                 ? "U+0085"
                       : rest == "\u2028"                           ? "U+2028"
                       : rest == "\u2029"                           ? "U+2029"
                                                                    : nullptr;
    if (name == nullptr) continue;
    refuse(at, rest[0] == '\r' ? 1 : rest[0] == '\xC2' ? 2 : 3, name);
    clean = false;
  }
  return clean;
}

}  // namespace

std::optional<std::vector<Event>> read_events(const base::Source& source,
                                              base::Diagnostics& diagnostics,
                                              const Limits& limits) {
  const std::string& text = source->text();
  if (text.size() > limits.bytes) {
    diagnostics.error({source, 0, 0},
                      Message(messages::kFileTooLarge, {std::to_string(limits.bytes)}));
    return {};
  }
  if (const std::size_t wrong = base::find_invalid_utf8(text); wrong != std::string::npos) {
    diagnostics.error({source, static_cast<std::uint32_t>(wrong), 1},
                      Message(base::messages::kNotUtf8, {std::to_string(wrong), source->name()}));
    return {};
  }
  if (!refuse_odd_line_breaks(source, diagnostics)) return {};
  return StrictPass(source, diagnostics, limits).run();
}

}  // namespace guichet::yaml
