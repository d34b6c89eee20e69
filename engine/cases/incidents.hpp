// Incidents that can be tried again, and how. Private to this module.
#pragma once

#include "engine/cases/work.hpp"

namespace guichet::cases {

// What `ref` of an incident says, by its code.
std::string timer_ref(const FireTimer& fire);                               // endless-step
std::string letter_ref(const std::string& letter, const std::string& role,  // no recipient
                       const std::string& purpose);

// Why it cannot be tried again; nothing where it can.
std::optional<base::Message> no_retry(const Work& work, const Incident& incident);
// Requires: not no_retry.
void retry(Work& work, const Incident& incident);

}  // namespace guichet::cases
