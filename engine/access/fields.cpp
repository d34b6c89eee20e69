#include "engine/access/fields.hpp"

#include <algorithm>

namespace guichet::access {

bool may_use_field(const model::Workflow& workflow, const std::vector<std::string_view>& active,
                   const std::vector<std::string>& roles, std::string_view field, FieldUse use) {
  bool said = false;
  const auto lists = [&](const std::vector<std::string>& fields) {
    return std::ranges::find(fields, field) != fields.end();
  };
  for (const std::string_view path : active) {
    const auto state = workflow.find_state(path);
    if (!state || workflow.at(*state).fields.empty()) continue;
    for (const std::string& role : roles) {
      const auto access = workflow.at(*state).fields.find(role);
      if (access == workflow.at(*state).fields.end()) continue;
      said = true;
      if (lists(access->second.edit)) return true;
      if (use == FieldUse::see && lists(access->second.visible)) return true;
    }
  }
  return !said;
}

}  // namespace guichet::access
