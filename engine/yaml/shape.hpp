// The closed schema of one mapping, as data: which keys it may have and what kind of node each is.
// What a key's value means is the reader's business.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "engine/yaml/node.hpp"

namespace guichet::yaml {

// What kinds of node a key takes, as bits.
enum Takes : unsigned {
  kScalar = 1,
  kSequence = 2,
  kMapping = 4,
  kEmpty = 8,  // nothing after the colon
  kAnything = 15,
};

struct Key {
  std::string_view name;
  unsigned takes = kAnything;
  bool required = false;
  // A key of the language that this version does not carry out yet: refused with those words.
  bool not_yet = false;
};

// Keys of another level, for the hint "`x` stands under ...".
struct Elsewhere {
  std::string_view level;  // how the author knows it: "a state"
  std::span<const Key> keys;
};

// Checks `node` against `keys`: it must be a mapping, know no other key (did you mean; or valid at
// another level), miss no required one, and each value must be of its kind. Every fault is
// reported; true where there was none.
bool check_shape(const Node& node, std::span<const Key> keys, base::Diagnostics& diagnostics,
                 std::span<const Elsewhere> elsewhere = {});

// The value under `key`, or nullptr where `node` has none or is no mapping.
const Node* at(const Node& node, std::string_view key);
// The scalar text under `key`, or `otherwise`.
std::string text_at(const Node& node, std::string_view key, std::string_view otherwise = {});

// Readers of a scalar, which report what does not fit at its place.
std::optional<bool> read_bool(const Node& node, base::Diagnostics& diagnostics);  // true, false
std::optional<std::int64_t> read_integer(const Node& node, base::Diagnostics& diagnostics);
// A lower-case id: letters of any script, digits, `-`, `_`; beginning with a letter.
bool read_id(const Node& node, base::Diagnostics& diagnostics);
// `x` or `[x, y]`: the scalars of both forms. Anything else inside is reported.
std::vector<const Node*> read_one_or_many(const Node& node, base::Diagnostics& diagnostics);

// Checks the header `guichet: <kind>/1`; false, with a diagnostic, if it is another or none.
bool check_header(const Node& root, std::string_view kind, base::Diagnostics& diagnostics);
// The kind that the header names ("workflow"), empty if there is no header.
std::string_view header_kind(const Node& root);

}  // namespace guichet::yaml
