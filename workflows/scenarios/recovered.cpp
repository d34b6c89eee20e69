#include "workflows/scenarios/recovered.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

#include "engine/access/roles.hpp"

namespace guichet::scenarios {
namespace {

using Facts = std::span<const cases::Fact>;

std::string in_quotes(std::string_view text) {
  std::string out = "\"";
  for (const char c : text) {
    if (c == '\n') {
      out += "\\n";
      continue;
    }
    if (c == '"' || c == '\\') out += '\\';
    out += c;
  }
  return out + '"';
}

std::string shown(const feel::Stored& value) {
  if (value.value().kind() != feel::Kind::list) return in_quotes(to_text(value.value()));
  std::vector<std::string> items;
  for (const feel::Value& each : value.value().items()) items.push_back(in_quotes(to_text(each)));
  return fmt::format("[{}]", fmt::join(items, ", "));
}

std::string shown(const cases::Fields& fields) {
  std::vector<std::string> out;
  for (const auto& [id, value] : fields) out.push_back(id + ": " + shown(value));
  return fmt::format("{{{}}}", fmt::join(out, ", "));
}

class Recovering {
 public:
  Recovering(const bundle::Desk& desk, const cases::Snapshot& before, Facts facts,
             const KeyOf& key_of)
      : desk_(desk), before_(before), facts_(facts), key_of_(key_of) {}

  std::optional<Recovered> run() {
    const cases::Event& event = facts_.front().event;
    if (std::holds_alternative<cases::RequestReceived>(event)) return intake();
    if (const auto* taken = std::get_if<cases::ActTaken>(&event)) return act(*taken);
    if (const auto* acted = std::get_if<cases::OperatorActed>(&event)) return operated(*acted);
    if (std::holds_alternative<cases::ActUndone>(event)) {
      return by_actor("undo: last", cases::Undo{}, "as");
    }
    return {};
  }

 private:
  template <typename Body>
  std::optional<Recovered> by_actor(std::string verb, Body body, const std::string& key) {
    Recovered out{
        .actor = access::actor_as(desk_, facts_.front().actor).value_or(access::system_actor()),
        .body = std::move(body)};
    add(out, std::move(verb));
    who(out, key, facts_.front().actor);
    return out;
  }

  static void add(Recovered& out, std::string part) {
    out.shown_parts.push_back(part);
    out.parts.push_back(std::move(part));
  }
  // Members of staff are named by a role where nobody may be known again.
  void who(Recovered& out, const std::string& key, const std::string& id) {
    if (!access::actor_as(desk_, id)) return;
    out.parts.push_back(key + ": " + id);
    out.shown_parts.push_back(key + ": " + Pseudonyms(desk_).of_staff(id));
  }

  // The facts of this act's step.
  Facts step() const {
    const auto* taken = std::get_if<cases::ActTaken>(&facts_.front().event);
    const auto count = taken == nullptr || taken->facts <= 0
                           ? facts_.size()
                           : std::min(facts_.size(), static_cast<std::size_t>(taken->facts));
    return facts_.first(count);
  }
  template <typename Event>
  const Event* find() const {
    for (const cases::Fact& fact : step()) {
      if (const auto* event = std::get_if<Event>(&fact.event)) return event;
    }
    return nullptr;
  }

  // Values given along are written first; those that were known already left no fact.
  cases::Fields given(std::size_t from, const std::vector<std::string>* among) const {
    cases::Fields out;
    for (std::size_t i = from; i < facts_.size(); ++i) {
      const auto* written = std::get_if<cases::FieldWritten>(&facts_[i].event);
      if (written == nullptr) break;
      const bool listed =
          among == nullptr || std::ranges::find(*among, written->field) != among->end();
      if (!listed) break;
      out.try_emplace(written->field, written->value);
    }
    return out;
  }

  std::optional<Recovered> intake() {
    std::size_t from = 1;
    while (from < facts_.size() &&
           std::holds_alternative<cases::InstanceOpened>(facts_[from].event)) {
      ++from;
    }
    cases::Fields fields = given(from, nullptr);
    Recovered out{.actor = access::system_actor(), .body = cases::OpenRequest{fields}};
    add(out, fmt::format("intake: {{fields: {}}}", shown(fields)));
    return out;
  }

  std::optional<Recovered> act(const cases::ActTaken& taken) {
    const cases::Instance* at = before_.find(taken.n);
    if (at == nullptr) return {};
    if (taken.task) {
      auto out =
          by_actor("complete: " + taken.name, cases::CompleteTask{taken.n, taken.name}, "as");
      where(*out, *at);
      return out;
    }
    if (const auto* consent = find<cases::ConsentRecorded>(); consent && taken.name == "consent") {
      return consented(taken, *consent);
    }
    if (const auto* recalled = find<cases::LetterRecalled>(); recalled && taken.name == "recall") {
      return by_actor(fmt::format("recall: {} to {}", recalled->letter, recalled->to),
                      cases::RecallLetter{key_of_(*recalled)}, "as");
    }
    if (const auto* need = find<cases::NeedDecided>(); need && taken.name == "open-need") {
      const cases::Fields fields = given(1, nullptr);
      std::string text = fmt::format("open_need: {}, with: {}", need->theme, shown(fields));
      add_circumstances(text, taken.channel, taken.said_on);
      return by_actor(text, cases::OpenNeed{need->theme, fields, taken.channel, taken.said_on},
                      "as");
    }
    if (const auto* requalified = find<cases::NeedRequalified>();
        requalified && taken.name == "requalify") {
      return this->requalified(*at, *requalified);
    }
    if (find<cases::InstanceReopened>() != nullptr && taken.name == cases::kReopenAct) {
      const auto reopened = std::ranges::find_if(facts_, [](const cases::Fact& fact) {
        return std::holds_alternative<cases::InstanceReopened>(fact.event);
      });
      const auto from = static_cast<std::size_t>(reopened - facts_.begin()) + 1;
      const cases::Fields fields = given(from, nullptr);
      return by_actor(fmt::format("reopen: {}, with: {}", name_of(*at), shown(fields)),
                      cases::Reopen{taken.n, fields}, "as");
    }
    if (const auto* confirmed = find<cases::PartnersConfirmed>();
        confirmed && taken.name == cases::kConfirmAct) {
      return this->confirmed(*at, *confirmed);
    }
    return of_path(*at, taken);
  }

  std::optional<Recovered> consented(const cases::ActTaken& taken,
                                     const cases::ConsentRecorded& consent) {
    std::string text = "consent: " + consent.state;
    if (!consent.partners.empty()) {
      text += fmt::format(", for: [{}]", fmt::join(consent.partners, ", "));
    }
    add_circumstances(text, taken.channel, taken.said_on);
    return by_actor(text,
                    cases::Consent{consent.state, consent.partners, taken.channel, taken.said_on,
                                   consent.field},
                    "as");
  }

  std::optional<Recovered> requalified(const cases::Instance& at,
                                       const cases::NeedRequalified& fact) {
    std::vector<std::string> keep;
    for (const cases::Fact& each : step()) {
      const auto* moved = std::get_if<cases::ReferralMoved>(&each.event);
      const cases::Instance* child = moved == nullptr ? nullptr : before_.find(moved->n);
      if (child != nullptr && child->referral) keep.push_back(child->referral->partner);
    }
    auto out = by_actor(fmt::format("requalify: {}, keep: [{}]", fact.theme, fmt::join(keep, ", ")),
                        cases::Requalify{at.n, fact.theme, keep}, "as");
    where(*out, at);
    return out;
  }

  std::optional<Recovered> confirmed(const cases::Instance& at,
                                     const cases::PartnersConfirmed& fact) {
    cases::Fields with{{"partenaires", list_of(fact.partners)}};
    // The motive for partners outside the convention is noted.
    for (const cases::Fact& each : step()) {
      if (std::holds_alternative<cases::InstanceOpened>(each.event)) break;
      const auto* noted = std::get_if<cases::Noted>(&each.event);
      if (noted == nullptr) continue;
      with.emplace(cases::kMotiveField, feel::Stored::string(noted->text));
      break;
    }
    const model::Workflow* workflow = desk_.workflow(at.workflow);
    for (const model::State& state : workflow->states) {
      if (!state.referral || !at.find_active(state.path)) continue;
      if (state.referral->confirm_field == "partenaires") continue;
      with.erase("partenaires");
      with[state.referral->confirm_field] = list_of(fact.partners);
    }
    auto out = by_actor("do: confirmer, with: " + shown(with),
                        cases::Act{at.n, std::string(cases::kConfirmAct), with}, "as");
    where(*out, at);
    return out;
  }

  std::optional<Recovered> of_path(const cases::Instance& at, const cases::ActTaken& taken) {
    const cases::Fields with = given(1, fields_taken_by(at, taken));
    std::string text = (taken.reply ? "reply: " : "do: ") + taken.name;
    if (!with.empty()) text += ", with: " + shown(with);
    add_circumstances(text, taken.channel, taken.said_on);
    if (!taken.reply) {
      auto out = by_actor(text,
                          cases::Act{.n = at.n,
                                     .name = taken.name,
                                     .with = with,
                                     .channel = taken.channel,
                                     .said_on = taken.said_on},
                          "as");
      where(*out, at);
      return out;
    }
    Recovered out{.actor = access::system_actor(),
                  .body = cases::Reply{at.n, taken.name, with, taken.channel, taken.said_on}};
    add(out, text);
    if (!taken.recorded_by.empty() && access::actor_as(desk_, facts_.front().actor)) {
      out.actor = *access::actor_as(desk_, facts_.front().actor);
      who(out, "recorded_by", facts_.front().actor);
    } else if (at.referral) {
      out.actor = access::partner_actor(desk_.directory, at.referral->partner);
    }
    where(out, at);
    return out;
  }

  // Fields that the act takes; the writes of its own verbs follow them.
  const std::vector<std::string>* fields_taken_by(const cases::Instance& at,
                                                  const cases::ActTaken& taken) {
    accepted_.clear();
    const model::Workflow* workflow = desk_.workflow(at.workflow);
    if (workflow == nullptr) return &accepted_;
    for (const model::Declaration& each : workflow->declarations) {
      if (each.name != taken.name) continue;
      accepted_.insert(accepted_.end(), each.require.begin(), each.require.end());
      accepted_.insert(accepted_.end(), each.accepts.begin(), each.accepts.end());
    }
    return &accepted_;
  }

  std::optional<Recovered> operated(const cases::OperatorActed& acted) {
    const cases::Instance* at = before_.find(acted.n);
    if (at == nullptr || facts_.size() < 2) return {};
    const std::string reason = "reason: " + in_quotes(acted.reason);
    std::optional<Recovered> out;
    if (acted.act == "correct") {
      const cases::Fields fields = given(1, nullptr);
      out = by_actor(fmt::format("correct: {{fields: {}, {}}}", shown(fields), reason),
                     cases::CorrectFields{acted.n, fields, acted.reason}, "as");
    } else if (const auto* owner = std::get_if<cases::OwnerAssigned>(&facts_[1].event)) {
      out = by_actor(fmt::format("assign: {{to: {}, {}}}", owner->owner, reason),
                     cases::AssignOwner{owner->owner, acted.reason}, "as");
    } else if (const auto* due = std::get_if<cases::DueChanged>(&facts_[1].event)) {
      const std::string to = base::iso(desk_.calendar->local_time(due->due_at));
      out = by_actor(fmt::format("due: {{timer: {}, to: {}, {}}}", due->name, to, reason),
                     cases::ChangeDue{acted.n, due->name, due->state, due->due_at, acted.reason},
                     "as");
    } else if (acted.act == "move") {
      const std::string to = moved_to(acted.n);
      out = by_actor(fmt::format("move: {{to: {}, {}}}", to, reason),
                     cases::MoveInstance{acted.n, to, acted.reason}, "as");
    } else if (const auto* adviser = find_among<cases::AdviserAssigned>()) {
      out = by_actor(fmt::format("hand_over: {{to: {}, {}}}", adviser->adviser, reason),
                     cases::HandOver{acted.n, adviser->adviser, acted.reason}, "as");
    } else if (const auto* closed = find_among<cases::IncidentClosed>()) {
      const auto& open = before_.extras.incidents;
      const auto known = std::ranges::find(open, closed->incident, &cases::Incident::seq);
      if (known == open.end()) return {};
      out = by_actor(fmt::format("incident: {{code: {}, retry: {}, {}}}", known->code,
                                 closed->retried, reason),
                     cases::SettleIncident{closed->incident, closed->retried, acted.reason}, "as");
    }
    if (!out) return {};
    // The partner itself, where nobody of the desk did it.
    if (at->referral && !access::actor_as(desk_, facts_.front().actor)) {
      out->actor = access::partner_actor(desk_.directory, at->referral->partner);
    }
    where(*out, *at);
    return out;
  }

  // Of the few facts that follow an operator's act.
  template <typename Event>
  const Event* find_among() const {
    constexpr std::size_t kFew = 4;
    for (const cases::Fact& fact : facts_.first(std::min(facts_.size(), kFew))) {
      if (const auto* event = std::get_if<Event>(&fact.event)) return event;
    }
    return nullptr;
  }

  // The innermost state that was entered before anything was left again.
  std::string moved_to(base::InstanceNumber n) const {
    std::string to;
    for (const cases::Fact& fact : facts_) {
      if (const auto* entered = std::get_if<cases::StateEntered>(&fact.event)) {
        if (entered->n == n) to = entered->state;
      }
      if (!to.empty() && std::holds_alternative<cases::StateExited>(fact.event)) break;
    }
    return to;
  }

  static void add_circumstances(std::string& text, const std::string& channel,
                                const std::optional<base::Day>& said_on) {
    if (!channel.empty()) text += ", channel: " + channel;
    if (said_on) text += ", said_on: " + base::iso(*said_on);
  }

  static feel::Stored list_of(const std::vector<std::string>& texts) {
    feel::Arena arena;
    std::vector<feel::Value> items;
    for (const std::string& each : texts) items.push_back(arena.string(each));
    return feel::Stored(arena.list(items));
  }

  // A need by its path, or by its theme where several follow that path.
  std::string name_of(const cases::Instance& at) const {
    const auto alike = std::ranges::count_if(before_.instances, [&](const cases::Instance& each) {
      return each.workflow == at.workflow && each.kind == at.kind;
    });
    const auto theme = at.data.find("theme");
    if (alike > 1 && theme != at.data.end()) return to_text(theme->second.value());
    return at.workflow;
  }

  void where(Recovered& out, const cases::Instance& at) {
    if (!at.referral) return add(out, "need: " + name_of(at));
    add(out, "from: " + at.referral->partner);
    const cases::Instance* need = at.parent ? before_.find(*at.parent) : nullptr;
    if (need != nullptr) add(out, "need: " + name_of(*need));
  }

  const bundle::Desk& desk_;
  const cases::Snapshot& before_;
  Facts facts_;
  const KeyOf& key_of_;
  std::vector<std::string> accepted_;
};

}  // namespace

std::string Recovered::step(bool pseudonyms) const {
  return fmt::format("{}", fmt::join(pseudonyms ? shown_parts : parts, ", "));
}

std::optional<Recovered> recover(const bundle::Desk& desk, const cases::Snapshot& before,
                                 std::span<const cases::Fact> facts, const KeyOf& key_of) {
  return Recovering(desk, before, facts, key_of).run();
}

std::vector<cases::Fact> with_pseudonyms(const bundle::Desk& desk, std::vector<cases::Fact> facts,
                                         std::size_t turn) {
  Pseudonyms pseudonyms(desk, turn);
  for (cases::Fact& fact : facts) {
    if (auto* written = std::get_if<cases::FieldWritten>(&fact.event)) {
      written->value = pseudonyms.of(written->field, written->value);
    }
    if (auto* acted = std::get_if<cases::OperatorActed>(&fact.event)) acted->reason = "motif";
    if (auto* noted = std::get_if<cases::Noted>(&fact.event)) noted->text = "motif";
  }
  return facts;
}

}  // namespace guichet::scenarios
