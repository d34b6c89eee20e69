// Passwords and the command line: from a file, made up, or asked for on the terminal without being
// shown. Never from an argument, which other users of the machine can read.
#pragma once

#include <expected>
#include <string>

#include "adapters/app/arguments.hpp"
#include "engine/accounts/account_book.hpp"

namespace guichet::app {

struct GivenPassword {
  std::string text;
  bool made_up = false;  // to be printed, once
};

// By --password-file, --generate, or the terminal. The exit code after the reason has been printed.
std::expected<GivenPassword, int> password_given(const Arguments& arguments,
                                                 accounts::AccountBook& book);

}  // namespace guichet::app
