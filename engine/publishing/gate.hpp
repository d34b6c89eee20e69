// What keeps a folder from being put in force. `publish` refuses by it, `preview` foretells by it.
#pragma once

#include <memory>
#include <vector>

#include "engine/publishing/preview.hpp"
#include "workflows/scenarios/scenario.hpp"

namespace guichet::publishing {

struct Gate {
  base::Diagnostics diagnostics;  // of its scenario files, and of what its paths promise
  scenarios::Report tests;        // not played where those have errors
  std::vector<base::Message> refusals;
};

// The folder by itself: its promises, scenarios and tests.
Gate ask_gate(const std::shared_ptr<const bundle::Desk>& desk, base::Language language);

struct InFlight {
  const Preview& preview;
  const migrate::Plan& plan;
  bool planned = false;  // a plan was given
  bool keeps = false;    // cases in flight finish under their own version
};
// Why the cases in flight keep it from being put in force; nothing where they do not.
std::vector<base::Message> refusals_of(const InFlight& in_flight);
// Do they go over as soon as it is in force?
bool goes_over(const InFlight& in_flight);

// What publishing would do.
struct Forecast {
  bool refused = false;
  std::vector<base::Message> sentences;  // the refusals, or what becomes of the cases in flight
};
Forecast forecast_of(const Gate& gate, const InFlight& in_flight);

}  // namespace guichet::publishing
