// Structs to FEEL contexts and back, by one description of their members for both ways: a function
// `members(archive, struct)` that names each.
#pragma once

#include <algorithm>
#include <map>
#include <optional>
#include <string>
#include <type_traits>
#include <utility>
#include <vector>

#include "engine/base/id.hpp"
#include "engine/base/instant.hpp"
#include "rules/feel/value.hpp"

namespace guichet::cases {

class Writer;
class Reader;

template <typename T>
concept Described = requires(Writer& writer, T& value) {
  members(writer, value);
};

// Collects a struct's members as entries sorted by name, so that the text made of them is
// canonical.
class Writer {
 public:
  explicit Writer(feel::Arena& arena) : arena_(arena) {}

  template <typename T>
  Writer& operator()(std::string_view name, const T& member) {
    const feel::Value value = make(member);
    // What is absent is left out; reading gives the default back.
    if (!value.is_null()) entries_.push_back({name, value});
    return *this;
  }

  template <Described T>
  static feel::Value write(const T& value, feel::Arena& arena) {
    Writer writer(arena);
    members(writer, const_cast<T&>(value));  // members() only reads through a Writer
    std::ranges::sort(writer.entries_, {}, &feel::Entry::name);
    return arena.context(writer.entries_);
  }

 private:
  feel::Value make(const std::string& text) { return arena_.string(text); }
  feel::Value make(bool value) { return feel::Value::boolean(value); }
  feel::Value make(std::int32_t value) { return feel::Value::integer(value); }
  feel::Value make(std::int64_t value) { return feel::Value::integer(value); }
  feel::Value make(base::Instant value) { return feel::Value::integer(base::to_millis(value)); }
  feel::Value make(base::Day value) { return arena_.string(base::iso(value)); }
  feel::Value make(const feel::Stored& value) { return arena_.copy(value.value()); }
  template <typename Tag, typename Number>
  feel::Value make(base::Id<Tag, Number> id) {
    return feel::Value::integer(id.value);
  }
  template <typename E>
  requires std::is_enum_v<E> feel::Value make(E value) {
    return feel::Value::integer(static_cast<std::int64_t>(value));
  }
  template <typename T>
  feel::Value make(const std::optional<T>& value) {
    return value ? make(*value) : feel::Value();
  }
  template <typename T>
  feel::Value make(const std::vector<T>& items) {
    std::vector<feel::Value> values;
    values.reserve(items.size());
    for (const T& item : items) values.push_back(make(item));
    return arena_.list(values);
  }
  template <typename A, typename B>
  feel::Value make(const std::pair<A, B>& pair) {
    const feel::Value both[] = {make(pair.first), make(pair.second)};
    return arena_.list(both);
  }
  template <typename T>
  feel::Value make(const std::map<std::string, T, std::less<>>& map) {
    std::vector<feel::Entry> entries;
    for (const auto& [name, value] : map) entries.push_back({name, make(value)});
    return arena_.context(entries);
  }
  template <Described T>
  feel::Value make(const T& value) {
    return write(value, arena_);
  }

  feel::Arena& arena_;
  std::vector<feel::Entry> entries_;
};

// Fills a struct from a context. A member that is absent keeps its default; one of another kind
// makes ok() false.
class Reader {
 public:
  explicit Reader(const feel::Value& context) : context_(context) {}
  bool ok() const { return wrong_.empty(); }
  const std::string& wrong() const { return wrong_; }  // name of the first misfit

  template <typename T>
  Reader& operator()(std::string_view name, T& member) {
    const feel::Value* value = context_.member(name);
    if (value != nullptr && !value->is_null() && !read(*value, member) && wrong_.empty()) {
      wrong_ = name;
    }
    return *this;
  }

 private:
  static bool is(const feel::Value& value, feel::Kind kind) { return value.kind() == kind; }

  bool read(const feel::Value& value, std::string& text) {
    if (!is(value, feel::Kind::string)) return false;
    text = value.text();
    return true;
  }
  bool read(const feel::Value& value, bool& flag) {
    flag = value.is_true();
    return is(value, feel::Kind::boolean);
  }
  bool read(const feel::Value& value, std::int64_t& number) {
    if (!is(value, feel::Kind::number) || !value.as_integer()) return false;
    number = *value.as_integer();
    return true;
  }
  template <typename T, typename Assign>
  bool read_number(const feel::Value& value, T& out, Assign assign) {
    std::int64_t number = 0;
    if (!read(value, number)) return false;
    out = assign(number);
    return true;
  }
  bool read(const feel::Value& value, std::int32_t& out) {
    return read_number(value, out, [](std::int64_t n) { return static_cast<std::int32_t>(n); });
  }
  bool read(const feel::Value& value, base::Instant& out) {
    return read_number(value, out, base::from_millis);
  }
  bool read(const feel::Value& value, base::Day& day) {
    std::string text;
    if (!read(value, text)) return false;
    const auto parsed = base::parse_day(text);
    if (parsed) day = *parsed;
    return parsed.has_value();
  }
  bool read(const feel::Value& value, feel::Stored& stored) {
    stored = feel::Stored(value);
    return true;
  }
  template <typename Tag, typename Number>
  bool read(const feel::Value& value, base::Id<Tag, Number>& id) {
    return read(value, id.value);
  }
  template <typename E>
  requires std::is_enum_v<E>
  bool read(const feel::Value& value, E& out) {
    return read_number(value, out, [](std::int64_t n) { return static_cast<E>(n); });
  }
  template <typename T>
  bool read(const feel::Value& value, std::optional<T>& out) {
    return read(value, out.emplace());
  }
  template <typename T>
  bool read(const feel::Value& value, std::vector<T>& out) {
    if (!is(value, feel::Kind::list)) return false;
    for (const feel::Value& item : value.items()) {
      if (!read(item, out.emplace_back())) return false;
    }
    return true;
  }
  template <typename A, typename B>
  bool read(const feel::Value& value, std::pair<A, B>& out) {
    if (!is(value, feel::Kind::list) || value.items().size() != 2) return false;
    return read(value.items()[0], out.first) && read(value.items()[1], out.second);
  }
  template <typename T>
  bool read(const feel::Value& value, std::map<std::string, T, std::less<>>& out) {
    if (!is(value, feel::Kind::context)) return false;
    for (const feel::Entry& entry : value.entries()) {
      if (!read(entry.value, out[std::string(entry.name)])) return false;
    }
    return true;
  }
  template <Described T>
  bool read(const feel::Value& value, T& out) {
    if (!is(value, feel::Kind::context)) return false;
    Reader inner(value);
    members(inner, out);
    return inner.ok();
  }

  const feel::Value& context_;
  std::string wrong_;
};

}  // namespace guichet::cases
