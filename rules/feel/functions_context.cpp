// Built-in functions of contexts.
#include <unordered_map>

#include "rules/feel/reasons.hpp"
#include "rules/feel/run.hpp"
#include "rules/feel/text.hpp"

namespace guichet::feel {
namespace {

// What it costs to make a context of so many entries, in steps.
std::uint64_t cost_of(const Value& context) {
  return 1 + context.entries().size() * 2;
}

Value get_value(Call& call) {
  const Value* found = call[0].member(call.text(1));
  if (found != nullptr) return *found;
  return call.fail(messages::kNoMember, {shown(call.text(1)), "context"});
}

// get value(context, ["a", "b"]): along a path.
Value get_value_along(Call& call) {
  Value at = call[0];
  for (const Value& key : call[1].items()) {
    if (key.kind() != Kind::string || at.kind() != Kind::context)
      return call.fail(reasons::kNoSuchPath);
    const Value* found = at.member(key.text());
    if (found == nullptr) return call.fail(messages::kNoMember, {shown(key.text()), "context"});
    at = *found;
  }
  return at;
}

Value get_entries(Call& call) {
  if (!call.spend(cost_of(call[0]))) return {};
  std::vector<Value> pairs;
  for (const Entry& entry : call[0].entries()) {
    const Entry pair[] = {{"key", call.arena.string(entry.name)}, {"value", entry.value}};
    pairs.push_back(call.arena.context(pair));
  }
  return call.list(pairs);
}

// Entries under way, found again by name.
class Entries {
 public:
  Entries() = default;
  explicit Entries(const Value& context) {
    for (const Entry& entry : context.entries()) put(entry.name, entry.value);
  }
  // False where the name was there: its value is replaced.
  bool put(std::string_view name, const Value& value) {
    const auto [place, added] = places_.emplace(name, entries_.size());
    if (added)
      entries_.push_back({name, value});
    else
      entries_[place->second].value = value;
    return added;
  }
  std::span<const Entry> all() const { return entries_; }

 private:
  std::vector<Entry> entries_;
  std::unordered_map<std::string_view, std::size_t> places_;
};

// context([{key, value}, ...])
Value context(Call& call) {
  Entries entries;
  for (const Value& pair : call[0].items()) {
    if (pair.kind() != Kind::context) return call.fail(reasons::kItemNoContext);
    const Value* key = pair.member("key");
    const Value* value = pair.member("value");
    if (key == nullptr || value == nullptr || key->kind() != Kind::string)
      return call.fail(reasons::kKeyOrValueMissing);
    if (!call.spend(cost_of(pair))) return {};
    if (!entries.put(key->text(), *value))
      return call.fail(messages::kDuplicateKey, {shown(key->text())});
  }
  return call.context(entries.all());
}

Value context_put(Call& call) {
  if (!call.spend(cost_of(call[0]))) return {};
  Entries entries(call[0]);
  entries.put(call.text(1), call[2]);
  return call.context(entries.all());
}

Value put_along(Call& call, const Value& context, std::span<const Value> keys) {
  if (context.kind() != Kind::context || keys.front().kind() != Kind::string)
    return call.fail(reasons::kNoSuchPath);
  Value value = call[2];
  if (keys.size() > 1) {
    const Value* inner = context.member(keys.front().text());
    if (inner == nullptr) return call.fail(reasons::kNoSuchPath);
    value = put_along(call, *inner, keys.subspan(1));
    if (value.is_null() && !call[2].is_null()) return value;
  }
  if (!call.spend(cost_of(context))) return {};
  Entries entries(context);
  entries.put(keys.front().text(), value);
  return call.context(entries.all());
}

Value context_put_along(Call& call) {
  const std::span<const Value> keys = call[1].items();
  if (keys.empty()) return call.fail(reasons::kPathEmpty);
  if (keys.size() > 64) return call.fail(reasons::kPathTooLong);
  return put_along(call, call[0], keys);
}

Value context_merge(Call& call) {
  Entries entries;
  for (const Value& context : call[0].items()) {
    if (context.kind() != Kind::context) return call.fail(reasons::kItemNoContext);
    if (!call.spend(cost_of(context))) return {};
    for (const Entry& entry : context.entries()) entries.put(entry.name, entry.value);
  }
  return call.context(entries.all());
}

constexpr BuiltinRow kContextFunctions[] = {
    {"get value", "m: context, key: string", Want::any, get_value},
    {"get value", "m: context, keys: list", Want::any, get_value_along},
    {"get entries", "m: context", Want::list, get_entries},
    {"context", "entries: list", Want::context, context},
    {"context put", "context: context, key: string, value: any", Want::context, context_put},
    {"context put", "context: context, keys: list, value: any", Want::context, context_put_along},
    {"context merge", "contexts: list", Want::context, context_merge},
};

}  // namespace

std::span<const BuiltinRow> context_functions() {
  return kContextFunctions;
}

}  // namespace guichet::feel
