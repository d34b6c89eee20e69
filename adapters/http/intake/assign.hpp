// Several cases go to another member of staff, with one reason: each is a command of its own, and
// the answer says which went over and why others did not. The page of lists and the API call it.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "adapters/http/site.hpp"

namespace guichet::http {

struct Assignment {
  std::vector<base::CaseId> cases;
  std::string owner, reason;
  std::string key;  // makes a repetition harmless; empty: none
};

struct Assigned {
  struct Failure {
    base::CaseId kase;
    std::vector<base::Message> reasons;
  };
  std::size_t done = 0;
  std::vector<Failure> failures;  // in the order of the cases
};

constexpr std::size_t kMostAssigned = 200;
// Can it be tried? What is missing, by the name of its member; empty: nothing.
std::vector<std::string> missing_of(const Assignment& assignment);

// `done` is told once, when the last case has been answered, on the store's thread or at once.
// Requires: nothing is missing.
void assign_all(Site& site, const Request& request, Assignment assignment,
                std::function<void(const Assigned&)> done);

}  // namespace guichet::http
