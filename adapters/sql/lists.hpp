// What pages and the timer pump ask across cases.
#pragma once

#include "adapters/sql/connection.hpp"

namespace guichet::sql {

std::vector<store::CaseRow> list_cases(Connection& connection, const store::CaseFilter& filter,
                                       std::size_t& total);
std::vector<store::PromiseRow> list_promises(Connection& connection, const access::Sight& sight,
                                             std::size_t most, const std::string& owner);
std::optional<access::Tie> find_tie(Connection& connection, base::CaseId id);
std::vector<store::DueTimer> due_timers(Connection& connection, base::Instant now,
                                        std::size_t most);
std::optional<base::Instant> next_timer(Connection& connection);
std::vector<base::CaseId> case_ids(Connection& connection);

// Items of a list in one text, each between two U+001F, so that LIKE finds one whole.
std::string join_items(const std::vector<std::string>& items);
std::vector<std::string> split_items(std::string_view text);

}  // namespace guichet::sql
