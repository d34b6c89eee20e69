// YAML text as a read-only tree whose every scalar knows its extent and style. Strict: no anchors,
// aliases, tags, merge keys, duplicate keys or second document. Scalars are text: what `010` or
// `no` means is decided by the schema of its place. Immutable; shared between threads freely.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "engine/base/diagnostic.hpp"
#include "engine/base/source.hpp"

namespace guichet::yaml {

enum class Kind { scalar, sequence, mapping };
enum class Style { plain, single_quoted, double_quoted, literal, folded };

class Node;
struct Entry;

class Node {
 public:
  // Nodes that stand for what an author wrote shorter, at the place where that stands.
  static Node scalar(base::LocatedText text, base::Location at);
  static Node sequence(std::vector<Node> items, base::Location at);
  static Node mapping(std::vector<Entry> entries, base::Location at);

  Kind kind() const { return kind_; }
  bool is_scalar() const { return kind_ == Kind::scalar; }
  bool is_sequence() const { return kind_ == Kind::sequence; }
  bool is_mapping() const { return kind_ == Kind::mapping; }
  // A plain scalar without text (`key:`) or `~` or `null`.
  bool is_empty() const;

  // Scalars; empty text otherwise.
  const std::string& text() const { return text_.text(); }
  const base::LocatedText& located() const { return text_; }
  Style style() const { return style_; }

  std::span<const Node> items() const;           // sequence
  std::span<const Entry> entries() const;        // mapping, in document order
  const Node* find(std::string_view key) const;  // mapping; nullptr where absent

  // Where the node begins; a scalar's whole extent.
  const base::Location& location() const { return location_; }

 private:
  friend class TreeBuilder;
  Kind kind_ = Kind::scalar;
  Style style_ = Style::plain;
  base::LocatedText text_;
  base::Location location_;
  std::vector<Node> items_;
  std::vector<Entry> entries_;
  std::vector<std::uint32_t> by_key_;  // entries in the order of their keys; large mappings only
};

struct Entry {
  Node key;  // always a scalar
  Node value;
};

struct Limits {
  std::size_t bytes = 1 << 20;
  std::size_t nodes = 50'000;
  std::size_t depth = 32;
};

// A scalar is its text and a style, nothing more: `{article: art-4, effectif: "[0..20)"}` is a
// mapping whose value under `effectif` is the seven bytes [0..20) in style double_quoted, located
// inside the quotes. Without the quotes it would open a list, and is refused with that reason.
//
// The document's root; nullptr where the text cannot be a tree (the reasons are in
// `diagnostics`). Faults that leave a tree (a duplicate key, an alias) are errors as well, but the
// tree comes back so that the rest can be checked in the same pass: of two entries with one key
// the first stays, so the keys of a mapping are always distinct.
std::unique_ptr<const Node> parse(const base::Source& source, base::Diagnostics& diagnostics,
                                  const Limits& limits = {});

}  // namespace guichet::yaml
