#include "workflows/scenarios/population.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>

#include "engine/access/roles.hpp"
#include "engine/yaml/shape.hpp"
#include "workflows/scenarios/messages.hpp"

namespace guichet::scenarios {
namespace {

using base::Message;
using yaml::Key;
using yaml::kMapping;
using yaml::kScalar;
using yaml::kSequence;

constexpr Key kPopulationFileKeys[] = {{"guichet", kScalar, true},
                                       {"title", kScalar},
                                       {"staff", kMapping},
                                       {"partners", kMapping},
                                       {"requests", kMapping}};
constexpr Key kLineKeys[] = {{"act", kScalar},  {"reply", kScalar},  {"complete", kScalar},
                             {"as", kScalar},   {"chance", kScalar}, {"after", kSequence | kScalar},
                             {"with", kMapping}};
constexpr Key kRuleKeys[] = {{"when", kMapping}, {"choices", kMapping, true}};
constexpr Key kRequestKeys[] = {
    {"per_year", kScalar}, {"months", kSequence}, {"fields", kMapping, true}};

std::optional<double> number_of(const std::string& text) {
  double value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc{} || end != text.data() + text.size() || value < 0) return {};
  return value;
}

class Reading {
 public:
  Reading(const bundle::Desk& desk, base::Diagnostics& diagnostics)
      : desk_(desk), diagnostics_(diagnostics) {}

  Population read(const yaml::Node& root) {
    Population out;
    yaml::check_shape(root, kPopulationFileKeys, diagnostics_);
    if (const yaml::Node* staff = yaml::at(root, "staff")) {
      for (const yaml::Entry& entry : staff->entries()) {
        out.staff[entry.key.text()] = read_states(entry.value, workflows_of(entry.key));
      }
    }
    if (const yaml::Node* partners = yaml::at(root, "partners")) {
      for (const yaml::Entry& entry : partners->entries()) {
        require_partner(entry.key);
        out.partners[entry.key.text()] = read_states(entry.value, workflows_of_kind("referral"));
      }
    }
    if (const yaml::Node* requests = yaml::at(root, "requests")) read_requests(*requests, out);
    return out;
  }

 private:
  using Workflows = std::vector<const model::Workflow*>;

  Workflows workflows_of_kind(std::string_view kind) const {
    Workflows out;
    for (const auto& [id, workflow] : desk_.workflows) {
      if (workflow->kind == kind) out.push_back(workflow.get());
    }
    return out;
  }

  // A workflow's id, or a kind for all that have it.
  Workflows workflows_of(const yaml::Node& name) {
    if (const model::Workflow* one = desk_.workflow(name.text())) return {one};
    Workflows all = workflows_of_kind(name.text());
    if (!all.empty()) return all;
    // Of a desk with mistakes some paths are missing: not this file's fault.
    if (desk_.partial) return {};
    std::vector<std::string> known{"need", "request", "referral"};
    for (const auto& [id, workflow] : desk_.workflows) known.push_back(id);
    unknown(name, "workflows/", known);
    return {};
  }

  void require_partner(const yaml::Node& name) {
    if (name.text() == "default" || desk_.directory.find(name.text()) != nullptr) return;
    std::vector<std::string> known{"default"};
    for (const auto& [id, partner] : desk_.directory.partners) known.push_back(id);
    unknown(name, "partners.yaml", known);
  }

  void unknown(const yaml::Node& node, const std::string& where,
               const std::vector<std::string>& known) {
    diagnostics_.error(node.location(), Message(messages::kUnknownName, {node.text(), where}),
                       base::suggestion(node.text(), known));
  }

  ByState read_states(const yaml::Node& node, const Workflows& workflows) {
    ByState out;
    for (const yaml::Entry& entry : node.entries()) {
      require_state(entry.key, workflows);
      double staff = 0;
      for (const yaml::Node& item : entry.value.items()) {
        Behaviour line = read_line(item, workflows);
        if (line.kind != Behaviour::Kind::complete) staff += line.chance;
        out[entry.key.text()].push_back(std::move(line));
      }
      if (staff > 1.000001) {
        diagnostics_.error(entry.value.location(),
                           Message(messages::kSumOfChances, {fmt::format("{:.2f}", staff)}));
      }
    }
    return out;
  }

  void require_state(const yaml::Node& name, const Workflows& workflows) {
    std::vector<std::string> known;
    for (const model::Workflow* workflow : workflows) {
      for (const model::State& state : workflow->states) {
        if (state.path == name.text() || state.id == name.text()) return;
        known.push_back(state.path);
      }
    }
    if (!workflows.empty() && !desk_.partial) unknown(name, workflows.front()->id, known);
  }

  void require_act(const yaml::Node& name, const Workflows& workflows) {
    std::vector<std::string> known{"confirmer"};
    for (const model::Workflow* workflow : workflows) {
      for (const model::Declaration& each : workflow->declarations) {
        const bool act = each.cause == model::Cause::action || each.cause == model::Cause::reply;
        if (act) known.push_back(each.name);
      }
    }
    const bool found = std::ranges::find(known, name.text()) != known.end();
    if (workflows.empty() || found || desk_.partial) return;
    unknown(name, workflows.front()->id, known);
  }

  Behaviour read_line(const yaml::Node& node, const Workflows& workflows) {
    Behaviour out;
    yaml::check_shape(node, kLineKeys, diagnostics_);
    if (const yaml::Node* act = yaml::at(node, "act")) {
      require_act(*act, workflows);
      out.name = act->text();
    }
    if (const yaml::Node* reply = yaml::at(node, "reply")) {
      require_act(*reply, workflows);
      out.kind = Behaviour::Kind::reply;
      out.name = reply->text();
    }
    if (const yaml::Node* complete = yaml::at(node, "complete")) {
      out.kind = Behaviour::Kind::complete;
      out.name = complete->text();
    }
    if (const yaml::Node* as = yaml::at(node, "as")) {
      out.as = as->text();
      if (!access::actor_as(desk_, out.as)) {
        diagnostics_.error(as->location(), Message(messages::kUnknownActor, {out.as}));
      }
    }
    if (const yaml::Node* chance = yaml::at(node, "chance")) {
      const auto value = number_of(chance->text());
      if (!value || *value > 1) {
        diagnostics_.error(chance->location(),
                           Message(messages::kBadProbability, {chance->text()}));
      }
      out.chance = value.value_or(0);
    }
    if (const yaml::Node* after = yaml::at(node, "after")) read_range(*after, out);
    if (const yaml::Node* with = yaml::at(node, "with")) {
      for (const yaml::Entry& entry : with->entries()) {
        require_field(entry.key);
        out.with[entry.key.text()] = read_draw(entry.value);
      }
    }
    return out;
  }

  void read_range(const yaml::Node& node, Behaviour& out) {
    const auto items = node.is_sequence() ? node.items() : std::span<const yaml::Node>(&node, 1);
    if (items.empty() || items.size() > 2) {
      diagnostics_.error(node.location(), Message(messages::kBadRange, {"after"}));
      return;
    }
    const auto low = yaml::read_integer(items.front(), diagnostics_);
    const auto high = yaml::read_integer(items.back(), diagnostics_);
    if (!low || !high) return;
    if (*low < 0 || *low > *high || *high > 5000) {
      diagnostics_.error(node.location(), Message(messages::kBadRange, {"after"}));
      return;
    }
    out.least_days = static_cast<int>(*low);
    out.most_days = static_cast<int>(*high);
  }

  void require_field(const yaml::Node& name) {
    if (desk_.vocabulary->find(name.text()) != nullptr) return;
    unknown(name, "fields.yaml", desk_.vocabulary->ids());
  }

  std::vector<std::pair<std::string, double>> read_choices(const yaml::Node& node) {
    std::vector<std::pair<std::string, double>> out;
    for (const yaml::Entry& choice : node.entries()) {
      const auto weight = number_of(choice.value.text());
      if (!weight) {
        diagnostics_.error(choice.value.location(),
                           Message(messages::kBadProbability, {choice.value.text()}));
      }
      out.emplace_back(choice.key.text(), weight.value_or(0));
    }
    return out;
  }

  // A literal, weighted choices, `= FEEL`, or a list of rules of which the first that fits counts.
  Draw read_draw(const yaml::Node& node) {
    Draw out;
    if (node.is_scalar() && node.text().starts_with("=")) {
      out.expression =
          feel::compile(node.located().sub(1, node.text().size()), feel::Scope{}, diagnostics_);
    } else if (node.is_scalar()) {
      out.rules.push_back({"", "", {{node.text(), 1.0}}});
    } else if (node.is_mapping()) {
      out.rules.push_back({"", "", read_choices(node)});
    } else {
      for (const yaml::Node& item : node.items()) {
        yaml::check_shape(item, kRuleKeys, diagnostics_);
        Draw::Rule rule;
        if (const yaml::Node* when = yaml::at(item, "when"); when && !when->entries().empty()) {
          if (when->entries().size() > 1) {
            diagnostics_.error(when->entries()[1].key.location(), Message(messages::kOneField));
          }
          require_field(when->entries()[0].key);
          rule.when_field = when->entries()[0].key.text();
          rule.when_value = when->entries()[0].value.text();
        }
        if (const yaml::Node* choices = yaml::at(item, "choices")) {
          rule.choices = read_choices(*choices);
        }
        out.rules.push_back(std::move(rule));
      }
    }
    return out;
  }

  void read_requests(const yaml::Node& node, Population& out) {
    yaml::check_shape(node, kRequestKeys, diagnostics_);
    if (const yaml::Node* per_year = yaml::at(node, "per_year")) {
      const auto value = number_of(per_year->text());
      if (!value || *value == 0) {
        diagnostics_.error(per_year->location(), Message(messages::kBadWeight, {per_year->text()}));
      }
      out.requests_per_year = value.value_or(100);
    }
    if (const yaml::Node* months = yaml::at(node, "months")) {
      if (months->items().size() != 12) {
        diagnostics_.error(months->location(), Message(messages::kTwelveMonths));
      }
      for (std::size_t i = 0; i < std::min<std::size_t>(12, months->items().size()); ++i) {
        const auto weight = number_of(months->items()[i].text());
        if (!weight) {
          diagnostics_.error(months->items()[i].location(),
                             Message(messages::kBadWeight, {months->items()[i].text()}));
        }
        out.months[i] = weight.value_or(1);
      }
    }
    if (const yaml::Node* fields = yaml::at(node, "fields")) {
      for (const yaml::Entry& entry : fields->entries()) {
        require_field(entry.key);
        out.request_fields.emplace_back(entry.key.text(), read_draw(entry.value));
      }
    }
  }

  const bundle::Desk& desk_;
  base::Diagnostics& diagnostics_;
};

const std::vector<Behaviour>* find_state(const std::map<std::string, ByState>& all,
                                         const std::string& name, const model::State& state) {
  const auto lines = all.find(name);
  if (lines == all.end()) return nullptr;
  for (const std::string& key : {state.path, state.id}) {
    if (const auto found = lines->second.find(key); found != lines->second.end()) {
      return &found->second;
    }
  }
  return nullptr;
}

}  // namespace

const std::vector<Behaviour>* Population::staff_in(const model::Workflow& workflow,
                                                   const model::State& state) const {
  const auto* own = find_state(staff, workflow.id, state);
  return own != nullptr ? own : find_state(staff, workflow.kind, state);
}

const std::vector<Behaviour>* Population::partner_in(const std::string& partner,
                                                     const model::State& state) const {
  const auto* own = find_state(partners, partner, state);
  return own != nullptr ? own : find_state(partners, "default", state);
}

Population read_population(const yaml::Node& root, const bundle::Desk& desk,
                           base::Diagnostics& diagnostics) {
  return Reading(desk, diagnostics).read(root);
}

}  // namespace guichet::scenarios
