// What a draft would do to the cases in flight: which go on, which need a word, which timers would
// change. Places are assessed, not cases; a few cases of each are tried for the dates.
#pragma once

#include <array>
#include <optional>
#include <string>
#include <vector>

#include "engine/desk/desk.hpp"
#include "engine/publishing/versions.hpp"
#include "workflows/migrate/assess.hpp"
#include "workflows/migrate/difference.hpp"

namespace guichet::publishing {

struct CaseName {
  base::CaseId id;
  std::string number;
};

// A timer of a state that is active, in one case taken as an example.
struct TimerShift {
  CaseName kase;
  std::string state, timer, change;  // change: of MigratedTimer, or "kept"
  std::optional<base::Instant> was;
  std::optional<base::Instant> due;      // by the plan at hand
  std::optional<base::Instant> rebased;  // were it counted anew from where it counted before
};

// Cases of one workflow and version that stand in one place.
struct PlaceReport {
  store::LiveGroup group;
  std::string title;  // of the innermost states, for people
  migrate::Assessment assessment;
  std::vector<std::string> leads_to;  // the innermost states afterwards
  std::vector<CaseName> examples;
  std::vector<TimerShift> timers;
  std::size_t dated = 0;  // cases that these are of
};

struct BlockedCase {
  CaseName kase;
  std::vector<base::Message> reasons;
};

struct Preview {
  std::vector<migrate::Change> changes;  // of the definition in force and the draft
  std::size_t open = 0;                  // cases in flight
  std::size_t pinned_to_target = 0;      // of them, those that are there already
  std::array<std::size_t, 5> cases{};    // by migrate::Verdict, the hardest of a case's places
  std::vector<PlaceReport> places;       // those under other versions; the hardest first
  std::vector<CaseName> stranded;        // cases that neither themselves nor the plan carry over
  std::vector<BlockedCase> blocked;      // by a value that fits no more
  std::vector<std::string> suggested;    // migration/1 texts that would carry the stranded over
  // Partners of whom the database's directory says something else than the draft, and wins.
  std::vector<std::string> kept_partners;

  bool is_easy() const;  // all identical or compatible
};

struct PreviewRequest {
  const migrate::Plan& plan;
  std::size_t examples = 3;
};

// `now`: what timers that are restarted or added count from.
Preview preview(store::Store& store, Versions& versions, const PreviewRequest& request,
                base::Instant now);

}  // namespace guichet::publishing
