#include "engine/desk/in_force.hpp"

namespace guichet::desk {

std::shared_ptr<const bundle::Desk> with_absences(
    const std::shared_ptr<const bundle::Desk>& published,
    const std::vector<store::StaffAbsenceRow>& absences) {
  if (absences.empty()) return published;
  auto definition = std::make_shared<bundle::Desk>(*published);
  for (const store::StaffAbsenceRow& each : absences) {
    definition->settings.absences.push_back({each.who, each.first, each.last, each.substitute});
  }
  return definition;
}

}  // namespace guichet::desk
