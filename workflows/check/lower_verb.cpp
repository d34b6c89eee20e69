// The other spellings of verbs: `task`, `record`, `template`, `send: {to}`.
#include <algorithm>

#include "workflows/check/lower.hpp"

namespace guichet::check {

namespace {

using yaml::Entry;
using yaml::Node;

bool is_notice(const std::string& verb) {
  return verb == "notify" || verb == "remind" || verb == "escalate";
}

// `template` is the word of the letter.
Node with_letter(const Node& mapping) {
  std::vector<Entry> entries;
  const bool has_letter = yaml::at(mapping, "letter") != nullptr;
  for (const Entry& each : mapping.entries()) {
    const bool renamed = each.key.text() == "template" && !has_letter;
    entries.push_back(renamed ? entry("letter", each.value, each.key.location()) : each);
  }
  return mapping_of(std::move(entries), mapping.location());
}

// `{send: {to: demandeur, template: x}}` is a letter, whereas `{send: {event, after}}` is an event.
Node letter_sent(const Entry& send) {
  std::vector<Entry> entries;
  const Node written = with_letter(send.value);
  for (const Entry& each : written.entries()) {
    const bool addressee = each.key.text() == "to";
    entries.push_back(addressee ? entry("notify", each.value, send.key.location()) : each);
  }
  return mapping_of(std::move(entries), send.value.location());
}

// `{task: Appeler le demandeur, by: conseiller, due: 2bd}`.
Node titled_task(const Node& verb) {
  const Entry& first = verb.entries().front();
  std::vector<Entry> task{entry("title", first.value, first.key.location())};
  task.insert(task.end(), verb.entries().begin() + 1, verb.entries().end());
  Node opened = mapping_of(std::move(task), first.value.location());
  return mapping_of({entry("open_task", std::move(opened), first.key.location())}, verb.location());
}

Node lower_if(const Entry& verb, const base::Location& at) {
  std::vector<Entry> entries;
  for (const Entry& each : verb.value.entries()) {
    const std::string& key = each.key.text();
    const bool block = key == "do" || key == "else";
    entries.push_back({each.key, block ? lower_block(each.value) : each.value});
  }
  return mapping_of({{verb.key, mapping_of(std::move(entries), verb.value.location())}}, at);
}

}  // namespace

Node lower_verb(const Node& verb) {
  if (!verb.is_mapping() || verb.entries().empty()) return verb;
  const Entry& first = verb.entries().front();
  const std::string& name = first.key.text();
  const base::Location& at = first.key.location();
  if (std::ranges::any_of(verb.entries(),
                          [](const Entry& each) { return is_notice(each.key.text()); })) {
    return with_letter(verb);
  }
  if (name == "task" && first.value.is_scalar()) return titled_task(verb);
  if (verb.entries().size() > 1) return verb;
  if (name == "task") return mapping_of({entry("open_task", first.value, at)}, verb.location());
  if (name == "record") return mapping_of({entry("note", first.value, at)}, verb.location());
  if (name == "send" && yaml::at(first.value, "to") != nullptr) return letter_sent(first);
  if (name == "if" && first.value.is_mapping()) return lower_if(first, verb.location());
  return verb;
}

Node lower_block(const Node& block) {
  if (!block.is_sequence()) return block;
  std::vector<Node> verbs;
  for (const Node& verb : block.items()) verbs.push_back(lower_verb(verb));
  return list_of(std::move(verbs), block.location());
}

Node lower_arm(const Node& arm) {
  if (!arm.is_mapping()) return arm;
  std::vector<Entry> entries;
  for (const Entry& each : arm.entries()) {
    entries.push_back({each.key, each.key.text() == "do" ? lower_block(each.value) : each.value});
  }
  return mapping_of(std::move(entries), arm.location());
}

View lower_declaration(Lowering& lowering, const View& declaration) {
  if (!declaration.node().is_mapping()) return declaration;
  View::Items items = declaration.entries();
  for (View::Item& item : items) {
    const std::string& key = item.key->text();
    const Node& value = item.value.node();
    if (!value.is_sequence()) continue;
    if (key == "do") item.value = lowering.keep(lower_block(value));
    if (key != "choose") continue;
    std::vector<Node> arms;
    for (const Node& arm : value.items()) arms.push_back(lower_arm(arm));
    item.value = lowering.keep(list_of(std::move(arms), value.location()));
  }
  return declaration.with(std::move(items));
}

}  // namespace guichet::check
