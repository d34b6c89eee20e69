// JSON text -> FEEL values, by Boost.JSON's incremental parser: its handlers see the raw text of a
// number, which its own values would turn into a double.
#include <algorithm>
#include <boost/json/basic_parser_impl.hpp>

#include "engine/base/file.hpp"
#include "engine/json/json.hpp"
#include "engine/json/messages.hpp"
#include "engine/json/typed.hpp"

namespace guichet::json {
namespace {

namespace bj = boost::json;
using base::Message;
using base::MessageText;

constexpr std::size_t kDepth = 64;
// Up to here keys are compared one by one; a larger object is checked when it ends.
constexpr std::size_t kFewKeys = 16;

// What a handler found wrong; Boost's error code only says that there is something.
struct Fault {
  const MessageText* text = nullptr;
  std::size_t at = 0;
  std::vector<std::string> details;
};

base::Error error_at(std::string_view text, const Fault& fault) {
  const base::SourceText source("<json>", std::string(text));
  const base::Place place = source.place_of(static_cast<std::uint32_t>(fault.at));
  std::vector<std::string> arguments{std::to_string(place.line), std::to_string(place.column)};
  arguments.insert(arguments.end(), fault.details.begin(), fault.details.end());
  return {base::ErrorKind::input, Message(*fault.text, std::move(arguments))};
}

// Values of all open containers lie on one stack, keys on another: no allocation per container.
class Handler {
 public:
  static constexpr std::size_t max_array_size = SIZE_MAX;
  static constexpr std::size_t max_object_size = SIZE_MAX;
  static constexpr std::size_t max_string_size = SIZE_MAX;
  static constexpr std::size_t max_key_size = SIZE_MAX;

  Handler(std::string_view text, feel::Arena& arena, bool typed)
      : text_(text), arena_(arena), typed_(typed) {}

  feel::Value result() const { return values_.back(); }
  const Fault& fault() const { return fault_; }

  bool on_document_begin(bj::error_code&) { return true; }
  bool on_document_end(bj::error_code&) { return true; }

  bool on_array_begin(bj::error_code&) { return open(); }
  bool on_array_end(std::size_t, bj::error_code&) {
    const std::size_t first = frames_.back().values;
    const std::span<const feel::Value> items(values_.data() + first, values_.size() - first);
    close(arena_.list(items));
    return true;
  }

  bool on_object_begin(bj::error_code&) { return open(); }
  bool on_object_end(std::size_t, bj::error_code& failed) {
    const Frame frame = frames_.back();
    const std::span<const Key> keys(keys_.data() + frame.keys, keys_.size() - frame.keys);
    if (keys.size() > kFewKeys && !all_distinct(keys, failed)) return false;
    if (typed_ && keys.size() == 1 && is_mark(name_of(keys[0]))) return close_marked(failed);
    close_context(keys, frame);
    return true;
  }

  bool on_key_part(bj::string_view part, std::size_t, bj::error_code&) {
    part_ += part;
    return true;
  }
  bool on_key(bj::string_view part, std::size_t, bj::error_code& failed) {
    const Key key{names_.size(), part_.size() + part.size(), offset_of(part)};
    names_ += part_;
    names_ += part;
    part_.clear();
    const std::span<const Key> keys(keys_.data() + frames_.back().keys,
                                    keys_.size() - frames_.back().keys);
    if (keys.size() < kFewKeys) {
      const auto same = [&](const Key& other) { return name_of(other) == name_of(key); };
      if (std::ranges::any_of(keys, same)) return refuse_duplicate(key, failed);
    }
    keys_.push_back(key);
    return true;
  }

  bool on_string_part(bj::string_view part, std::size_t, bj::error_code&) {
    part_ += part;
    return true;
  }
  bool on_string(bj::string_view part, std::size_t, bj::error_code&) {
    if (part_.empty()) {
      values_.push_back(arena_.string({part.data(), part.size()}));
    } else {
      part_ += part;
      values_.push_back(arena_.string(part_));
      part_.clear();
    }
    return true;
  }

  bool on_number_part(bj::string_view part, bj::error_code&) {
    part_ += part;
    return true;
  }
  bool on_int64(std::int64_t value, bj::string_view, bj::error_code&) {
    part_.clear();
    values_.push_back(feel::Value::integer(value));
    return true;
  }
  bool on_uint64(std::uint64_t, bj::string_view part, bj::error_code& failed) {
    return number(part, failed);
  }
  bool on_double(double, bj::string_view part, bj::error_code& failed) {
    return number(part, failed);
  }

  bool on_bool(bool value, bj::error_code&) {
    values_.push_back(feel::Value::boolean(value));
    return true;
  }
  bool on_null(bj::error_code&) {
    values_.emplace_back();
    return true;
  }
  bool on_comment_part(bj::string_view, bj::error_code&) { return true; }
  bool on_comment(bj::string_view, bj::error_code&) { return true; }

 private:
  struct Frame {
    std::size_t values;
    std::size_t keys;
  };
  struct Key {
    std::size_t name;  // in names_
    std::size_t length;
    std::size_t offset;  // in the text
  };

  std::string_view name_of(const Key& key) const {
    return std::string_view(names_).substr(key.name, key.length);
  }

  // A part that was unescaped lies elsewhere; then the last known place is near enough.
  std::size_t offset_of(bj::string_view part) {
    const std::less_equal<const char*> ordered;
    if (ordered(text_.data(), part.data()) && ordered(part.data(), text_.data() + text_.size())) {
      last_offset_ = static_cast<std::size_t>(part.data() - text_.data());
    }
    return last_offset_;
  }

  bool refuse(const MessageText& text, std::size_t at, std::vector<std::string> details,
              bj::error_code& failed) {
    fault_ = {&text, at, std::move(details)};
    failed = bj::error::exception;
    return false;
  }
  bool refuse_duplicate(const Key& key, bj::error_code& failed) {
    // Before the key's opening quote.
    const std::size_t at = key.offset == 0 ? 0 : key.offset - 1;
    return refuse(messages::kDuplicateKey, at, {std::string(name_of(key))}, failed);
  }

  bool all_distinct(std::span<const Key> keys, bj::error_code& failed) {
    std::vector<Key> sorted(keys.begin(), keys.end());
    std::ranges::stable_sort(sorted, {}, [this](const Key& key) { return name_of(key); });
    const auto twice = std::ranges::adjacent_find(
        sorted, [this](const Key& a, const Key& b) { return name_of(a) == name_of(b); });
    return twice == sorted.end() || refuse_duplicate(*(twice + 1), failed);
  }

  bool open() {
    frames_.push_back({values_.size(), keys_.size()});
    return true;
  }

  void close(feel::Value container) {
    values_.resize(frames_.back().values);
    values_.push_back(container);
    frames_.pop_back();
  }

  void close_context(std::span<const Key> keys, const Frame& frame) {
    entries_.clear();
    for (std::size_t i = 0; i < keys.size(); ++i) {
      std::string_view name = name_of(keys[i]);
      // An escaped mark: see typed.hpp.
      if (typed_ && keys.size() == 1 && is_mark(name)) name.remove_prefix(1);
      entries_.push_back({name, values_[frame.values + i]});
    }
    const feel::Value context = arena_.context(entries_);
    if (!keys.empty()) names_.resize(keys.front().name);
    keys_.resize(frame.keys);
    close(context);
  }

  bool close_marked(bj::error_code& failed) {
    const Frame frame = frames_.back();
    const Key key = keys_.back();
    const std::string_view mark = name_of(key);
    if (is_mark(mark.substr(1))) {
      close_context({keys_.data() + frame.keys, 1}, frame);
      return true;
    }
    const feel::Value text = values_.back();
    const bool is_text = text.kind() == feel::Kind::string;
    const auto value =
        is_text ? read_marked(mark, text.text(), arena_) : std::optional<feel::Value>();
    if (!value) {
      return refuse(messages::kBadTypedValue, key.offset,
                    {is_text ? std::string(text.text()) : std::string(), std::string(mark)},
                    failed);
    }
    names_.resize(key.name);
    keys_.resize(frame.keys);
    close(*value);
    return true;
  }

  bool number(bj::string_view part, bj::error_code& failed) {
    part_ += part;
    const auto value = arena_.number(part_);
    part_.clear();
    if (!value) return refuse(messages::kNumberOutOfRange, offset_of(part), {}, failed);
    values_.push_back(*value);
    return true;
  }

  std::string_view text_;
  feel::Arena& arena_;
  bool typed_;
  Fault fault_;
  std::vector<Frame> frames_;
  std::vector<feel::Value> values_;
  std::vector<Key> keys_;
  std::string names_;
  std::vector<feel::Entry> entries_;
  std::string part_;  // of a string, key or number that comes in pieces
  std::size_t last_offset_ = 0;
};

// The character at the fault, whole.
std::string character_at(std::string_view text, std::size_t at) {
  std::size_t end = at + 1;
  while (end < text.size() && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U) ++end;
  return std::string(text.substr(at, end - at));
}

// Boost calls these a plain syntax error: `\x`, and half of a surrogate pair.
bool follows_bad_escape(std::string_view text, std::size_t at) {
  const std::string_view before = text.substr(0, at);
  if (before.ends_with('\\')) return true;
  if (before.size() < 6) return false;
  const std::string_view escape = before.substr(at - 6);
  return escape.starts_with("\\u") && (escape[2] == 'd' || escape[2] == 'D') &&
         std::string_view("89abAB").contains(escape[3]);
}

Fault explain(std::string_view text, std::size_t at, const bj::error_code& failed) {
  using bj::error;
  if (failed == error::too_deep) return {&messages::kTooDeep, at, {std::to_string(kDepth)}};
  if (failed == error::exponent_overflow) return {&messages::kNumberOutOfRange, at, {}};
  if (failed == error::incomplete || at >= text.size()) return {&messages::kIncomplete, at, {}};
  const auto escape = {error::illegal_leading_surrogate, error::illegal_trailing_surrogate,
                       error::expected_hex_digit, error::expected_utf16_escape};
  if (std::ranges::any_of(escape, [&](error code) { return failed == code; }) ||
      follows_bad_escape(text, at)) {
    return {&messages::kBadEscape, at, {}};
  }
  return {&messages::kSyntax, at, {character_at(text, at)}};
}

base::Result<feel::Value> parse(std::string_view text, feel::Arena& arena, bool typed) {
  if (const std::size_t wrong = base::find_invalid_utf8(text); wrong != std::string::npos) {
    return std::unexpected(error_at(text, {&messages::kNotUtf8, wrong, {}}));
  }
  bj::parse_options options;
  options.max_depth = kDepth;
  bj::basic_parser<Handler> parser(options, text, arena, typed);
  bj::error_code failed;
  const std::size_t read = parser.write_some(false, text.data(), text.size(), failed);
  if (failed) {
    const Fault& fault = parser.handler().fault();
    return std::unexpected(
        error_at(text, fault.text != nullptr ? fault : explain(text, read, failed)));
  }
  if (read < text.size()) {
    return std::unexpected(error_at(text, {&messages::kExtraData, read, {}}));
  }
  return parser.handler().result();
}

base::Result<feel::Stored> store(std::string_view text, bool typed) {
  feel::Arena arena;
  const auto value = parse(text, arena, typed);
  if (!value) return std::unexpected(value.error());
  return feel::Stored(*value);
}

}  // namespace

base::Result<feel::Value> read(std::string_view text, feel::Arena& arena) {
  return parse(text, arena, false);
}

base::Result<feel::Stored> read(std::string_view text) {
  return store(text, false);
}

base::Result<feel::Stored> read_typed(std::string_view text) {
  return store(text, true);
}

}  // namespace guichet::json
