#include "workflows/scenarios/check_expected.hpp"

#include <algorithm>

#include "engine/cases/event.hpp"
#include "workflows/scenarios/find_scenario.hpp"
#include "workflows/scenarios/messages.hpp"

namespace guichet::scenarios {
namespace {

using base::Message;
using yaml::kAnything;
using yaml::Key;
using yaml::kMapping;
using yaml::kScalar;
using yaml::kSequence;

constexpr Key kThenKeys[] = {
    {"sent", kSequence},
    {"exactly", kMapping},
    {"fired", kSequence},
    {"agenda", kSequence | kScalar},
    {"state", kMapping},
    {"outcome", kMapping},
    {"timers", kMapping},
    {"tasks", kAnything},
    {"fields", kMapping},
    {"refused", kScalar | kSequence},
    {"verdict", kScalar},
    {"closed", kScalar},
    {"events", kSequence},
    {"incidents", kSequence},
    {"meanwhile", kMapping},
    {"promises", kSequence | kMapping},
    {"notices", kSequence | kScalar},
    {"recalled", kSequence},
    {"told", kMapping},
    {"not_told", kMapping},
    {"duplicates", kSequence},
    {"merged_into", kScalar},
};

class Expected {
 public:
  explicit Expected(StepNames& names)
      : names_(names), desk_(names.desk()), diagnostics_(names.diagnostics()) {}

  void then(const yaml::Node& node) {
    yaml::check_shape(node, kThenKeys, diagnostics_);
    for (const yaml::Entry& entry : node.entries()) key(entry.key.text(), entry.value);
  }

 private:
  void key(const std::string& key, const yaml::Node& value) {
    if (key == "exactly") return value.is_mapping() ? then(value) : void();
    if (key == "sent" || key == "recalled") return each(value, &Expected::letter);
    if (key == "events") return each(value, &Expected::event);
    if (key == "fired") return each(value, &Expected::timer);
    if (key == "verdict") return names_.one_of(value, {"take_in", "refuse", "ask"}, "intake.yaml");
    if (key == "closed") return names_.flag(value);
    if (!value.is_mapping()) return;
    for (const yaml::Entry& entry : value.entries()) {
      if (key == "state" || key == "outcome") names_.target(entry.key);
      if (key == "state") states(entry);
      if (key == "timers") timers(entry);
      if (key == "fields") field(entry);
      if (key == "told" || key == "not_told") recipient(entry.key, entry.key.text());
    }
  }

  void each(const yaml::Node& list, void (Expected::*check)(const yaml::Node&)) {
    if (!list.is_sequence()) return;
    for (const yaml::Node& item : list.items()) (this->*check)(item);
  }

  void timer(const yaml::Node& node) { names_.timer(node); }

  void states(const yaml::Entry& entry) {
    const auto among = names_.workflows_of(entry.key.text());
    for (const yaml::Node& state : one_or_many(entry.value)) names_.state(state, among);
  }

  // `{relance: 2009-02-12}`, or by instance.
  void timers(const yaml::Entry& entry) {
    if (!entry.value.is_mapping()) return due(entry, {});
    names_.target(entry.key);
    const auto among = names_.workflows_of(entry.key.text());
    for (const yaml::Entry& timer : entry.value.entries()) due(timer, among);
  }
  void due(const yaml::Entry& timer, const std::vector<const model::Workflow*>& among) {
    names_.timer(timer.key, among);
    const bool none = timer.value.is_empty() || timer.value.text() == "none";
    if (!none) names_.moment(timer.value);
  }

  // Of the case, person and firm, or by instance.
  void field(const yaml::Entry& entry) {
    if (!entry.value.is_mapping()) return names_.value(entry);
    names_.target(entry.key);
    for (const yaml::Entry& field : entry.value.entries()) names_.value(field);
  }

  // "case-closed", or the type and words that the fact holds.
  void event(const yaml::Node& node) {
    const std::string type = node.text().substr(0, node.text().find(' '));
    const std::vector<std::string> known = cases::event_types();
    if (std::ranges::find(known, type) != known.end()) return;
    diagnostics_.error(node.location(), Message(messages::kUnknownEvent, {type}),
                       base::suggestion(type, known));
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
    recipient(node, text.substr(at + 4));
  }

  void recipient(const yaml::Node& node, const std::string& to) {
    const bool someone = desk_.role(to) != nullptr || desk_.member(to) != nullptr ||
                         desk_.directory.find(to) != nullptr || is_addressee(to);
    if (!someone) require(node, to, recipients(), "desk.yaml, partners.yaml");
  }

  // An adviser of a partner by id, or an address.
  bool is_addressee(const std::string& to) const {
    if (to.find('@') != std::string::npos) return true;
    return std::ranges::any_of(desk_.directory.partners, [&](const auto& each) {
      return each.second.adviser(to) != nullptr;
    });
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

  StepNames& names_;
  const bundle::Desk& desk_;
  base::Diagnostics& diagnostics_;
};

}  // namespace

void check_expected(StepNames& names, const yaml::Node& then) {
  Expected(names).then(then);
}

}  // namespace guichet::scenarios
