// What will be late next, for one member of the staff: her own cases, and those of whomever she
// stands in for that day.
#pragma once

#include <string>
#include <vector>

#include "engine/store/store.hpp"
#include "workflows/bundle/desk.hpp"

namespace guichet::results {

// Empty owner: everybody's.
std::vector<store::PromiseRow> work_list(store::Reader& reader, const bundle::Desk& desk,
                                         const access::Sight& visible_to, const std::string& owner,
                                         base::Day today, std::size_t most);

}  // namespace guichet::results
