// `guichet case due|move|correct|incident|assign|hand-over|reopen`: what somebody puts right, each
// with its reason; and what happened while somebody was away. Private to this module.
#pragma once

#include <expected>
#include <string>

#include "adapters/app/arguments.hpp"
#include "engine/desk/desk.hpp"

namespace guichet::app {

bool is_operator_verb(const std::string& verb);
// Has the verb what it needs after the case's name?
bool is_complete(const Arguments& arguments);
// What is asked of the case; an exit code where the arguments do not say it. `fields` are those of
// --with, `n` that of --on.
std::expected<cases::Body, int> operator_body(const bundle::Desk& desk, const Arguments& arguments,
                                              base::InstanceNumber n, cases::Fields fields);
// `case list --since DATE`: what happened in the cases of `owner` since then, a line each.
int list_meanwhile(desk::Desk& desk, const std::string& owner, const Arguments& arguments);

}  // namespace guichet::app
