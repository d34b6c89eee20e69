// Cases that look as if they were about the same person or firm. Only proposed: a member of staff
// decides.
#pragma once

#include <string>
#include <vector>

#include "engine/store/store.hpp"
#include "workflows/bundle/desk.hpp"

namespace guichet::desk {

struct Duplicate {
  base::CaseId kase;
  std::string number, person, firm;
  bool same_siret = false;  // else the same telephone and name
};

// Other open cases with the same SIRET, or with the same telephone and name. Never on an e-mail
// address alone: families and firms share them. Those that are merged with it already are left
// out, and those of which somebody said that they are not the same.
std::vector<Duplicate> find_duplicates(store::Reader& reader, const bundle::Desk& desk,
                                       base::CaseId kase);
// The same for a case that need not be kept yet: an id that no case has, person and firm filled.
std::vector<Duplicate> find_duplicates(store::Reader& reader, const bundle::Desk& desk,
                                       const cases::Snapshot& self);

}  // namespace guichet::desk
