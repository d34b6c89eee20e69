// What would be wrong with a partner, or with an absence, if it were kept: each mistake with the
// field that it is about, so that a form can show it there.
#pragma once

#include <string>
#include <vector>

#include "engine/base/message.hpp"
#include "engine/store/directory.hpp"
#include "workflows/bundle/desk.hpp"

namespace guichet::desk {

struct PartnerMistake {
  std::string field;  // "name", "head.email", "advisers.2.name", "absences.0.substitute"
  base::Message what;
};

// `desk` knows articles and calendars; `before` is what the directory has, nullptr for nobody yet.
std::vector<PartnerMistake> mistakes_of(const bundle::Partner& partner, const bundle::Desk& desk,
                                        const bundle::Partner* before);
// Of a member of the staff: "who", "first", "last", "substitute".
std::vector<PartnerMistake> mistakes_of(const store::StaffAbsenceRow& absence,
                                        const bundle::Desk& desk);

}  // namespace guichet::desk
