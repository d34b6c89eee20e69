#include "workflows/scenarios/run_step.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

#include "engine/access/roles.hpp"
#include "workflows/scenarios/messages.hpp"
#include "workflows/scenarios/step_verb.hpp"

namespace guichet::scenarios {
namespace {

bool is_need_of(const cases::Instance& instance, std::string_view id) {
  if (instance.kind != "need") return false;
  const auto theme = instance.data.find("theme");
  return instance.workflow == id ||
         (theme != instance.data.end() && to_text(theme->second.value()) == id);
}

}  // namespace

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

std::vector<std::string> acts_on_offer(Stage& stage, base::CaseId kase,
                                       const access::Actor& actor) {
  std::vector<std::string> lines;
  const auto snapshot = stage.load(kase);
  if (!snapshot) return lines;
  const base::Language language = stage.definition().settings.language;
  for (const cases::Offer& offer : stage.desk().offers(*snapshot, actor)) {
    std::string why;
    if (!offer.allowed) why = fmt::format("réservé à {}", fmt::join(offer.by, ", "));
    if (offer.allowed && !offer.missing.empty()) {
      why = fmt::format("il manque {}", fmt::join(offer.missing, ", "));
    }
    for (const base::Message& reason : offer.reasons) {
      why += (why.empty() ? "" : " ; ") + reason.in(language);
    }
    const cases::Instance* instance = snapshot->find(offer.n);
    lines.push_back(fmt::format("{} ({}, {} n° {}){}{}", offer.name,
                                offer.reply ? "réponse" : "acte", instance->workflow, offer.n.value,
                                why.empty() ? "" : " : ", why));
  }
  return lines;
}

ScenarioRun::ScenarioRun(const std::shared_ptr<const bundle::Desk>& desk, std::string name,
                         base::Instant start, std::string folder,
                         std::unique_ptr<store::Store> store)
    : name_(std::move(name)), folder_(std::move(folder)), stage_(desk, start, std::move(store)) {}

void ScenarioRun::fail(const base::Location& at, std::string what) {
  Failure failure{.scenario = name_, .at = at, .what = std::move(what)};
  for (const cases::Fact& fact : result_.facts) failure.since.push_back(describe(fact));
  failure.offers = acts_on_offer(stage_, kase_, actor_);
  failures_.push_back(std::move(failure));
}

void ScenarioRun::watch(const yaml::Node& never) {
  never_.push_back(std::make_unique<Never>(never));
  stage_.on_step([this](base::CaseId kase) {
    const auto told = [this](const base::Location& at, std::string what) {
      fail(at, std::move(what));
    };
    for (const auto& each : never_) each->look(stage_, kase, told);
  });
}

void ScenarioRun::end_of_given(const yaml::Node& given) {
  if (result_.rejection) {
    fail(given.location(), result_.rejection->reasons.front().in(base::Language::fr));
  }
  note_what_happened();
  result_ = {};
}

void ScenarioRun::step(const yaml::Node& node) {
  result_ = {};
  select_case(node);
  carry_out(node);
  note_what_happened();
  look(node);
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
    fail(crash.location(), "rien ne s'est fait dans cette étape que l'arrêt puisse interrompre");
  }
  for (const base::CaseId id : stage_.case_ids()) {
    if (stage_.facts_give_case(id)) continue;
    fail(crash.location(), fmt::format("après l'arrêt, les faits du dossier {} ne redonnent pas ce "
                                       "qui est enregistré de lui",
                                       id.value));
  }
}

void ScenarioRun::look(const yaml::Node& node) {
  const yaml::Node* then = yaml::at(node, "then");
  if (then != nullptr) expect(*this, *then, result_);
  const bool expected = then != nullptr && yaml::at(*then, "refused") != nullptr;
  if (result_.rejection && !expected) {
    fail(node.location(), result_.rejection->reasons.front().in(base::Language::fr));
  }
}

void ScenarioRun::select_case(const yaml::Node& node) {
  const yaml::Node* number = yaml::at(node, "case");
  if (number == nullptr) return;
  const auto found = stage_.find_number(number->text());
  if (!found) return fail(number->location(), fmt::format("aucun dossier n° {}", number->text()));
  kase_ = *found;
}

void ScenarioRun::move_clock(const yaml::Node& node) {
  const calendar::Calendar& calendar = stage_.calendar();
  if (const yaml::Node* until = yaml::at(node, "until")) {
    if (const auto moment = moment_of(*until)) stage_.run_until(calendar.instant_of(*moment));
  }
  if (const yaml::Node* advance = yaml::at(node, "advance")) {
    if (const auto delay = base::parse_delay(advance->text())) {
      stage_.run_until(calendar.due(stage_.now(), *delay, calendar::Roll::none));
    }
  }
  if (const yaml::Node* timer = yaml::at(node, "wait_for")) wait_for(*timer);
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
  fail(timer.location(), fmt::format("« {} » n'arrive pas à échéance", timer.text()));
}

void ScenarioRun::submit(const access::Actor& actor, cases::Body body) {
  actor_ = actor;
  const auto outcome = stage_.submit(actor, kase_, std::move(body));
  if (outcome) {
    kase_ = outcome->kase;
  } else {
    result_.rejection = outcome.error();
  }
}

cases::Fields ScenarioRun::fields_of(const yaml::Node* with) const {
  cases::Fields out;
  if (with == nullptr) return out;
  const vocabulary::Vocabulary& vocabulary = *desk().vocabulary;
  for (const yaml::Entry& entry : with->entries()) {
    const vocabulary::Field* field = vocabulary.find(entry.key.text());
    out[entry.key.text()] = literal_of(entry.value, field, vocabulary);
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
    fail(step.location(), "aucune demande n'a encore été reçue");
    return {};
  }
  const std::string need = yaml::text_at(step, "need");
  if (const yaml::Node* from = yaml::at(step, "from")) {
    if (const cases::Instance* referral = find(*snapshot, from->text(), need)) return referral->n;
    fail(from->location(), from->text() + " n'est pas sollicité");
    return {};
  }
  if (const cases::Instance* at = find(*snapshot, need)) return at->n;
  if (need.empty()) return base::InstanceNumber{1};  // the request
  fail(yaml::at(step, "need")->location(),
       fmt::format("« {} » n'existe pas dans ce dossier", need));
  return {};
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
