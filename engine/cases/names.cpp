#include "engine/cases/names.hpp"

#include <algorithm>

#include "engine/cases/consent.hpp"
#include "engine/cases/referral.hpp"
#include "engine/cases/tidings.hpp"

namespace guichet::cases {

using feel::Entry;
using feel::Value;
using model::FixedName;

namespace {
constexpr auto kFixedCount = static_cast<std::uint32_t>(FixedName::count_);
}

Value seen(const vocabulary::Field* field, const feel::Stored& value, std::string_view partner) {
  if (field == nullptr || field->type != vocabulary::FieldType::consent || value.is_null()) {
    return value.value();
  }
  return Value::boolean(consent_holds(value.value(), partner));
}

feel::Evaluation evaluation(const Work& work, feel::Arena& arena) {
  return {.arena = arena, .now = work.around().now, .zone = work.around().desk.calendar->zone()};
}

std::string current_state(const Instance& instance) {
  const StateEntry* innermost = instance.innermost();
  return innermost == nullptr ? "" : innermost->path;
}

Names::Names(const Work& work, InstanceNumber n, const kernel::Trigger* trigger, feel::Arena& arena)
    : work_(work), n_(n), trigger_(trigger), arena_(arena) {}

const vocabulary::Vocabulary& Names::vocabulary() const {
  return *work_.desk_of(work_.instance(n_)).vocabulary;
}

std::span<const Value> Names::for_expression(const feel::Expression& expression) {
  const auto& fields = vocabulary().fields();
  slots_.assign(kFixedCount + fields.size(), Value());
  for (const feel::Scope::Slot slot : expression.slots()) {
    slots_[slot] = slot < kFixedCount ? fixed(static_cast<FixedName>(slot))
                                      : field(fields[slot - kFixedCount]);
  }
  return slots_;
}

Value Names::field(const vocabulary::Field& field) {
  return seen(&field, work_.field(n_, field.id), partner_at_hand());
}

std::string Names::partner_at_hand() const {
  const Instance& self = work_.instance(n_);
  return self.referral ? self.referral->partner : "";
}

std::span<const Value> Names::all() {
  const auto& fields = vocabulary().fields();
  slots_.clear();
  for (std::uint32_t i = 0; i < kFixedCount; ++i) {
    slots_.push_back(fixed(static_cast<FixedName>(i)));
  }
  for (const vocabulary::Field& each : fields) slots_.push_back(field(each));
  return slots_;
}

Value Names::fixed(FixedName name) {
  const Snapshot& snapshot = work_.snapshot();
  const Instance& self = work_.instance(n_);
  switch (name) {
    case FixedName::kase:
      return kase();
    case FixedName::firm:
      return fields_of(snapshot.firm);
    case FixedName::person:
      return fields_of(snapshot.person);
    case FixedName::request:
      return snapshot.instances.empty() ? Value() : instance_context(snapshot.instances.front());
    case FixedName::parent:
      return self.parent ? instance_context(work_.instance(*self.parent)) : Value();
    case FixedName::children:
      return children(false);
    case FixedName::all_children:
      return children(true);
    case FixedName::event:
      return event();
    case FixedName::actor:
      return actor();
    case FixedName::article:
      return article();
    case FixedName::partner:
      return partner();
    case FixedName::count_:
      break;
  }
  return {};
}

Value Names::fields_of(const Fields& fields, std::vector<Entry> entries) {
  for (const auto& [id, value] : fields) {
    const vocabulary::Field* known = vocabulary().find(id);
    entries.push_back({id, seen(known, value, partner_at_hand())});
  }
  return arena_.context(entries);
}

Value Names::member(const bundle::Member* member, const std::string& id) {
  std::vector<Entry> entries{{"id", text(member == nullptr ? id : member->id)}};
  if (member != nullptr) {
    entries.push_back({"name", text(member->name)});
    entries.push_back({"phone", text(member->phone)});
    entries.push_back({"email", text(member->email)});
  }
  return arena_.context(entries);
}

Value Names::kase() {
  const Snapshot& snapshot = work_.snapshot();
  const bundle::Desk& desk = work_.around().desk;
  const base::Day today = desk.calendar->local_day(work_.around().now);
  const Value owner = member(desk.member(snapshot.owner), snapshot.owner);
  // Whom to call today: the owner, or who stands in for her.
  const Value contact = member(desk.on_duty(snapshot.owner, today), snapshot.owner);
  return fields_of(
      snapshot.data,
      {{"id", Value::integer(snapshot.id.value)},
       {"number", text(snapshot.number)},
       {"opened_on", Value::date(work_.around().desk.calendar->local_day(snapshot.opened_at))},
       {"owner", owner},
       {"contact", contact}});
}

std::vector<Entry> Names::entries_of(const Instance& instance) {
  std::vector<Entry> entries{
      {"n", Value::integer(instance.n.value)},
      {"workflow", text(instance.workflow)},
      {"state", text(current_state(instance))},
      {"outcome", instance.outcome.empty() ? Value() : text(instance.outcome)},
      {"lead", instance.lead.empty() ? Value() : text(instance.lead)}};
  if (instance.referral) entries.push_back({"partner", text(instance.referral->partner)});
  return entries;
}

Value Names::instance_context(const Instance& instance) {
  return fields_of(instance.data, entries_of(instance));
}

// A child shows its parent what it exports, and no more.
Value Names::child_context(const Instance& child) {
  Fields shown;
  for (const std::string& id : work_.workflow_of(child).exports) {
    const feel::Stored value = work_.field(child.n, id);
    if (!value.is_null()) shown[id] = value;
  }
  return fields_of(shown, entries_of(child));
}

// `children` are those opened by a state that is active now, in this entry of it.
Value Names::children(bool all) {
  const Instance& self = work_.instance(n_);
  std::vector<Value> items;
  for (const Instance& each : work_.snapshot().instances) {
    if (each.parent != n_ || each.outcome == kUndone) continue;
    const StateEntry* opener =
        each.referral ? self.find_active(each.referral->parent_state) : nullptr;
    const bool current = opener != nullptr && opener->entry == each.referral->parent_entry;
    if (all || current || !each.referral) items.push_back(child_context(each));
  }
  return arena_.list(items);
}

Value Names::event() {
  if (trigger_ == nullptr) return {};
  std::vector<Entry> entries{{"name", text(trigger_->name)}};
  const Value& data = trigger_->data.value();
  if (data.kind() == feel::Kind::context) {
    for (const Entry& entry : data.entries()) {
      if (entry.name != "name") entries.push_back(entry);
    }
  }
  return arena_.context(entries);
}

Value Names::actor() {
  const access::Actor& actor = work_.command().actor;
  std::vector<Value> roles;
  for (const std::string& role : actor.roles) roles.push_back(text(role));
  const Entry entries[] = {{"id", text(actor.id)},
                           {"name", text(actor.name)},
                           {"kind", text(access::to_text(actor.kind))},
                           {"role", roles.empty() ? Value() : roles.front()},
                           {"roles", arena_.list(roles)}};
  return arena_.context(entries);
}

Value Names::article() {
  const Instance& self = work_.instance(n_);
  if (!self.referral || self.referral->article.empty()) return {};
  const auto& conventions = work_.desk_of(self).conventions;
  const auto found = conventions.find(self.referral->convention);
  if (found == conventions.end()) return {};
  // What was sent under a version finishes under it.
  const base::Day sent = work_.around().desk.calendar->local_day(self.opened_at);
  const convention::Article* article =
      found->second->in_force(sent).article(self.referral->article);
  if (article == nullptr) return {};
  const auto delay = [&](const std::optional<base::Delay>& given) {
    return given ? text(to_text(*given)) : Value();
  };
  const Entry entries[] = {
      {"id", text(article->id)},
      {"title", text(article->title)},
      {"answer_within", delay(article->answer_within)},
      {"first_contact_within", delay(article->first_contact_within)},
      {"walls", text(article->walls == convention::Walls::open ? "open" : "closed")}};
  return arena_.context(entries);
}

Value Names::partner() {
  const Instance& self = work_.instance(n_);
  const std::string& id = self.referral ? self.referral->partner : self.lead;
  const bundle::Partner* partner = work_.around().directory.find(id);
  if (partner == nullptr) return {};
  std::vector<Value> institutions;
  for (const std::string& each : institutions_of(work_, self)) {
    institutions.push_back(arena_.string(each));
  }
  const Entry entries[] = {{"id", text(partner->id)},
                           {"name", text(partner->name)},
                           {"institutions", arena_.list(institutions)}};
  return arena_.context(entries);
}

}  // namespace guichet::cases
