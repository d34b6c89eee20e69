// Boxed functions, which keep the variables around them, and invocations.
#include "rules/dmn/compiler.hpp"
#include "rules/dmn/model_messages.hpp"
#include "rules/feel/scan.hpp"

namespace guichet::dmn {
namespace {

// The body of a boxed function; shared by the functions that are made of it.
struct Body {
  std::shared_ptr<const feel::FunctionSignature> signature;
  std::vector<ItemTypePtr> types;           // of the parameters
  std::vector<feel::Scope::Slot> captured;  // variables around that the body reads
  std::optional<feel::Scope::Slot> self;    // variable that holds the function itself
  std::size_t first_parameter = 0;          // slot
  std::size_t slots = 0;
  NodePtr logic;
  base::Location at;
};

feel::Value make(const std::shared_ptr<const Body>& body,
                 const std::shared_ptr<const std::vector<feel::Stored>>& captured,
                 Session& session);

feel::Value run(const std::shared_ptr<const Body>& body,
                const std::shared_ptr<const std::vector<feel::Stored>>& captured,
                std::span<const feel::Value> arguments, Session& session) {
  std::vector<feel::Value> slots(body->slots);
  for (std::size_t i = 0; i < body->captured.size(); ++i)
    slots[body->captured[i]] = (*captured)[i].value();
  if (body->self) slots[*body->self] = make(body, captured, session);
  for (std::size_t i = 0; i < arguments.size(); ++i) {
    const ItemType& type = *body->types[i];
    slots[body->first_parameter + i] = arguments[i];
    if (type.has_tests() && !arguments[i].is_null() &&
        session.fit(arguments[i], type, body->signature->parameters[i], body->at).is_null())
      return {};
  }
  return body->logic->evaluate(session, slots);
}

feel::Value make(const std::shared_ptr<const Body>& body,
                 const std::shared_ptr<const std::vector<feel::Stored>>& captured,
                 Session& session) {
  const std::weak_ptr<Session> around = session.weak_from_this();
  auto program = session.shared_program();
  const auto call = [body, captured, around, program](std::span<const feel::Value> arguments,
                                                      feel::Evaluation& evaluation) {
    auto current = around.lock();
    if (current == nullptr || &current->run() != &evaluation)
      current = std::make_shared<Session>(program, evaluation, false);
    return run(body, captured, arguments, *current);
  };
  return feel::make_function(body->signature, call, session.arena());
}

class FunctionNode final : public Node {
 public:
  explicit FunctionNode(std::shared_ptr<const Body> body)
      : Node(feel::Type::function(body->signature->types, body->signature->result)),
        body_(std::move(body)) {}

  feel::Value evaluate(Session& session, Slots slots) const override {
    auto captured = std::make_shared<std::vector<feel::Stored>>();
    captured->reserve(body_->captured.size());
    for (const auto slot : body_->captured) captured->emplace_back(slots[slot]);
    return make(body_, captured, session);
  }

 private:
  std::shared_ptr<const Body> body_;
};

class InvocationNode final : public Node {
 public:
  InvocationNode(NodePtr callee, std::vector<std::string> names, std::vector<NodePtr> values,
                 base::Location at)
      : Node(!callee->type().is_any() && callee->type().kind() == feel::Kind::function
                 ? callee->type().result()
                 : feel::Type::any()),
        callee_(std::move(callee)),
        names_(std::move(names)),
        values_(std::move(values)),
        at_(std::move(at)) {}

  feel::Value evaluate(Session& session, Slots slots) const override {
    const feel::Value callee = callee_->evaluate(session, slots);
    std::vector<feel::Value> arguments;
    arguments.reserve(values_.size());
    for (const NodePtr& value : values_) arguments.push_back(value->evaluate(session, slots));
    session.place_notes(nullptr, at_);
    const feel::Value result = feel::call(callee, names_, arguments, session.run());
    session.place_notes(nullptr, at_);
    return result;
  }

 private:
  NodePtr callee_;
  std::vector<std::string> names_;
  std::vector<NodePtr> values_;
  base::Location at_;
};

// The text of a literal that is a string, for the names of external functions.
std::string literal_text(const Expression* expression) {
  const auto* literal =
      expression != nullptr ? std::get_if<LiteralExpression>(&expression->form) : nullptr;
  if (literal == nullptr) return {};
  base::Diagnostics none;
  const auto compiled = feel::compile(literal->text, {}, none);
  const bool text = !compiled.empty() && compiled.constant() &&
                    compiled.constant()->value().kind() == feel::Kind::string;
  return text ? std::string(compiled.constant()->value().text()) : std::string();
}

std::string entry_text(const FunctionDefinition& function, std::string_view name) {
  const auto* context =
      function.body != nullptr ? std::get_if<Context>(&function.body->form) : nullptr;
  if (context == nullptr) return {};
  for (const ContextEntry& entry : context->entries)
    if (entry.variable && entry.variable->element.name == name)
      return literal_text(entry.value.get());
  return {};
}

// A function of the host's table.
class ExternalNode final : public Node {
 public:
  ExternalNode(feel::NativeFunction function, std::vector<feel::Scope::Slot> parameters)
      : function_(std::move(function)), parameters_(std::move(parameters)) {}
  feel::Value evaluate(Session& session, Slots slots) const override {
    std::vector<feel::Value> arguments;
    for (const auto slot : parameters_) arguments.push_back(slots[slot]);
    return function_(arguments, session.run());
  }

 private:
  feel::NativeFunction function_;
  std::vector<feel::Scope::Slot> parameters_;
};

}  // namespace

NodePtr Compiler::external(const FunctionDefinition& function, const feel::Scope& scope,
                           const base::Location& at) {
  const std::string class_name = entry_text(function, "class");
  const std::string method = entry_text(function, "method signature");
  const auto found =
      function.kind == FunctionKind::java ? scope.find_external(class_name, method) : std::nullopt;
  if (!found) {
    base::Message missing(messages::kExternal, {class_name, method});
    mistake(at, missing);
    return broken_node(std::move(missing), at);
  }
  std::vector<feel::Scope::Slot> parameters;
  for (const InformationItem& parameter : function.parameters)
    parameters.push_back(*scope.find(parameter.element.name));
  return std::make_unique<ExternalNode>(scope.functions()[*found].function, std::move(parameters));
}

NodePtr Compiler::compile_function(const FunctionDefinition& function, const feel::Scope& scope,
                                   Unit& unit, const base::Location& at) {
  return function.kind == FunctionKind::feel ? compile(function.body, scope, unit, at)
                                             : external(function, scope, at);
}

NodePtr Compiler::form(const FunctionDefinition& function, const Expression& whole,
                       const feel::Scope& scope, Unit& unit) {
  auto body = std::make_shared<Body>();
  auto signature = std::make_shared<feel::FunctionSignature>();
  const std::string self = std::exchange(unit.name_of_function, {});
  signature->name = self.empty() ? "function" : self;
  body->at = whole.element.at;
  body->first_parameter = scope.size();
  if (!self.empty()) body->self = scope.find(self);
  Unit inside{unit.model, scope.size(), {}, unit.name, {}};
  feel::Scope inner = scope;
  for (const InformationItem& parameter : function.parameters) {
    auto type = type_of(unit, parameter.type_ref, parameter.element.at);
    declare(inner, parameter.element.name, type->type, inside);
    signature->parameters.push_back(feel::canonical_name(parameter.element.name));
    signature->types.push_back(type->type);
    body->types.push_back(std::move(type));
  }
  body->logic = compile_function(function, inner, inside, whole.element.at);
  body->slots = inside.slots;
  std::sort(inside.reads.begin(), inside.reads.end());
  inside.reads.erase(std::unique(inside.reads.begin(), inside.reads.end()), inside.reads.end());
  for (const auto slot : inside.reads)
    if (slot < scope.size() && slot != body->self) body->captured.push_back(slot);
  unit.reads.insert(unit.reads.end(), body->captured.begin(), body->captured.end());
  signature->result = body->logic->type();
  body->signature = std::move(signature);
  return std::make_unique<FunctionNode>(std::move(body));
}

NodePtr Compiler::form(const Invocation& invocation, const Expression& whole,
                       const feel::Scope& scope, Unit& unit) {
  const base::Location& at = whole.element.at;
  NodePtr callee = compile(invocation.callee, scope, unit, at);
  std::vector<std::string> names;
  std::vector<NodePtr> values;
  for (const Binding& binding : invocation.bindings) {
    names.push_back(feel::canonical_name(binding.parameter.element.name));
    values.push_back(compile(binding.value, scope, unit, binding.parameter.element.at));
  }
  return std::make_unique<InvocationNode>(std::move(callee), std::move(names), std::move(values),
                                          at);
}

}  // namespace guichet::dmn
