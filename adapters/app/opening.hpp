// What several sub-commands begin with: a desk loaded or its mistakes printed, a file read, JSON
// given on the command line or in @FILE.
#pragma once

#include <cstdint>
#include <expected>
#include <memory>
#include <optional>
#include <string>

#include "adapters/app/arguments.hpp"
#include "engine/base/diagnostic.hpp"
#include "engine/base/error.hpp"
#include "rules/feel/value.hpp"
#include "workflows/bundle/desk.hpp"

namespace guichet::app {

// The exit code after the reasons have been printed to standard error. What puts a desk in force in
// a database proves its rules; what only runs it does not.
std::expected<std::shared_ptr<const bundle::Desk>, int> open_desk(
    const std::string& folder, base::Language language, bundle::Proof proof = bundle::Proof::no);
std::expected<feel::Stored, int> read_json_argument(const std::string& text_or_file,
                                                    base::Language language);
// Prints `guichet: sentence` and gives the exit code for its kind.
int report(const base::Error& error, base::Language language);
int report(const base::Rejection& rejection, base::Language language);
int report(const base::Message& wrong_input, base::Language language);

// The whole text as a number.
std::optional<std::uint64_t> number_of(const std::string& text);

}  // namespace guichet::app
