#include "engine/vocabulary/vocabulary.hpp"

#include <algorithm>

#include "engine/vocabulary/messages.hpp"
#include "engine/vocabulary/names.hpp"

namespace guichet::vocabulary {
namespace {

using feel::Kind;
using feel::Type;
using feel::Value;
using Referentials = std::map<std::string, std::shared_ptr<const Referential>>;

Value not_found(feel::Evaluation& run, const base::MessageText& why,
                std::vector<std::string> arguments) {
  run.notes.push_back({0, 0, base::Message(why, std::move(arguments))});
  return {};
}

// lookup(referential, code): the code's row as a context of texts, null where there is none.
Value look_up(const Referentials& referentials, std::span<const Value> arguments,
              feel::Evaluation& run) {
  const std::string list =
      arguments[0].kind() == Kind::string ? std::string(arguments[0].text()) : "null";
  const auto found = referentials.find(list);
  if (found == referentials.end()) return not_found(run, messages::kLookupUnknownList, {list});
  if (arguments[1].kind() != Kind::string) {
    return not_found(run, messages::kLookupWithoutCode, {list});
  }
  const std::string_view code = arguments[1].text();
  const Referential& referential = *found->second;
  if (!referential.contains(code)) {
    return not_found(run, messages::kLookupUnknownCode, {list, std::string(code)});
  }
  std::vector<feel::Entry> entries;
  for (const std::string& column : referential.columns()) {
    entries.push_back({column, run.arena.string(referential.value(code, column).value_or(""))});
  }
  return run.arena.context(entries);
}

}  // namespace

const Field* Vocabulary::find(std::string_view id) const {
  const auto found = by_id_.find(id);
  return found == by_id_.end() ? nullptr : &fields_[found->second];
}

std::vector<std::string> Vocabulary::ids() const {
  std::vector<std::string> out;
  for (const Field& field : fields_) out.push_back(field.id);
  return out;
}

const Referential* Vocabulary::referential(std::string_view id) const {
  const auto found = referentials_.find(std::string(id));
  return found == referentials_.end() ? nullptr : found->second.get();
}

Type Vocabulary::type_of(const Field& field) const {
  if (field.unclear) return Type::any();
  const Type one = type_of_one(field);
  return field.many ? Type::list_of(one) : one;
}

void Vocabulary::declare_lookup(feel::Scope& scope) const {
  std::vector<std::string> ids;
  std::map<std::string, Type> columns;  // of any list: a misspelt one is found at load
  for (const auto& [id, referential] : referentials_) {
    ids.push_back(id);
    for (const std::string& column : referential->columns())
      columns[column] = Type::of(Kind::string);
  }
  const Type list = ids.empty() ? Type::of(Kind::string) : Type::one_of(ids);
  const Type row =
      columns.empty() ? Type::of(Kind::context) : Type::context({columns.begin(), columns.end()});
  scope.declare_function(
      "lookup", {list, Type::of(Kind::string)}, row,
      [all = referentials_](std::span<const Value> arguments, feel::Evaluation& run) {
        return look_up(all, arguments, run);
      });
}

Type type_of_one(const Field& field) {
  switch (field.type) {
    case FieldType::number:
      return Type::of(Kind::number);
    case FieldType::boolean:
    case FieldType::consent:
      return Type::of(Kind::boolean);
    case FieldType::date:
      return Type::of(Kind::date);
    case FieldType::choice:
      return Type::one_of(field.values);
    case FieldType::text:
    case FieldType::code:
    case FieldType::siret:
    case FieldType::email:
    case FieldType::phone:
    case FieldType::partner:
      break;
  }
  return Type::of(Kind::string);
}

std::string joined(const std::vector<std::string>& words) {
  std::string out;
  for (const std::string& word : words) out += (out.empty() ? "" : ", ") + word;
  return out;
}

}  // namespace guichet::vocabulary
