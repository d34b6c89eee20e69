#include "engine/publishing/preview.hpp"

#include <algorithm>
#include <set>
#include <utility>

#include "engine/cases/decide.hpp"
#include "engine/desk/directory_json.hpp"
#include "engine/store/listing.hpp"
#include "workflows/migrate/suggest.hpp"

namespace guichet::publishing {
namespace {

using base::CaseId;
using migrate::Verdict;

constexpr std::size_t kMostCandidates = 40;  // of a place, looked at for examples

std::vector<std::string> innermost(const std::set<std::string>& paths) {
  std::vector<std::string> out;
  for (const std::string& path : paths) {
    const auto next = paths.upper_bound(path + ".");
    if (next == paths.end() || !next->starts_with(path + ".")) out.push_back(path);
  }
  return out;
}

std::string titles(const bundle::Desk* desk, const std::string& workflow,
                   const std::vector<std::string>& paths) {
  const model::Workflow* known = desk == nullptr ? nullptr : desk->workflow(workflow);
  std::string text;
  for (const std::string& path : paths) {
    const auto state = known == nullptr ? std::nullopt : known->find_state(path);
    text += (text.empty() ? "" : ", ") + (state ? known->at(*state).title : path);
  }
  return text;
}

class Previewing {
 public:
  Previewing(store::Store& store, Versions& versions, const PreviewRequest& request,
             base::Instant now)
      : store_(store), versions_(versions), request_(request), now_(now) {}

  Preview run() {
    base::Diagnostics ignored;
    if (const Definition current = load_current(store_, ignored)) {
      out_.changes = migrate::difference(*current, versions_.target());
    }
    store_.read([&](store::Reader& reader) {
      reader_ = &reader;
      live_ = reader.live_cases();
      for (std::size_t i = 0; i < live_.groups.size(); ++i) look_at(i);
      find_blocked();
      count_cases();
      give_examples();
      out_.kept_partners =
          desk::differing_partners(versions_.target().directory, reader.directory());
    });
    std::ranges::stable_sort(out_.places, std::ranges::greater{}, [](const PlaceReport& place) {
      return std::pair(place.assessment.verdict, place.group.count);
    });
    suggest_plans();
    return std::move(out_);
  }

 private:
  void look_at(std::size_t index) {
    const store::LiveGroup& group = live_.groups[index];
    if (group.bundle == versions_.target().hash) return;
    const bundle::Desk* from = versions_.find(group.bundle);
    PlaceReport report{.group = group};
    const migrate::Place place = migrate::parse_configuration(group.configuration);
    report.title = titles(from, group.workflow, innermost(place.active));
    const auto& plan = request_.plan.of(group.workflow, group.bundle);
    static const bundle::Desk kNothing;
    report.assessment =
        assess(place, group.workflow, from == nullptr ? kNothing : *from, versions_.target(), plan);
    report.leads_to = destination(place, report.assessment);
    place_of_group_[index] = out_.places.size();
    out_.places.push_back(std::move(report));
  }

  static std::vector<std::string> destination(const migrate::Place& place,
                                              const migrate::Assessment& assessment) {
    std::set<std::string> after;
    for (const std::string& path : place.active) {
      if (std::ranges::find(assessment.dropped, path) != assessment.dropped.end()) continue;
      const auto other =
          std::ranges::find(assessment.renamed, path, [](const auto& each) { return each.first; });
      after.insert(other == assessment.renamed.end() ? path : other->second);
    }
    after.insert(assessment.begun.begin(), assessment.begun.end());
    for (const migrate::StateRule* move : assessment.moves) after.insert(move->to);
    return innermost(after);
  }

  // Cases with a value that the draft's field would not take: only these are loaded.
  void find_blocked() {
    std::set<std::string> fields;
    for (const bundle::Desk* from : versions_.in_flight()) {
      for (const vocabulary::Field& before : from->vocabulary->fields()) {
        const auto* after = versions_.target().vocabulary->find(before.id);
        if (after != nullptr && migrate::type_differs(before, *after)) fields.insert(before.id);
      }
    }
    std::set<CaseId> suspects;
    for (const std::string& field : fields) {
      for (const CaseId id : reader_->open_cases_with(field)) suspects.insert(id);
    }
    for (const CaseId id : suspects) {
      const auto snapshot = reader_->load(id);
      if (!snapshot) continue;
      auto reasons = cases::value_misfits(*snapshot, surroundings(), request_.plan);
      if (reasons.empty()) continue;
      blocked_.insert(id);
      out_.blocked.push_back({{id, snapshot->number}, std::move(reasons)});
    }
  }

  void count_cases() {
    std::map<CaseId, Verdict> verdicts;
    std::set<CaseId> all, stranded = blocked_;
    for (const auto& [id, group] : live_.instances) {
      all.insert(id);
      const auto place = place_of_group_.find(group);
      if (place == place_of_group_.end()) continue;
      const migrate::Assessment& assessment = out_.places[place->second].assessment;
      Verdict& verdict = verdicts[id];
      verdict = std::max(verdict, assessment.verdict);
      if (blocked_.contains(id)) verdict = Verdict::blocked;
      if (!assessment.carried) stranded.insert(id);
    }
    out_.open = all.size();
    out_.pinned_to_target = all.size() - verdicts.size();
    for (const auto& [id, verdict] : verdicts) ++out_.cases[static_cast<std::size_t>(verdict)];
    for (const CaseId id : stranded) out_.stranded.push_back({id, ""});
    name_stranded();
    choose_candidates(stranded);
  }

  // Cases that go over make the better examples: their dates can be shown.
  void choose_candidates(const std::set<CaseId>& stranded) {
    for (const bool of_stranded : {false, true}) {
      for (const auto& [id, group] : live_.instances) {
        const auto place = place_of_group_.find(group);
        if (place == place_of_group_.end() || stranded.contains(id) != of_stranded) continue;
        auto& candidates = out_.places[place->second].examples;
        const bool known = !candidates.empty() && candidates.back().id == id;
        if (!known && candidates.size() < kMostCandidates) candidates.push_back({id, ""});
      }
    }
  }

  // Numbers are looked up for as many as anybody would read.
  void name_stranded() {
    constexpr std::size_t kMostNamed = 200;
    for (std::size_t i = 0; i < out_.stranded.size() && i < kMostNamed; ++i) {
      if (const auto snapshot = reader_->load(out_.stranded[i].id)) {
        out_.stranded[i].number = snapshot->number;
      }
    }
  }

  void give_examples() {
    const auto rebasing = std::make_shared<migrate::Plan>(request_.plan);
    rebasing->workflows.clear();
    for (const migrate::WorkflowPlan& each : request_.plan.workflows) {
      migrate::WorkflowPlan copy = each;
      copy.timers.clear();
      copy.otherwise = migrate::TimerChange::rebase;
      rebasing->workflows.push_back(std::move(copy));
    }
    for (const auto& [id, workflow] : versions_.target().workflows) {
      migrate::WorkflowPlan rest;
      rest.workflow = id;
      rest.otherwise = migrate::TimerChange::rebase;
      rebasing->workflows.push_back(std::move(rest));
    }
    const auto planned = std::make_shared<migrate::Plan>(request_.plan);
    for (PlaceReport& place : out_.places) {
      const std::vector<CaseName> candidates = std::exchange(place.examples, {});
      for (const CaseName& each : candidates) try_example(place, each.id, planned, rebasing);
    }
  }

  // A case whose timers have fired already shows nothing of what changes: the next one is looked
  // at.
  void try_example(PlaceReport& place, CaseId id,
                   const std::shared_ptr<const migrate::Plan>& planned,
                   const std::shared_ptr<const migrate::Plan>& rebasing) {
    const bool wants_dates =
        place.assessment.verdict >= Verdict::timers && place.assessment.carried;
    const bool full = place.examples.size() >= request_.examples;
    if (full && (!wants_dates || place.dated >= request_.examples)) return;
    const auto snapshot = reader_->load(id);
    if (!snapshot) return;
    const std::size_t before = place.timers.size();
    if (wants_dates) show_timers(place, *snapshot, planned, rebasing);
    if (place.timers.size() > before) ++place.dated;
    if (!full) place.examples.push_back({id, snapshot->number});
  }

  std::vector<cases::MigratedTimer> timers_after(const cases::Snapshot& snapshot,
                                                 std::shared_ptr<const migrate::Plan> plan) {
    cases::Command command;
    command.kase = snapshot.id;
    command.body = cases::Migrate{std::move(plan)};
    const auto decision = cases::decide(snapshot, command, surroundings());
    if (!decision) return {};
    for (const cases::Event& event : decision->events) {
      if (const auto* done = std::get_if<cases::CaseMigrated>(&event)) return done->timers;
    }
    return {};
  }

  void show_timers(PlaceReport& place, const cases::Snapshot& snapshot,
                   const std::shared_ptr<const migrate::Plan>& planned,
                   const std::shared_ptr<const migrate::Plan>& rebasing) {
    const auto by_plan = timers_after(snapshot, planned);
    const auto by_rebase = timers_after(snapshot, rebasing);
    for (const cases::Instance& instance : snapshot.instances) {
      const bool here = instance.is_open() && instance.workflow == place.group.workflow &&
                        instance.bundle == place.group.bundle &&
                        store::configuration_of(instance) == place.group.configuration;
      if (!here) continue;
      for (const migrate::TimerFate& fate : place.assessment.timers) {
        if (fate.effect != migrate::TimerEffect::kept) {
          add_shift(place, snapshot, instance, fate, by_plan, by_rebase);
        }
      }
    }
  }

  static const cases::MigratedTimer* find(const std::vector<cases::MigratedTimer>& timers,
                                          base::InstanceNumber n, const migrate::TimerFate& fate) {
    const auto found = std::ranges::find_if(timers, [&](const cases::MigratedTimer& each) {
      return each.n == n && each.state == fate.state && each.name == fate.timer;
    });
    return found == timers.end() ? nullptr : &*found;
  }

  static void add_shift(PlaceReport& place, const cases::Snapshot& snapshot,
                        const cases::Instance& instance, const migrate::TimerFate& fate,
                        const std::vector<cases::MigratedTimer>& by_plan,
                        const std::vector<cases::MigratedTimer>& by_rebase) {
    TimerShift shift{.kase = {snapshot.id, snapshot.number},
                     .state = fate.state,
                     .timer = fate.timer,
                     .change = "kept"};
    for (const cases::Timer& timer : instance.timers) {
      if (timer.state == fate.old_state && timer.name == fate.timer) shift.was = timer.due_at;
    }
    shift.due = shift.was;
    if (const auto* planned = find(by_plan, instance.n, fate)) {
      shift.change = planned->change;
      shift.due = planned->due;
    }
    if (const auto* rebased = find(by_rebase, instance.n, fate)) {
      shift.rebased = rebased->due;
    }
    // A timer that fired, or was never armed, is of no concern.
    if (shift.was || shift.due || shift.rebased) place.timers.push_back(std::move(shift));
  }

  void suggest_plans() {
    std::vector<migrate::Stranded> stranded;
    for (const PlaceReport& place : out_.places) {
      if (place.assessment.carried) continue;
      const bundle::Desk* from = versions_.find(place.group.bundle);
      if (from == nullptr) continue;
      stranded.push_back(
          {from, place.group.workflow, migrate::parse_configuration(place.group.configuration)});
    }
    out_.suggested = migrate::suggest(stranded, versions_.target());
  }

  cases::Surroundings surroundings() {
    return {.desk = versions_.target(),
            .pinned = [this](const std::string& hash) { return versions_.find(hash); },
            .directory = versions_.target().directory,
            .loads = {},
            .now = now_,
            .secret = {}};
  }

  store::Store& store_;
  Versions& versions_;
  const PreviewRequest& request_;
  base::Instant now_;
  store::Reader* reader_ = nullptr;
  store::LiveCases live_;
  std::map<std::size_t, std::size_t> place_of_group_;  // index of a group -> of its report
  std::set<CaseId> blocked_;
  Preview out_;
};

}  // namespace

bool Preview::is_easy() const {
  return cases[static_cast<std::size_t>(Verdict::timers)] == 0 &&
         cases[static_cast<std::size_t>(Verdict::mapping)] == 0 &&
         cases[static_cast<std::size_t>(Verdict::blocked)] == 0;
}

Preview preview(store::Store& store, Versions& versions, const PreviewRequest& request,
                base::Instant now) {
  return Previewing(store, versions, request, now).run();
}

}  // namespace guichet::publishing
