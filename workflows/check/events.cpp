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

constexpr std::string_view kAnywhere[] = {"error.guard",   "error.expression", "error.rule",
                                          "consent.given", "consent.refused",  "consent.withdrawn",
                                          "need.closed",   "need.requalified", "need.take_in",
                                          "need.refuse",   "need.ask"};
constexpr std::string_view kInRequests[] = {"intake.take_in", "intake.refuse", "intake.ask",
                                            "intake.incomplete"};
constexpr std::string_view kInOthers[] = {
    "referral.accepted",  "referral.declined",  "referral.question", "referral.silent",
    "referral.withdrawn", "referral.concluded", "referral.reopened", "referral.nobody",
    "referral.changed"};

// What the engine raises in an instance of that kind, and what the workflow raises itself.
std::vector<std::string> raised_events(const Reading& reading) {
  std::vector<std::string> events(std::begin(kAnywhere), std::end(kAnywhere));
  if (reading.workflow.kind == "request") {
    events.insert(events.end(), std::begin(kInRequests), std::end(kInRequests));
  } else {
    events.insert(events.end(), std::begin(kInOthers), std::end(kInOthers));
  }
  for (const std::string& task : reading.tasks) events.push_back("task." + task);
  events.insert(events.end(), reading.raised.begin(), reading.raised.end());
  events.insert(events.end(), reading.raised_across.begin(), reading.raised_across.end());
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
  const std::vector<std::string> events = raised_events(reading);
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
