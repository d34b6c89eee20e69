#include "adapters/http/cases/timer_words.hpp"

#include <algorithm>

#include "adapters/http/cases/case_view.hpp"
#include "adapters/http/cases/timer_messages.hpp"

namespace guichet::http {
namespace {

using base::Message;
using model::Declaration;
using model::Workflow;

// Of the timer that outlives a case; no path declares it.
constexpr std::string_view kRetentionState = "!retention";

const Declaration* find_timer(const Workflow& workflow, const std::string& state,
                              const std::string& name) {
  const auto found = std::ranges::find_if(workflow.declarations, [&](const Declaration& each) {
    return each.timer && each.name == name && workflow.at(each.state).path == state;
  });
  return found == workflow.declarations.end() ? nullptr : &*found;
}

// Titles of those to whom it writes with this purpose; empty: to nobody.
std::string addressees(const bundle::Desk& desk, const Workflow& workflow, const Declaration& timer,
                       model::Purpose purpose) {
  std::string out;
  for (const model::TransitionIndex arm : timer.arms) {
    for (const model::Verb& verb : workflow.at(arm).run) {
      const auto* notify = std::get_if<model::Notify>(&verb.what);
      if (notify == nullptr || notify->purpose != purpose) continue;
      out += (out.empty() ? "" : ", ") + role_title(desk, notify->role);
    }
  }
  return out;
}

std::string what_it_does(const bundle::Desk& desk, const Workflow& workflow,
                         const Declaration& timer, base::Language language) {
  const auto say = [&](const base::MessageText& text, std::string what) {
    return Message(text, {std::move(what)}).in(language);
  };
  if (timer.means == model::Meaning::silent) return Message(messages::kNoAnswer).in(language);
  using model::Purpose;
  for (const auto& [purpose, text] : {std::pair{Purpose::remind, &messages::kReminds},
                                      std::pair{Purpose::escalate, &messages::kEscalates},
                                      std::pair{Purpose::notify, &messages::kWrites}}) {
    const std::string whom = addressees(desk, workflow, timer, purpose);
    if (!whom.empty()) return say(*text, whom);
  }
  for (const model::TransitionIndex arm : timer.arms) {
    const auto& targets = workflow.at(arm).targets;
    if (!targets.empty()) return say(messages::kLeadsTo, workflow.at(targets.front()).title);
  }
  return titled(timer.name);
}

}  // namespace

std::string timer_title(const bundle::Desk& desk, const std::string& workflow,
                        const std::string& state, const std::string& name,
                        base::Language language) {
  if (state == kRetentionState) return Message(messages::kDataKeptUntil).in(language);
  for (const auto& [id, path] : desk.workflows) {
    if (!workflow.empty() && id != workflow) continue;
    const Declaration* timer = find_timer(*path, state, name);
    if (timer == nullptr) continue;
    const bool given = !timer->title.empty() && timer->title != name;
    return given ? timer->title : what_it_does(desk, *path, *timer, language);
  }
  return titled(name);
}

std::string titled(std::string name) {
  name = spoken(std::move(name));
  if (!name.empty() && name.front() >= 'a' && name.front() <= 'z') {
    name.front() = static_cast<char>(name.front() - 'a' + 'A');
  }
  return name;
}

std::string title_or_name(const std::string& title, const std::string& name) {
  return title.empty() || title == name ? titled(name) : title;
}

}  // namespace guichet::http
