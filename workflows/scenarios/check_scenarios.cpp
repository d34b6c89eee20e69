#include <algorithm>

#include "workflows/scenarios/messages.hpp"
#include "workflows/scenarios/population.hpp"
#include "workflows/scenarios/run_step.hpp"
#include "workflows/scenarios/step_verb.hpp"

namespace guichet::scenarios {
namespace {

using base::Message;
using yaml::kAnything;
using yaml::kEmpty;
using yaml::Key;
using yaml::kMapping;
using yaml::kScalar;
using yaml::kSequence;

constexpr Key kFileKeys[] = {{"guichet", kScalar, true}, {"scenarios", kMapping, true}};
constexpr Key kScenarioKeys[] = {
    {"clock", kScalar, true},
    {"steps", kSequence, true},
    {"title", kScalar},
    {"given", kAnything, false, true},
    {"never", kAnything, false, true},
    {"include", kAnything, false, true},
    {"workflow", kAnything, false, true},
};
// What a step may have besides its verb.
constexpr Key kStepKeys[] = {
    {"until", kScalar}, {"advance", kScalar}, {"case", kScalar},    {"as", kScalar},
    {"from", kScalar},  {"need", kScalar},    {"with", kMapping},   {"recorded_by", kScalar},
    {"note", kScalar},  {"channel", kScalar}, {"said_on", kScalar}, {"then", kMapping},
};
constexpr Key kThenKeys[] = {
    {"sent", kSequence},  {"exactly", kMapping},
    {"fired", kSequence}, {"agenda", kSequence | kScalar},
    {"state", kMapping},  {"outcome", kMapping},
    {"timers", kMapping}, {"tasks", kAnything},
    {"fields", kMapping}, {"refused", kScalar},
    {"verdict", kScalar}, {"closed", kScalar},
};
std::vector<Key> step_keys() {
  std::vector<Key> keys(std::begin(kStepKeys), std::end(kStepKeys));
  for (const StepVerb* each : step_verbs()) keys.push_back({each->key, each->takes});
  return keys;
}

class Checking {
 public:
  Checking(const bundle::Desk& desk, base::Diagnostics& diagnostics)
      : desk_(desk), diagnostics_(diagnostics), names_(desk, diagnostics) {}

  void file(const yaml::Node& root) {
    yaml::check_shape(root, kFileKeys, diagnostics_);
    const yaml::Node* scenarios = yaml::at(root, "scenarios");
    if (scenarios == nullptr) return;
    for (const yaml::Entry& each : scenarios->entries()) scenario(each.value);
  }

 private:
  void scenario(const yaml::Node& node) {
    yaml::check_shape(node, kScenarioKeys, diagnostics_);
    if (const yaml::Node* clock = yaml::at(node, "clock")) names_.moment(*clock);
    const yaml::Node* steps = yaml::at(node, "steps");
    if (steps == nullptr) return;
    for (const yaml::Node& each : steps->items()) step(each);
  }

  void step(const yaml::Node& node) {
    yaml::check_shape(node, step_keys_, diagnostics_);
    if (node.entries().empty()) diagnostics_.error(node.location(), Message(messages::kNoAct));
    if (const yaml::Node* until = yaml::at(node, "until")) names_.moment(*until);
    if (const yaml::Node* advance = yaml::at(node, "advance")) names_.delay(*advance);
    if (const yaml::Node* day = yaml::at(node, "said_on")) names_.moment(*day);
    for (const std::string_view key : {"as", "recorded_by"}) {
      if (const yaml::Node* who = yaml::at(node, key)) names_.actor(*who);
    }
    if (const yaml::Node* from = yaml::at(node, "from")) names_.partner(*from);
    if (const yaml::Node* need = yaml::at(node, "need")) names_.target(*need);
    if (const yaml::Node* with = yaml::at(node, "with")) names_.fields(*with);
    verb(node);
    if (const yaml::Node* expected = yaml::at(node, "then")) then(*expected);
  }

  // At most one verb, of the right shape, with names that are known.
  void verb(const yaml::Node& node) {
    const StepVerb* first = nullptr;
    for (const yaml::Entry& entry : node.entries()) {
      for (const StepVerb* each : step_verbs()) {
        if (entry.key.text() != each->key) continue;
        if (first != nullptr) {
          diagnostics_.error(
              entry.key.location(),
              Message(messages::kTwoVerbs, {std::string(first->key), entry.key.text()}));
          return;
        }
        first = each;
        if (entry.value.is_mapping()) yaml::check_shape(entry.value, each->keys, diagnostics_);
        if (each->check != nullptr) each->check(names_, node, entry.value);
      }
    }
  }

  void then(const yaml::Node& node) {
    yaml::check_shape(node, kThenKeys, diagnostics_);
    if (const yaml::Node* exactly = yaml::at(node, "exactly")) then(*exactly);
    if (const yaml::Node* sent = yaml::at(node, "sent")) {
      for (const yaml::Node& each : sent->items()) letter(each);
    }
  }

  void letter(const yaml::Node& node) {
    const std::string& text = node.text();
    const std::size_t at = text.find(" to ");
    if (at == std::string::npos) {
      diagnostics_.error(node.location(), Message(messages::kBadSent, {text}));
      return;
    }
    std::vector<std::string> known;
    for (const auto& [id, unused] : desk_.letters) known.push_back(id);
    // Of a desk with mistakes some letters and paths are missing: not this file's fault.
    if (!desk_.partial) require(node, text.substr(0, at), known, "letters/");
    const std::string to = text.substr(at + 4);
    const bool someone = desk_.role(to) != nullptr || desk_.member(to) != nullptr ||
                         desk_.directory.find(to) != nullptr;
    if (!someone) require(node, to, recipients(), "desk.yaml, partners.yaml");
  }

  std::vector<std::string> recipients() const {
    std::vector<std::string> known = names_.partners();
    for (std::string& each : names_.actors()) known.push_back(std::move(each));
    return known;
  }

  void require(const yaml::Node& node, const std::string& name,
               const std::vector<std::string>& known, const std::string& where) {
    if (std::ranges::find(known, name) != known.end()) return;
    diagnostics_.error(node.location(), Message(messages::kUnknownName, {name, where}),
                       base::suggestion(name, known));
  }

  const bundle::Desk& desk_;
  base::Diagnostics& diagnostics_;
  StepNames names_;
  const std::vector<Key> step_keys_ = step_keys();
};

}  // namespace

void check_scenarios(const bundle::Desk& desk, base::Diagnostics& diagnostics) {
  Checking checking(desk, diagnostics);
  for (const auto& [path, root] : desk.documents) {
    const std::string_view kind = yaml::header_kind(*root);
    if (kind == "scenario") checking.file(*root);
    if (kind == "population") read_population(*root, desk, diagnostics);
  }
}

}  // namespace guichet::scenarios
