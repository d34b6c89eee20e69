// What came of a desk's work, counted out of cases and their facts. The same store gives the same
// figures, always; nothing is counted twice.
#pragma once

#include <cstddef>
#include <map>
#include <optional>
#include <string>

#include "engine/results/load.hpp"
#include "engine/results/promised_time.hpp"
#include "engine/store/store.hpp"
#include "workflows/bundle/desk.hpp"

namespace guichet::results {

// Requests: taken into the store. Ineligible: refused by the eligibility table. Cases: requests
// with a need opened, those merged into another left out. Needs: a requalified one counts as what it
// became, one held for another case is that case's. Referrals: children opened, withdrawn ones too. Accompanied: needs that an
// answer or the desk took up. Completed: needs that ended with a successful outcome. Reminders:
// letters of that purpose. Escalations: rungs of a ladder that were climbed, whoever was told.
struct Tally {
  std::size_t requests = 0, ineligible = 0, cases = 0, needs = 0, referrals = 0, reminders = 0,
              escalations = 0, accompanied = 0, completed = 0;
};

struct PartnerTally {
  std::string name;
  std::size_t referrals = 0, accepted = 0, declined = 0, silent = 0, withdrawn = 0, pending = 0,
              reminders = 0, escalations = 0;
  std::size_t answers = 0;          // accepted and declined ones with a known delay
  std::size_t business_days = 0;    // their delays, added up
};

struct Results {
  Tally total;
  std::map<std::string, Tally> theme;    // theme -> what concerns its needs (requests: those with it)
  std::map<std::string, Tally> month;    // "2009-02": by the day on which the request came in
  std::map<std::string, Tally> commune;  // code; "" where not known
  std::map<std::string, PartnerTally> partner;  // id
  std::map<std::string, std::size_t> outcomes;  // of closed needs
  Load load;
  std::map<std::string, std::size_t> open_states;  // "creation: accompagnement" -> open needs
  PromisedTimes promised;  // workflow -> how its needs keep the time it promises
};

// `now`: until when the time of open needs is counted; the last fact of each case where not given.
Results tally(store::Reader& reader, const bundle::Desk& desk,
              std::optional<base::Instant> now = {});

}  // namespace guichet::results
