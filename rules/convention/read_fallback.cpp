// `fallback:`: what is tried, in order, where nobody can be chosen.
#include <algorithm>
#include <array>

#include "engine/yaml/shape.hpp"
#include "rules/convention/fallback_messages.hpp"
#include "rules/convention/reader.hpp"
#include "rules/convention/words.hpp"

namespace guichet::convention {

namespace {

using base::Message;
using yaml::Key;

constexpr std::array<Key, 9> kStepKeys{{{"id", yaml::kScalar, true},
                                        {"queue", yaml::kScalar},
                                        {"within", yaml::kScalar},
                                        {"sla", yaml::kScalar},
                                        {"reason", yaml::kScalar},
                                        {"relax", yaml::kMapping},
                                        {"except", yaml::kScalar | yaml::kSequence},
                                        {"partner", yaml::kScalar},
                                        {"ignore", yaml::kScalar | yaml::kSequence}}};

}  // namespace

void ConventionReader::read_fallback() {
  const yaml::Node* fallback = yaml::at(root_, "fallback");
  if (fallback == nullptr) return;
  for (const yaml::Node& node : fallback->items())
    if (yaml::check_shape(node, kStepKeys, diagnostics_))
      parts_.fallback.push_back(read_step(node));
  if (!parts_.fallback.empty()) check_steps(*fallback);
}

std::optional<std::uint32_t> ConventionReader::partner_of(const yaml::Node& node) {
  std::vector<std::string> known;
  for (std::uint32_t i = 0; i < parts_.partners.size(); ++i) {
    if (parts_.partners[i].id == node.text()) return i;
    known.push_back(parts_.partners[i].id);
  }
  diagnostics_.error(node.location(), Message(messages::kNoSuchPartner, {node.text()}),
                     base::suggestion(node.text(), known));
  return {};
}

// A step is one of three: a queue, a choice with wider criteria, one partner.
Fallback ConventionReader::read_step(const yaml::Node& node) {
  Fallback step;
  step.id = yaml::text_at(node, "id");
  step.at = node.location();
  const yaml::Node* queue = yaml::at(node, "queue");
  const yaml::Node* relax = yaml::at(node, "relax");
  const yaml::Node* partner = yaml::at(node, "partner");
  if ((queue != nullptr) + (relax != nullptr) + (partner != nullptr) != 1)
    diagnostics_.error(step.at, Message(messages::kStepForm));
  const auto belongs = [&](const char* key, bool here) {
    if (const auto* idle = here ? nullptr : yaml::at(node, key))
      diagnostics_.error(idle->location(), Message(messages::kKeyOfOtherStep, {key}));
  };
  for (const char* key : {"within", "sla", "reason"}) belongs(key, queue != nullptr);
  belongs("except", relax != nullptr);
  belongs("ignore", partner != nullptr);
  if (queue != nullptr) {
    const auto* known = context_.known_queues;
    if (known != nullptr && std::find(known->begin(), known->end(), queue->text()) == known->end())
      diagnostics_.error(queue->location(), Message(messages::kUnknownQueue, {queue->text()}),
                         base::suggestion(queue->text(), *known));
    step.queue = queue->text();
    step.within = read_delay(node, "within");
    if (!step.within) step.within = read_delay(node, "sla");
    step.reason = yaml::text_at(node, "reason");
  }
  if (relax != nullptr) read_relax(*relax, step);
  if (partner != nullptr) step.partner = partner_of(*partner);
  if (const auto* except = yaml::at(node, "except"))
    for (const yaml::Node* item : yaml::read_one_or_many(*except, diagnostics_))
      if (const auto one = partner_of(*item)) step.except.push_back(*one);
  std::sort(step.except.begin(), step.except.end());
  if (const auto* ignore = yaml::at(node, "ignore"))
    for (const yaml::Node* item : yaml::read_one_or_many(*ignore, diagnostics_)) {
      if (const auto fact = fact_of(item->text()))
        step.ignored.push_back(*fact);
      else
        diagnostics_.error(item->location(), Message(messages::kUnknownFact, {item->text()}),
                           base::suggestion(item->text(), fact_keys()));
    }
  return step;
}

// `{zones: region}`: each code stands for all that share its region.
void ConventionReader::read_relax(const yaml::Node& node, Fallback& step) {
  for (const yaml::Entry& entry : node.entries()) {
    const auto fact = fact_of(entry.key.text());
    if (!fact) {
      diagnostics_.error(entry.key.location(), Message(messages::kUnknownFact, {entry.key.text()}),
                         base::suggestion(entry.key.text(), fact_keys()));
      continue;
    }
    const vocabulary::Referential* table = columns_[*fact].referential;
    if (table == nullptr) {
      diagnostics_.error(entry.key.location(),
                         Message(messages::kNeedsReferential, {"relax", parts_.facts[*fact].id}));
      continue;
    }
    const auto column = table->level_column(entry.value.text());
    if (!column) {
      diagnostics_.error(entry.value.location(),
                         Message(messages::kUnknownLevel, {entry.value.text(), table->id()}),
                         base::suggestion(entry.value.text(), table->columns()));
      continue;
    }
    step.relaxed.emplace_back(*fact, *column);
  }
}

// The steps end in a queue, and none comes back to what was tried before.
void ConventionReader::check_steps(const yaml::Node& node) {
  const auto& steps = parts_.fallback;
  for (std::size_t i = 0; i < steps.size(); ++i) {
    const bool last = i + 1 == steps.size();
    if (last && steps[i].queue.empty())
      diagnostics_.error(steps[i].at, Message(messages::kLastIsNoQueue, {steps[i].id}));
    if (!last && !steps[i].queue.empty())
      diagnostics_.error(steps[i + 1].at,
                         Message(messages::kAfterQueue, {steps[i + 1].id, steps[i].id}));
    for (std::size_t j = 0; j < i; ++j) {
      if (steps[j].id == steps[i].id)
        diagnostics_.error(steps[i].at, Message(messages::kTwice, {steps[i].id}));
      const bool same = steps[i].queue.empty() && steps[j].queue.empty() &&
                        steps[i].partner == steps[j].partner &&
                        steps[i].ignored == steps[j].ignored &&
                        steps[i].relaxed == steps[j].relaxed && steps[i].except == steps[j].except;
      if (same)
        diagnostics_.error(steps[i].at,
                           Message(messages::kFallbackCycle, {steps[i].id, steps[j].id}));
    }
  }
  if (steps.empty()) diagnostics_.error(node.location(), Message(messages::kStepForm));
}

}  // namespace guichet::convention
