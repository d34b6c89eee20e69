#include "rules/dmn/types.hpp"

#include "rules/dmn/model_messages.hpp"
#include "rules/dmn/versions.hpp"

namespace guichet::dmn {
namespace {

constexpr int kComponentDepth = 64;
constexpr std::string_view kOtherAny = "any";  // what some editors write for Any
constexpr int kAliasDepth = 200;               // types named by types

constexpr std::pair<std::string_view, std::string_view> kForeignTypes[] = {
    {"number", "number"},
    {"integer", "number"},
    {"int", "number"},
    {"long", "number"},
    {"short", "number"},
    {"double", "number"},
    {"float", "number"},
    {"decimal", "number"},
    {"bigdecimal", "number"},
    {"string", "string"},
    {"boolean", "boolean"},
    {"bool", "boolean"},
    {"date", "date"},
    {"time", "time"},
    {"datetime", "date and time"},
    {"date-time", "date and time"},
    {"date and time", "date and time"},
    {"daytimeduration", "days and time duration"},
    {"days and time duration", "days and time duration"},
    {"yearmonthduration", "years and months duration"},
    {"years and months duration", "years and months duration"},
    {"any", "Any"},
    {"undefined", "Any"},
    {"<undefined>", "Any"},
    {"list", "list"},
    {"context", "context"}};

ItemTypePtr plain(std::string_view name, const feel::Type& type) {
  auto plain = std::make_shared<ItemType>();
  plain->name = std::string(name);
  plain->type = type;
  return plain;
}

bool passes(const feel::Expression& test, const feel::Value& value, feel::Evaluation& run) {
  return feel::evaluate_tests(test, value, {}, run).is_true();
}

}  // namespace

const feel::Expression* failed_test(const ItemType& type, const feel::Value& value,
                                    feel::Evaluation& run) {
  if (value.is_null()) return nullptr;
  for (const feel::Expression& test : type.tests)
    if (!passes(test, value, run)) return &test;
  if (type.element != nullptr && value.kind() == feel::Kind::list)
    for (const feel::Value& item : value.items())
      if (const auto* failed = failed_test(*type.element, item, run)) return failed;
  if (value.kind() != feel::Kind::context) return nullptr;
  for (const auto& [name, member_type] : type.members)
    if (const feel::Value* member = value.member(name))
      if (const auto* failed = failed_test(*member_type, *member, run)) return failed;
  return nullptr;
}

Misfit find_misfit(const feel::Value& value, const feel::Type& type) {
  const auto within = [](std::string step, Misfit inner) {
    inner.member.insert(0, step);
    return inner;
  };
  if (value.kind() == feel::Kind::context && type.kind() == feel::Kind::context) {
    for (const std::string& name : type.member_names()) {
      const feel::Value* member = value.member(name);
      const feel::Type& wanted = *type.member(name);
      if (member == nullptr) return {"." + name, wanted.name(), std::nullopt};
      if (!member->is_null() && !feel::is_instance(*member, wanted))
        return within("." + name, find_misfit(*member, wanted));
    }
  }
  if (value.kind() == feel::Kind::list && type.kind() == feel::Kind::list) {
    for (std::size_t i = 0; i < value.items().size(); ++i) {
      const feel::Value& item = value.items()[i];
      if (!item.is_null() && !feel::is_instance(item, type.element()))
        return within("[" + std::to_string(i + 1) + "]", find_misfit(item, type.element()));
    }
  }
  return {"", type.name(), std::string(feel::kind_name(value.kind()))};
}

Types::Types(const std::vector<Definitions>& models, const Imports& imports, bool lenient,
             base::Diagnostics& diagnostics)
    : models_(models), imports_(imports), lenient_(lenient), diagnostics_(diagnostics) {
  named_.resize(models.size());
  for (std::size_t m = 0; m < models.size(); ++m)
    for (const ItemDefinition& definition : models[m].item_definitions)
      named_[m].try_emplace(definition.element.name, Named{&definition, State::untouched, {}});
  for (std::size_t m = 0; m < models.size(); ++m)
    for (const ItemDefinition& definition : models[m].item_definitions)
      find_named(m, definition.element.name);
}

ItemTypePtr Types::any() {
  static const ItemTypePtr kAny = plain("Any", feel::Type::any());
  return kAny;
}

void Types::mistake(const base::Location& at, base::Message what,
                    std::optional<base::Message> hint) {
  if (lenient_)
    diagnostics_.warning(at, std::move(what), std::move(hint));
  else
    diagnostics_.error(at, std::move(what), std::move(hint));
}

ItemTypePtr Types::resolve(std::size_t model, const std::string& type_ref,
                           const base::Location& at) {
  if (type_ref.empty()) return any();
  if (auto type = find(model, type_ref)) return type;
  if (auto type = lenient_ ? nullptr : find_foreign(type_ref, at)) return type;
  mistake(at, base::Message(messages::kUnknownType, {type_ref}),
          base::suggestion(type_ref, names(model)));
  return any();
}

// Types of Java, of XML Schema and of FEEL in other letters, once all of the model's are tried.
ItemTypePtr Types::find_foreign(std::string_view name, const base::Location& at) {
  const std::string key = lower_case(name.substr(name.rfind(':') + 1));
  for (const auto& [foreign, meant] : kForeignTypes) {
    if (foreign != key) continue;
    for (const auto& [plain_name, type] : feel::plain_types()) {
      if (plain_name != meant) continue;
      if (lower_case(meant) != key && foreign_said_.emplace(name).second)
        diagnostics_.info(
            at, base::Message(messages::kForeignType, {std::string(name), std::string(meant)}));
      return plain(plain_name, type);
    }
  }
  return nullptr;
}

// DMN 1.1 wrote qualified names, "feel:number": the prefix is dropped where the whole is unknown.
ItemTypePtr Types::find(std::size_t model, std::string_view name) {
  if (auto named = find_named(model, std::string(name))) return named;
  if (name == kOtherAny) return plain(name, feel::Type::any());
  for (const auto& [plain_name, type] : feel::plain_types())
    if (plain_name == name) return plain(plain_name, type);
  for (const ImportedModel& import : imports_[model]) {
    const bool prefixed = name.size() > import.prefix.size() && name.starts_with(import.prefix) &&
                          name[import.prefix.size()] == '.';
    if (!import.prefix.empty() && !prefixed) continue;
    const auto local = import.prefix.empty() ? name : name.substr(import.prefix.size() + 1);
    if (auto imported = find_named(import.model, std::string(local))) return imported;
  }
  const std::size_t colon = name.find(':');
  if (colon == std::string_view::npos) return nullptr;
  const std::string_view local = name.substr(colon + 1);
  if (auto type = find(model, local)) return type;
  for (const ImportedModel& import : imports_[model])
    if (auto imported = find_named(import.model, std::string(local))) return imported;
  return nullptr;
}

ItemTypePtr Types::find_named(std::size_t model, const std::string& name) {
  const auto found = named_[model].find(name);
  if (found == named_[model].end()) return nullptr;
  Named& named = found->second;
  if (named.state == State::done) return named.type;
  if (named.state == State::under_way || nesting_ > kAliasDepth) {
    mistake(named.definition->element.at, base::Message(messages::kRecursiveType, {name}));
    return any();
  }
  named.state = State::under_way;
  ++nesting_;
  named.type = define(model, *named.definition, 0);
  --nesting_;
  named.state = State::done;
  return named.type;
}

ItemTypePtr Types::base_of(std::size_t model, const ItemDefinition& definition, int depth) {
  if (definition.is_function) {
    std::vector<feel::Type> parameters;
    for (const InformationItem& parameter : definition.function_parameters)
      parameters.push_back(resolve(model, parameter.type_ref, parameter.element.at)->type);
    const auto result = resolve(model, definition.function_result, definition.element.at);
    return plain(definition.element.name,
                 feel::Type::function(std::move(parameters), result->type));
  }
  if (definition.components.empty() || depth > kComponentDepth)
    return resolve(model, definition.type_ref, definition.element.at);
  auto context = std::make_shared<ItemType>();
  std::vector<std::pair<std::string, feel::Type>> members;
  for (const ItemDefinition& component : definition.components) {
    auto type = define(model, component, depth + 1);
    members.emplace_back(component.element.name, type->type);
    if (type->has_tests()) context->members.emplace_back(component.element.name, std::move(type));
  }
  context->type = feel::Type::context(std::move(members));
  return context;
}

ItemTypePtr Types::define(std::size_t model, const ItemDefinition& definition, int depth) {
  auto type = std::make_shared<ItemType>(*base_of(model, definition, depth));
  type->name = definition.element.name;
  add_test(*type, definition.allowed_values);
  if (definition.is_collection) {
    auto list = std::make_shared<ItemType>();
    list->name = definition.element.name;
    list->type = feel::Type::list_of(type->type);
    if (type->has_tests()) list->element = std::move(type);
    type = std::move(list);
  }
  add_test(*type, definition.type_constraint);
  return type;
}

void Types::add_test(ItemType& type, const std::optional<UnaryTests>& tests) {
  if (!tests || tests->text.trimmed().text().empty()) return;
  feel::Scope scope;
  scope.set_lenient(lenient_);
  base::Diagnostics found;
  auto compiled = feel::compile_tests(tests->text, type.type, scope, found);
  for (base::Diagnostic diagnostic : found.list()) {
    if (lenient_) diagnostic.severity = base::Severity::warning;
    diagnostics_.add(std::move(diagnostic));
  }
  if (!compiled.empty()) type.tests.push_back(std::move(compiled));
}

void Types::declare_in(feel::Scope& scope, std::size_t model) const {
  for (const ImportedModel& import : imports_[model])
    for (const auto& [name, named] : named_[import.model])
      scope.declare_type(import.prefix.empty() ? name : import.prefix + "." + name,
                         named.type->type);
  for (const auto& [name, named] : named_[model]) scope.declare_type(name, named.type->type);
}

std::vector<std::string> Types::names(std::size_t model) const {
  std::vector<std::string> names;
  for (const auto& plain : feel::plain_types()) names.emplace_back(plain.name);
  for (const auto& named : named_[model]) names.push_back(named.first);
  for (const ImportedModel& import : imports_[model])
    for (const auto& named : named_[import.model])
      names.push_back(import.prefix + "." + named.first);
  return names;
}

}  // namespace guichet::dmn
