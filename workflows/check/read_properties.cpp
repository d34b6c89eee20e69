// `properties:`, in their plain form: one mapping a pattern. Sentences are lowered to it by
// lower_property.cpp.
#include <algorithm>

#include "workflows/check/form_messages.hpp"
#include "workflows/check/reading.hpp"

namespace guichet::check {

namespace {

using base::Message;
using model::Pattern;
using yaml::Key;
using yaml::kScalar;

constexpr Key kNeverKeys[] = {{"id", kScalar}, {"never", kScalar, true}};
constexpr Key kAlwaysKeys[] = {{"id", kScalar}, {"always", kScalar, true}};
constexpr Key kLeadsToKeys[] = {
    {"id", kScalar}, {"when", kScalar, true}, {"leads_to", kScalar, true}, {"within", kScalar}};
constexpr Key kBeforeKeys[] = {
    {"id", kScalar}, {"first", kScalar, true}, {"before", kScalar, true}};
constexpr Key kAtMostKeys[] = {{"id", kScalar}, {"at_most", kScalar, true}, {"of", kScalar, true}};
constexpr Key kEndsKeys[] = {{"id", kScalar}, {"every_case", kScalar, true}};

// How a pattern is written: the key that tells it, and where its conditions stand.
struct Form {
  Pattern pattern;
  std::string_view key;
  std::span<const Key> keys;
  std::string_view p, q;
};
constexpr Form kForms[] = {
    {Pattern::never, "never", kNeverKeys, "never", ""},
    {Pattern::always, "always", kAlwaysKeys, "always", ""},
    {Pattern::leads_to, "leads_to", kLeadsToKeys, "when", "leads_to"},
    {Pattern::before, "before", kBeforeKeys, "first", "before"},
    {Pattern::at_most, "at_most", kAtMostKeys, "of", ""},
    {Pattern::ends, "every_case", kEndsKeys, "", ""},
};

const Form* form_of(const yaml::Node& item) {
  const auto found = std::ranges::find_if(
      kForms, [&](const Form& form) { return yaml::at(item, form.key) != nullptr; });
  return found == std::end(kForms) ? nullptr : &*found;
}

feel::Expression condition_at(Reading& reading, const yaml::Node& item, std::string_view key) {
  const yaml::Node* value = yaml::at(item, key);
  return value == nullptr ? feel::Expression() : read_condition(reading, *value);
}

void read_bound(Reading& reading, const yaml::Node& item, model::Property& property) {
  const yaml::Node& bound = *yaml::at(item, "at_most");
  const auto times = yaml::read_integer(bound, reading.diagnostics);
  if (times && *times < 0) {
    reading.diagnostics.error(bound.location(), Message(messages::kNotPositive, {"at_most"}));
  }
  property.times = static_cast<std::int32_t>(times.value_or(0));
}

void read_property(Reading& reading, const yaml::Node& item, std::size_t number) {
  const Form* form = form_of(item);
  if (form == nullptr) {
    reading.diagnostics.error(item.location(), Message(messages::kPropertyWanted),
                              Message(messages::kPropertyForms));
    return;
  }
  if (!yaml::check_shape(item, form->keys, reading.diagnostics)) return;
  model::Property property;
  property.pattern = form->pattern;
  property.at = item.location();
  property.id = yaml::text_at(item, "id", "p" + std::to_string(number));
  property.p = condition_at(reading, item, form->p);
  property.q = condition_at(reading, item, form->q);
  if (const yaml::Node* within = yaml::at(item, "within")) {
    property.within = read_delay(reading, *within);
  }
  if (form->pattern == Pattern::at_most) read_bound(reading, item, property);
  if (form->pattern == Pattern::ends) {
    read_word(reading, *yaml::at(item, "every_case"), {"ends"});
  }
  reading.workflow.properties.push_back(std::move(property));
}

}  // namespace

void read_properties(Reading& reading, const yaml::Node& list) {
  std::size_t number = 0;
  for (const yaml::Node& item : list.items()) read_property(reading, item, ++number);
  const auto& properties = reading.workflow.properties;
  for (std::size_t i = 0; i < properties.size(); ++i) {
    for (std::size_t j = 0; j < i; ++j) {
      if (properties[i].id != properties[j].id) continue;
      reading.diagnostics.error(properties[i].at,
                                Message(messages::kPropertyTwice, {properties[i].id}));
      break;
    }
  }
}

}  // namespace guichet::check
