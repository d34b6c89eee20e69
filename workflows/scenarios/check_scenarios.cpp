#include <algorithm>

#include "engine/access/roles.hpp"
#include "workflows/scenarios/messages.hpp"
#include "workflows/scenarios/population.hpp"
#include "workflows/scenarios/run_step.hpp"

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
constexpr Key kStepKeys[] = {
    {"until", kScalar},
    {"advance", kScalar},
    {"intake", kMapping},
    {"do", kScalar},
    {"reply", kScalar},
    {"complete", kScalar},
    {"as", kScalar},
    {"from", kScalar},
    {"need", kScalar},
    {"with", kMapping},
    {"recorded_by", kScalar},
    {"channel", kScalar},
    {"then", kMapping},
    {"crash", kAnything, false, true},
    {"edit", kAnything, false, true},
    {"migrate", kAnything, false, true},
    {"record", kAnything, false, true},
    {"note", kScalar},
};
constexpr Key kThenKeys[] = {
    {"sent", kSequence},  {"exactly", kMapping},
    {"fired", kSequence}, {"agenda", kSequence | kScalar},
    {"state", kMapping},  {"outcome", kMapping},
    {"timers", kMapping}, {"tasks", kAnything},
    {"fields", kMapping}, {"refused", kScalar},
    {"verdict", kScalar}, {"closed", kScalar},
};
constexpr Key kIntakeKeys[] = {{"row", kScalar}, {"of", kScalar}, {"fields", kMapping}};

class Checking {
 public:
  Checking(const bundle::Desk& desk, base::Diagnostics& diagnostics)
      : desk_(desk), diagnostics_(diagnostics) {}

  void file(const yaml::Node& root) {
    yaml::check_shape(root, kFileKeys, diagnostics_);
    const yaml::Node* scenarios = yaml::at(root, "scenarios");
    if (scenarios == nullptr) return;
    for (const yaml::Entry& each : scenarios->entries()) scenario(each.value);
  }

 private:
  void scenario(const yaml::Node& node) {
    yaml::check_shape(node, kScenarioKeys, diagnostics_);
    if (const yaml::Node* clock = yaml::at(node, "clock")) moment(*clock);
    const yaml::Node* steps = yaml::at(node, "steps");
    if (steps == nullptr) return;
    for (const yaml::Node& each : steps->items()) step(each);
  }

  void moment(const yaml::Node& node) {
    if (moment_of(node)) return;
    diagnostics_.error(node.location(), Message(messages::kBadMoment, {node.text()}));
  }

  void step(const yaml::Node& node) {
    yaml::check_shape(node, kStepKeys, diagnostics_);
    if (const yaml::Node* until = yaml::at(node, "until")) moment(*until);
    for (const std::string_view key : {"as", "recorded_by"}) {
      if (const yaml::Node* who = yaml::at(node, key)) actor(*who);
    }
    if (const yaml::Node* intake = yaml::at(node, "intake")) {
      yaml::check_shape(*intake, kIntakeKeys, diagnostics_);
      fields(yaml::at(*intake, "fields"));
    }
    if (const yaml::Node* from = yaml::at(node, "from")) partner(*from);
    fields(yaml::at(node, "with"));
    for (const std::string_view key : {"do", "reply"}) {
      if (const yaml::Node* name = yaml::at(node, key)) act_name(*name);
    }
    if (const yaml::Node* expected = yaml::at(node, "then")) then(*expected);
    if (node.entries().empty()) {
      diagnostics_.error(node.location(), Message(messages::kNoAct));
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
    std::vector<std::string> known = partners();
    for (const auto& [id, unused] : desk_.settings.roles) known.push_back(id);
    for (const bundle::Member& each : desk_.settings.staff) known.push_back(each.id);
    return known;
  }
  std::vector<std::string> partners() const {
    std::vector<std::string> known;
    for (const auto& [id, unused] : desk_.directory.partners) known.push_back(id);
    return known;
  }

  void require(const yaml::Node& node, const std::string& name,
               const std::vector<std::string>& known, const std::string& where) {
    if (std::ranges::find(known, name) != known.end()) return;
    diagnostics_.error(node.location(), Message(messages::kUnknownName, {name, where}),
                       base::suggestion(name, known));
  }

  void actor(const yaml::Node& node) {
    if (access::actor_as(desk_, node.text())) return;
    diagnostics_.error(node.location(), Message(messages::kUnknownActor, {node.text()}),
                       base::suggestion(node.text(), recipients()));
  }

  // A step may stand at a need by its partner: `from: cma-46`; an instance otherwise.
  void partner(const yaml::Node& node) { require(node, node.text(), partners(), "partners.yaml"); }

  void fields(const yaml::Node* node) {
    if (node == nullptr) return;
    std::vector<std::string> known = desk_.vocabulary->ids();
    known.emplace_back("motif_hors_convention");
    known.emplace_back("partenaires");
    for (const yaml::Entry& each : node->entries()) {
      require(each.key, each.key.text(), known, "fields.yaml");
    }
  }

  void act_name(const yaml::Node& node) {
    if (desk_.partial) return;
    std::vector<std::string> known{"confirmer"};
    for (const auto& [id, workflow] : desk_.workflows) {
      for (const model::Declaration& each : workflow->declarations) {
        const bool act = each.cause == model::Cause::action || each.cause == model::Cause::reply;
        if (act) known.push_back(each.name);
      }
    }
    require(node, node.text(), known, "workflows/");
  }

  const bundle::Desk& desk_;
  base::Diagnostics& diagnostics_;
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
