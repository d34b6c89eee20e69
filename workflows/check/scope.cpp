// The names of expressions inside workflows.
#include <array>

#include "workflows/check/load_workflow.hpp"

namespace guichet::check {

namespace {

using feel::Kind;
using feel::Type;
using model::FixedName;
using vocabulary::Subject;

using Members = std::vector<std::pair<std::string, Type>>;

Type fields_of(const vocabulary::Vocabulary& vocabulary, Subject subject, Members members = {}) {
  for (const vocabulary::Field& field : vocabulary.fields()) {
    if (field.of == subject) members.emplace_back(field.id, vocabulary.type_of(field));
  }
  return Type::context(std::move(members));
}

Type type_of(FixedName name, const vocabulary::Vocabulary& vocabulary) {
  const Type text = Type::of(Kind::string);
  switch (name) {
    case FixedName::kase:
      return fields_of(
          vocabulary, Subject::kase,
          {{"id", Type::of(Kind::number)},
           {"number", text},
           {"opened_on", Type::of(Kind::date)},
           {"owner",
            Type::context({{"id", text}, {"name", text}, {"phone", text}, {"email", text}})},
           {"contact",
            Type::context({{"id", text}, {"name", text}, {"phone", text}, {"email", text}})}});
    case FixedName::firm:
      return fields_of(vocabulary, Subject::firm);
    case FixedName::person:
      return fields_of(vocabulary, Subject::person);
    case FixedName::children:
    case FixedName::all_children:
      return Type::list_of(Type::of(Kind::context));
    case FixedName::actor:
      return Type::context({{"id", text},
                            {"name", text},
                            {"kind", text},
                            {"role", text},
                            {"roles", Type::list_of(text)}});
    case FixedName::article:
      return Type::context(
          {{"id", text}, {"title", text}, {"answer_within", text}, {"first_contact_within", text}});
    case FixedName::partner:
      return Type::context({{"id", text}, {"name", text}, {"institutions", Type::list_of(text)}});
    case FixedName::request:
    case FixedName::parent:
      return Type::of(Kind::context);
    case FixedName::event:
    case FixedName::count_:
      break;
  }
  return Type::any();
}

feel::Value in_state(std::span<const feel::Value> arguments, feel::Evaluation& run) {
  const auto* oracle = static_cast<const StateOracle*>(run.host);
  const bool asks = oracle != nullptr && arguments[0].kind() == Kind::string;
  return asks ? feel::Value::boolean(oracle->in_state(arguments[0].text())) : feel::Value();
}

}  // namespace

feel::Scope workflow_scope(const vocabulary::Vocabulary& vocabulary) {
  feel::Scope scope;
  for (std::uint32_t i = 0; i < static_cast<std::uint32_t>(FixedName::count_); ++i) {
    const auto name = static_cast<FixedName>(i);
    scope.declare(std::string(to_text(name)), type_of(name, vocabulary));
  }
  for (const vocabulary::Field& field : vocabulary.fields()) {
    scope.declare(field.id, vocabulary.type_of(field));
  }
  vocabulary.declare_lookup(scope);
  scope.declare_function("in state", {Type::of(Kind::string)}, Type::of(Kind::boolean), in_state);
  return scope;
}

}  // namespace guichet::check
