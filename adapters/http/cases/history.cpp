#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

#include "adapters/http/cases/case_view.hpp"
#include "adapters/http/cases/timer_words.hpp"
#include "adapters/http/cases/view_messages.hpp"
#include "adapters/http/papers/paper_messages.hpp"
#include "engine/cases/messages.hpp"

namespace guichet::http {
namespace {

using base::Message;
using base::MessageText;

class Telling {
 public:
  Telling(const cases::Snapshot& snapshot, const bundle::Desk& desk,
          const bundle::Directory& directory, base::Language language)
      : snapshot_(snapshot), desk_(desk), directory_(directory), language_(language) {}

  std::string operator()(const cases::RequestReceived& e) {
    return say(messages::kReceived, {e.number});
  }
  std::string operator()(const cases::IntakeDecided& e) {
    const std::string reasons = fmt::format("{}", fmt::join(e.reasons, " ; "));
    if (e.verdict == "refuse") return say(messages::kRefusedRequest, {reasons});
    if (e.verdict == "ask") return say(messages::kAsked, {reasons});
    return say(messages::kTakenIn, {});
  }
  // What the agreement calls it, not its number.
  std::string article_of(const cases::Referral& referral) {
    const auto found = desk_.conventions.find(referral.convention);
    const convention::Article* article =
        found == desk_.conventions.end() ? nullptr : found->second->article(referral.article);
    if (article != nullptr && !article->title.empty()) return article->title;
    return referral.article.empty() ? say(messages::kOutsideAgreement, {}) : referral.article;
  }
  std::string operator()(const cases::InstanceOpened& e) {
    if (e.kind == "request") return "";
    if (e.referral) {
      return say(messages::kReferralOpened,
                 {partner_name(directory_, e.referral->partner), article_of(*e.referral)});
    }
    const model::Workflow* workflow = desk_.workflow(e.workflow);
    return say(messages::kNeedOpened, {workflow == nullptr ? e.workflow : workflow->title});
  }
  std::string operator()(const cases::FieldWritten& e) {
    const vocabulary::Field* field = desk_.vocabulary->find(e.field);
    if (field == nullptr || e.n.value == 1) return "";  // what came with the request is shown above
    return say(messages::kField,
               {field->label, shown(*field, e.value.value(), *desk_.vocabulary, language_)});
  }
  std::string operator()(const cases::StateEntered& e) {
    const cases::Instance* instance = snapshot_.find(e.n);
    const model::Workflow* workflow =
        instance == nullptr ? nullptr : desk_.workflow(instance->workflow);
    const auto state = workflow == nullptr ? std::nullopt : workflow->find_state(e.state);
    if (e.state.empty()) return "";
    // Only where a case stands is news, not every room it walks through to get there.
    if (state && workflow->at(*state).kind != model::StateKind::atomic &&
        workflow->at(*state).kind != model::StateKind::final) {
      return "";
    }
    return say(messages::kEntered, {state ? workflow->at(*state).title : e.state});
  }
  std::string operator()(const cases::TimerFired& e) {
    return say(messages::kFired, {timer_of(e)});
  }
  std::string operator()(const cases::TimerPaused& e) {
    return say(messages::kPaused, {timer_of(e)});
  }
  std::string operator()(const cases::TimerResumed& e) {
    return say(messages::kResumed, {timer_of(e)});
  }
  std::string operator()(const cases::TaskOpened& e) {
    return say(messages::kTaskOpened, {e.task.title});
  }
  std::string operator()(const cases::TaskClosed& e) {
    return say(messages::kTaskClosed, {e.task});
  }
  std::string operator()(const cases::ActTaken& e) {
    if (e.task) return "";  // that it is closed says it
    if (!e.reply) return say(messages::kAct, {act_title(e.n, e.name)});
    const cases::Instance* instance = snapshot_.find(e.n);
    const std::string partner = instance != nullptr && instance->referral
                                    ? partner_name(directory_, instance->referral->partner)
                                    : "";
    const std::string title = act_title(e.n, e.name);
    if (e.recorded_by.empty()) return say(messages::kReply, {title, partner});
    const bundle::Member* member = desk_.member(e.recorded_by);
    return say(messages::kSpokenReply,
               {title, partner, member == nullptr ? e.recorded_by : member->name,
                channel_title(e.channel, language_)});
  }
  std::string operator()(const cases::PartnersConsidered& e) {
    const auto chosen = std::ranges::count_if(e.partners, &cases::Considered::chosen);
    return say(messages::kConsidered, {std::to_string(chosen), std::to_string(e.partners.size())});
  }
  std::string operator()(const cases::LeadChosen& e) {
    return say(messages::kLead, {partner_name(directory_, e.partner)});
  }
  std::string operator()(const cases::LetterQueued& e) {
    const MessageText& text = e.purpose == "remind"     ? messages::kReminder
                              : e.purpose == "escalate" ? messages::kEscalation
                                                        : messages::kLetter;
    return say(text, {e.letter, recipient(e)});
  }
  std::string operator()(const cases::LetterRefused& e) {
    return say(messages::kUndelivered, {e.reason});
  }
  std::string operator()(const cases::AgendaAdded& e) { return say(messages::kAgenda, {e.text}); }
  std::string operator()(const cases::Noted& e) { return say(messages::kNoted, {e.text}); }
  std::string operator()(const cases::OwnerAssigned& e) {
    const bundle::Member* member = desk_.member(e.owner);
    return say(messages::kOwner, {member == nullptr ? e.owner : member->name});
  }
  std::string operator()(const cases::TakenUp&) { return say(messages::kTakenUp, {}); }
  std::string operator()(const cases::InstanceClosed& e) {
    return e.outcome.empty() ? "" : say(messages::kClosedNeed, {spoken(e.outcome)});
  }
  std::string operator()(const cases::IncidentOpened& e) {
    return say(messages::kIncident, {e.text});
  }
  std::string operator()(const cases::IncidentClosed& e) {
    return say(e.retried ? messages::kIncidentRetried : messages::kIncidentClosed,
               {std::to_string(e.incident)});
  }
  std::string operator()(const cases::StateSuspended& e) {
    return e.state.empty() ? "" : say(messages::kSuspended, {title_of(e.n, e.state)});
  }
  std::string operator()(const cases::StateResumed& e) {
    return e.state.empty() ? "" : say(messages::kResumedState, {title_of(e.n, e.state)});
  }
  std::string operator()(const cases::InstanceReopened& e) {
    return say(messages::kReopened, {std::to_string(e.episode)});
  }
  std::string operator()(const cases::OperatorActed& e) {
    for (const MessageText* text : messages::kOperatorActs) {
      if (text->key == "operator-" + e.act) return say(*text, {e.reason});
    }
    return e.act + " : " + e.reason;
  }
  std::string operator()(const cases::DueChanged& e) {
    return say(messages::kDueChanged,
               {due_title(e), base::short_date(desk_.calendar->local_day(e.due_at), language_)});
  }
  std::string operator()(const cases::AdviserAssigned& e) {
    const cases::Instance* instance = snapshot_.find(e.n);
    const bundle::Partner* partner = instance == nullptr || !instance->referral
                                         ? nullptr
                                         : directory_.find(instance->referral->partner);
    const bundle::Contact* adviser = partner == nullptr ? nullptr : partner->adviser(e.adviser);
    return say(messages::kHandedOver, {adviser == nullptr ? e.adviser : adviser->name});
  }
  std::string operator()(const cases::PersonalDataTaken&) { return say(messages::kDataTaken, {}); }
  std::string operator()(const cases::ConsentRecorded& e) {
    const MessageText& text = e.state == "given"     ? messages::kConsentGiven
                              : e.state == "refused" ? messages::kConsentRefused
                                                     : messages::kConsentWithdrawn;
    std::string whom;
    for (const std::string& id : e.partners) {
      whom += (whom.empty() ? "" : ", ") + partner_name(directory_, id);
    }
    if (whom.empty()) whom = say(messages::kAllPartners, {});
    return say(text, {base::short_date(e.said_on, language_), whom});
  }
  std::string operator()(const cases::ActUndone& e) {
    return say(messages::kUndone, {act_title(e.n, e.name), std::to_string(e.recalled.size()),
                                   std::to_string(e.left.size())});
  }
  std::string operator()(const cases::LetterRecalled& e) {
    return say(messages::kRecalled, {e.letter});
  }
  std::string operator()(const cases::LetterPutBack& e) {
    return say(messages::kPutBack, {e.letter});
  }
  std::string operator()(const cases::NoteAdded&) { return say(messages::kNoteAdded, {}); }
  std::string operator()(const cases::NoteStruck&) { return say(messages::kNoteStruck, {}); }
  std::string operator()(const cases::DocumentAdded& e) {
    return say(messages::kDocumentAdded, {file_name(e.name)});
  }
  std::string operator()(const cases::DocumentShared& e) {
    std::string whom = e.person ? say(messages::kThePerson, {}) : "";
    for (const std::string& id : e.partners) {
      whom += (whom.empty() ? "" : ", ") + partner_name(directory_, id);
    }
    if (whom.empty()) return say(messages::kDocumentHidden, {file_name(e.name)});
    return say(messages::kDocumentShared, {file_name(e.name), whom});
  }
  std::string operator()(const cases::DocumentRemoved& e) {
    return say(messages::kDocumentRemoved, {file_name(e.name)});
  }
  std::string operator()(const cases::CasesKeptApart& e) {
    return say(e.apart ? messages::kKeptApart : messages::kApartTakenBack, {e.number});
  }
  std::string operator()(const cases::PartnerSuggested& e) {
    return say(messages::kSuggested,
               {partner_name(directory_, e.by), partner_name(directory_, e.partner)});
  }
  std::string operator()(const cases::NeedRequalified& e) {
    return say(messages::kRequalified, {path_title(e.theme)});
  }
  std::string operator()(const cases::NeedDecided& e) {
    return say(messages::kFurtherNeed, {path_title(e.theme), e.verdict});
  }
  std::string operator()(const cases::CaseMerged& e) {
    return say(messages::kMergedInto, {e.number});
  }
  std::string operator()(const cases::CaseUnmerged& e) {
    return say(messages::kParted, {e.number});
  }
  std::string operator()(const cases::CaseJoined& e) { return say(messages::kJoined, {e.number}); }
  std::string operator()(const cases::CaseParted& e) { return say(messages::kParted, {e.number}); }
  std::string operator()(const cases::CaseClosed&) { return say(messages::kCaseClosed, {}); }
  // The rest is bookkeeping: exits, arming, what another fact of the same step says already.
  template <typename Other>
  std::string operator()(const Other&) {
    return "";
  }

 private:
  std::string say(const MessageText& text, std::vector<std::string> arguments) const {
    return Message(text, std::move(arguments)).in(language_);
  }

  // What a file is called may name a person.
  std::string file_name(const std::string& name) const {
    return snapshot_.extras.personal_data_taken ? "…" : name;
  }

  std::string due_title(const cases::DueChanged& e) const {
    if (!e.task) return timer_of(e);
    const cases::Instance* instance = snapshot_.find(e.n);
    if (instance != nullptr) {
      const auto task = std::ranges::find(instance->tasks, e.name, &cases::Task::id);
      if (task != instance->tasks.end()) return task->title;
    }
    return titled(e.name);
  }
  template <typename E>
  std::string timer_of(const E& e) const {
    const cases::Instance* instance = snapshot_.find(e.n);
    return timer_title(desk_, instance == nullptr ? "" : instance->workflow, e.state, e.name,
                       language_);
  }
  std::string title_of(base::InstanceNumber n, const std::string& path) const {
    const cases::Instance* instance = snapshot_.find(n);
    const model::Workflow* workflow =
        instance == nullptr ? nullptr : desk_.workflow(instance->workflow);
    const auto state = workflow == nullptr ? std::nullopt : workflow->find_state(path);
    return state ? workflow->at(*state).title : path;
  }

  std::string act_title(base::InstanceNumber n, const std::string& name) const {
    const cases::Instance* instance = snapshot_.find(n);
    const model::Workflow* workflow =
        instance == nullptr ? nullptr : desk_.workflow(instance->workflow);
    if (workflow != nullptr) {
      for (const model::Declaration& each : workflow->declarations) {
        if (each.name == name && !each.title.empty()) return title_or_name(each.title, name);
      }
    }
    for (const auto& [act, title] : kPeoplesActs) {
      if (name == act) return say(*title, {});
    }
    return name == cases::kConfirmAct ? say(cases::messages::kConfirmPartners, {}) : name;
  }

  std::string path_title(const std::string& theme) const {
    const auto path = desk_.intake.paths.find(theme);
    const model::Workflow* workflow =
        path == desk_.intake.paths.end() ? nullptr : desk_.workflow(path->second);
    return workflow == nullptr ? theme : workflow->title;
  }

  std::string recipient(const cases::LetterQueued& e) const {
    if (e.to_kind == "partner") return partner_name(directory_, e.to);
    if (const bundle::Member* member = desk_.member(e.to)) return member->name;
    for (const auto& [id, role] : desk_.settings.roles) {
      if (role.binding == bundle::Binding::person && e.to_kind == "person") return role.title;
    }
    return e.to;
  }

  // Acts of the engine's own, as the journal names them.
  static constexpr std::pair<std::string_view, const MessageText*> kPeoplesActs[] = {
      {cases::kReopenAct, &messages::kReopen}, {"consent", &messages::kConsent},
      {"requalify", &messages::kRequalify},    {"open-need", &messages::kOpenNeed},
      {"recall", &messages::kRecall},          {"merge", &messages::kMerge},
      {"unmerge", &messages::kUnmerge}};

  const cases::Snapshot& snapshot_;
  const bundle::Desk& desk_;
  const bundle::Directory& directory_;
  base::Language language_;
};

}  // namespace

std::string sentence(const cases::Event& event, const cases::Snapshot& snapshot,
                     const bundle::Desk& desk, const bundle::Directory& directory,
                     base::Language language) {
  return std::visit(Telling(snapshot, desk, directory, language), event);
}

std::string partner_name(const bundle::Directory& directory, const std::string& id) {
  const bundle::Partner* partner = directory.find(id);
  return partner == nullptr ? id : partner->name;
}

std::string channel_title(const std::string& id, base::Language language) {
  for (const MessageText* text : messages::kChannels) {
    if (text->key == "channel-" + id) return Message(*text).in(language);
  }
  return id;
}

std::string spoken(std::string name) {
  std::ranges::replace(name, '_', ' ');
  return name;
}

std::string role_title(const bundle::Desk& desk, const std::string& id) {
  const bundle::Role* role = desk.role(id);
  return role == nullptr ? id : role->title;
}

std::string state_title(const bundle::Desk& desk, const cases::Instance& instance) {
  const model::Workflow* workflow = desk.workflow(instance.workflow);
  const cases::StateEntry* innermost = instance.innermost();
  const std::string path = innermost == nullptr ? "" : innermost->path;
  const auto state = workflow == nullptr ? std::nullopt : workflow->find_state(path);
  return state ? workflow->at(*state).title : path;
}

}  // namespace guichet::http
