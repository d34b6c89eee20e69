// What the stores derive alike from a case for lists, searches and counters.
#pragma once

#include <array>
#include <string>
#include <string_view>

#include "engine/store/store.hpp"

namespace guichet::store {

// Lower case without accents (Latin script), so that « elodie » finds « Élodie ».
std::string fold_for_search(std::string_view text);
// What CaseFilter::text is looked for in, folded.
std::string search_text(const CaseRow& row);

// Theme of the need that `n` is or belongs to; "" where there is none. Row.themes are of the
// case's needs, in their order.
std::string theme_of(const CaseRow& row, const cases::Snapshot& snapshot, base::InstanceNumber n);
// Path of the state that an entry of it belongs to; "" where it has been left.
std::string state_of_entry(const cases::Instance& instance, std::int32_t entry);

// A referral that was undone never was: its partner is not tied to the case, and lists it nowhere.
bool is_told(const cases::Instance& instance);
// How the case stands towards people: Reader::tie().
access::Tie tie_of(const cases::Snapshot& snapshot);

// Where an instance stands, without the numbers of entries: the innermost active states in order,
// then what histories remember. "actif.accueil pause @actif.h=actif.accueil"; "-": nowhere.
std::string configuration_of(const cases::Instance& instance);

// The period of a quota on open referrals: not counted up, but read off what is open.
constexpr std::string_view kOpenPeriod = "open";
// Names of the periods that hold `now` in some time zone: the counters that a choice may ask for.
std::vector<std::string> current_periods(base::Instant now);

}  // namespace guichet::store
