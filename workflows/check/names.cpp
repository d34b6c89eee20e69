// Names of the desk that a workflow uses.
#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

#include "workflows/check/messages.hpp"
#include "workflows/check/reading.hpp"

namespace guichet::check {

namespace {

using base::Message;

std::optional<Message> suggested(std::string_view word, const std::set<std::string>& known) {
  return base::suggestion(word, {known.begin(), known.end()});
}

bool check_known(Reading& reading, const yaml::Node& node, const std::set<std::string>& known,
                 const base::MessageText& unknown) {
  if (known.contains(node.text())) return true;
  reading.diagnostics.error(node.location(), Message(unknown, {node.text()}),
                            suggested(node.text(), known));
  return false;
}

bool is_of_the_case(vocabulary::Subject subject) {
  return subject == vocabulary::Subject::kase || subject == vocabulary::Subject::person ||
         subject == vocabulary::Subject::firm;
}

}  // namespace

bool check_role(Reading& reading, const yaml::Node& node) {
  if (reading.names.roles.contains(node.text())) return true;
  std::vector<std::string> roles;
  for (const auto& [id, binding] : reading.names.roles) roles.push_back(id);
  auto hint = base::suggestion(node.text(), roles);
  if (!hint && !roles.empty()) {
    hint = Message(messages::kDeclaredRoles, {fmt::format("{}", fmt::join(roles, ", "))});
  }
  reading.diagnostics.error(node.location(), Message(messages::kUnknownRole, {node.text()}), hint);
  return false;
}

const vocabulary::Field* find_field(Reading& reading, const yaml::Node& node) {
  const vocabulary::Field* field = reading.names.vocabulary->find(node.text());
  if (field == nullptr) {
    reading.diagnostics.error(node.location(), Message(messages::kUnknownField, {node.text()}),
                              base::suggestion(node.text(), reading.names.vocabulary->ids()));
  }
  return field;
}

const vocabulary::Field* find_own_field(Reading& reading, const yaml::Node& node) {
  const vocabulary::Field* field = find_field(reading, node);
  if (field == nullptr || is_of_the_case(field->of)) return field;
  if (std::ranges::find(reading.workflow.fields, field->id) != reading.workflow.fields.end()) {
    return field;
  }
  reading.diagnostics.error(node.location(), Message(messages::kForeignField, {node.text()}),
                            Message(messages::kAddToFields));
  return nullptr;
}

bool check_table(Reading& reading, const yaml::Node& node) {
  return check_known(reading, node, reading.names.tables, messages::kUnknownTable);
}

bool check_convention(Reading& reading, const yaml::Node& node) {
  return check_known(reading, node, reading.names.conventions, messages::kUnknownConvention);
}

bool check_refusal(Reading& reading, const yaml::Node& node) {
  return check_known(reading, node, reading.names.refusals, messages::kUnknownRefusal);
}

bool check_calendar(Reading& reading, const yaml::Node& node) {
  if (reading.names.calendars.contains(node.text())) return true;
  if (!reading.unknown_calendars.insert(node.location().offset).second) return false;
  return check_known(reading, node, reading.names.calendars, messages::kUnknownCalendar);
}

bool is_agenda(const Reading& reading, const std::string& role) {
  const auto found = reading.names.roles.find(role);
  return found != reading.names.roles.end() && found->second == "agenda";
}

void use_letter(Reading& reading, const std::string& letter, const base::Location& at,
                bool by_default) {
  if (reading.names.letters.contains(letter)) {
    reading.letters.push_back({letter, at});
    return;
  }
  std::vector<std::string> known;
  for (const auto& [id, timers] : reading.names.letters) known.push_back(id);
  reading.diagnostics.error(
      at, Message(messages::kUnknownLetter, {letter}),
      by_default ? Message(messages::kDefaultLetter) : base::suggestion(letter, known));
}

std::vector<std::string> read_roles(Reading& reading, const View& of, std::string_view key) {
  std::vector<std::string> roles;
  const auto value = of.find(key);
  if (!value || value->node().is_mapping()) return roles;
  for (const yaml::Node* node : yaml::read_one_or_many(value->node(), reading.diagnostics)) {
    if (check_role(reading, *node)) roles.push_back(node->text());
  }
  return roles;
}

std::vector<std::string> read_own_fields(Reading& reading, const View& of, std::string_view key) {
  std::vector<std::string> fields;
  const auto value = of.find(key);
  if (!value || value->node().is_mapping()) return fields;
  for (const yaml::Node* node : yaml::read_one_or_many(value->node(), reading.diagnostics)) {
    if (find_own_field(reading, *node) != nullptr) fields.push_back(node->text());
  }
  return fields;
}

void check_collected_names(Reading& reading) {
  for (const NameUse& use : reading.closed_tasks) {
    if (reading.tasks.contains(use.name)) continue;
    reading.diagnostics.error(use.at, Message(messages::kUnknownTask, {use.name}),
                              suggested(use.name, reading.tasks));
  }
  for (const NameUse& use : reading.cancelled) {
    if (reading.sends.contains(use.name)) continue;
    reading.diagnostics.error(use.at, Message(messages::kUnknownSend, {use.name}),
                              suggested(use.name, reading.sends));
  }
  std::set<std::string> timers;
  for (const model::Declaration& declaration : reading.workflow.declarations) {
    if (declaration.cause == model::Cause::timer) timers.insert(declaration.name);
  }
  for (const NameUse& use : reading.cancelled_timers) {
    if (timers.contains(use.name)) continue;
    reading.diagnostics.error(use.at, Message(messages::kUnknownTimer, {use.name}),
                              suggested(use.name, timers));
  }
  for (const Reading::LetterUse& use : reading.letters) {
    for (const std::string& timer : reading.names.letters.at(use.letter)) {
      if (timers.contains(timer)) continue;
      reading.diagnostics.error(use.at, Message(messages::kLetterNamesTimer, {use.letter, timer}),
                                suggested(timer, timers));
    }
  }
}

}  // namespace guichet::check
