#include "workflows/check/places.hpp"

namespace guichet::check {

namespace {

std::optional<base::Location> key_in(const View& view, std::string_view key) {
  for (const View::Item& item : view.entries()) {
    if (item.key->text() == key) return item.key->location();
  }
  return std::nullopt;
}

// `x` or `[x, y]`, keys of a mapping too: where `text` stands.
std::optional<base::Location> item_in(const std::optional<View>& value, std::string_view text) {
  if (!value) return std::nullopt;
  if (value->node().is_scalar() && value->node().text() == text) return value->location();
  for (const yaml::Node& item : value->node().items()) {
    if (item.text() == text) return item.location();
  }
  if (value->node().is_mapping()) return key_in(*value, text);
  return std::nullopt;
}

std::string_view group_of(model::Cause cause) {
  switch (cause) {
    case model::Cause::action:
      return "actions";
    case model::Cause::reply:
      return "replies";
    case model::Cause::timer:
      return "timers";
    case model::Cause::event:
      return "events";
    case model::Cause::always:
      return "always";
    case model::Cause::done:
      break;
  }
  return "done";
}

}  // namespace

const View& Places::view(model::StateIndex state) const {
  return reading_.views[static_cast<std::size_t>(state.value)];
}

base::Location Places::key(model::StateIndex state, std::string_view key) const {
  return key_in(view(state), key).value_or(reading_.workflow.at(state).at);
}

base::Location Places::value(model::StateIndex state, std::string_view key) const {
  const auto value = view(state).find(key);
  return value ? value->location() : reading_.workflow.at(state).at;
}

base::Location Places::item(model::StateIndex state, std::string_view block, std::string_view key,
                            std::string_view text) const {
  const auto outer = view(state).find(block);
  const auto value = outer ? outer->find(key) : std::nullopt;
  return item_in(value, text).value_or(value ? value->location() : reading_.workflow.at(state).at);
}

std::optional<View> Places::written(const model::Declaration& declaration) const {
  const auto group = view(declaration.state).find(group_of(declaration.cause));
  if (!group || declaration.name.empty()) return group;
  return group->find(declaration.name);
}

base::Location Places::key(const model::Declaration& declaration, std::string_view key) const {
  const auto of = written(declaration);
  return of ? key_in(*of, key).value_or(declaration.at) : declaration.at;
}

base::Location Places::item(const model::Declaration& declaration, std::string_view key,
                            std::string_view text) const {
  const auto of = written(declaration);
  const auto value = of ? of->find(key) : std::nullopt;
  return item_in(value, text).value_or(value ? value->location() : declaration.at);
}

}  // namespace guichet::check
