#include "workflows/scenarios/population.hpp"

#include <fmt/format.h>

#include <charconv>

#include "engine/access/roles.hpp"
#include "engine/yaml/shape.hpp"
#include "workflows/scenarios/messages.hpp"
#include "workflows/scenarios/run_step.hpp"

namespace guichet::scenarios {
namespace {

using base::Message;
using yaml::kAnything;
using yaml::Key;
using yaml::kMapping;
using yaml::kScalar;
using yaml::kSequence;

constexpr Key kFileKeys[] = {{"guichet", kScalar, true}, {"acts", kMapping},
                             {"partners", kMapping},     {"tasks", kMapping},
                             {"requests", kMapping},     {"title", kScalar}};
constexpr Key kBehaviourKeys[] = {{"do", kScalar},       {"reply", kScalar}, {"as", kScalar},
                                  {"chance", kScalar},   {"after", kSequence | kScalar},
                                  {"with", kMapping}};
constexpr Key kDrawKeys[] = {{"one_of", kMapping},
                             {"any_of", kScalar},
                             {"where", kMapping},
                             {"between", kSequence},
                             {"day_of_act", kScalar}};
constexpr Key kRequestKeys[] = {{"per_year", kScalar}, {"fields", kMapping, true}};

class Reading {
 public:
  Reading(const bundle::Desk& desk, base::Diagnostics& diagnostics)
      : desk_(desk), diagnostics_(diagnostics) {}

  Population read(const yaml::Node& root) {
    Population out;
    yaml::check_shape(root, kFileKeys, diagnostics_);
    each(root, "acts", [&](const yaml::Entry& entry) {
      const model::Workflow* workflow = desk_.workflow(entry.key.text());
      if (workflow == nullptr) return unknown(entry.key, "workflows/", workflow_ids());
      out.acts[workflow->id] = read_states(entry.value, *workflow);
    });
    each(root, "partners", [&](const yaml::Entry& entry) {
      if (desk_.directory.find(entry.key.text()) == nullptr) {
        return unknown(entry.key, "partners.yaml", partner_ids());
      }
      if (const model::Workflow* referral = referral_workflow()) {
        out.partners[entry.key.text()] = read_states(entry.value, *referral);
      }
    });
    each(root, "tasks", [&](const yaml::Entry& entry) {
      out.tasks[entry.key.text()] = read_behaviour(entry.value);
      out.tasks[entry.key.text()].kind = Behaviour::Kind::task;
      out.tasks[entry.key.text()].name = entry.key.text();
    });
    if (const yaml::Node* requests = yaml::at(root, "requests")) read_requests(*requests, out);
    return out;
  }

 private:
  template <typename Each>
  void each(const yaml::Node& root, std::string_view key, Each visit) {
    const yaml::Node* node = yaml::at(root, key);
    if (node == nullptr) return;
    for (const yaml::Entry& entry : node->entries()) visit(entry);
  }

  void unknown(const yaml::Node& node, const std::string& where,
               const std::vector<std::string>& known) {
    diagnostics_.error(node.location(), Message(messages::kUnknownName, {node.text(), where}),
                       base::suggestion(node.text(), known));
  }
  std::vector<std::string> workflow_ids() const {
    std::vector<std::string> out;
    for (const auto& [id, workflow] : desk_.workflows) out.push_back(id);
    return out;
  }
  std::vector<std::string> partner_ids() const {
    std::vector<std::string> out;
    for (const auto& [id, partner] : desk_.directory.partners) out.push_back(id);
    return out;
  }
  const model::Workflow* referral_workflow() const {
    for (const auto& [id, workflow] : desk_.workflows) {
      if (workflow->kind == "referral") return workflow.get();
    }
    return nullptr;
  }

  ByState read_states(const yaml::Node& node, const model::Workflow& workflow) {
    ByState out;
    for (const yaml::Entry& entry : node.entries()) {
      std::vector<std::string> known;
      const model::State* found = nullptr;
      for (const model::State& state : workflow.states) {
        known.push_back(state.path);
        if (state.path == entry.key.text() || state.id == entry.key.text()) found = &state;
      }
      if (found == nullptr) {
        unknown(entry.key, workflow.id, known);
        continue;
      }
      double sum = 0;
      for (const yaml::Node& item : entry.value.items()) {
        Behaviour behaviour = read_behaviour(item);
        check_name(item, behaviour, workflow);
        sum += behaviour.chance;
        out[found->path].push_back(std::move(behaviour));
      }
      if (sum > 1.000001) {
        diagnostics_.error(entry.value.location(),
                           Message(messages::kSumOfChances, {fmt::format("{:.2f}", sum)}));
      }
    }
    return out;
  }

  void check_name(const yaml::Node& item, const Behaviour& behaviour,
                  const model::Workflow& workflow) {
    std::vector<std::string> known{"confirmer"};
    for (const model::Declaration& each : workflow.declarations) {
      const bool act = each.cause == model::Cause::action || each.cause == model::Cause::reply;
      if (act) known.push_back(each.name);
    }
    if (std::ranges::find(known, behaviour.name) != known.end()) return;
    const yaml::Node* node = yaml::at(item, "do");
    if (node == nullptr) node = yaml::at(item, "reply");
    unknown(node == nullptr ? item : *node, workflow.id, known);
  }

  std::optional<double> number(const yaml::Node& node) {
    double value = 0;
    const std::string& text = node.text();
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc{} || end != text.data() + text.size()) return {};
    return value;
  }

  Behaviour read_behaviour(const yaml::Node& node) {
    Behaviour out;
    yaml::check_shape(node, kBehaviourKeys, diagnostics_);
    out.as = yaml::text_at(node, "as");
    if (const yaml::Node* reply = yaml::at(node, "reply")) {
      out.kind = Behaviour::Kind::reply;
      out.name = reply->text();
    } else {
      out.name = yaml::text_at(node, "do");
    }
    if (const yaml::Node* as = yaml::at(node, "as"); as && !access::actor_as(desk_, as->text())) {
      diagnostics_.error(as->location(), Message(messages::kUnknownActor, {as->text()}));
    }
    if (const yaml::Node* chance = yaml::at(node, "chance")) {
      const auto value = number(*chance);
      if (!value || *value < 0 || *value > 1) {
        diagnostics_.error(chance->location(),
                           Message(messages::kBadProbability, {chance->text()}));
      } else {
        out.chance = *value;
      }
    }
    if (const yaml::Node* after = yaml::at(node, "after")) {
      if (const auto range = read_range(*after)) {
        out.least_days = static_cast<int>(range->first);
        out.most_days = static_cast<int>(range->second);
      }
    }
    if (const yaml::Node* with = yaml::at(node, "with")) out.with = read_fields(*with);
    return out;
  }

  std::optional<std::pair<std::int64_t, std::int64_t>> read_range(const yaml::Node& node) {
    if (node.is_scalar()) {
      const auto value = yaml::read_integer(node, diagnostics_);
      if (!value) return {};
      return std::pair{*value, *value};
    }
    if (node.items().size() == 2) {
      const auto low = yaml::read_integer(node.items()[0], diagnostics_);
      const auto high = yaml::read_integer(node.items()[1], diagnostics_);
      if (low && high && *low <= *high && *low >= 0) return std::pair{*low, *high};
      if (!low || !high) return {};
    }
    diagnostics_.error(node.location(), Message(messages::kBadRange, {"after"}));
    return {};
  }

  std::map<std::string, Draw> read_fields(const yaml::Node& node) {
    std::map<std::string, Draw> out;
    for (const yaml::Entry& entry : node.entries()) {
      const vocabulary::Field* field = desk_.vocabulary->find(entry.key.text());
      if (field == nullptr) unknown(entry.key, "fields.yaml", desk_.vocabulary->ids());
      out[entry.key.text()] = read_draw(entry.value, field);
    }
    return out;
  }

  Draw read_draw(const yaml::Node& node, const vocabulary::Field* field) {
    Draw out;
    if (!node.is_mapping()) {
      out.choices.emplace_back(literal_of(node, field, *desk_.vocabulary), 1.0);
      return out;
    }
    yaml::check_shape(node, kDrawKeys, diagnostics_);
    if (const yaml::Node* one = yaml::at(node, "one_of")) {
      for (const yaml::Entry& choice : one->entries()) {
        const auto weight = number(choice.value);
        if (!weight || *weight < 0) {
          diagnostics_.error(choice.value.location(),
                             Message(messages::kBadProbability, {choice.value.text()}));
          continue;
        }
        out.choices.emplace_back(literal_of(choice.key, field, *desk_.vocabulary), *weight);
      }
    }
    if (const yaml::Node* any = yaml::at(node, "any_of")) {
      out.any_of = any->text();
      if (desk_.vocabulary->referential(out.any_of) == nullptr) unknown(*any, "referentials", {});
    }
    if (const yaml::Node* where = yaml::at(node, "where"); where && !where->entries().empty()) {
      out.where_column = where->entries()[0].key.text();
      out.where_value = where->entries()[0].value.text();
    }
    if (const yaml::Node* between = yaml::at(node, "between")) out.between = read_range(*between);
    out.day_of_act = yaml::text_at(node, "day_of_act") == "true";
    return out;
  }

  void read_requests(const yaml::Node& node, Population& out) {
    yaml::check_shape(node, kRequestKeys, diagnostics_);
    out.has_requests = true;
    if (const yaml::Node* per_year = yaml::at(node, "per_year")) {
      const auto value = number(*per_year);
      if (!value || *value <= 0) {
        diagnostics_.error(per_year->location(),
                           Message(messages::kBadProbability, {per_year->text()}));
      } else {
        out.requests_per_year = *value;
      }
    }
    if (const yaml::Node* fields = yaml::at(node, "fields")) {
      out.request_fields = read_fields(*fields);
    }
  }

  const bundle::Desk& desk_;
  base::Diagnostics& diagnostics_;
};

}  // namespace

Population read_population(const yaml::Node& root, const bundle::Desk& desk,
                           base::Diagnostics& diagnostics) {
  return Reading(desk, diagnostics).read(root);
}

}  // namespace guichet::scenarios
