#include "adapters/http/cases/case_view.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

#include "adapters/http/cases/case_reasons.hpp"
#include "adapters/http/cases/case_record.hpp"
#include "adapters/http/cases/timer_words.hpp"
#include "adapters/http/cases/view_messages.hpp"
#include "engine/access/fields.hpp"
#include "engine/access/roles.hpp"
#include "engine/store/listing.hpp"

namespace guichet::http {
namespace {

using access::Part;
using cases::Instance;
using cases::Snapshot;

// What reading a case once gives; everything of the view is made of it.
struct Read {
  Snapshot snapshot;
  std::vector<cases::Fact> facts;
  std::vector<store::OutboxRow> letters;
};

class Viewing {
 public:
  Viewing(desk::Desk& desk, Read read, const access::Principal& principal, base::Language language)
      : desk_(desk),
        definition_(desk.definition()),
        read_(std::move(read)),
        principal_(principal),
        visible_(principal, read_.snapshot, definition_, desk.clock().now()),
        language_(language) {}

  // Where it stands and what may be done, without what is told by its journal.
  CaseView now() const {
    const Snapshot& snapshot = read_.snapshot;
    CaseView out{.id = snapshot.id, .rev = snapshot.rev, .number = snapshot.number};
    for (const Instance& each : snapshot.instances) {
      if (each.kind == "need" && visible_.concerns(each)) out.needs.push_back(need(each));
    }
    add_offers(out.offers);
    return out;
  }

  CaseView view() {
    const Snapshot& snapshot = read_.snapshot;
    CaseView out{.id = snapshot.id,
                 .rev = snapshot.rev,
                 .number = snapshot.number,
                 .person = name_of(definition_.settings.person, snapshot.person),
                 .firm = name_of(definition_.settings.firm, snapshot.firm),
                 .verdict = visible_.sees(Part::reasons) ? snapshot.verdict : "",
                 .opened_at = snapshot.opened_at,
                 .closed_at = snapshot.closed_at};
    const bundle::Member* owner = definition_.member(snapshot.owner);
    out.owner = owner == nullptr ? snapshot.owner : owner->name;
    if (!snapshot.instances.empty() && visible_.sees(Part::referrals)) {
      out.request_state = state_title(definition_, snapshot.instances.front());
    }
    for (const cases::Fields* fields : {&snapshot.person, &snapshot.firm, &snapshot.data}) {
      add_fields(*fields, Part::party_fields, out.fields);
    }
    if (!snapshot.instances.empty()) {
      add_fields(snapshot.instances.front().data, Part::party_fields, out.fields);
    }
    for (const FieldView& field : out.fields) {
      if (field.id == definition_.settings.person.place) out.place = field.value;
    }
    for (const Instance& each : snapshot.instances) {
      if (each.kind == "need" && visible_.concerns(each)) out.needs.push_back(need(each));
      if (visible_.sees(Part::due) || visible_.owns(each)) add_due(each, out.due);
    }
    std::ranges::stable_sort(out.due, {}, &DueView::due_at);
    add_offers(out.offers);
    if (visible_.sees(Part::history)) add_history(out.history);
    add_letters(read_.letters, visible_, out.letters);
    if (visible_.sees(Part::desk_notes)) add_notes(out);
    add_record(snapshot, read_.facts, read_.letters, visible_, desk_, out);
    return out;
  }

 private:
  // A member of several institutions is offered what each of them was asked.
  void add_offers(std::vector<OfferView>& out) const {
    std::vector<std::string> institutions = principal_.partners;
    if (institutions.size() < 2) institutions = {""};
    for (const std::string& each : institutions) {
      const access::Actor actor = access::actor_towards(principal_, each);
      for (cases::Offer& one : desk_.offers(read_.snapshot, actor)) {
        const Instance& instance = *read_.snapshot.find(one.n);
        const bool is_its =
            each.empty() || (instance.referral && instance.referral->partner == each);
        if (is_its && visible_.may_touch(instance)) out.push_back(offer(std::move(one)));
      }
    }
  }

  void add_notes(CaseView& out) const {
    for (const cases::AgendaItem& item : read_.snapshot.agenda) out.agenda.push_back(item.text);
    for (const cases::Incident& each : read_.snapshot.extras.incidents) {
      out.incidents.push_back({each.seq, each.code, each.text, each.at});
    }
  }

  std::string name_of(const bundle::Settings::Party& party, const cases::Fields& fields) const {
    std::string out;
    for (const std::string& id : party.name) {
      const auto found = fields.find(id);
      if (found == fields.end() || !visible_.sees_field(Part::party_fields, id)) continue;
      out += (out.empty() ? "" : " ") + to_text(found->second.value());
    }
    return out;
  }

  void add_fields(const cases::Fields& fields, Part part, std::vector<FieldView>& out) const {
    // In the order of fields.yaml, which is the author's.
    for (const vocabulary::Field& field : definition_.vocabulary->fields()) {
      const auto found = fields.find(field.id);
      if (found == fields.end() || found->second.is_null()) continue;
      if (!visible_.sees_field(part, field.id)) continue;
      out.push_back({field.id, field.label,
                     shown(field, found->second.value(), *definition_.vocabulary, language_)});
    }
  }

  std::string about(const Instance& instance) const {
    if (instance.referral) return partner_name(desk_.directory(), instance.referral->partner);
    const model::Workflow* workflow = definition_.workflow(instance.workflow);
    return workflow == nullptr ? instance.workflow : workflow->title;
  }

  // What the states in which the need stands do not show to the reader's roles.
  void hide_fields(const Instance& instance, std::vector<FieldView>& fields) const {
    const model::Workflow* workflow = definition_.workflow(instance.workflow);
    if (workflow == nullptr) return;
    std::vector<std::string_view> active;
    for (const cases::StateEntry& entry : instance.active) active.push_back(entry.path);
    const std::vector<std::string> roles = roles_in(instance);
    std::erase_if(fields, [&](const FieldView& field) {
      return !access::may_use_field(*workflow, active, roles, field.id, access::FieldUse::see);
    });
  }

  NeedView need(const Instance& instance) const {
    NeedView out{.n = instance.n, .title = about(instance), .opened_at = instance.opened_at};
    const auto theme = instance.data.find("theme");
    if (theme != instance.data.end()) out.theme = to_text(theme->second.value());
    add_fields(instance.data, Part::need_fields, out.fields);
    hide_fields(instance, out.fields);
    // Where a need stands tells a partner how the others answered.
    if (visible_.sees(Part::referrals)) add_standing(instance, out);
    if (visible_.sees(Part::reasons)) add_reasons(instance, out);
    for (const Instance& each : read_.snapshot.instances) {
      if (each.parent != instance.n || !each.referral) continue;
      const bool whole = visible_.sees(Part::referrals) || visible_.owns(each);
      if (!whole && !visible_.sees_others_of(instance)) continue;
      ReferralView& shown = out.referrals.emplace_back(referral(each));
      if (whole) continue;
      // Of another partner, where the article has no walls: who, and what came of it.
      shown.state = shown.article = "";
      shown.since = base::Instant::max();
    }
    return out;
  }

  void add_standing(const Instance& instance, NeedView& out) const {
    out.state = state_title(definition_, instance);
    out.outcome = instance.outcome;
    out.lead = instance.lead.empty() ? "" : partner_name(desk_.directory(), instance.lead);
    out.closed_at = instance.closed_at;
    out.accompanied = instance.accompanied;
    out.success = instance.success;
  }

  void add_reasons(const Instance& instance, NeedView& out) const {
    for (const cases::Considered& each : instance.considered)
      out.partners.push_back(why_of(each, desk_, language_));
    for (const auto& [field, partners] : instance.would_open) {
      const vocabulary::Field* known = definition_.vocabulary->find(field);
      std::vector<std::string> names;
      for (const std::string& id : partners) names.push_back(partner_name(desk_.directory(), id));
      out.would_open.emplace_back(known == nullptr ? field : known->label, std::move(names));
    }
  }

  ReferralView referral(const Instance& instance) const {
    return {.n = instance.n,
            .partner = instance.referral->partner,
            .partner_name = partner_name(desk_.directory(), instance.referral->partner),
            .state = state_title(definition_, instance),
            .outcome = instance.outcome,
            .article = instance.referral->article.empty()
                           ? ""
                           : article_title(definition_, instance.referral->article),
            .since = instance.opened_at,
            .open = instance.is_open()};
  }

  // The roles that the reader has in this case.
  std::vector<std::string> roles_in(const Instance& instance) const {
    access::Link link{.owner = read_.snapshot.owner,
                      .today = definition_.calendar->local_day(desk_.clock().now())};
    if (instance.referral) link.partner = instance.referral->partner;
    return access::workflow_roles(access::actor_towards(principal_, link.partner), definition_,
                                  link);
  }

  // As a task's completion is decided: somebody who has one of its roles in this case.
  bool may_do(const Instance& instance, const std::vector<std::string>& by) const {
    const auto held = roles_in(instance);
    return by.empty() || std::ranges::find_first_of(by, held) != by.end();
  }

  void add_due(const Instance& instance, std::vector<DueView>& out) const {
    const base::Instant now = desk_.clock().now();
    for (const cases::Task& task : instance.tasks) {
      DueView due{.n = instance.n,
                  .what = task.title,
                  .about = about(instance),
                  .due_at = task.due_at.value_or(base::Instant::max()),
                  .task_id = task.id,
                  .entry = task.entry};
      for (const std::string& role : task.by) {
        due.by.push_back(holder_name(definition_, role, read_.snapshot.owner, today_));
      }
      due.overdue = due.due_at < now;
      // The tick has a form of its own; saying that it is done would not do it.
      due.allowed = task.id != cases::kConfirmAct && may_do(instance, task.by);
      out.push_back(std::move(due));
    }
    for (const cases::Timer& timer : instance.timers) {
      out.push_back(
          {.n = instance.n,
           .what = timer_title(definition_, instance.workflow, timer.state, timer.name, language_),
           .about = about(instance),
           .by = {},
           .due_at = timer.due_at.value_or(base::Instant::max()),
           .task = false,
           .timer = timer.name,
           .state = timer.state,
           .overdue = timer.due_at && *timer.due_at < now,
           .paused = timer.status == cases::TimerState::paused});
    }
  }

  static std::vector<std::string> texts_of(const feel::Value& value) {
    if (value.kind() != feel::Kind::list) return {to_text(value)};
    std::vector<std::string> out;
    for (const feel::Value& item : value.items()) out.push_back(to_text(item));
    return out;
  }

  OfferView offer(cases::Offer given) const {
    OfferView out{.offer = std::move(given)};
    out.offer.title = title_or_name(out.offer.title, out.offer.name);
    const Instance& instance = *read_.snapshot.find(out.offer.n);
    out.about = about(instance);
    out.proposed = instance.proposed;
    const auto add = [&](const std::string& id, bool required) {
      const vocabulary::Field* field = definition_.vocabulary->find(id);
      if (field == nullptr) return;
      FieldInput input{.field = field, .required = required};
      for (const cases::Fields* fields :
           {&instance.data, &read_.snapshot.person, &read_.snapshot.firm, &read_.snapshot.data}) {
        const auto known = fields->find(id);
        if (known != fields->end()) input.values = texts_of(known->second.value());
      }
      out.inputs.push_back(std::move(input));
    };
    for (const std::string& id : out.offer.require) add(id, true);
    for (const std::string& id : out.offer.accepts) add(id, false);
    return out;
  }

  // What events name by id and people by other words: letters by key, tasks by instance and id.
  struct Names {
    std::map<std::string, std::string> subjects;
    std::map<std::pair<base::InstanceNumber, std::string>, std::string> tasks;
  };

  Names names_of_events() const {
    Names out;
    for (const store::OutboxRow& row : read_.letters) {
      out.subjects[row.letter.key] = row.letter.subject;
    }
    for (const cases::Fact& fact : read_.facts) {
      const auto* opened = std::get_if<cases::TaskOpened>(&fact.event);
      if (opened != nullptr) out.tasks[{opened->n, opened->task.id}] = opened->task.title;
    }
    return out;
  }

  static void name_things(cases::Event& event, const Names& names) {
    if (auto* queued = std::get_if<cases::LetterQueued>(&event)) {
      const auto subject = names.subjects.find(queued->key);
      if (subject != names.subjects.end()) queued->letter = subject->second;
    }
    if (auto* closed = std::get_if<cases::TaskClosed>(&event)) {
      const auto title = names.tasks.find({closed->n, closed->task});
      if (title != names.tasks.end()) closed->task = title->second;
    }
  }

  // By name, or as whom somebody acted who has none here.
  std::string actor_called(const std::string& id) const {
    if (const bundle::Member* member = definition_.member(id)) return member->name;
    if (const bundle::Partner* partner = desk_.directory().find(id)) return partner->name;
    return role_title(definition_, id);
  }

  void add_history(std::vector<HistoryLine>& out) const {
    const Names names = names_of_events();
    for (const cases::Fact& fact : read_.facts) {
      cases::Event event = fact.event;
      name_things(event, names);
      std::string text = sentence(event, read_.snapshot, definition_, desk_.directory(), language_);
      if (text.empty()) continue;
      HistoryLine line{.seq = fact.seq,
                       .at = fact.at,
                       .actor = actor_called(fact.actor),
                       .text = std::move(text),
                       .kind = std::string(cases::type_of(fact.event))};
      const auto n = cases::instance_of(fact.event);
      const Instance* instance = n ? read_.snapshot.find(*n) : nullptr;
      if (instance != nullptr && instance->kind != "request") line.about = about(*instance);
      out.push_back(std::move(line));
    }
    std::ranges::reverse(out);
  }

  desk::Desk& desk_;
  const bundle::Desk& definition_;
  Read read_;
  const access::Principal& principal_;
  const CaseVisibility visible_;
  base::Language language_;
  const base::Day today_ = definition_.calendar->local_day(desk_.clock().now());
};

bool may_see(desk::Desk& desk, const Snapshot& snapshot, const access::Principal& principal) {
  return access::decide(principal, access::Right::see_case, store::tie_of(snapshot),
                        desk.clock().now()) == access::Decision::allow;
}

}  // namespace

std::optional<CaseView> view_case(desk::Desk& desk, base::CaseId id,
                                  const access::Principal& principal, base::Language language) {
  Read read;
  bool found = false;
  desk.store().read([&](store::Reader& reader) {
    auto snapshot = reader.load(id);
    if (!snapshot) return;
    found = true;
    read = {std::move(*snapshot), reader.facts(id), reader.letters(id)};
  });
  if (!found || !may_see(desk, read.snapshot, principal)) return {};
  return Viewing(desk, std::move(read), principal, language).view();
}

std::optional<CaseView> view_now(desk::Desk& desk, const cases::Snapshot& snapshot,
                                 const access::Principal& principal, base::Language language) {
  if (!may_see(desk, snapshot, principal)) return {};
  return Viewing(desk, {snapshot, {}, {}}, principal, language).now();
}

}  // namespace guichet::http
