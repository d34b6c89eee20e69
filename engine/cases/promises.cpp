#include "engine/cases/promises.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "engine/cases/names.hpp"
#include "engine/cases/operator_messages.hpp"
#include "engine/cases/retention.hpp"
#include "engine/cases/timers.hpp"

namespace guichet::cases {
namespace {

constexpr std::string_view kProperty = "!property";  // state of a property's deadline

// "workflows/socle.yaml:23:17": the file as the desk's folder has it, wherever the folder stands.
std::string place_text(const base::Location& at) {
  if (!at.source) return "";
  std::string name = at.source->name();
  if (const std::size_t folder = name.rfind("workflows/"); folder != std::string::npos) {
    name.erase(0, folder);
  }
  const base::Place place = at.source->place_of(at.offset);
  return fmt::format("{}:{}:{}", name, place.line, place.column);
}

// One open incident says it; a breach that goes on is not told again at each step.
void report(Work& work, InstanceNumber n, std::string code, const base::Message& what) {
  std::string text = what.in(work.around().desk.settings.language);
  const bool known = std::ranges::any_of(
      work.snapshot().extras.incidents,
      [&](const Incident& each) { return each.n == n && each.code == code && each.text == text; });
  if (!known) work.record(IncidentOpened{n, std::move(code), std::move(text), ""});
}

enum class Holds { no, yes, unknown };

Holds holds(const Work& work, const Looking& at, const feel::Expression& expression) {
  if (expression.empty()) return Holds::unknown;
  feel::Arena arena;
  Names names(work, at.n, at.trigger, arena);
  feel::Evaluation run = evaluation(work, arena);
  run.host = const_cast<check::StateOracle*>(at.states);
  const feel::Value value = evaluate(expression, names.for_expression(expression), run);
  if (value.kind() != feel::Kind::boolean) return Holds::unknown;
  return value.is_true() ? Holds::yes : Holds::no;
}

class Watching {
 public:
  Watching(Work& work, const Looking& at, const model::Property& property)
      : work_(work), at_(at), property_(property) {
    for (const Watch& each : work.instance(at.n).extras.watches) {
      if (each.property == property.id) was_ = each;
    }
    was_.property = property.id;
    is_ = was_;
  }

  void look() {
    const Holds p = holds(work_, at_, property_.p);
    switch (property_.pattern) {
      case model::Pattern::never:
        return edge(p == Holds::yes, true);
      case model::Pattern::always:
        return edge(p == Holds::no, true);
      case model::Pattern::at_most:
        return at_most(p == Holds::yes);
      case model::Pattern::leads_to:
        return leads_to(p == Holds::yes, holds(work_, at_, property_.q) == Holds::yes);
      case model::Pattern::before:
        return before(p == Holds::yes, holds(work_, at_, property_.q) == Holds::yes);
      case model::Pattern::ends:
        break;  // proved on the graph, not seen in one case
    }
  }

 private:
  void edge(bool now, bool breach) {
    is_.holds = now;
    if (now && !was_.holds) {
      ++is_.count;
      if (breach) broken();
    }
    note();
  }
  void at_most(bool now) {
    is_.holds = now;
    if (now && !was_.holds && ++is_.count > property_.times) broken();
    note();
  }
  // `holds`: Q is still awaited.
  void leads_to(bool p, bool q) {
    is_.holds = !q && (was_.holds || p);
    if (is_.holds && !was_.holds) ++is_.count;
    note();
    if (is_.holds && !was_.holds && property_.within) arm();
    if (!is_.holds && was_.holds) disarm();
  }
  // `holds`: P has been.
  void before(bool p, bool q) {
    is_.holds = was_.holds || p;
    if (q && !is_.holds && was_.count == 0) {
      is_.count = 1;
      broken();
    }
    note();
  }

  void arm() {
    const base::Instant now = work_.around().now;
    const auto due = clock_of(work_, work_.instance(at_.n))->due(now, *property_.within);
    work_.record(TimerArmed{at_.n, Timer{.state = std::string(kProperty),
                                         .entry = is_.count,
                                         .name = property_.id,
                                         .due_at = due,
                                         .anchor = now}});
  }
  void disarm() {
    const std::vector<Timer> timers = work_.instance(at_.n).timers;
    for (const Timer& timer : timers) {
      if (timer.state != kProperty || timer.name != property_.id) continue;
      work_.record(TimerCancelled{at_.n, timer.state, timer.name, timer.entry, timer.firing});
    }
  }

  void broken() {
    report(work_, at_.n, "property",
           base::Message(messages::kPropertyBroken, {place_text(property_.at), property_.id}));
  }
  void note() {
    if (is_.holds == was_.holds && is_.count == was_.count) return;
    work_.record(PropertyWatched{at_.n, is_});
  }

  Work& work_;
  const Looking& at_;
  const model::Property& property_;
  Watch was_, is_;
};

const model::Property* find_property(const model::Workflow& workflow, std::string_view id) {
  const auto found = std::ranges::find(workflow.properties, id, &model::Property::id);
  return found == workflow.properties.end() ? nullptr : &*found;
}

}  // namespace

void check_contract(Work& work, const Looking& at, const feel::Expression& expression,
                    const base::Location& place, std::string_view clause, const std::string& of) {
  if (holds(work, at, expression) != Holds::no) return;
  report(work, at.n, "contract",
         base::Message(messages::kContractBroken, {place_text(place), of, std::string(clause)}));
}

void watch_properties(Work& work, const Looking& at) {
  for (const model::Property& each : work.workflow_of(work.instance(at.n)).properties) {
    Watching(work, at, each).look();
  }
}

void end_watches(Work& work, InstanceNumber n) {
  const model::Workflow& workflow = work.workflow_of(work.instance(n));
  for (const model::Property& each : workflow.properties) {
    if (each.pattern != model::Pattern::leads_to) continue;
    const auto& watches = work.instance(n).extras.watches;
    const auto watch = std::ranges::find(watches, each.id, &Watch::property);
    if (watch == watches.end() || !watch->holds) continue;
    report(work, n, "property",
           base::Message(messages::kPropertyBroken, {place_text(each.at), each.id}));
  }
}

void fire_watch(Work& work, const Timer& timer, InstanceNumber n) {
  if (timer.state == kRetention) return take_personal_data(work);
  const model::Property* property = find_property(work.workflow_of(work.instance(n)), timer.name);
  if (property == nullptr) return;  // another version of the path does not promise it
  report(work, n, "property",
         base::Message(messages::kPropertyBroken, {place_text(property->at), property->id}));
}

}  // namespace guichet::cases
