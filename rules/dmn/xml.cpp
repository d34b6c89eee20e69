#include "rules/dmn/xml.hpp"

#include <algorithm>
#include <boost/property_tree/ptree.hpp>
#include <map>

#include "rules/dmn/xml_pass.hpp"

namespace guichet::dmn::xml {

namespace {

using Tree = boost::property_tree::basic_ptree<std::string, Content>;

const Tree& tree_of(const void* tree) {
  return *static_cast<const Tree*>(tree);
}

// Puts what the pass reads into a property tree, keyed by local name.
class TreeBuilder : public PassHandler {
 public:
  explicit TreeBuilder(Tree& document) : open_{&document} {}

  void begin(Content content) override {
    std::string key = content.name;
    Tree& child = open_.back()->push_back({std::move(key), Tree(std::move(content))})->second;
    open_.push_back(&child);
  }
  void end(base::LocatedText text) override {
    open_.back()->data().text = std::move(text);
    open_.pop_back();
  }

 private:
  std::vector<Tree*> open_;
};

}  // namespace

struct Document::Parts {
  Tree tree;  // its one child is the root element
};

Document::Document(std::unique_ptr<Parts> parts) : parts_(std::move(parts)) {}
Document::Document(Document&&) noexcept = default;
Document& Document::operator=(Document&&) noexcept = default;
Document::~Document() = default;

std::optional<Document> Document::parse(const base::Source& source, base::Diagnostics& diagnostics,
                                        const Limits& limits) {
  auto parts = std::make_unique<Parts>();
  TreeBuilder builder(parts->tree);
  if (!run_pass(source, limits, builder, diagnostics)) return {};
  return Document(std::move(parts));
}

Element Document::root() const {
  return Element(&parts_->tree.front().second);
}

const std::string& Element::name_space() const {
  return tree_of(tree_).data().name_space;
}

const std::string& Element::name() const {
  return tree_of(tree_).data().name;
}

const std::vector<Attribute>& Element::attributes() const {
  return tree_of(tree_).data().attributes;
}

const Attribute* Element::attribute(std::string_view name, std::string_view name_space) const {
  for (const Attribute& one : attributes())
    if (one.name == name && one.name_space == name_space) return &one;
  return nullptr;
}

const base::LocatedText& Element::text() const {
  return tree_of(tree_).data().text;
}

base::Location Element::at() const {
  return tree_of(tree_).data().at;
}

std::vector<Element> Element::children() const {
  std::vector<Element> children;
  children.reserve(tree_of(tree_).size());
  for (const auto& [name, child] : tree_of(tree_)) children.push_back(Element(&child));
  return children;
}

std::optional<std::string> Element::namespace_of(std::string_view prefix) const {
  const Prefixes& prefixes = *tree_of(tree_).data().prefixes;
  const auto found = prefixes.find(prefix);
  return found == prefixes.end() ? std::nullopt : std::optional(found->second);
}

std::optional<std::string> Element::prefix_of(std::string_view name_space) const {
  for (const auto& [prefix, uri] : *tree_of(tree_).data().prefixes)
    if (uri == name_space) return prefix;
  return {};
}

}  // namespace guichet::dmn::xml
