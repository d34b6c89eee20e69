// For somebody who stays on her own page where the case has moved on meanwhile: what she changed is
// as she typed it, what she was only shown is as it stands now, and no two changes of one field
// pass unseen.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "adapters/web/conflict/versions.hpp"

namespace guichet::web {

struct OwnChanges {
  http::Pairs typed;        // the form, with what she did not change as it is now
  http::FieldErrors clash;  // fields that she changed and somebody else has changed otherwise
  std::int64_t rev = 0;     // that all this was held against
};

// `asked`: ids of the fields that the form has; of others nothing is told. Nothing where the form
// does not say what it was made from, or there is no such case.
std::optional<OwnChanges> own_changes(desk::Desk& desk, base::CaseId kase, const http::Pairs& typed,
                                      const std::vector<std::string>& asked,
                                      base::Language language);

}  // namespace guichet::web
