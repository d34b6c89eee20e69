#include "adapters/app/publication_gate.hpp"

#include <iostream>

#include "adapters/app/promises.hpp"
#include "adapters/app/version_messages.hpp"

namespace guichet::app {

using base::Message;

Gate ask_gate(const std::shared_ptr<const bundle::Desk>& desk, base::Language language) {
  Gate gate;
  scenarios::check_scenarios(*desk, gate.diagnostics);
  check_promises(*desk, language, gate.diagnostics);
  if (gate.diagnostics.has_errors()) {
    gate.refusals.push_back(Message(messages::kFolderFails));
    return gate;
  }
  const auto nobody = [](const std::string&, bool) {};
  gate.tests = scenarios::run_scenarios(desk, nobody, nullptr, nullptr, language);
  if (gate.tests.failed > 0) {
    gate.refusals.push_back(Message(messages::kScenariosFail, {std::to_string(gate.tests.failed)}));
  }
  return gate;
}

void print_gate(const Gate& gate, base::Language language) {
  std::cerr << render_text(gate.diagnostics, language);
  for (const scenarios::Failure& failure : gate.tests.failures) {
    std::cerr << failure.scenario << ": " << failure.what << "\n";
  }
}

std::vector<Message> refusals_of(const InFlight& in_flight) {
  std::vector<Message> out;
  const auto stranded = in_flight.preview.stranded.size();
  if (stranded == 0 || in_flight.keeps) return out;
  const bool refuses = in_flight.plan.unmapped() == migrate::Unmapped::refuse;
  if (in_flight.planned && !refuses) return out;
  if (in_flight.planned) out.push_back(Message(messages::kRefusedByPlan));
  out.push_back(Message(messages::kStrandedCases, {std::to_string(stranded)}));
  return out;
}

bool goes_over(const InFlight& in_flight) {
  return !in_flight.keeps && (in_flight.planned || in_flight.preview.is_easy());
}

}  // namespace guichet::app
