// Inside the module: a loaded YAML table as the decision table of a model; hit policies both ways.
#pragma once

#include <optional>
#include <string>

#include "rules/dmn/definitions.hpp"
#include "rules/dmn/identifiers.hpp"
#include "rules/tables/table.hpp"

namespace guichet::dmn {

// Its texts keep their places in the YAML file.
DecisionTable table_logic(const tables::DecisionTable& table, Identifiers& identifiers);
// The hit policy that a model's table asks for; nothing where there is none of those words.
std::optional<tables::HitPolicy> hit_policy_of(const DecisionTable& table);
// The name under which DMN knows a column's type.
std::string type_ref_of(const feel::Type& type);

}  // namespace guichet::dmn
