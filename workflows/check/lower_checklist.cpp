// `checklist: {note_eco: conseiller, note_humain: conseiller, then: orientation}`: things to do
// before going on, in any order. Each becomes a region: to be done, then done.
#include "workflows/check/form_messages.hpp"
#include "workflows/check/lower.hpp"

namespace guichet::check {

namespace {

using base::Message;
using yaml::Entry;
using yaml::kScalar;
using yaml::kSequence;
using yaml::Node;

constexpr yaml::Key kItemKeys[] = {
    {"by", kScalar | kSequence, true}, {"title", kScalar}, {"due", kScalar}};

Node states_of(const Lowering& lowering, const Node& item, Node by, Node title, const Node* due) {
  const base::Location& at = item.location();
  const vocabulary::Field* field = lowering.vocabulary.find(item.text());
  std::vector<Entry> task{entry("title", title, at), entry("by", by, at)};
  if (due != nullptr) task.push_back(entry("due", *due, at));
  std::vector<Entry> act{entry("title", std::move(title), at), entry("by", std::move(by), at)};
  if (field != nullptr) act.push_back(entry("require", list_of({item}, at), at));
  act.push_back(entry("goto", word("fait", at), at));
  Node actions = mapping_of({{item, mapping_of(std::move(act), at)}}, at);
  Node open = mapping_of({entry("task", mapping_of(std::move(task), at), at),
                          entry("actions", std::move(actions), at)},
                         at);
  Node closed = mapping_of({entry("final", word("true", at), at)}, at);
  return mapping_of({entry("a_faire", std::move(open), at), entry("fait", std::move(closed), at)},
                    at);
}

std::optional<Entry> region_of(Lowering& lowering, const View::Item& item) {
  const Node& id = *item.key;
  const vocabulary::Field* field = lowering.vocabulary.find(id.text());
  Node title = word(field != nullptr ? field->label : id.text(), id.location());
  Node by = item.value.node();
  const Node* due = nullptr;
  if (item.value.node().is_mapping()) {
    if (!item.value.check_shape(kItemKeys, lowering.diagnostics)) return std::nullopt;
    by = item.value.find("by")->node();
    if (const auto given = item.value.find("title")) title = given->node();
    if (const auto given = item.value.find("due")) due = &given->node();
  }
  Node states = states_of(lowering, id, std::move(by), std::move(title), due);
  return Entry{id, mapping_of({entry("states", std::move(states), id.location())}, id.location())};
}

}  // namespace

View::Items lower_checklist(Lowering& lowering, const View& state, View::Items items) {
  const auto list = state.find("checklist");
  if (!list || !list->node().is_mapping()) return items;
  for (const std::string_view other : {"states", "regions", "final"}) {
    const auto also = state.find(other);
    if (!also) continue;
    lowering.diagnostics.error(also->location(),
                               Message(messages::kOneOfTheTwo, {std::string(other), "checklist"}));
    return items;
  }
  const View::Items entries = list->entries();
  base::Location at = list->location();
  for (const View::Item& item : state.entries()) {
    if (item.key->text() == "checklist") at = item.key->location();
  }
  std::vector<Entry> regions;
  for (const View::Item& item : entries) {
    if (item.key->text() == "then") continue;
    if (auto region = region_of(lowering, item)) regions.push_back(std::move(*region));
  }
  if (regions.empty()) {
    lowering.diagnostics.error(list->location(), Message(messages::kNoStates, {"checklist"}));
    return items;
  }
  items.push_back({&lowering.keep_word("regions", at),
                   lowering.keep(mapping_of(std::move(regions), list->location()))});
  const auto then = list->find("then");
  if (!then) return items;
  if (const auto done = state.find("done")) {
    lowering.diagnostics.error(done->location(), Message(messages::kOneOfTheTwo, {"done", "then"}));
    return items;
  }
  Node arm = mapping_of({entry("goto", as_node(*then), at)}, at);
  items.push_back({&lowering.keep_word("done", at), lowering.keep(std::move(arm))});
  return items;
}

}  // namespace guichet::check
