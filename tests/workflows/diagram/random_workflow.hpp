// Statecharts drawn by lot, the same for the same seed: states inside states, regions, histories,
// ends, and arrows from anywhere to anywhere.
#pragma once

#include <cstdint>

#include "workflows/model/workflow.hpp"

namespace guichet::tests {

model::Workflow random_workflow(std::uint32_t seed);

}  // namespace guichet::tests
