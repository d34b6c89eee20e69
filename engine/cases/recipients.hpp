// Who a role stands for on a day: who is there, at which address. Private to this module.
#pragma once

#include <string>
#include <vector>

#include "engine/cases/work.hpp"

namespace guichet::cases {

struct Recipient {
  std::string kind, id;  // partner, staff, person
  std::string name, email, phone, institution, role;
  bundle::PartnerChannel channel = bundle::PartnerChannel::email;
};

// Those who are there today: whoever stands in for who is away.
std::vector<Recipient> recipients(const Work& work, InstanceNumber n, const bundle::Role& role);

}  // namespace guichet::cases
