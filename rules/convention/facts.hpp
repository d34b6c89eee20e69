// Inside the module: the facts of one need, as the criteria test them.
#pragma once

#include <vector>

#include "rules/convention/choose.hpp"

namespace guichet::convention {

// By fact: null where unknown, a list where the fact is one; codes stand for what they count as,
// brackets for their ends. What cannot be a value of its fact is a problem, and null.
std::vector<feel::Value> read_facts(const Convention& convention, const Need& need,
                                    feel::Evaluation& run, std::vector<tables::Problem>& problems);

// Does the criterion hold? Unknown facts count as its `missing` says, `match` alone as holding.
bool holds(const Convention& convention, const Criterion& criterion,
           std::span<const feel::Value> facts, const Need& need, feel::Evaluation& run);

// A value as people read it; a bracket by its ends, a list by its items, nothing where unknown.
std::string shown(const feel::Value& value);

}  // namespace guichet::convention
