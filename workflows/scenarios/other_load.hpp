// What cases that are not played take up of partners, as a step writes it (`load:`). Private to
// this module.
#pragma once

#include <string>
#include <vector>

#include "engine/yaml/node.hpp"
#include "workflows/scenarios/losing_store.hpp"
#include "workflows/scenarios/step_verb.hpp"

namespace guichet::scenarios {

// `{cci-46: 3}`: referrals that are not closed; `{cma-46.month: 10}`: places of that quota, in the
// period at hand. As the tests of a convention write it.
std::vector<OtherLoad> other_loads(const yaml::Node& load, const bundle::Desk& desk);
void check_load(StepNames& names, const yaml::Node& load);
// The quotas of a partner, in every version of every convention.
std::vector<convention::Quota> quotas_of(const bundle::Desk& desk, const std::string& partner);
// `{cci-46: 3, cma-46.month: 10}`
std::string to_text(const std::vector<OtherLoad>& loads);

}  // namespace guichet::scenarios
