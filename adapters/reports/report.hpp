// The report of a desk: figures as JSON, and one self-contained page with charts that an elected
// official reads and prints.
#pragma once

#include <string>

#include "engine/base/instant.hpp"
#include "engine/results/results.hpp"
#include "workflows/bundle/desk.hpp"

namespace guichet::reports {

struct Period {
  base::Day from, until;  // both included
};

// {"desk":..,"from":..,"until":..,"requests":..,..,"theme":{..},"partner":{..},"month":{..},
// "commune":{..}} on one line, keys in a fixed order.
std::string to_json(const results::Results& results, const bundle::Desk& desk,
                    const Period& period);
// HTML with its style and SVG inside, no script; in the desk's language. `generated` by a
// simulation is said where `simulated`.
std::string to_html(const results::Results& results, const bundle::Desk& desk, const Period& period,
                    bool simulated);

}  // namespace guichet::reports
