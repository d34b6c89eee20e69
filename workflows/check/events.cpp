// Events that nothing raises, and those that nothing listens to.
#include <algorithm>

#include "workflows/check/findings.hpp"
#include "workflows/check/messages.hpp"
#include "workflows/check/time_messages.hpp"
#include "workflows/check/verbs.hpp"
#include "workflows/kernel/kernel.hpp"

namespace guichet::check {

namespace {

using base::Message;

// What the engine raises in an instance of that kind.
std::vector<std::string> raised_by_engine(const Reading& reading) {
  std::vector<std::string> events = {"error.guard", "error.expression", "error.rule"};
  if (reading.workflow.kind == "request") {
    for (const char* word : {"take_in", "refuse", "ask", "incomplete"}) {
      events.push_back(std::string("intake.") + word);
    }
    events.push_back("need.closed");
  } else {
    for (const char* word : {"accepted", "declined", "question", "silent", "withdrawn", "concluded",
                             "reopened", "nobody", "changed"}) {
      events.push_back(std::string("referral.") + word);
    }
  }
  for (const std::string& task : reading.tasks) events.push_back("task." + task);
  events.insert(events.end(), reading.raised.begin(), reading.raised.end());
  events.insert(events.end(), reading.told.begin(), reading.told.end());
  return events;
}

bool is_raised(const std::string& pattern, const std::vector<std::string>& events) {
  return std::ranges::any_of(
      events, [&](const std::string& event) { return kernel::matches(pattern, event); });
}

void check_listener(Reading& reading, const model::Declaration& declaration,
                    const std::vector<std::string>& events) {
  const std::string& name = declaration.name;
  const bool of_kernel = name == "*" || name == "done" || name.starts_with("done.");
  if (of_kernel || is_raised(name, events)) return;
  const auto near = base::suggestion(name, events);
  reading.diagnostics.warning(declaration.at, Message(messages::kUnlikelyEvent, {name}),
                              near ? near : Message(messages::kKnownEvents));
}

void check_raised(Reading& reading, const std::string& event, const base::Location& at) {
  const auto& declarations = reading.workflow.declarations;
  const bool heard = std::ranges::any_of(declarations, [&](const model::Declaration& each) {
    return each.cause == model::Cause::event && kernel::matches(each.name, event);
  });
  if (heard) return;
  std::vector<std::string> listened;
  for (const model::Declaration& each : declarations) {
    if (each.cause == model::Cause::event) listened.push_back(each.name);
  }
  const auto near = base::suggestion(event, listened);
  reading.diagnostics.warning(at, Message(messages::kUnheardEvent, {event}),
                              near ? near : Message(messages::kListen, {event}));
}

bool hears(const model::Workflow& workflow, const std::string& event) {
  return std::ranges::any_of(workflow.declarations, [&](const model::Declaration& each) {
    return each.cause == model::Cause::event && kernel::matches(each.name, event);
  });
}

}  // namespace

std::set<std::string> told_events(const yaml::Node& node) {
  std::set<std::string> out;
  const yaml::Node* raise = yaml::at(node, "raise");
  if (raise != nullptr && yaml::at(*raise, "to") != nullptr) {
    out.insert(yaml::text_at(*raise, "event"));
  }
  if (node.is_sequence()) {
    for (const yaml::Node& item : node.items()) out.merge(told_events(item));
  }
  if (node.is_mapping()) {
    for (const yaml::Entry& entry : node.entries()) out.merge(told_events(entry.value));
  }
  return out;
}

void find_unheard_tidings(const std::vector<std::shared_ptr<const model::Workflow>>& workflows,
                          base::Diagnostics& diagnostics) {
  for (const auto& workflow : workflows) {
    each_verb(*workflow, [&](const model::Verb& verb, const VerbSite&) {
      const auto* raise = std::get_if<model::Raise>(&verb.what);
      if (raise == nullptr || raise->to == model::Audience::self) return;
      const bool heard = std::ranges::any_of(
          workflows, [&](const auto& each) { return hears(*each, raise->event); });
      if (heard) return;
      diagnostics.warning(verb.at, Message(messages::kUnheardEvent, {raise->event}),
                          Message(messages::kListen, {raise->event}));
    });
  }
}

void find_idle_events(Reading& reading) {
  const std::vector<std::string> events = raised_by_engine(reading);
  for (const model::Declaration& declaration : reading.workflow.declarations) {
    if (declaration.cause == model::Cause::event) check_listener(reading, declaration, events);
  }
  each_verb(reading.workflow, [&](const model::Verb& verb, const VerbSite&) {
    const auto* raise = std::get_if<model::Raise>(&verb.what);
    if (raise != nullptr && raise->to == model::Audience::self) {
      check_raised(reading, raise->event, verb.at);
    }
    if (const auto* send = std::get_if<model::Send>(&verb.what)) {
      check_raised(reading, send->event, verb.at);
    }
  });
}

}  // namespace guichet::check
