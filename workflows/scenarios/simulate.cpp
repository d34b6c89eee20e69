#include "workflows/scenarios/simulate.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <queue>
#include <set>
#include <tuple>

#include "engine/access/roles.hpp"
#include "workflows/scenarios/dice.hpp"

namespace guichet::scenarios {
namespace {

using base::CaseId;
using base::InstanceNumber;

// An act that somebody will do, if things still stand as they did when it was drawn.
struct Planned {
  base::Instant at{};
  std::int64_t order = 0;  // of drawing: ties are served in it
  CaseId kase;
  InstanceNumber n;
  std::string state;  // path; for tasks the task's id
  std::int32_t entry = 0;
  const Behaviour* behaviour = nullptr;

  bool operator>(const Planned& other) const {
    return std::tie(at, order) > std::tie(other.at, other.order);
  }
};

cases::Fields drawn_fields(const std::vector<std::pair<std::string, const Draw*>>& draws,
                           const bundle::Desk& desk, base::Instant now, Dice& dice) {
  cases::Fields out;
  for (const auto& [id, draw] : draws) {
    const vocabulary::Field* field = desk.vocabulary->find(id);
    if (!draw->expression.empty()) {
      feel::Arena arena;
      feel::Evaluation run{.arena = arena, .now = now, .zone = desk.calendar->zone()};
      out[id] = feel::Stored(feel::evaluate(draw->expression, {}, run));
      continue;
    }
    for (const Draw::Rule& rule : draw->rules) {
      const auto known = out.find(rule.when_field);
      const bool fits = rule.when_field.empty() ||
                        (known != out.end() && to_text(known->second.value()) == rule.when_value);
      if (!fits || rule.choices.empty()) continue;
      const std::string& text = rule.choices[dice.pick(rule.choices)].first;
      if (field != nullptr) {
        auto value = vocabulary::parse_value(*field, text, *desk.vocabulary, desk.intake.formats);
        if (value && !value->is_null()) out[id] = std::move(*value);
      }
      break;
    }
  }
  return out;
}

class Life {
 public:
  Life(Stage& stage, const Population& population, const Simulation& plan)
      : stage_(stage), population_(population), plan_(plan) {}

  SimulationCount live() {
    const calendar::Calendar& calendar = stage_.calendar();
    std::size_t next_request = 0;
    for (base::Day day = plan_.from; day <= plan_.until; day += std::chrono::days(1)) {
      const base::Instant midnight =
          calendar.instant_of(base::LocalTime{day + std::chrono::days(1)});
      while (next_request < plan_.requests.size() &&
             *plan_.requests[next_request].received <= day) {
        open(plan_.requests[next_request++], day);
      }
      run_until(midnight - std::chrono::milliseconds(1));
      if (plan_.passed) plan_.passed(day);
    }
    return count_;
  }

 private:
  // Timers and planned acts in the order of time; a timer before an act of the same moment.
  void run_until(base::Instant until) {
    for (;;) {
      const auto timer = stage_.next_due();
      const bool act_waits = !planned_.empty() && planned_.top().at <= until;
      const bool timer_first =
          timer && *timer <= until && (!act_waits || *timer <= planned_.top().at);
      if (timer_first) {
        stage_.set_now(*timer);
        if (!fire()) break;
      } else if (act_waits) {
        const Planned next = planned_.top();
        planned_.pop();
        stage_.set_now(next.at);
        carry_out(next);
      } else {
        break;
      }
    }
    stage_.set_now(until);
  }

  bool fire() {
    const auto kase = stage_.fire_due_case();
    if (kase) look_at(*kase);
    return kase.has_value();
  }

  // Requests open at ten o'clock, or as soon as what else happens that morning allows.
  void open(const desk::RequestRow& request, base::Day day) {
    run_until(stage_.calendar().instant_of(base::LocalTime{day} + std::chrono::hours(10)));
    const auto outcome =
        stage_.submit(access::system_actor(), {}, cases::OpenRequest{.fields = request.fields});
    if (!outcome) {
      ++count_.refused_requests;
      return;
    }
    ++count_.opened;
    look_at(outcome->kase);
  }

  // Draws for every state entered and task opened since the last look.
  void look_at(CaseId id) {
    const auto snapshot = stage_.load(id);
    if (!snapshot) return;
    for (const cases::Instance& instance : snapshot->instances) {
      const model::Workflow* workflow = stage_.definition().workflow(instance.workflow);
      if (!instance.is_open() || workflow == nullptr) continue;
      for (const cases::StateEntry& active : instance.active) {
        const auto state = workflow->find_state(active.path);
        if (state) draw_state(*snapshot, instance, *workflow, workflow->at(*state), active.entry);
      }
    }
  }

  void draw_state(const cases::Snapshot& snapshot, const cases::Instance& instance,
                  const model::Workflow& workflow, const model::State& state, std::int32_t entry) {
    if (const auto* lines = population_.staff_in(workflow, state)) {
      draw_one(snapshot, instance, state, entry, *lines, "staff");
      for (const Behaviour& line : *lines) draw_task(snapshot, instance, line);
    }
    if (!instance.referral) return;
    if (const auto* lines = population_.partner_in(instance.referral->partner, state)) {
      draw_one(snapshot, instance, state, entry, *lines, "partner");
    }
  }

  void draw_one(const cases::Snapshot& snapshot, const cases::Instance& instance,
                const model::State& state, std::int32_t entry, const std::vector<Behaviour>& lines,
                std::string_view who) {
    // Who asked a question considers anew once it is answered.
    const std::size_t round = rounds_[{snapshot.id, instance.n}];
    const std::string purpose = fmt::format("{}/{}/{}/{}/{}/{}", snapshot.number, instance.n.value,
                                            state.path, entry, who, round);
    if (!drawn_.insert(fmt::format("{}/{}", snapshot.id.value, purpose)).second) return;
    Dice dice(plan_.seed, purpose);
    double at = dice.unit();
    for (const Behaviour& line : lines) {
      if (line.kind == Behaviour::Kind::complete) continue;
      at -= line.chance;
      if (at < 0) return plan(snapshot.id, instance.n, state.path, entry, line, dice);
    }
  }

  void draw_task(const cases::Snapshot& snapshot, const cases::Instance& instance,
                 const Behaviour& line) {
    if (line.kind != Behaviour::Kind::complete) return;
    for (const cases::Task& task : instance.tasks) {
      if (task.id != line.name) continue;
      const std::string purpose =
          fmt::format("{}/{}/task/{}/{}", snapshot.number, instance.n.value, task.id, task.entry);
      if (!drawn_.insert(fmt::format("{}/{}", snapshot.id.value, purpose)).second) continue;
      Dice dice(plan_.seed, purpose);
      if (dice.unit() < line.chance) {
        plan(snapshot.id, instance.n, task.id, task.entry, line, dice);
      }
    }
  }

  // Between half past nine and five, on a business day.
  void plan(CaseId kase, InstanceNumber n, const std::string& state, std::int32_t entry,
            const Behaviour& line, Dice& dice) {
    const calendar::Calendar& calendar = stage_.calendar();
    const int days = dice.between(line.least_days, line.most_days);
    base::Day day = calendar.add_business_days(calendar.local_day(stage_.now()), days);
    day = calendar.roll(day, calendar::Roll::next_business);
    const auto minutes = std::chrono::minutes(9 * 60 + 30 + dice.between(0, 450));
    base::Instant at = calendar.instant_of(base::LocalTime{day} + minutes);
    at = std::max(at, stage_.now() + std::chrono::minutes(20));
    planned_.push({at, ++order_, kase, n, state, entry, &line});
  }

  void carry_out(const Planned& act) {
    const auto snapshot = stage_.load(act.kase);
    const cases::Instance* instance = snapshot ? snapshot->find(act.n) : nullptr;
    if (instance == nullptr || !instance->is_open() || !still_there(*instance, act)) return;
    Dice dice(plan_.seed, fmt::format("{}/{}/{}/{}/fields", snapshot->number, act.n.value,
                                      act.state, act.entry));
    std::vector<std::pair<std::string, const Draw*>> draws;
    for (const auto& [id, draw] : act.behaviour->with) draws.emplace_back(id, &draw);
    cases::Fields with = drawn_fields(draws, stage_.definition(), stage_.now(), dice);
    const auto outcome = submit(act, *instance, std::move(with));
    ++(outcome ? count_.acts : count_.refused_acts);
    if (!outcome) return;
    if (act.behaviour->kind == Behaviour::Kind::complete) ++rounds_[{act.kase, act.n}];
    look_at(act.kase);
  }

  static bool still_there(const cases::Instance& instance, const Planned& act) {
    if (act.behaviour->kind == Behaviour::Kind::complete) {
      return std::ranges::any_of(instance.tasks, [&](const cases::Task& task) {
        return task.id == act.state && task.entry == act.entry;
      });
    }
    const cases::StateEntry* active = instance.find_active(act.state);
    return active != nullptr && active->entry == act.entry;
  }

  cases::Outcome submit(const Planned& act, const cases::Instance& instance, cases::Fields with) {
    const Behaviour& line = *act.behaviour;
    if (line.kind == Behaviour::Kind::reply && instance.referral) {
      return stage_.submit(
          access::partner_actor(stage_.desk().directory(), instance.referral->partner), act.kase,
          cases::Reply{.n = act.n, .name = line.name, .with = std::move(with), .channel = "link"});
    }
    const access::Actor actor =
        access::actor_as(stage_.definition(), line.as).value_or(access::system_actor());
    if (line.kind == Behaviour::Kind::complete) {
      return stage_.submit(actor, act.kase,
                           cases::CompleteTask{.n = act.n, .task = line.name, .entry = act.entry});
    }
    return stage_.submit(actor, act.kase,
                         cases::Act{.n = act.n, .name = line.name, .with = std::move(with)});
  }

  Stage& stage_;
  const Population& population_;
  const Simulation& plan_;
  SimulationCount count_;
  std::priority_queue<Planned, std::vector<Planned>, std::greater<>> planned_;
  std::set<std::string> drawn_;
  std::map<std::pair<CaseId, InstanceNumber>, std::size_t> rounds_;
  std::int64_t order_ = 0;
};

}  // namespace

SimulationCount simulate(Stage& stage, const Population& population, const Simulation& plan) {
  Simulation inside = plan;
  std::erase_if(inside.requests, [&](const desk::RequestRow& row) {
    return !row.received || *row.received < plan.from || *row.received > plan.until;
  });
  std::ranges::stable_sort(inside.requests, {},
                           [](const desk::RequestRow& row) { return *row.received; });
  SimulationCount count = Life(stage, population, inside).live();
  count.outside = plan.requests.size() - inside.requests.size();
  return count;
}

std::vector<desk::RequestRow> draw_requests(const bundle::Desk& desk, const Population& population,
                                            const Simulation& plan, std::size_t count) {
  // Days of the period weighted by their month; weekends too, as mail and forms come then.
  std::vector<std::pair<std::string, double>> days;
  for (base::Day day = plan.from; day <= plan.until; day += std::chrono::days(1)) {
    const auto month = static_cast<unsigned>(std::chrono::year_month_day{day}.month());
    const bool worked = desk.calendar->is_business_day(day);
    days.emplace_back(base::iso(day), population.months[month - 1] * (worked ? 1.0 : 0.1));
  }
  std::vector<desk::RequestRow> out;
  for (std::size_t i = 1; i <= count; ++i) {
    Dice dice(plan.seed, fmt::format("request/{}", i));
    desk::RequestRow row{.number = fmt::format("S-{:05}", i)};
    row.received = base::parse_day(days[dice.pick(days)].first);
    std::vector<std::pair<std::string, const Draw*>> draws;
    for (const auto& [id, draw] : population.request_fields) draws.emplace_back(id, &draw);
    const base::Instant noon = desk.calendar->instant_of(base::LocalTime{*row.received});
    row.fields = drawn_fields(draws, desk, noon, dice);
    row.fields[desk.intake.key] = feel::Stored::string(row.number);
    row.fields[desk.intake.received] = feel::Stored::date(*row.received);
    out.push_back(std::move(row));
  }
  return out;
}

}  // namespace guichet::scenarios
