// Built-in functions of contexts.
#include "rules/feel/reasons.hpp"
#include "rules/feel/run.hpp"

namespace guichet::feel {
namespace {

Value get_value(Call& call) {
  const Value* found = call[0].member(call.text(1));
  if (found != nullptr) return *found;
  return call.fail(messages::kNoMember, {std::string(call.text(1)), "context"});
}

// get value(context, ["a", "b"]): along a path.
Value get_value_along(Call& call) {
  Value at = call[0];
  for (const Value& key : call[1].items()) {
    if (key.kind() != Kind::string || at.kind() != Kind::context)
      return call.fail(reasons::kNoSuchPath);
    const Value* found = at.member(key.text());
    if (found == nullptr)
      return call.fail(messages::kNoMember, {std::string(key.text()), "context"});
    at = *found;
  }
  return at;
}

Value get_entries(Call& call) {
  std::vector<Value> pairs;
  for (const Entry& entry : call[0].entries()) {
    const Entry pair[] = {{"key", call.arena.string(entry.name)}, {"value", entry.value}};
    pairs.push_back(call.arena.context(pair));
  }
  return call.list(pairs);
}

void put(std::vector<Entry>& entries, std::string_view key, const Value& value) {
  for (Entry& entry : entries) {
    if (entry.name != key) continue;
    entry.value = value;
    return;
  }
  entries.push_back({key, value});
}

Value made(Call& call, const std::vector<Entry>& entries) {
  if (!call.run.spend(entries.size(), call.node)) return {};
  return call.arena.context(entries);
}

// context([{key, value}, ...])
Value context(Call& call) {
  std::vector<Entry> entries;
  for (const Value& pair : call[0].items()) {
    if (pair.kind() != Kind::context) return call.fail(reasons::kItemNoContext);
    const Value* key = pair.member("key");
    const Value* value = pair.member("value");
    if (key == nullptr || value == nullptr || key->kind() != Kind::string)
      return call.fail(reasons::kKeyOrValueMissing);
    for (const Entry& entry : entries)
      if (entry.name == key->text())
        return call.fail(messages::kDuplicateKey, {std::string(key->text())});
    if (!call.run.spend(entries.size() + 1, call.node)) return {};
    entries.push_back({key->text(), *value});
  }
  return made(call, entries);
}

Value context_put(Call& call) {
  std::vector<Entry> entries(call[0].entries().begin(), call[0].entries().end());
  put(entries, call.text(1), call[2]);
  return made(call, entries);
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
  std::vector<Entry> entries(context.entries().begin(), context.entries().end());
  put(entries, keys.front().text(), value);
  return made(call, entries);
}

Value context_put_along(Call& call) {
  const std::span<const Value> keys = call[1].items();
  if (keys.empty()) return call.fail(reasons::kPathEmpty);
  if (keys.size() > 64) return call.fail(reasons::kPathTooLong);
  return put_along(call, call[0], keys);
}

Value context_merge(Call& call) {
  std::vector<Entry> entries;
  for (const Value& context : call[0].items()) {
    if (context.kind() != Kind::context) return call.fail(reasons::kItemNoContext);
    if (!call.run.spend(entries.size() + 1, call.node)) return {};
    for (const Entry& entry : context.entries()) put(entries, entry.name, entry.value);
  }
  return made(call, entries);
}

constexpr BuiltinRow kFunctions[] = {
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
  return kFunctions;
}

}  // namespace guichet::feel
