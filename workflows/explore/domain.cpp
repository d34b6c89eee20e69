#include "workflows/explore/domain.hpp"

#include <algorithm>
#include <cassert>

namespace guichet::explore {
namespace {

using feel::Kind;
using feel::Outline;
using feel::Stored;
using model::FixedName;
using vocabulary::FieldType;

constexpr std::size_t kMostValues = 0xf000;  // that numbers can tell apart

constexpr base::Day kSomeDay{std::chrono::days{20'514}};  // 2026-03-02

const vocabulary::Field* field_at(const bundle::Desk& desk, feel::Scope::Slot slot) {
  const auto& fields = desk.vocabulary->fields();
  if (slot < kFixedCount || slot - kFixedCount >= fields.size()) return nullptr;
  return &fields[slot - kFixedCount];
}

// The field that a leaf asks about: by bare id, or as `firm.effectif`.
const vocabulary::Field* field_of(const bundle::Desk& desk, const Outline& leaf) {
  if (!leaf.slot) return nullptr;
  if (*leaf.slot >= kFixedCount) return leaf.members.empty() ? field_at(desk, *leaf.slot) : nullptr;
  const auto name = static_cast<FixedName>(*leaf.slot);
  const bool party =
      name == FixedName::kase || name == FixedName::firm || name == FixedName::person;
  return party && leaf.members.size() == 1 ? desk.vocabulary->find(leaf.members[0]) : nullptr;
}

bool reads_clock(const feel::Expression& condition) {
  const std::string& text = condition.source().text();
  return text.contains("today(") || text.contains("now(");
}

bool is_finite(const vocabulary::Field& field) {
  if (field.many) return false;
  return field.type == FieldType::boolean || field.type == FieldType::choice ||
         field.type == FieldType::consent;
}

void add(std::vector<Stored>& values, const Stored& value) {
  if (value.is_null() || std::ranges::find(values, value) != values.end()) return;
  values.push_back(value);
}

// One value for each literal that is compared with, and one for each gap between them.
std::vector<Stored> samples(const vocabulary::Field& field, const std::vector<Stored>& literals) {
  std::vector<Stored> out;
  switch (field.type) {
    case FieldType::boolean:
      return {Stored::boolean(false), Stored::boolean(true)};
    case FieldType::consent:
      return {Stored::string(std::string(vocabulary::kGiven)),
              Stored::string(std::string(vocabulary::kRefused))};
    case FieldType::choice:
      for (const std::string& each : field.values) add(out, Stored::string(each));
      return out;
    case FieldType::number:
      for (const Stored& each : literals) {
        if (each.is_null()) continue;
        const auto number = each.value().as_integer();
        if (each.value().kind() != Kind::number || !number) return {};
        for (const int step : {-1, 0, 1}) add(out, Stored::integer(*number + step));
      }
      if (out.empty()) add(out, Stored::integer(1));
      return out;
    case FieldType::date:
      // Dates are compared with the clock: only whether there is one is followed.
      for (const Stored& each : literals) {
        if (!each.is_null()) return {};
      }
      return {Stored::date(kSomeDay)};
    default:
      for (const Stored& each : literals) add(out, each);
      add(out, Stored::string("…"));
      return out;
  }
}

bool is_shared(const vocabulary::Field& field) {
  using vocabulary::Subject;
  return field.of == Subject::kase || field.of == Subject::person || field.of == Subject::firm;
}

}  // namespace

ValueNumber Followed::number_of(const Stored& value) const {
  if (value.is_null()) return kNull;
  const auto found = std::ranges::find(values, value);
  assert(found != values.end());
  return static_cast<ValueNumber>(kFirstValue + (found - values.begin()));
}

Stored Followed::value(ValueNumber number) const {
  return number < kFirstValue ? Stored() : values[number - kFirstValue];
}

Domains::Domains(const bundle::Desk& desk, const std::vector<const model::Workflow*>& workflows,
                 bool everything)
    : desk_(desk), everything_(everything) {
  for (const model::Workflow* each : workflows) {
    exports_.insert(each->exports.begin(), each->exports.end());
  }
  for (const model::Workflow* each : workflows) read_conditions(*each);
  read_themes();
  lay_out();
  for (const model::Workflow* each : workflows) {
    for (const model::Declaration& declaration : each->declarations) {
      matters_[each].push_back(can_matter(*each, declaration));
    }
  }
}

// A need begins with the theme that its path is for.
void Domains::read_themes() {
  for (const auto& [theme, path] : desk_.intake.paths) {
    written_["theme"].push_back(Stored::string(theme));
  }
}

void Domains::read_conditions(const model::Workflow& workflow) {
  for (const model::Transition& each : workflow.transitions) {
    read(each.when);
    read_block(each.run);
  }
  for (const model::State& each : workflow.states) {
    read_block(each.entry);
    read_block(each.exit);
    if (each.initial) read_block(each.initial->run);
  }
  for (const model::Property& each : workflow.properties) {
    read(each.p);
    read(each.q);
    for (const feel::Expression* condition : {&each.p, &each.q}) {
      if (condition->empty()) continue;
      for (const feel::Scope::Slot slot : condition->slots()) {
        if (const vocabulary::Field* field = field_at(desk_, slot)) promises_.push_back(field->id);
      }
      const bool names = condition->source().text().contains("event.");
      everything_ = everything_ || names;
    }
  }
}

void Domains::read_block(const model::Block& block) {
  for (const model::Verb& verb : block) {
    if (const auto* set = std::get_if<model::Set>(&verb.what)) {
      const auto* literal = std::get_if<Stored>(&set->value);
      const auto* expression = std::get_if<feel::Expression>(&set->value);
      if (literal != nullptr) written_[set->field].push_back(*literal);
      if (expression != nullptr && !expression->empty() && expression->constant()) {
        written_[set->field].push_back(*expression->constant());
      }
    }
    const auto* choice = std::get_if<model::If>(&verb.what);
    if (choice == nullptr) continue;
    read(choice->when);
    read_block(choice->then);
    read_block(choice->otherwise);
  }
}

void Domains::read(const feel::Expression& condition) {
  if (condition.empty()) return;
  for (const feel::Scope::Slot slot : condition.slots()) {
    if (const vocabulary::Field* field = field_at(desk_, slot)) asked_.insert(field->id);
  }
  const std::size_t number = judged_.size();
  const auto [place, is_new] = judged_.try_emplace(&condition.program());
  Judged& judged = place->second;
  if (is_new) judged.number = number;
  judged.outline = feel::outline(condition, desk_.scope);
  collect(judged.outline);
  conditions_.push_back(&condition);
}

void Domains::collect(const Outline& outline) {
  for (const Outline& part : outline.parts) collect(part);
  if (outline.form != Outline::Form::comparison && outline.form != Outline::Form::truth) return;
  if (const vocabulary::Field* field = field_of(desk_, outline)) {
    asked_.insert(field->id);
    literals_[field->id].push_back(outline.value);
  }
}

// A part that asks about figures, dates or texts in a way that samples cannot answer.
bool Domains::is_opaque(const Outline& outline, const feel::Expression& condition) const {
  const auto inner = [&](const Outline& part) { return is_opaque(part, condition); };
  if (std::ranges::any_of(outline.parts, inner)) return true;
  if (outline.form != Outline::Form::opaque) return false;
  return std::ranges::any_of(condition.slots(), [&](feel::Scope::Slot slot) {
    const vocabulary::Field* field = field_at(desk_, slot);
    return field != nullptr && !is_finite(*field) && outline.subject.contains(field->id);
  });
}

const Domains::Judged& Domains::judged(const feel::Expression& condition) const {
  return judged_.at(&condition.program());
}

void Domains::lay_out() {
  for (const std::string& id : asked_) {
    const vocabulary::Field* field = desk_.vocabulary->find(id);
    if (field == nullptr || field->many) continue;
    std::vector<Stored> values = samples(*field, literals_[id]);
    const std::size_t count = values.size();
    for (const Stored& each : written_[id]) add(values, each);
    if (count == 0 || values.size() > kMostValues) continue;
    const FieldNumber number = followed_.size();
    if (is_shared(*field)) shared_.push_back(number);
    followed_.push_back({id, field->type, is_shared(*field), std::move(values), count});
  }
  for (const std::string& id : promises_) {
    const auto number = find(id);
    if (number && at(*number).shared) promised_.push_back(*number);
  }
  by_slot_.resize(kFixedCount + desk_.vocabulary->fields().size());
  for (feel::Scope::Slot slot = kFixedCount; slot < by_slot_.size(); ++slot) {
    by_slot_[slot] = find(field_at(desk_, slot)->id);
  }
  for (const feel::Expression* each : conditions_) {
    Judged& judged = judged_.at(&each->program());
    judged.evaluable = is_evaluable(*each);
    judged.decidable = judged.evaluable && !is_opaque(judged.outline, *each) && !reads_clock(*each);
    judged.states = each->source().text().contains("state");
    for (const feel::Scope::Slot slot : each->slots()) {
      judged.children |= slot == static_cast<feel::Scope::Slot>(FixedName::children);
      judged.event |= slot == static_cast<feel::Scope::Slot>(FixedName::event);
    }
  }
}

std::optional<FieldNumber> Domains::find(std::string_view id) const {
  const auto found = std::ranges::lower_bound(followed_, id, {}, &Followed::id);
  if (found == followed_.end() || found->id != id) return {};
  return static_cast<FieldNumber>(found - followed_.begin());
}

Values Domains::values_of(const Valuation& valuation) const {
  Values out;
  for (FieldNumber i = 0; i < valuation.size(); ++i) {
    if (valuation[i] != kAbsent) out[followed_[i].id] = followed_[i].value(valuation[i]);
  }
  return out;
}

bool Domains::matters(const model::Block& block) const {
  return std::ranges::any_of(block, [this](const model::Verb& verb) {
    if (const auto* set = std::get_if<model::Set>(&verb.what)) return follows(set->field);
    if (const auto* decide = std::get_if<model::Decide>(&verb.what)) return follows(decide->into);
    if (const auto* choice = std::get_if<model::If>(&verb.what)) {
      return matters(choice->then) || matters(choice->otherwise);
    }
    return std::holds_alternative<model::Raise>(verb.what) ||
           std::holds_alternative<model::CancelTimer>(verb.what);
  });
}

bool Domains::matters(const model::Workflow& workflow, model::DeclarationIndex index) const {
  return matters_.at(&workflow)[static_cast<std::size_t>(index.value)];
}

bool Domains::can_matter(const model::Workflow& workflow,
                         const model::Declaration& declaration) const {
  if (everything_ || declaration.means != model::Meaning::none) return true;
  if (declaration.suspends || declaration.resumes || declaration.pauses_clocks) return true;
  const auto followed = [this](const std::string& id) { return follows(id); };
  if (std::ranges::any_of(declaration.require, followed)) return true;
  if (std::ranges::any_of(declaration.accepts, followed)) return true;
  return std::ranges::any_of(declaration.arms, [&](model::TransitionIndex arm) {
    return !workflow.at(arm).targets.empty() || matters(workflow.at(arm).run);
  });
}

bool Domains::is_evaluable(const feel::Expression& condition) const {
  const std::string& text = condition.source().text();
  for (const feel::Scope::Slot slot : condition.slots()) {
    if (const vocabulary::Field* field = field_at(desk_, slot)) {
      if (!follows(field->id)) return false;
      continue;
    }
    switch (static_cast<FixedName>(slot)) {
      case FixedName::children:
        // What children show of their fields is not followed.
        if (std::ranges::any_of(exports_, [&](const std::string& id) { return text.contains(id); }))
          return false;
        break;
      case FixedName::event: {
        // Of an event only its name is known.
        std::size_t at = 0;
        while ((at = text.find("event", at)) != std::string::npos) {
          if (text.compare(at, 10, "event.name") != 0) return false;
          at += 10;
        }
        break;
      }
      default:
        return false;
    }
  }
  return true;
}

}  // namespace guichet::explore
