// What a workflow promises and keeps: contracts, who sees what, reopening, the promised delay,
// retention.
#include <algorithm>

#include "workflows/check/form_messages.hpp"
#include "workflows/check/keys.hpp"
#include "workflows/check/messages.hpp"
#include "workflows/check/reading.hpp"

namespace guichet::check {

namespace {

using base::Message;

feel::Expression condition_at(Reading& reading, const View& of, std::string_view key) {
  const auto value = of.find(key);
  return value ? read_condition(reading, value->node()) : feel::Expression();
}

std::vector<std::string> read_visible(Reading& reading, const View& access) {
  std::vector<std::string> fields;
  const auto visible = access.find("visible");
  if (!visible || visible->node().is_mapping()) return fields;
  for (const yaml::Node* field : yaml::read_one_or_many(visible->node(), reading.diagnostics)) {
    if (find_field(reading, *field) != nullptr) fields.push_back(field->text());
  }
  return fields;
}

void read_reopen(Reading& reading, const View& view) {
  view.check_shape(keys::kReopen, reading.diagnostics, keys::kLevels);
  model::Reopen reopen;
  reopen.at = view.location();
  reopen.by = read_roles(reading, view, "by");
  reopen.require = read_own_fields(reading, view, "require");
  reopen.within = read_delay(reading, view, "within");
  const auto target = view.find("goto");
  if (!target) return;
  const auto targets = read_targets(reading, target->node(), model::kRoot);
  if (targets.size() > 1) {
    reading.diagnostics.error(target->location(), Message(messages::kOneTarget));
  }
  if (targets.empty()) return;
  reopen.target = targets.front();
  reading.workflow.reopen = std::move(reopen);
}

void read_sla(Reading& reading, const View& view) {
  view.check_shape(keys::kSla, reading.diagnostics, keys::kLevels);
  std::vector<std::string> tags;
  for (const model::State& state : reading.workflow.states) {
    tags.insert(tags.end(), state.tags.begin(), state.tags.end());
  }
  model::Sla sla;
  sla.at = view.location();
  if (const auto counted = view.find("counts_in"); counted && !counted->node().is_mapping()) {
    for (const yaml::Node* tag : yaml::read_one_or_many(counted->node(), reading.diagnostics)) {
      sla.counts_in.push_back(tag->text());
      if (std::ranges::find(tags, tag->text()) != tags.end()) continue;
      reading.diagnostics.error(tag->location(), Message(messages::kUnknownTag, {tag->text()}),
                                base::suggestion(tag->text(), tags));
    }
  }
  const auto target = read_delay(reading, view, "target");
  if (!target) return;
  sla.target = *target;
  reading.workflow.sla = std::move(sla);
}

void read_retention(Reading& reading, const View& view) {
  view.check_shape(keys::kRetention, reading.diagnostics, keys::kLevels);
  if (const auto how = view.find("do")) read_word(reading, how->node(), {"anonymise"});
  if (const auto after = read_delay(reading, view, "after_closed")) {
    reading.workflow.retention = model::Retention{*after, view.location()};
  }
}

}  // namespace

std::optional<model::Contract> read_contract(Reading& reading, const View& of,
                                             std::span<const yaml::Key> keys) {
  const auto view = of.find("contract");
  if (!view || !view->node().is_mapping()) return std::nullopt;
  view->check_shape(keys, reading.diagnostics);
  return model::Contract{condition_at(reading, *view, "before"),
                         condition_at(reading, *view, "always"),
                         condition_at(reading, *view, "after"), view->location()};
}

void read_field_access(Reading& reading, model::StateIndex state, const View& fields) {
  for (const View::Item& item : fields.entries()) {
    if (!check_role(reading, *item.key)) continue;
    if (!item.value.check_shape(keys::kFieldAccess, reading.diagnostics) &&
        !item.value.node().is_mapping()) {
      continue;
    }
    reading.state(state).fields[item.key->text()] = {read_visible(reading, item.value),
                                                     read_own_fields(reading, item.value, "edit")};
  }
}

void read_promises(Reading& reading, const View& root) {
  const auto mapping_at = [&](std::string_view key) -> std::optional<View> {
    const auto view = root.find(key);
    return view && view->node().is_mapping() ? view : std::nullopt;
  };
  if (const auto reopen = mapping_at("reopen")) read_reopen(reading, *reopen);
  if (const auto sla = mapping_at("sla")) read_sla(reading, *sla);
  if (const auto retention = mapping_at("retention")) read_retention(reading, *retention);
  const auto calendar = root.find("calendar");
  if (calendar && calendar->node().is_scalar()) check_calendar(reading, calendar->node());
  const auto properties = root.find("properties");
  if (properties && properties->node().is_sequence()) {
    read_properties(reading, properties->node());
  }
}

}  // namespace guichet::check
