#include "engine/cases/letters.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "engine/cases/incidents.hpp"
#include "engine/cases/messages.hpp"
#include "engine/cases/names.hpp"
#include "engine/cases/recipients.hpp"
#include "engine/cases/timers.hpp"
#include "engine/cases/verbs.hpp"

namespace guichet::cases {
namespace {

using feel::Entry;
using feel::Value;

// The recipient's own channel where the letter has it, else the letter's first; an e-mail without
// an address becomes paper or a call.
letters::Channel channel_for(const letters::Letter& letter, const Recipient& to) {
  const auto has = [&](letters::Channel channel) {
    return std::ranges::find(letter.channels, channel) != letter.channels.end();
  };
  letters::Channel wanted = letter.channels.front();
  if (to.channel == bundle::PartnerChannel::printed && has(letters::Channel::printed)) {
    wanted = letters::Channel::printed;
  }
  if (to.channel == bundle::PartnerChannel::call) wanted = letters::Channel::call;
  if (wanted != letters::Channel::email || !to.email.empty()) return wanted;
  return has(letters::Channel::printed) ? letters::Channel::printed : letters::Channel::call;
}

std::string_view to_text(letters::Channel channel) {
  switch (channel) {
    case letters::Channel::email:
      return "email";
    case letters::Channel::printed:
      return "printed";
    case letters::Channel::call:
      break;
  }
  return "call";
}

std::string_view to_text(model::Purpose purpose) {
  switch (purpose) {
    case model::Purpose::notify:
      return "notify";
    case model::Purpose::remind:
      return "remind";
    case model::Purpose::escalate:
      break;
  }
  return "escalate";
}

// The names that a letter may use, with their values here and now.
class LetterNames {
 public:
  LetterNames(Work& work, InstanceNumber n, const kernel::Trigger* trigger, feel::Arena& arena)
      : work_(work), n_(n), names_(work, n, trigger, arena), arena_(arena) {}

  std::vector<Value> slots(const letters::Letter& letter, const Recipient& to) {
    const feel::Scope& scope = work_.around().desk.letter_scope;
    std::vector<Value> out(scope.size());
    const auto put = [&](std::string_view name, const Value& value) {
      if (const auto slot = scope.find(name)) out[*slot] = value;
    };
    put("recipient", recipient(to));
    put("shared", shared());
    put("case", names_.fixed(model::FixedName::kase));
    put("firm", names_.fixed(model::FixedName::firm));
    put("person", names_.fixed(model::FixedName::person));
    put("request", names_.fixed(model::FixedName::request));
    put("article", names_.fixed(model::FixedName::article));
    put("event", names_.fixed(model::FixedName::event));
    put("need", need(to));
    put("partner", partner());
    put("due", due(letter));
    put("link", link());
    put("desk", desk());
    put("refusal", refusal());
    return out;
  }

 private:
  Value text(std::string_view value) { return arena_.string(value); }

  Value recipient(const Recipient& to) {
    const Entry entries[] = {{"id", text(to.id)},       {"name", text(to.name)},
                             {"email", text(to.email)}, {"phone", text(to.phone)},
                             {"role", text(to.role)},   {"institution", text(to.institution)}};
    return arena_.context(entries);
  }

  // Only what the block's `share` lists: least disclosure.
  Value shared() {
    const Instance& self = work_.instance(n_);
    if (!self.referral) return {};
    std::vector<Entry> entries;
    for (const std::string& id : self.referral->share) {
      const vocabulary::Field* field = work_.around().desk.vocabulary->find(id);
      feel::Stored value = work_.field(n_, id);
      if (value.is_null() && self.parent) value = work_.field(*self.parent, id);
      if (value.is_null()) value = work_.field(InstanceNumber{1}, id);
      entries.push_back({id, arena_.copy(seen(field, value, self.referral->partner))});
    }
    return arena_.context(entries);
  }

  // A partner sees of the need what the block shares, and its theme; where the others stand shows
  // in its state and its other fields.
  Value need(const Recipient& to) {
    const Instance& self = work_.instance(n_);
    const Instance& need = self.referral && self.parent ? work_.instance(*self.parent) : self;
    std::vector<Entry> entries{{"title", text(work_.workflow_of(need).title)}};
    const bool walled = to.kind == "partner";
    if (!walled) entries.push_back({"state", text(current_state(need))});
    for (const auto& [id, value] : need.data) {
      const bool shared = self.referral &&
                          std::ranges::find(self.referral->share, id) != self.referral->share.end();
      if (!walled || shared || id == kThemeField) entries.push_back({id, value.value()});
    }
    entries.push_back({"others", walled ? others(self) : arena_.list({})});
    return arena_.context(entries);
  }

  // The others who were asked, and what came of it: only where the article has no walls. Their
  // reasons are nobody's but the desk's.
  Value others(const Instance& self) {
    const Value article = names_.fixed(model::FixedName::article);
    const Value* walls = article.kind() == feel::Kind::context ? article.member("walls") : nullptr;
    if (walls == nullptr || walls->kind() != feel::Kind::string || walls->text() != "open") {
      return arena_.list({});
    }
    std::vector<Value> items;
    for (const Instance& each : work_.snapshot().instances) {
      if (each.n == self.n || each.parent != self.parent || !each.referral) continue;
      const bundle::Partner* partner = work_.around().directory.find(each.referral->partner);
      const Entry entries[] = {
          {"name", text(partner == nullptr ? each.referral->partner : partner->name)},
          {"outcome", each.outcome.empty() ? Value() : text(each.outcome)}};
      items.push_back(arena_.context(entries));
    }
    return arena_.list(items);
  }

  Value partner() {
    const Instance& self = work_.instance(n_);
    std::string id = self.referral ? self.referral->partner : self.lead;
    const bundle::Partner* found = work_.around().directory.find(id);
    if (found == nullptr) return {};
    const Entry entries[] = {{"id", text(found->id)},
                             {"name", text(found->name)},
                             {"institution", text(found->name)},
                             {"phone", text(found->head.phone)},
                             {"email", text(found->head.email)}};
    return arena_.context(entries);
  }

  // Due days by timer name: those armed, and those that the state being entered is about to arm.
  Value due(const letters::Letter& letter) {
    const Instance& self = work_.instance(n_);
    const auto& calendar = *work_.around().desk.calendar;
    std::vector<Entry> entries;
    for (const std::string& name : letter.timers) {
      if (const auto at = due_instant(self, name)) {
        entries.push_back({name, Value::date(calendar.local_day(*at))});
      }
    }
    return arena_.context(entries);
  }

  std::optional<base::Instant> due_instant(const Instance& self, const std::string& name) {
    for (const Timer& timer : self.timers) {
      if (timer.name == name && timer.due_at) return timer.due_at;
    }
    for (const Task& task : self.tasks) {
      if (task.id == name && task.due_at) return task.due_at;
    }
    const model::Workflow& workflow = work_.workflow_of(self);
    for (const StateEntry& active : self.active) {
      const auto state = workflow.find_state(active.path);
      if (!state) continue;
      for (const model::DeclarationIndex index : workflow.at(*state).timers) {
        const model::Declaration& timer = workflow.at(index);
        if (timer.name == name) return due_of(work_, n_, *timer.timer, work_.around().now);
      }
    }
    return {};
  }

  // Of a referral or need, for whoever is asked about it; of the request, for its own person, who
  // follows the whole of it whatever a letter is about.
  Value link() {
    const Entry entries[] = {{"reply", text(address_of(n_))},
                             {"follow", text(address_of(InstanceNumber{1}))}};
    return arena_.context(entries);
  }

  std::string address_of(InstanceNumber n) {
    const base::CaseId id = work_.snapshot().id;
    const std::string token = reply_token(work_.around().secret, id, n, work_.instance(n).episode);
    return fmt::format("{}/r/{}-{}-{}", work_.around().desk.settings.base_url, id.value, n.value,
                       token);
  }

  Value desk() {
    const bundle::Settings& settings = work_.around().desk.settings;
    const Entry entries[] = {{"name", text(settings.name)},
                             {"address", text(settings.address)},
                             {"phone", text(settings.phone)},
                             {"email", text(settings.email)},
                             {"site", text(settings.site)}};
    return arena_.context(entries);
  }

  // Why a request was refused: what intake's event carries.
  Value refusal() {
    const Value event = names_.fixed(model::FixedName::event);
    const Value* reasons = event.kind() == feel::Kind::context ? event.member("reasons") : nullptr;
    const Entry entries[] = {{"reasons", reasons == nullptr ? arena_.list({}) : *reasons}};
    return arena_.context(entries);
  }

  Work& work_;
  InstanceNumber n_;
  Names names_;
  feel::Arena& arena_;
};

// People whom mail does not reach: somebody of the desk prints and posts the letter, or calls.
void carry_by_hand(Work& work, InstanceNumber n, const LetterEffect& letter) {
  const bundle::Desk& desk = work.around().desk;
  const base::Message title =
      letter.channel == "printed"
          ? base::Message(messages::kPrintLetter, {letter.subject, letter.to_name})
          : base::Message(messages::kCallInstead,
                          {letter.to_name, letter.to_address, letter.subject});
  open_task(work, n, letter.channel + "." + letter.key, 0, title.in(desk.settings.language),
            {desk.intake.owner_role}, base::Delay{base::Delay::Unit::business_days, 1});
}

void queue_letter(Work& work, InstanceNumber n, const model::Notify& verb,
                  const letters::Letter& letter, const Recipient& to,
                  const kernel::Trigger* trigger) {
  feel::Arena arena;
  LetterNames names(work, n, trigger, arena);
  const std::vector<Value> slots = names.slots(letter, to);
  feel::Evaluation run = evaluation(work, arena);
  const letters::Channel channel = channel_for(letter, to);
  const std::string subject = letter.subject.fill(slots, run, false);
  const std::string markdown = letter.body.fill(slots, run, true);
  LetterEffect effect{.key = work.next_letter_key(),
                      .n = n,
                      .letter = letter.id,
                      .purpose = std::string(to_text(verb.purpose)),
                      .channel = std::string(to_text(channel)),
                      .to_kind = to.kind,
                      .to = to.id,
                      .to_name = to.name,
                      .to_address = channel == letters::Channel::email ? to.email : to.phone,
                      .subject = subject,
                      .text = letters::to_plain(markdown),
                      .html = letters::to_html(markdown),
                      .made_at = work.around().now,
                      .leaves_at = work.leaves_at()};
  work.record(LetterQueued{n, effect.key, effect.letter, effect.purpose, effect.to_kind, effect.to,
                           effect.channel});
  if (channel != letters::Channel::email) carry_by_hand(work, n, effect);
  work.send(std::move(effect));
}

// After an outage a case gets one reminder a day, not all that are overdue.
bool suppressed(Work& work, InstanceNumber n, const model::Notify& verb, const Recipient& to) {
  if (verb.purpose != model::Purpose::remind || to.kind == "staff") return false;
  const base::Day today = work.around().desk.calendar->local_day(work.around().now);
  if (work.snapshot().last_reminder == today) {
    work.record(LetterSuppressed{n, verb.letter, to.id, "one-a-day"});
    return true;
  }
  if (work.fired_late()) work.record(ReminderLeft{today});
  return false;
}

void agenda_line(Work& work, InstanceNumber n, const model::Notify& verb) {
  const bundle::Desk& desk = work.around().desk;
  const Instance& self = work.instance(n);
  const bundle::Partner* partner =
      self.referral ? work.around().directory.find(self.referral->partner) : nullptr;
  const Instance& need = self.referral && self.parent ? work.instance(*self.parent) : self;
  const std::string about = work.workflow_of(need).title;
  const model::Workflow& workflow = work.workflow_of(self);
  const auto state = workflow.find_state(current_state(self));
  const std::string step = state ? workflow.at(*state).title : current_state(self);
  const base::Message line = partner != nullptr
                                 ? base::Message(messages::kAgendaSilence, {partner->name, about})
                                 : base::Message(messages::kAgendaLate, {about, step});
  work.record(AgendaAdded{n, line.in(desk.settings.language), std::string(to_text(verb.purpose))});
}

void no_recipient(Work& work, InstanceNumber n, const model::Notify& verb) {
  work.record(
      IncidentOpened{n, "letter-without-recipient", verb.letter + " / " + verb.role,
                     letter_ref(verb.letter, verb.role, std::string(to_text(verb.purpose)))});
}

}  // namespace

void notify(Work& work, InstanceNumber n, const model::Notify& verb,
            const kernel::Trigger* trigger) {
  const bundle::Desk& desk = work.around().desk;
  const bundle::Role* role = desk.role(verb.role);
  if (role == nullptr) {  // names are checked at load; an earlier version's role may be gone
    return no_recipient(work, n, verb);
  }
  if (role->binding == bundle::Binding::agenda) return agenda_line(work, n, verb);
  const letters::Letter* letter = desk.letter(verb.letter);
  const std::vector<Recipient> all = recipients(work, n, *role);
  if (letter == nullptr || all.empty()) {
    return no_recipient(work, n, verb);
  }
  for (const Recipient& to : all) {
    if (!suppressed(work, n, verb, to)) queue_letter(work, n, verb, *letter, to, trigger);
  }
}

}  // namespace guichet::cases
