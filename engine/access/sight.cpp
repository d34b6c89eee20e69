#include "engine/access/sight.hpp"

namespace guichet::access {

Sight Sight::of(const Principal& principal) {
  Sight out(principal.is(Persona::coordinator));
  if (principal.is(Persona::link_holder) && principal.link) out.only_ = principal.link->kase;
  if (principal.is(Persona::partner) || principal.is(Persona::service)) {
    out.partners_ = principal.partners;
  }
  return out;
}

bool Sight::sees(base::CaseId kase, const std::vector<std::string>& partners_asked) const {
  if (all_ || (only_ && *only_ == kase)) return true;
  return std::ranges::find_first_of(partners_asked, partners_) != partners_asked.end();
}

}  // namespace guichet::access
