// The end of a convention, seen coming.
#include "rules/convention/load.hpp"
#include "rules/convention/messages.hpp"

namespace guichet::convention {

void warn_of_renewal(const Convention& convention, base::Day today,
                     base::Diagnostics& diagnostics) {
  // The last day of the version in force, and of those that follow it without a gap.
  std::optional<base::Day> end = convention.in_force(today).valid().to;
  while (end) {
    const Convention& next = convention.in_force(*end);
    if (!next.valid().covers(*end)) break;
    end = next.valid().to;
  }
  if (!end) return;
  const auto days = (*end - today).count();
  using base::Message;
  if (days <= 0)
    diagnostics.warning(convention.parts().at,
                        Message(messages::kHasEnded, {convention.id(), base::iso(*end)}));
  else if (days <= kRenewalDays)
    diagnostics.warning(
        convention.parts().at,
        Message(messages::kEndsSoon, {convention.id(), base::iso(*end), std::to_string(days)}));
}

}  // namespace guichet::convention
