#include "engine/publishing/gate.hpp"

#include "engine/publishing/gate_messages.hpp"
#include "engine/publishing/promises.hpp"

namespace guichet::publishing {

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

Forecast forecast_of(const Gate& gate, const InFlight& in_flight) {
  Forecast out{true, gate.refusals};
  for (const Message& each : refusals_of(in_flight)) out.sentences.push_back(each);
  if (!out.sentences.empty()) return out;
  const Preview& preview = in_flight.preview;
  const auto& sentence = goes_over(in_flight) ? messages::kWouldGoOver : messages::kWouldPin;
  const std::size_t elsewhere = preview.open - preview.pinned_to_target;
  Forecast good{false, {Message(sentence, {std::to_string(elsewhere)})}};
  if (!preview.kept_partners.empty()) {
    std::string names;
    for (const std::string& id : preview.kept_partners) names += (names.empty() ? "" : ", ") + id;
    good.sentences.push_back(Message(messages::kDirectoryWins, {names}));
  }
  return good;
}

}  // namespace guichet::publishing
