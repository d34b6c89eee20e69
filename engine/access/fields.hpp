// What the states in which an instance stands let somebody see and write: `fields:` of a state.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "workflows/model/workflow.hpp"

namespace guichet::access {

enum class FieldUse { see, write };

// May somebody with these roles use the field while the states (paths) are active? Where none of
// the states says anything of any of the roles: as elsewhere. What may be written may be seen.
bool may_use_field(const model::Workflow& workflow, const std::vector<std::string_view>& active,
                   const std::vector<std::string>& roles, std::string_view field, FieldUse use);

}  // namespace guichet::access
