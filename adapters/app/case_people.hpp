// `guichet case consent|requalify|open-need|undo|recall|merge|unmerge`: what people do on a case
// besides the acts of its paths; and the cases that look like it. Private to this module.
#pragma once

#include <expected>
#include <optional>
#include <string>

#include "adapters/app/arguments.hpp"
#include "engine/desk/desk.hpp"

namespace guichet::app {

bool is_people_verb(const std::string& verb);
// Has the verb what it needs after the case's name?
bool is_people_complete(const Arguments& arguments);
// What is asked of the case; an exit code where the arguments do not say it. `fields` are those of
// --with, `n` that of --on, `other` the case that `merge` names.
std::expected<cases::Body, int> people_body(const Arguments& arguments, base::InstanceNumber n,
                                            cases::Fields fields,
                                            std::optional<base::CaseId> other);
// --said-on; an exit code where it is no date.
std::expected<std::optional<base::Day>, int> said_on(const Arguments& arguments);
// `case duplicates CASE`: cases that may be about the same person or firm, a line each.
int list_duplicates(desk::Desk& desk, base::CaseId id);

}  // namespace guichet::app
