#include "workflows/check/view.hpp"

#include <algorithm>

#include "engine/yaml/messages.hpp"

namespace guichet::check {

namespace {

// Keys that do not stand in one mapping together.
constexpr std::pair<std::string_view, std::string_view> kExclusive[] = {
    {"choose", "goto"},       {"choose", "do"},      {"choose", "when"},   {"choose", "refuse"},
    {"goto", "refuse"},       {"after", "at"},       {"after", "plus"},    {"convention", "field"},
    {"states", "final"},      {"regions", "states"}, {"regions", "final"}, {"checklist", "states"},
    {"checklist", "regions"}, {"checklist", "final"}};

// Does the child's mapping have a key that stands in the place of this one of the base?
bool is_displaced(std::string_view key, const View& child) {
  return std::ranges::any_of(kExclusive, [&](const auto& pair) {
    return (pair.first == key && child.find(pair.second)) ||
           (pair.second == key && child.find(pair.first));
  });
}

std::optional<View> states_of(const View& state, std::string_view& key) {
  for (key = "states";; key = "regions") {
    auto states = state.find(key);
    if (states || key == "regions") return states;
  }
}

}  // namespace

View::View(std::vector<const yaml::Node*> sources, Items items)
    : sources_(std::move(sources)), items_(std::make_shared<const Items>(std::move(items))) {}

View View::with(Items items) const {
  return {sources_, std::move(items)};
}

View View::merged(const View& base, const View& child) {
  if (!base.node().is_mapping() || !child.node().is_mapping()) return child;
  std::vector<const yaml::Node*> sources = child.sources_;
  sources.insert(sources.end(), base.sources_.begin(), base.sources_.end());
  return {std::move(sources), merged_items(base, child)};
}

View::Items View::merged_items(const View& base, const View& child) {
  Items items;
  for (const Item& inherited : base.entries()) {
    const std::string& key = inherited.key->text();
    if (const auto own = child.find(key)) {
      items.push_back({inherited.key, merged(inherited.value, *own)});
    } else if (!is_displaced(key, child)) {
      items.push_back(inherited);
    }
  }
  for (const Item& own : child.entries()) {
    if (!base.find(own.key->text())) items.push_back(own);
  }
  return items;
}

std::optional<View> View::without_state(const View& parent, std::string_view path) {
  const std::size_t dot = path.find('.');
  const std::string_view id = path.substr(0, dot);
  std::string_view key;
  const auto states = states_of(parent, key);
  const auto state = states ? states->find(id) : std::nullopt;
  if (!state) return std::nullopt;

  std::optional<View> rest;
  if (dot != std::string_view::npos) {
    rest = without_state(*state, path.substr(dot + 1));
    if (!rest) return std::nullopt;
  }
  const auto replaced = [](const View& of, std::string_view name, const std::optional<View>& by) {
    Items items = of.entries();
    const auto place =
        std::ranges::find_if(items, [&](const Item& item) { return item.key->text() == name; });
    if (by) {
      place->value = *by;
    } else {
      items.erase(place);
    }
    return View(of.sources_, std::move(items));
  };
  return replaced(parent, key, replaced(*states, id, rest));
}

std::vector<View::Item> View::entries() const {
  if (items_) return *items_;
  Items items;
  for (const yaml::Entry& entry : node().entries())
    items.push_back({&entry.key, View(entry.value)});
  return items;
}

std::optional<View> View::find(std::string_view key) const {
  if (items_) {
    for (const Item& item : *items_) {
      if (item.key->text() == key) return item.value;
    }
    return std::nullopt;
  }
  const yaml::Node* found = yaml::at(node(), key);
  return found == nullptr ? std::nullopt : std::optional(View(*found));
}

bool View::check_shape(std::span<const yaml::Key> keys, base::Diagnostics& diagnostics,
                       std::span<const yaml::Elsewhere> elsewhere) const {
  if (sources_.size() == 1) return yaml::check_shape(node(), keys, diagnostics, elsewhere);
  // A part may lack what another part has: required keys are asked of the whole.
  std::vector<yaml::Key> optional(keys.begin(), keys.end());
  for (yaml::Key& key : optional) key.required = false;
  bool good = true;
  for (const yaml::Node* source : sources_) {
    good = yaml::check_shape(*source, optional, diagnostics, elsewhere) && good;
  }
  for (const yaml::Key& key : keys) {
    if (!key.required || find(key.name)) continue;
    diagnostics.error(location(),
                      base::Message(yaml::messages::kMissingKey, {std::string(key.name)}));
    good = false;
  }
  return good;
}

}  // namespace guichet::check
