#include "adapters/web/conflict/own_changes.hpp"

#include <algorithm>

#include "adapters/web/conflict/conflict_words.hpp"
#include "adapters/web/frame/forms.hpp"

namespace guichet::web {
namespace {

// Of a single field that was emptied nothing is sent: what is there stays.
bool writes(const FieldVersions& each) {
  return each.is_mine() && (each.field->many || !each.typed.empty());
}

bool clashes(const FieldVersions& each) {
  return writes(each) && each.now != each.before && !each.is_agreed();
}

}  // namespace

std::optional<OwnChanges> own_changes(desk::Desk& desk, base::CaseId kase, const http::Pairs& typed,
                                      const std::vector<std::string>& asked,
                                      base::Language language) {
  if (typed.get(kFormRevision).empty()) return {};
  const auto versions = versions_of(desk, kase, typed);
  if (!versions) return {};
  OwnChanges out{.typed = {}, .clash = {}, .rev = versions->rev};
  std::vector<const FieldVersions*> moved;  // under her eyes, and not by her
  for (const FieldVersions& each : versions->fields) {
    if (!each.is_mine() && each.now != each.before) moved.push_back(&each);
    if (!clashes(each) || std::ranges::find(asked, each.field->id) == asked.end()) continue;
    const std::string now = shown_values(desk.definition(), *each.field, each.now, language);
    out.clash.emplace_back(
        each.field->id, now.empty()
                            ? base::Message(messages::kEmptiedMeanwhile, {each.field->label})
                            : base::Message(messages::kChangedMeanwhile, {each.field->label, now}));
  }
  for (const auto& [name, text] : typed.list()) {
    const bool renewed = std::ranges::any_of(
        moved, [&](const FieldVersions* each) { return each->field->id == name; });
    if (!renewed) out.typed.add(name, text);
  }
  for (const FieldVersions* each : moved) {
    for (const std::string& text : each->now) out.typed.add(each->field->id, text);
  }
  return out;
}

}  // namespace guichet::web
