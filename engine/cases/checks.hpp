// What commands of people have in common: checks with every reason at once, who said what when.
// Private to this module.
#pragma once

#include "engine/cases/work.hpp"

namespace guichet::cases {

// The instance if commands may still address it; else the reasons are noted.
const Instance* open_instance(Work& work, InstanceNumber n);
void check_role(Work& work, const std::string& title, const std::vector<std::string>& by,
                const std::vector<std::string>& held);
// What is told is past.
void check_said_on(Work& work, const std::optional<base::Day>& said_on);
// One who works at the desk, or speaks for it; partners and applicants are refused.
void check_staff(Work& work);

void check_theme(Work& work, const std::string& theme);

// What people call them, in what a refusal says; the id of one that is not known.
std::string partner_called(const Work& work, const std::string& id);
std::string member_called(const Work& work, const std::string& id);
std::string roles_called(const Work& work, const std::vector<std::string>& ids);

std::string theme_of(const Instance& need);
base::Day today_of(const Work& work);
// Who wrote it down, where somebody did for another: the member of staff.
std::string recorder_of(const Work& work);
// How people call a theme's path; the theme itself where it has none.
std::string theme_title(const Work& work, const std::string& theme);

}  // namespace guichet::cases
