#include "engine/yaml/shape.hpp"

#include <algorithm>

#include "engine/yaml/messages.hpp"
#include "engine/yaml/syntax_messages.hpp"

namespace guichet::yaml {
namespace {

using base::Message;

// A longer list of keys is no help in one line.
constexpr std::size_t kKeysInHint = 12;

unsigned kind_bit(const Node& node) {
  if (node.is_empty()) return kEmpty;
  return node.is_scalar() ? kScalar : node.is_sequence() ? kSequence : kMapping;
}

Message what_is_found(const Node& node) {
  switch (kind_bit(node)) {
    case kScalar:
      return Message(messages::kFoundText);
    case kSequence:
      return Message(messages::kFoundList);
    case kMapping:
      return Message(messages::kFoundKeys);
    default:
      return Message(messages::kFoundNothing);
  }
}

const Key* find_key(std::span<const Key> keys, std::string_view name) {
  const auto found = std::ranges::find(keys, name, &Key::name);
  return found == keys.end() ? nullptr : &*found;
}

// Another level that has this very key; else the nearest key here; else what there is to choose.
std::optional<Message> hint_for(std::string_view name, std::span<const Key> keys,
                                std::span<const Elsewhere> elsewhere) {
  for (const Elsewhere& other : elsewhere) {
    if (find_key(other.keys, name) == nullptr) continue;
    return Message(messages::kStandsUnder, {std::string(name), std::string(other.level)});
  }
  // `{theme:creation}` is a key without a value.
  if (find_key(keys, name.substr(0, name.find(':'))) != nullptr) {
    return Message(messages::kSpaceAfterColon);
  }
  std::vector<std::string> names;
  for (const Key& key : keys) names.emplace_back(key.name);
  if (auto similar = base::suggestion(name, names)) return similar;
  if (names.empty() || names.size() > kKeysInHint) return {};
  std::string list;
  for (const std::string& known : names) list += (list.empty() ? "" : ", ") + known;
  return Message(messages::kKnownKeys, {list});
}

// Is it there, but misspelled? Then it has been told of.
bool is_misspelled(const Node& node, std::span<const Key> keys, std::string_view name) {
  return std::ranges::any_of(node.entries(), [&](const Entry& entry) {
    const std::string& written = entry.key.text();
    return find_key(keys, written) == nullptr &&
           base::did_you_mean(written, {std::string(name)}).has_value();
  });
}

bool find_similar(std::span<const Key> keys, std::string_view name) {
  return std::ranges::any_of(keys, [&](const Key& key) {
    return base::did_you_mean(name, {std::string(key.name)}).has_value() ||
           name.substr(0, name.find(':')) == key.name;
  });
}

bool check_entry(const Entry& entry, std::span<const Key> keys,
                 std::span<const Elsewhere> elsewhere, base::Diagnostics& diagnostics) {
  const std::string& name = entry.key.text();
  const Key* key = find_key(keys, name);
  if (key == nullptr) {
    diagnostics.error(entry.key.location(), Message(messages::kUnknownKey, {name}),
                      entry.value.is_empty() && !find_similar(keys, name)
                          ? Message(messages::kListInBrackets)
                          : hint_for(name, keys, elsewhere));
    return false;
  }
  if (key->not_yet) {
    diagnostics.error(entry.key.location(), Message(messages::kNotYet, {name}));
    return false;
  }
  if ((key->takes & kind_bit(entry.value)) != 0) return true;
  // Nothing has no place of its own: the key that lacks it is shown.
  const Node& shown = entry.value.is_empty() ? entry.key : entry.value;
  constexpr unsigned kWithoutEmpty = kScalar | kSequence | kMapping;
  diagnostics.error(shown.location(),
                    Message(messages::kWrongKind[key->takes & kWithoutEmpty], {name}),
                    what_is_found(entry.value));
  return false;
}

}  // namespace

bool check_shape(const Node& node, std::span<const Key> keys, base::Diagnostics& diagnostics,
                 std::span<const Elsewhere> elsewhere) {
  if (!node.is_mapping()) {
    diagnostics.error(node.location(), Message(messages::kKeysWanted), what_is_found(node));
    return false;
  }
  bool fits = true;
  for (const Entry& entry : node.entries()) {
    fits = check_entry(entry, keys, elsewhere, diagnostics) && fits;
  }
  for (const Key& key : keys) {
    if (!key.required || key.not_yet || node.find(key.name) != nullptr) continue;
    fits = false;
    if (is_misspelled(node, keys, key.name)) continue;
    diagnostics.error(node.location(), Message(messages::kMissingKey, {std::string(key.name)}));
  }
  return fits;
}

const Node* at(const Node& node, std::string_view key) {
  return node.is_mapping() ? node.find(key) : nullptr;
}

std::string text_at(const Node& node, std::string_view key, std::string_view otherwise) {
  const Node* value = at(node, key);
  return value != nullptr && value->is_scalar() && !value->is_empty() ? value->text()
                                                                      : std::string(otherwise);
}

}  // namespace guichet::yaml
