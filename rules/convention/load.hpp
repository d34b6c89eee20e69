// `guichet: convention/1`. Every mistake is reported at its place with a hint where there is one.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "engine/vocabulary/vocabulary.hpp"
#include "engine/yaml/node.hpp"
#include "rules/convention/convention.hpp"

namespace guichet::convention {

struct LoadContext {
  // The names that `facts:` and `when:` may use; choose() gets their values by the same slots.
  const feel::Scope& scope;
  // Fields (a choice lists its values, a code its referential); nullptr: values are not checked
  // and hierarchies are unknown.
  const vocabulary::Vocabulary* vocabulary = nullptr;
  // Ids of partners.yaml, and roles of the desk that may be a fallback's queue; nullptr: not
  // checked.
  const std::vector<std::string>* known_partners = nullptr;
  const std::vector<std::string>* known_queues = nullptr;
};

// nullptr after an error.
std::shared_ptr<const Convention> load_convention(const yaml::Node& root,
                                                  const LoadContext& context,
                                                  base::Diagnostics& diagnostics);

// Warns where the convention ends within this many days of `today`, or has ended, without one that
// follows it. Referrals sent under it finish under it; those after need a motive.
constexpr int kRenewalDays = 60;
void warn_of_renewal(const Convention& convention, base::Day today, base::Diagnostics& diagnostics);

}  // namespace guichet::convention
