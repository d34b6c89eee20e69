#include "engine/yaml/node.hpp"

#include <algorithm>

namespace guichet::yaml {

Node Node::scalar(base::LocatedText text, base::Location at) {
  Node node;
  node.location_ = std::move(at);
  node.text_ = std::move(text);
  return node;
}

Node Node::sequence(std::vector<Node> items, base::Location at) {
  Node node;
  node.kind_ = Kind::sequence;
  node.location_ = std::move(at);
  node.items_ = std::move(items);
  return node;
}

Node Node::mapping(std::vector<Entry> entries, base::Location at) {
  Node node;
  node.kind_ = Kind::mapping;
  node.location_ = std::move(at);
  node.entries_ = std::move(entries);
  return node;
}

bool Node::is_empty() const {
  if (kind_ != Kind::scalar || style_ != Style::plain) return false;
  const std::string& text = text_.text();
  return text.empty() || text == "~" || text == "null" || text == "Null" || text == "NULL";
}

std::span<const Node> Node::items() const {
  return items_;
}

std::span<const Entry> Node::entries() const {
  return entries_;
}

const Node* Node::find(std::string_view key) const {
  if (by_key_.empty()) {
    const auto found =
        std::ranges::find_if(entries_, [&](const Entry& entry) { return entry.key.text() == key; });
    return found == entries_.end() ? nullptr : &found->value;
  }
  const auto key_of = [this](std::uint32_t index) -> std::string_view {
    return entries_[index].key.text();
  };
  const auto found = std::ranges::lower_bound(by_key_, key, {}, key_of);
  if (found == by_key_.end() || key_of(*found) != key) return nullptr;
  return &entries_[*found].value;
}

}  // namespace guichet::yaml
