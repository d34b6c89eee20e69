#include "rules/dmn/compiler.hpp"

#include "rules/dmn/model_messages.hpp"
#include "rules/dmn/versions.hpp"
#include "rules/feel/messages.hpp"
#include "rules/tables/free_names.hpp"

namespace guichet::dmn {
namespace {

class TextNode final : public Node {
 public:
  explicit TextNode(feel::Expression expression)
      : Node(expression.type()), expression_(std::move(expression)) {}
  feel::Value evaluate(Session& session, Slots slots) const override {
    return session.evaluate(expression_, slots);
  }

 private:
  feel::Expression expression_;
};

class BrokenNode final : public Node {
 public:
  BrokenNode(base::Message why, base::Location at) : why_(std::move(why)), at_(std::move(at)) {}
  feel::Value evaluate(Session& session, Slots) const override {
    return session.fail(base::Message(messages::kBroken, {why_.in(base::Language::en)}), at_);
  }

 private:
  base::Message why_;
  base::Location at_;
};

// Brings the value of another node to a type.
class TypedNode final : public Node {
 public:
  TypedNode(NodePtr inner, ItemTypePtr type, std::string name, base::Location at)
      : Node(type->type),
        name_(std::move(name)),
        inner_(std::move(inner)),
        item_type_(std::move(type)),
        at_(std::move(at)) {}
  feel::Value evaluate(Session& session, Slots slots) const override {
    return session.fit(inner_->evaluate(session, slots), *item_type_, name_, at_);
  }
  std::shared_ptr<const tables::DecisionTable> table() const override { return inner_->table(); }

 private:
  std::string name_;
  NodePtr inner_;
  ItemTypePtr item_type_;
  base::Location at_;
};

}  // namespace

NodePtr broken_node(base::Message why, base::Location at) {
  return std::make_unique<BrokenNode>(std::move(why), std::move(at));
}

NodePtr text_node(Compiler::Text text, base::Location at) {
  if (!text.expression.empty()) return std::make_unique<TextNode>(std::move(text.expression));
  return broken_node(text.broken.value_or(base::Message(messages::kNoExpression)), std::move(at));
}

void Compiler::mistake(const base::Location& at, base::Message what,
                       std::optional<base::Message> hint) {
  if (lenient_)
    diagnostics_.warning(at, std::move(what), std::move(hint));
  else
    diagnostics_.error(at, std::move(what), std::move(hint));
}

// In lenient models what cannot be read is null when it is evaluated, with the reason.
bool Compiler::accept(const base::LocatedText& text, const std::string& language, Text& result) {
  if (!language.empty() && !is_feel(language))
    result.broken = base::Message(messages::kOtherLanguage, {language});
  else if (text.trimmed().text().empty())
    result.broken = base::Message(messages::kNoExpression);
  if (result.broken && result.broken->key() == messages::kOtherLanguage.key)
    mistake(text.whole(), *result.broken, base::Message(messages::kRewriteInFeel));
  else if (result.broken)
    mistake(text.whole(), *result.broken);
  return !result.broken;
}

void Compiler::take_over(const base::Diagnostics& found, Text& result) {
  for (base::Diagnostic diagnostic : found.list()) {
    if (diagnostic.severity == base::Severity::error && !result.broken)
      result.broken = diagnostic.what;
    if (lenient_) diagnostic.severity = base::Severity::warning;
    diagnostics_.add(std::move(diagnostic));
  }
}

// FEEL takes the first word of an unknown name for the whole: a text that is one name is meant so.
void Compiler::note_undeclared(const base::LocatedText& text, const base::Diagnostics& found,
                               Unit& unit) {
  const std::string whole = text.trimmed().text();
  const bool is_name = tables::free_names(whole) == std::vector{whole};
  for (const base::Diagnostic& diagnostic : found.list()) {
    if (diagnostic.what.key() != feel::messages::kUnknownName.key) continue;
    const std::string& name = diagnostic.what.arguments().front();
    if (name != "?") unit.undeclared.push_back({is_name ? whole : name, {}, diagnostic.at});
    if (is_name) return;
  }
}

void Compiler::note_reads(const feel::Expression& expression, Unit& unit) {
  if (expression.empty()) return;
  const auto& slots = expression.slots();
  unit.reads.insert(unit.reads.end(), slots.begin(), slots.end());
}

Compiler::Text Compiler::compile_text(const base::LocatedText& text, const std::string& language,
                                      const feel::Scope& scope, Unit& unit) {
  Text result;
  const std::string& used = language.empty() ? models_[unit.model].expression_language : language;
  if (!accept(text, used, result)) return result;
  base::Diagnostics found;
  result.expression = feel::compile(text, scope, found);
  note_undeclared(text, found, unit);
  take_over(found, result);
  note_reads(result.expression, unit);
  return result;
}

Compiler::Text Compiler::compile_match(const LiteralExpression& match, const feel::Type& item,
                                       const feel::Scope& scope, Unit& unit) {
  Text result;
  const std::string& used = match.expression_language.empty()
                                ? models_[unit.model].expression_language
                                : match.expression_language;
  if (!accept(match.text, used, result)) return result;
  base::Diagnostics found;
  result.expression = feel::compile_match(match.text, item, scope, found);
  take_over(found, result);
  note_reads(result.expression, unit);
  return result;
}

Compiler::Text Compiler::compile_tests(const UnaryTests& tests, const feel::Type& input,
                                       const feel::Scope& scope, Unit& unit) {
  Text result;
  const std::string& used = tests.expression_language.empty()
                                ? models_[unit.model].expression_language
                                : tests.expression_language;
  if (!accept(tests.text, used, result)) return result;
  base::Diagnostics found;
  result.expression = feel::compile_tests(tests.text, input, scope, found);
  take_over(found, result);
  note_reads(result.expression, unit);
  return result;
}

NodePtr Compiler::compile(const ExpressionPtr& expression, const feel::Scope& scope, Unit& unit,
                          const base::Location& at) {
  if (expression == nullptr) {
    const base::Message missing(messages::kNoExpression);
    mistake(at, missing);
    return broken_node(missing, at);
  }
  unit.slots = std::max(unit.slots, scope.size());
  const base::Location& place = expression->element.at;
  NodePtr node =
      std::visit([&](const auto& form) { return this->form(form, *expression, scope, unit); },
                 expression->form);
  if (expression->type_ref.empty()) return node;
  ItemTypePtr type = type_of(unit, expression->type_ref, place);
  // What a function's typeRef says is the type of its result in older models.
  const bool of_result = std::holds_alternative<FunctionDefinition>(expression->form) &&
                         (type->type.is_any() || type->type.kind() != feel::Kind::function);
  if (of_result || (type->type.is_any() && !type->has_tests())) return node;
  return std::make_unique<TypedNode>(std::move(node), std::move(type), unit.name, place);
}

NodePtr Compiler::form(const LiteralExpression& literal, const Expression& whole,
                       const feel::Scope& scope, Unit& unit) {
  return text_node(compile_text(literal.text, literal.expression_language, scope, unit),
                   whole.element.at);
}

}  // namespace guichet::dmn
