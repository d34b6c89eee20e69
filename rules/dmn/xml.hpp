// Inside the module: XML text as a tree whose names are resolved by namespace and whose texts know
// where they stood. expat reads, checks and places; a property tree holds what it read. A handle
// is valid as long as its Document. Immutable.
#pragma once

#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/base/diagnostic.hpp"
#include "engine/base/source.hpp"

namespace guichet::dmn::xml {

struct Attribute {
  std::string name_space;  // "" where the name has no prefix
  std::string name;
  std::string value;
  base::Location at;  // of the value, inside its quotes
};

class Element {
 public:
  const std::string& name_space() const;
  const std::string& name() const;
  const std::vector<Attribute>& attributes() const;
  // nullptr where it has none of that name; without prefix unless a namespace is given.
  const Attribute* attribute(std::string_view name, std::string_view name_space = {}) const;
  // Its own characters, references and CDATA resolved; those of its children left out.
  const base::LocatedText& text() const;
  base::Location at() const;  // the name in its start tag
  std::vector<Element> children() const;
  // What a prefix stands for inside this element; nothing where it is not declared.
  std::optional<std::string> namespace_of(std::string_view prefix) const;
  std::optional<std::string> prefix_of(std::string_view name_space) const;

 private:
  friend class Document;
  explicit Element(const void* tree) : tree_(tree) {}
  const void* tree_;  // a property tree; its type stays in the .cpp file
};

struct Limits {
  std::size_t bytes = 16u << 20;
  std::size_t text_bytes = 1u << 20;  // of one attribute or one element's text
  std::size_t elements = 500'000;
  std::size_t depth = 64;
};

class Document {
 public:
  // Nothing, with a diagnostic, where the text is not well-formed, passes a limit, or has a
  // DOCTYPE.
  static std::optional<Document> parse(const base::Source& source, base::Diagnostics& diagnostics,
                                       const Limits& limits = {});
  Document(Document&&) noexcept;
  Document& operator=(Document&&) noexcept;
  ~Document();

  Element root() const;

 private:
  struct Parts;
  explicit Document(std::unique_ptr<Parts> parts);
  std::unique_ptr<Parts> parts_;
};

}  // namespace guichet::dmn::xml
