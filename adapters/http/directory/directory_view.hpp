// The directory as pages and the API show it.
#pragma once

#include <string>
#include <vector>

#include "adapters/http/site.hpp"
#include "engine/store/directory.hpp"

namespace guichet::http {

struct AwayView {
  std::string who, name;
  base::Day first, last;
  std::string substitute, substitute_name;
};

struct PartnerLine {
  std::string id, name;
  bundle::PartnerChannel channel = bundle::PartnerChannel::email;
  std::int64_t open_referrals = 0;
  std::vector<AwayView> away, coming;                   // today; later, the next first
  const bundle::PartnerClosure* closed = nullptr;       // today
  const bundle::PartnerClosure* closes_next = nullptr;  // later
  std::vector<std::string> refused_addresses;           // that the directory still has
};

struct PartnerList {
  bundle::Directory directory;     // as it was read: lines point into it
  std::vector<PartnerLine> lines;  // by name
};
// Those that the principal may see.
PartnerList list_partners(desk::Desk& desk, const access::Principal& principal);

// One entry as the database has it, which may be a moment ahead of what the desk decides by.
struct PartnerEntry {
  bundle::Partner partner;
  std::int64_t rev = 0;
};
std::optional<PartnerEntry> find_partner(desk::Desk& desk, const std::string& id);

// An open referral of the partner, and who has it there.
struct PartnerReferral {
  base::CaseId kase;
  base::InstanceNumber n;
  std::string number, adviser;
  base::Instant since{};
};
std::vector<PartnerReferral> open_referrals(desk::Desk& desk, const std::string& partner);
// Addresses of the entry that a relay has refused for good.
std::vector<store::RefusedAddress> refused_addresses(desk::Desk& desk,
                                                     const bundle::Partner& partner);

// A letter to the partner that has not left yet and bears an address which the entry has no more:
// it was made before the change, and leaves as it was made.
struct LetterElsewhere {
  base::CaseId kase;
  std::string number, name, address;
  base::Instant leaves_at{};
};
// Of its open referrals, the newest of them.
std::vector<LetterElsewhere> letters_elsewhere(desk::Desk& desk, const bundle::Partner& partner);

struct DirectoryChangeView {
  std::int64_t rev = 0;
  base::Instant at{};
  std::string by, note;  // a name where the desk knows one
  std::optional<bundle::Partner> before, after;
};
std::vector<DirectoryChangeView> changes_of(desk::Desk& desk, const std::string& partner);

struct StaffAbsenceView {
  std::int64_t id = 0;  // 0: of the folder
  AwayView away;
};
// By first day; past ones too.
std::vector<StaffAbsenceView> staff_absences(const desk::Desk& desk);

// Who entered or took away an absence of the staff; the newest first. Those of the folder change
// with it, by publications.
struct StaffChangeView {
  base::Instant at{};
  std::string by, note;
  std::optional<AwayView> before, after;  // one of them
};
std::vector<StaffChangeView> staff_changes(desk::Desk& desk);

std::string partners_json(const PartnerList& list);
std::string changes_json(const std::vector<DirectoryChangeView>& changes);
std::string absences_json(const std::vector<StaffAbsenceView>& absences,
                          const std::vector<StaffChangeView>& changes);

}  // namespace guichet::http
