#include "workflows/scenarios/run_step.hpp"
#include "workflows/scenarios/failure_messages.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <utility>

#include "engine/access/roles.hpp"
#include "workflows/scenarios/messages.hpp"
#include "workflows/scenarios/other_load.hpp"
#include "workflows/scenarios/step_verb.hpp"

namespace guichet::scenarios {

using base::Message;
namespace {

bool is_need_of(const cases::Instance& instance, std::string_view id) {
  if (instance.kind != "need") return false;
  const auto theme = instance.data.find("theme");
  return instance.workflow == id ||
         (theme != instance.data.end() && to_text(theme->second.value()) == id);
}

}  // namespace

std::string joined(const std::vector<std::string>& items, std::string_view between) {
  return items.empty() ? "-" : fmt::format("{}", fmt::join(items, between));
}

std::expected<feel::Stored, Message> value_of(const yaml::Node& node,
                                              const vocabulary::Field* field,
                                              const vocabulary::Vocabulary& vocabulary) {
  if (node.is_mapping()) return std::unexpected(Message(messages::kNotAValue));
  if (node.is_empty()) return feel::Stored();
  if (node.is_scalar()) {
    if (field == nullptr) return feel::Stored::string(node.text());
    return vocabulary::parse_value(*field, node.text(), vocabulary);
  }
  feel::Arena arena;
  std::vector<feel::Value> items;
  for (const yaml::Node& item : node.items()) {
    if (!item.is_scalar()) return std::unexpected(Message(messages::kNotAValue));
    items.push_back(arena.string(item.text()));
  }
  if (field == nullptr) return feel::Stored(arena.list(items));
  return vocabulary::fit_value(*field, arena.list(items), vocabulary);
}

feel::Stored literal_of(const yaml::Node& node, const vocabulary::Field* field,
                        const vocabulary::Vocabulary& vocabulary) {
  feel::Arena arena;
  if (node.is_sequence()) {
    std::vector<feel::Value> items;
    for (const yaml::Node& item : node.items()) items.push_back(arena.string(item.text()));
    return feel::Stored(arena.list(items));
  }
  if (node.is_empty()) return {};
  if (field != nullptr) {
    if (auto value = vocabulary::parse_value(*field, node.text(), vocabulary)) return *value;
  }
  return feel::Stored::string(node.text());
}

std::optional<base::LocalTime> moment_of(const yaml::Node& node) {
  return base::parse_local_time(node.text());
}

std::string describe(const cases::Fact& fact) {
  // A choice among twenty partners would bury the line that tells what went wrong.
  constexpr std::size_t kMostBytes = 240;
  const auto n = cases::instance_of(fact.event);
  std::string payload = cases::to_json(fact.event);
  if (payload.size() > kMostBytes) {
    std::size_t end = kMostBytes;
    while ((static_cast<unsigned char>(payload[end]) & 0xC0) == 0x80) --end;
    payload = payload.substr(0, end) + " …";
  }
  return fmt::format("{} {}{} {}", base::iso(fact.at), cases::type_of(fact.event),
                     n ? fmt::format(" n° {}", n->value) : "", payload);
}

std::vector<std::string> acts_on_offer(Stage& stage, base::CaseId kase, const access::Actor& actor,
                                       base::Language language) {
  std::vector<std::string> lines;
  const auto snapshot = stage.load(kase);
  if (!snapshot) return lines;
  for (const cases::Offer& offer : stage.desk().offers(*snapshot, actor)) {
    std::string why;
    if (!offer.allowed) why = Message(failed::kForRoles, {joined(offer.by)}).in(language);
    if (offer.allowed && !offer.missing.empty()) {
      why = Message(failed::kMissing, {joined(offer.missing)}).in(language);
    }
    for (const base::Message& reason : offer.reasons) {
      why += (why.empty() ? "" : " ; ") + reason.in(language);
    }
    const cases::Instance* instance = snapshot->find(offer.n);
    const std::string what = Message(offer.reply ? failed::kReply : failed::kAct).in(language);
    lines.push_back(fmt::format("{} ({}, {} n° {}){}{}", offer.name, what, instance->workflow,
                                offer.n.value, why.empty() ? "" : " : ", why));
  }
  return lines;
}

ScenarioRun::ScenarioRun(const std::shared_ptr<const bundle::Desk>& desk, std::string name,
                         base::Instant start, std::string folder,
                         std::unique_ptr<store::Store> store, base::Language language)
    : name_(std::move(name)),
      folder_(std::move(folder)),
      language_(language),
      stage_(desk, start, std::move(store)) {
  stage_.on_step([this](base::CaseId kase) { look_at_promises(kase); });
}

void ScenarioRun::add_failure(const base::Location& at, std::string what) {
  Failure failure{.scenario = name_, .at = at, .what = std::move(what)};
  for (const cases::Fact& fact : result_.facts) failure.since.push_back(describe(fact));
  failure.offers = acts_on_offer(stage_, kase_, actor_, language_);
  failures_.push_back(std::move(failure));
}

void ScenarioRun::fail(const base::Location& at, std::string what) {
  if (attempt_) return;
  add_failure(at, std::move(what));
  over_ = over_ || acting_;
}

void ScenarioRun::fail(const base::Location& at, const Message& what) {
  fail(at, what.in(language_));
}

void ScenarioRun::look_at_promises(base::CaseId kase) {
  const auto told = [this](const base::Location& at, const Message& what) {
    add_failure(at, what.in(language_));
  };
  for (const auto& each : never_) each->look(stage_, kase, told);
  for (const auto& each : holds_) each->look(stage_, kase, told);
}

void ScenarioRun::look_at_promises() {
  if (never_.empty() && holds_.empty()) return;
  for (const base::CaseId id : stage_.case_ids()) look_at_promises(id);
}

void ScenarioRun::watch(const yaml::Node& never) {
  never_.push_back(std::make_unique<Never>(never));
  look_at_promises();
}

void ScenarioRun::watch_holds(const yaml::Node& holds) {
  holds_.push_back(std::make_unique<Holds>(holds));
  look_at_promises();
}

void ScenarioRun::end() {
  if (over_) return;
  const auto told = [this](const base::Location& at, const Message& what) {
    add_failure(at, what.in(language_));
  };
  for (const auto& each : holds_) {
    for (const base::CaseId id : stage_.case_ids()) each->end(stage_, id, told);
  }
}

void ScenarioRun::end_of_given(const yaml::Node& given) {
  if (result_.rejection) fail(given.location(), refusal());
  note_what_happened();
  result_ = {};
}

Message ScenarioRun::refusal() const {
  std::vector<std::string> reasons;
  for (const Message& each : result_.rejection->reasons) reasons.push_back(each.in(language_));
  return Message(failed::kRefused, {joined(reasons, " ; ")});
}

void ScenarioRun::step(const yaml::Node& node) {
  if (over_) return;
  result_ = {};
  wrong_.reasons.clear();
  attempt_ = yaml::text_at(node, "attempt") == "true";
  select_case(node);
  set_load(node);
  acting_ = true;
  carry_out(node);
  acting_ = false;
  note_what_happened();
  look_at_promises();  // time alone can make a condition true
  if (!over_) look(node);
  attempt_ = false;
}

void ScenarioRun::set_load(const yaml::Node& node) {
  const yaml::Node* load = yaml::at(node, "load");
  if (load != nullptr) stage_.set_others(other_loads(*load, desk()));
}

// The clock moves first, then the act. A crash meets the act; in a step without one, the first
// timer that fires.
void ScenarioRun::carry_out(const yaml::Node& node) {
  const VerbOf verb = verb_of(node);
  const yaml::Node* crash = yaml::at(node, "crash");
  const auto arm = [&] {
    if (crash == nullptr) return;
    const bool before = crash->text() == "before_commit";
    stage_.crash_next(before ? Crash::before_commit : Crash::after_commit);
  };
  if (verb.verb == nullptr) arm();
  move_clock(node);
  if (verb.verb != nullptr) {
    arm();
    verb.verb->act(*this, node, *verb.value);
  }
  const yaml::Node* migrate = yaml::at(node, "migrate");
  if (migrate != nullptr && !result_.rejection) migrate_cases(*this, node, *migrate);
  if (crash != nullptr) check_facts(*crash);
}

void ScenarioRun::check_facts(const yaml::Node& crash) {
  if (stage_.awaits_crash()) {
    stage_.crash_next(Crash::none);
    fail(crash.location(), Message(failed::kNothingToCrash));
  }
  for (const base::CaseId id : stage_.case_ids()) {
    if (stage_.facts_give_case(id)) continue;
    fail(crash.location(), Message(failed::kFactsDiffer, {std::to_string(id.value)}));
  }
}

void ScenarioRun::look(const yaml::Node& node) {
  const yaml::Node* then = yaml::at(node, "then");
  if (then != nullptr) expect(*this, *then, result_);
  const bool expected = then != nullptr && yaml::at(*then, "refused") != nullptr;
  if (result_.rejection && !expected) {
    fail(node.location(), refusal());
  }
}

void ScenarioRun::select_case(const yaml::Node& node) {
  const yaml::Node* number = yaml::at(node, "case");
  if (number == nullptr) return;
  const auto found = stage_.find_number(number->text());
  if (!found) return fail(number->location(), Message(failed::kNoCase, {number->text()}));
  kase_ = *found;
}

void ScenarioRun::move_clock(const yaml::Node& node) {
  const calendar::Calendar& calendar = stage_.calendar();
  if (const yaml::Node* until = yaml::at(node, "until")) {
    if (const auto moment = moment_of(*until)) run_until(calendar.instant_of(*moment), *until);
  }
  if (const yaml::Node* advance = yaml::at(node, "advance")) {
    if (const auto delay = base::parse_delay(advance->text())) {
      stage_.run_until(calendar.due(stage_.now(), *delay, calendar::Roll::none));
    }
  }
  if (const yaml::Node* timer = yaml::at(node, "wait_for")) wait_for(*timer);
}

// Time does not go back: whoever writes an earlier moment has mistaken it.
void ScenarioRun::run_until(base::Instant moment, const yaml::Node& at) {
  if (moment >= stage_.now()) return stage_.run_until(moment);
  const std::string now = base::iso(stage_.calendar().local_time(stage_.now()));
  fail(at.location(), Message(failed::kClockPast, {at.text(), now}));
}

// The clock goes from due date to due date until a timer of that name has fired.
void ScenarioRun::wait_for(const yaml::Node& timer) {
  constexpr int kMostTimers = 2000;
  const std::int64_t before = stage_.facts(kase_).empty() ? 0 : stage_.facts(kase_).back().seq;
  for (int i = 0; i < kMostTimers; ++i) {
    const auto due = stage_.next_due();
    if (!due) break;
    stage_.run_until(std::max(*due, stage_.now()));
    for (const cases::Fact& fact : stage_.facts(kase_)) {
      const auto* fired = std::get_if<cases::TimerFired>(&fact.event);
      if (fact.seq > before && fired != nullptr && fired->name == timer.text()) return;
    }
  }
  fail(timer.location(), Message(failed::kNeverDue, {timer.text()}));
}

void ScenarioRun::submit(const access::Actor& actor, cases::Body body) {
  actor_ = actor;
  if (!wrong_.reasons.empty()) return refuse(std::exchange(wrong_, base::Rejection{422, {}}));
  const auto outcome = stage_.submit(actor, kase_, std::move(body));
  if (outcome) {
    kase_ = outcome->kase;
  } else {
    result_.rejection = outcome.error();
  }
}

cases::Fields ScenarioRun::fields_of(const yaml::Node* with) {
  cases::Fields out;
  if (with == nullptr) return out;
  const vocabulary::Vocabulary& vocabulary = *desk().vocabulary;
  for (const yaml::Entry& entry : with->entries()) {
    const vocabulary::Field* field = vocabulary.find(entry.key.text());
    auto value = value_of(entry.value, field, vocabulary);
    if (value) {
      out[entry.key.text()] = std::move(*value);
    } else {
      wrong_.reasons.push_back(value.error());
    }
  }
  return out;
}

access::Actor ScenarioRun::actor_of(const yaml::Node& node, std::string_view key) const {
  const yaml::Node* who = yaml::at(node, key);
  if (who == nullptr) return access::system_actor();
  // Names were checked at load.
  return access::actor_as(desk(), who->text()).value_or(access::system_actor());
}

std::optional<base::InstanceNumber> ScenarioRun::target(const yaml::Node& step) {
  const auto snapshot = current();
  if (!snapshot) {
    fail(step.location(), Message(failed::kNoRequestYet));
    return {};
  }
  const std::string need = yaml::text_at(step, "need");
  if (const yaml::Node* from = yaml::at(step, "from")) {
    if (const cases::Instance* referral = find(*snapshot, from->text(), need)) return referral->n;
    std::vector<std::string> asked;
    for (const cases::Instance& each : snapshot->instances) {
      if (each.referral) asked.push_back(each.referral->partner);
    }
    fail(from->location(), Message(failed::kNotAsked, {from->text(), joined(asked)}));
    return {};
  }
  if (const cases::Instance* at = find(*snapshot, need)) return at->n;
  if (need.empty()) return base::InstanceNumber{1};  // the request
  fail(yaml::at(step, "need")->location(),
       Message(failed::kNotInCase, {need, instance_names(*snapshot)}));
  return {};
}

std::string ScenarioRun::instance_names(const cases::Snapshot& snapshot) {
  std::vector<std::string> out;
  for (const cases::Instance& each : snapshot.instances) {
    out.push_back(each.referral ? each.referral->partner : each.workflow);
  }
  return joined(out);
}

const cases::Instance* ScenarioRun::find(const cases::Snapshot& snapshot, std::string_view id,
                                         std::string_view need) const {
  const cases::Instance* found = nullptr;
  const cases::Instance* only = nullptr;
  int needs = 0;
  for (const cases::Instance& each : snapshot.instances) {
    if (each.kind == "need") {
      only = &each;
      ++needs;
    }
    const bool fits = is_need_of(each, id) || (each.kind == "request" && each.workflow == id) ||
                      (each.referral && each.referral->partner == id &&
                       (need.empty() || is_need_of(*snapshot.find(*each.parent), need)));
    if (fits) found = &each;
  }
  // A case with one need needs no name for it.
  return id.empty() && needs == 1 ? only : found;
}

void ScenarioRun::note_what_happened() {
  for (const base::CaseId id : stage_.case_ids()) {
    std::int64_t& seen = seen_[id];
    const std::int64_t before = seen;
    for (cases::Fact& fact : stage_.facts(id)) {
      if (fact.seq <= before) continue;
      seen = std::max(seen, fact.seq);
      if (const auto* queued = std::get_if<cases::LetterQueued>(&fact.event)) {
        for (const store::OutboxRow& row : stage_.letters(id)) {
          if (row.letter.key == queued->key) result_.letters.push_back(row.letter);
        }
      }
      result_.facts.push_back(std::move(fact));
    }
  }
}

}  // namespace guichet::scenarios
