// Fields that an act asks for and nobody may write, that are shared and may not be seen, that two
// regions write at once.
#include <algorithm>

#include "workflows/check/field_messages.hpp"
#include "workflows/check/findings.hpp"
#include "workflows/check/places.hpp"
#include "workflows/check/verbs.hpp"

namespace guichet::check {

namespace {

using base::Message;
using model::Cause;
using model::Declaration;
using model::StateIndex;

bool contains(const std::vector<std::string>& list, const std::string& item) {
  return std::ranges::find(list, item) != list.end();
}

// What the innermost state that speaks of the role says; nothing where none does.
const model::FieldAccess* access_of(const model::Workflow& workflow, StateIndex from,
                                    const std::string& role) {
  for (StateIndex up = from; up != model::kNoState; up = workflow.at(up).parent) {
    const auto found = workflow.at(up).fields.find(role);
    if (found != workflow.at(up).fields.end()) return &found->second;
  }
  return nullptr;
}

std::vector<std::string> partner_roles(const Reading& reading) {
  std::vector<std::string> roles;
  for (const auto& [id, binding] : reading.names.roles) {
    if (binding.starts_with("partner.")) roles.push_back(id);
  }
  return roles;
}

void check_required(Reading& reading, const Declaration& act) {
  const std::vector<std::string> roles =
      act.cause == Cause::reply ? partner_roles(reading) : act.by;
  if (roles.empty()) return;
  for (const auto& [key, fields] :
       {std::pair{"require", &act.require}, {"accepts", &act.accepts}}) {
    for (const std::string& field : *fields) {
      const bool writable = std::ranges::any_of(roles, [&](const std::string& role) {
        const model::FieldAccess* access = access_of(reading.workflow, act.state, role);
        return access == nullptr || contains(access->edit, field);
      });
      if (writable) continue;
      std::string who;
      for (const std::string& role : roles) who += (who.empty() ? "" : ", ") + role;
      reading.diagnostics.error(Places(reading).item(act, key, field),
                                Message(messages::kNobodyMayWrite, {act.name, field}),
                                Message(messages::kAllowWriting, {field, who}));
    }
  }
}

// Does an instance of this workflow see the field's value?
bool has_value(const Reading& reading, const vocabulary::Field& field) {
  using vocabulary::Subject;
  if (field.of == Subject::referral) return false;
  return field.of != Subject::need || contains(reading.workflow.fields, field.id);
}

void check_shared(Reading& reading, StateIndex index) {
  const model::State& state = reading.workflow.at(index);
  if (!state.referral) return;
  const Places places(reading);
  for (const std::string& id : state.referral->share) {
    const vocabulary::Field* field = reading.names.vocabulary->find(id);
    const base::Location at = places.item(index, "referral", "share", id);
    if (field == nullptr) continue;
    if (!has_value(reading, *field)) {
      reading.diagnostics.error(at, Message(messages::kNothingToShare, {id}),
                                Message(messages::kShareOwn));
      continue;
    }
    for (const std::string& role : partner_roles(reading)) {
      const model::FieldAccess* access = access_of(reading.workflow, index, role);
      if (access == nullptr || contains(access->visible, id) || contains(access->edit, id)) {
        continue;
      }
      reading.diagnostics.error(at, Message(messages::kNotForAddressee, {id, role}),
                                Message(messages::kAllowSeeing));
      break;
    }
  }
}

void check_twice(Reading& reading, const std::optional<View>& list) {
  if (!list || !list->node().is_sequence()) return;
  std::map<std::string, base::Location> seen;
  for (const yaml::Node& item : list->node().items()) {
    if (!item.is_scalar()) continue;
    const auto [entry, is_new] = seen.try_emplace(item.text(), item.location());
    if (is_new) continue;
    reading.diagnostics.warning(item.location(), Message(messages::kListedTwice, {item.text()}),
                                Message(messages::kRemoveOne), {entry->second});
  }
}

void check_lists(Reading& reading) {
  const View& root = reading.views.front();
  for (const std::string_view key : {"fields", "exports"}) check_twice(reading, root.find(key));
  for (const View& state : reading.views) {
    if (!state.node().is_mapping()) continue;
    check_twice(reading, state.find("tags"));
    if (const auto referral = state.find("referral")) {
      check_twice(reading, referral->find("share"));
    }
  }
  for (const Declaration& declaration : reading.workflow.declarations) {
    const auto written = Places(reading).written(declaration);
    if (!written || !written->node().is_mapping()) continue;
    for (const std::string_view key : {"by", "require", "accepts"}) {
      check_twice(reading, written->find(key));
    }
  }
}

// Which fields a region writes, and where first.
std::map<std::string, base::Location> written_in(const Reading& reading, StateIndex region) {
  const model::Workflow& workflow = reading.workflow;
  std::map<std::string, base::Location> written;
  const auto is_inside = [&](StateIndex state) {
    return state == region || workflow.is_descendant(state, region);
  };
  each_verb(workflow, [&](const model::Verb& verb, const VerbSite& site) {
    const std::string* field = written_field(verb);
    const bool adds = std::holds_alternative<model::Append>(verb.what);
    if (field != nullptr && !adds && is_inside(site.state)) written.try_emplace(*field, verb.at);
  });
  for (const Declaration& act : workflow.declarations) {
    if (!is_inside(act.state)) continue;
    for (const std::string& field : act.require) {
      written.try_emplace(field, Places(reading).item(act, "require", field));
    }
    for (const std::string& field : act.accepts) {
      written.try_emplace(field, Places(reading).item(act, "accepts", field));
    }
  }
  return written;
}

void check_regions(Reading& reading, const model::State& parallel) {
  if (parallel.kind != model::StateKind::parallel) return;
  std::map<std::string, base::Location> before;
  for (const StateIndex region : parallel.children) {
    for (const auto& [field, at] : written_in(reading, region)) {
      const auto [entry, is_new] = before.try_emplace(field, at);
      if (is_new) continue;
      reading.diagnostics.warning(at, Message(messages::kWrittenTwice, {field}),
                                  Message(messages::kTwoFields), {entry->second});
    }
  }
}

}  // namespace

void find_field_faults(Reading& reading) {
  for (const Declaration& declaration : reading.workflow.declarations) {
    if (declaration.cause == Cause::action || declaration.cause == Cause::reply) {
      check_required(reading, declaration);
    }
  }
  for (std::size_t i = 0; i < reading.workflow.states.size(); ++i) {
    check_shared(reading, {static_cast<std::int32_t>(i)});
    check_regions(reading, reading.workflow.states[i]);
  }
  check_lists(reading);
}

}  // namespace guichet::check
