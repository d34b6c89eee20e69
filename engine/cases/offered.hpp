// What an instance's position offers, and the roles that the one who acts has there. Private to
// this module.
#pragma once

#include "engine/cases/work.hpp"

namespace guichet::cases {

std::vector<const model::Declaration*> offered_by(const Work& work, const Instance& instance,
                                                  model::Cause cause);
// The innermost declaration of that name; nullptr where the position offers none.
const model::Declaration* find_offered(const Work& work, const Instance& instance,
                                       model::Cause cause, std::string_view name);
// The workflow roles that the command's actor has towards an instance.
std::vector<std::string> roles_of(const Work& work, const Instance& instance);
// The stored position as the kernel's.
kernel::Position position_of(const Instance& instance, const model::Workflow& workflow);

}  // namespace guichet::cases
