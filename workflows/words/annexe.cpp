#include "workflows/words/annexe.hpp"

#include <algorithm>
#include <string_view>
#include <utility>

#include "workflows/words/conditions.hpp"
#include "workflows/words/messages.hpp"
#include "workflows/words/step_messages.hpp"
#include "workflows/words/steps.hpp"

namespace guichet::words {
namespace {

// What a role does in a path, gathered over its steps.
struct Part {
  std::vector<std::string> tasks, acts;
  bool reminded = false, escalated = false, written_to = false;
};

class Parts {
 public:
  Parts(const model::Workflow& workflow, const Deeds& deeds, const Phrases& phrases)
      : deeds_(deeds) {
    for (const model::State& state : workflow.states) {
      if (state.task) add_task(state.task->title, state.task->by);
      look(state.entry);
      look(state.exit);
      if (state.referral && state.referral->confirm)
        add_once(part(*state.referral->confirm).tasks, phrases.say(messages::kRoleConfirms));
    }
    for (const model::Declaration& each : workflow.declarations) {
      const std::string title = phrases.named(each.title, each.name);
      for (const std::string& role : each.by) add_once(part(role).acts, title);
      const std::string& partner = phrases.words().partner;
      const bool reply = each.cause == model::Cause::reply && each.by.empty();
      if (reply && !partner.empty()) add_once(part(partner).acts, title);
    }
    for (const model::Transition& each : workflow.transitions) look(each.run);
  }
  const std::vector<std::pair<std::string, Part>>& all() const { return parts_; }

 private:
  Part& part(const std::string& role) {
    for (auto& [id, known] : parts_) {
      if (id == role) return known;
    }
    return parts_.emplace_back(role, Part{}).second;
  }
  static void add_once(std::vector<std::string>& list, const std::string& text) {
    if (std::ranges::find(list, text) == list.end()) list.push_back(text);
  }
  void add_task(const model::Operand& title, const std::vector<std::string>& by) {
    for (const std::string& role : by) add_once(part(role).tasks, deeds_.operand(title));
  }
  void look(const model::Block& block) {
    for (const model::Verb& verb : block) {
      if (const auto* task = std::get_if<model::OpenTask>(&verb.what)) {
        add_task(task->title, task->by);
      } else if (const auto* letter = std::get_if<model::Notify>(&verb.what)) {
        Part& to = part(letter->role);
        to.reminded |= letter->purpose == model::Purpose::remind;
        to.escalated |= letter->purpose == model::Purpose::escalate;
        to.written_to |= letter->purpose == model::Purpose::notify;
      } else if (const auto* either = std::get_if<model::If>(&verb.what)) {
        look(either->then);
        look(either->otherwise);
      }
    }
  }

  const Deeds& deeds_;
  std::vector<std::pair<std::string, Part>> parts_;  // as they first occur
};

class Writer {
 public:
  Writer(const model::Workflow& workflow, const Phrases& phrases)
      : workflow_(workflow),
        phrases_(phrases),
        deeds_(workflow, phrases),
        steps_(workflow, phrases) {}

  Annexe write() const {
    Annexe out;
    out.title = phrases_.say(messages::kTitle, {workflow_.title});
    out.introduction = introduction();
    add(out, roles());
    for (std::size_t i = 0; i < workflow_.states.size(); ++i) {
      const model::State& state = workflow_.states[i];
      const bool end = state.kind == model::StateKind::final && state.parent == model::kRoot;
      if (end || model::is_history(state.kind)) continue;
      add(out, steps_.section({static_cast<std::int32_t>(i)}));
    }
    add(out, ends());
    add(out, promises());
    return out;
  }

 private:
  static void add(Annexe& annexe, Section section) {
    if (!section.items.empty()) annexe.sections.push_back(std::move(section));
  }

  std::string say(const base::MessageText& text, std::vector<std::string> arguments = {}) const {
    return phrases_.say(text, std::move(arguments));
  }

  std::string introduction() const {
    const base::MessageText& text = workflow_.kind == "request"    ? messages::kIntroRequest
                                    : workflow_.kind == "referral" ? messages::kIntroReferral
                                    : workflow_.kind == "need"     ? messages::kIntroNeed
                                                                   : messages::kIntroCase;
    std::string out = say(text, {phrases_.quoted(workflow_.title)});
    const model::State& root = workflow_.at(model::kRoot);
    if (root.initial && root.initial->targets.size() == 1) {
      out += " " + say(messages::kBeginsAt,
                       {phrases_.quoted(steps_.name(workflow_.at(root.initial->targets[0])))});
    }
    return out + " " + say(messages::kBusinessDays);
  }

  Section roles() const {
    Section out{"roles", say(messages::kWhoDoesWhat), {}};
    const Parts parts(workflow_, deeds_, phrases_);
    for (const auto& [role, part] : parts.all()) {
      if (phrases_.is_agenda(role)) continue;
      std::vector<std::string> said;
      if (!part.tasks.empty())
        said.push_back(say(messages::kRoleDoes, {phrases_.all_of(part.tasks)}));
      std::vector<std::string> acts;
      for (const std::string& act : part.acts) acts.push_back(phrases_.quoted(act));
      if (!acts.empty()) said.push_back(say(messages::kRoleMay, {phrases_.all_of(acts)}));
      if (part.written_to) said.push_back(say(messages::kRoleHears));
      if (part.reminded) said.push_back(say(messages::kRoleReminded));
      if (part.escalated) said.push_back(say(messages::kRoleEscalated));
      if (said.empty()) continue;
      const std::string text = say(messages::kRole, {phrases_.title(role), phrases_.then_of(said)});
      out.items.push_back({role, text, {}});
    }
    return out;
  }

  Section ends() const {
    Section out{"ends", say(messages::kEnds), {}};
    for (const model::State& state : workflow_.states) {
      if (state.kind != model::StateKind::final || state.parent != model::kRoot) continue;
      std::string text = phrases_.quoted(phrases_.named(state.title, state.id));
      if (state.outcome && *state.outcome != state.id) {
        const bool field =
            std::ranges::find(workflow_.fields, *state.outcome) != workflow_.fields.end();
        text += field ? say(messages::kOutcomeField, {phrases_.field(*state.outcome)})
                      : say(messages::kOutcome, {outcome(*state.outcome)});
      }
      if (state.success) text += say(messages::kSuccess);
      const auto deeds = deeds_.of(state.entry);
      if (!deeds.empty()) text = phrases_.then_of({text, phrases_.all_of(deeds)});
      out.items.push_back({state.path, text + ".", {}});
    }
    return out;
  }

  // The engine's words for how a referral ended; of others the territory's own.
  std::string outcome(const std::string& word) const {
    constexpr std::pair<std::string_view, const base::MessageText*> kOutcomes[] = {
        {"accepted", &messages::kAcceptedWord},   {"declined", &messages::kDeclinedWord},
        {"silent", &messages::kSilentWord},       {"withdrawn", &messages::kWithdrawnWord},
        {"concluded", &messages::kConcludedWord},
    };
    for (const auto& [known, text] : kOutcomes) {
      if (known == word) return phrases_.quoted(say(*text));
    }
    return phrases_.quoted(spaced(word));
  }

  Section promises() const {
    Section out{"promises", say(messages::kPromises), {}};
    if (workflow_.sla) {
      const std::string target = phrases_.delay(workflow_.sla->target);
      std::vector<std::string> steps;
      for (const model::State& state : workflow_.states) {
        const bool counts = std::ranges::any_of(state.tags, [&](const std::string& tag) {
          return std::ranges::find(workflow_.sla->counts_in, tag) != workflow_.sla->counts_in.end();
        });
        if (counts) steps.push_back(phrases_.quoted(steps_.name(state)));
      }
      out.items.push_back({"sla",
                           steps.empty() ? say(messages::kSla, {deeds_.subject(), target})
                                         : say(messages::kSlaIn,
                                               {deeds_.subject(), target, phrases_.all_of(steps)}),
                           {}});
    }
    if (workflow_.retention) {
      out.items.push_back(
          {"retention",
           say(messages::kRetention, {phrases_.delay(workflow_.retention->after_closed)}),
           {}});
    }
    if (workflow_.reopen) out.items.push_back({"reopen", reopen(*workflow_.reopen), {}});
    for (const model::Property& each : workflow_.properties) {
      out.items.push_back({"property " + each.id, property(each), {}});
    }
    return out;
  }

  std::string reopen(const model::Reopen& reopen) const {
    std::string out = say(messages::kReopen, {phrases_.anyone_of(reopen.by), deeds_.subject()});
    if (reopen.within) out += say(messages::kReopenWithin, {phrases_.delay(*reopen.within)});
    if (!reopen.require.empty()) {
      out += say(messages::kMustGive, {phrases_.fields(reopen.require)});
    }
    return upper_first(out) + ".";
  }

  std::string property(const model::Property& property) const {
    const auto words = [&](const feel::Expression& of) {
      return of.empty() ? "" : condition(of, workflow_, phrases_);
    };
    const std::string p = words(property.p), q = words(property.q);
    switch (property.pattern) {
      case model::Pattern::never:
        return say(messages::kNever, {p});
      case model::Pattern::always:
        return say(messages::kAlways, {p});
      case model::Pattern::leads_to:
        return property.within
                   ? say(messages::kLeadsToWithin, {p, q, phrases_.delay(*property.within)})
                   : say(messages::kLeadsTo, {p, q});
      case model::Pattern::before:
        return say(messages::kBefore, {p, q});
      case model::Pattern::at_most:
        return say(messages::kAtMostTimes, {p, std::to_string(property.times)});
      case model::Pattern::ends:
        return say(messages::kEveryCaseEnds);
    }
    return "";
  }

  const model::Workflow& workflow_;
  const Phrases& phrases_;
  Deeds deeds_;
  Steps steps_;
};

// A line of Markdown that begins a list or a heading by accident, and a `|`, would change its look.
std::string paragraph(const std::string& text) {
  std::string out;
  for (const char c : text) out += c == '\n' ? ' ' : c;
  return out;
}

}  // namespace

Annexe annexe(const model::Workflow& workflow, const DeskWords& words, base::Language language) {
  const Phrases phrases(words, language);
  return Writer(workflow, phrases).write();
}

std::string to_markdown(const Annexe& annexe) {
  std::string out = "# " + paragraph(annexe.title) + "\n\n" + paragraph(annexe.introduction) + "\n";
  for (const Section& section : annexe.sections) {
    out += "\n## " + paragraph(section.heading) + "\n\n";
    for (const Item& item : section.items) {
      out += "- " + paragraph(item.text) + "\n";
      for (const std::string& each : item.cases) out += "  - " + paragraph(each) + "\n";
    }
  }
  return out;
}

}  // namespace guichet::words
