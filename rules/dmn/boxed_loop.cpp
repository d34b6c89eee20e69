// Boxed conditionals, filters and iterations. They are stricter than FEEL's text: a condition that
// is no boolean makes the whole null (DMN 1.5, 10.2.1.9 to 10.2.1.12; the kit's 1150 to 1154).
#include "rules/dmn/compiler.hpp"
#include "rules/dmn/model_messages.hpp"

namespace guichet::dmn {
namespace {

base::Message not_boolean(const feel::Value& value) {
  return base::Message(messages::kConditionNotBoolean, {feel::to_literal(value)});
}

class ConditionalNode final : public Node {
 public:
  ConditionalNode(NodePtr condition, NodePtr then, NodePtr otherwise, base::Location at)
      : Node(then->type().name() == otherwise->type().name() && !then->type().is_any() &&
                     then->type().kind() < feel::Kind::list
                 ? then->type()
                 : feel::Type::any()),
        condition_(std::move(condition)),
        then_(std::move(then)),
        otherwise_(std::move(otherwise)),
        at_(std::move(at)) {}

  feel::Value evaluate(Session& session, Slots slots) const override {
    const feel::Value condition = condition_->evaluate(session, slots);
    if (condition.is_true()) return then_->evaluate(session, slots);
    if (condition.is_false() || condition.is_null()) return otherwise_->evaluate(session, slots);
    return session.fail(not_boolean(condition), at_);
  }

 private:
  NodePtr condition_, then_, otherwise_;
  base::Location at_;
};

// What an iteration runs through. Nothing where the value is no list.
class Domain {
 public:
  // Ranges of whole numbers and days are spread out by FEEL itself.
  static const feel::Expression& spread() {
    static const feel::Expression kSpread = [] {
      feel::Scope scope;
      scope.declare("domain");
      const std::string text = "for item in domain return item";
      base::Diagnostics none;
      return feel::compile(base::LocatedText(text, {base::make_source("<domain>", text), 0, 0}),
                           scope, none);
    }();
    return kSpread;
  }

  static std::optional<feel::Value> of(const feel::Value& value, Session& session,
                                       const base::Location& at) {
    if (value.kind() == feel::Kind::list) return value;
    if (!value.is_null() && value.kind() != feel::Kind::range)
      return session.arena().list({&value, 1});
    feel::Value items;
    if (value.kind() == feel::Kind::range)
      items = feel::evaluate(spread(), {&value, 1}, session.run());
    if (items.kind() == feel::Kind::list) return items;
    session.place_notes(nullptr, at);
    session.fail(base::Message(messages::kNotAList, {feel::to_literal(value)}), at);
    return std::nullopt;
  }
};

class FilterNode final : public Node {
 public:
  FilterNode(NodePtr in, feel::Expression match, NodePtr match_node, feel::Scope::Slot item,
             base::Location at)
      : Node(in->type()),
        in_(std::move(in)),
        match_(std::move(match)),
        match_node_(std::move(match_node)),
        item_(item),
        at_(std::move(at)) {}

  feel::Value evaluate(Session& session, Slots slots) const override {
    const auto domain = Domain::of(in_->evaluate(session, slots), session, at_);
    if (!domain) return {};
    std::vector<feel::Value> kept;
    for (const feel::Value& item : domain->items()) {
      const feel::Value matches = evaluate_match(session, item, slots);
      if (matches.kind() == feel::Kind::number) return by_position(session, *domain, matches);
      if (matches.is_null()) continue;  // as FEEL's filter has it
      if (matches.kind() != feel::Kind::boolean) return session.fail(not_boolean(matches), at_);
      if (matches.is_true()) kept.push_back(item);
    }
    return session.arena().list(kept);
  }

 private:
  feel::Value evaluate_match(Session& session, const feel::Value& item, Slots slots) const {
    if (match_node_ == nullptr) return session.evaluate_match(match_, item, slots);
    slots[item_] = item;
    return match_node_->evaluate(session, slots);
  }

  // A whole number from 1, or from the end where negative.
  static feel::Value by_position(Session& session, const feel::Value& list,
                                 const feel::Value& position) {
    static const feel::Expression kItemAt = [] {
      feel::Scope scope;
      scope.declare("domain");
      scope.declare("position", feel::Type::of(feel::Kind::number));
      const std::string text = "domain[position]";
      base::Diagnostics none;
      return feel::compile(base::LocatedText(text, {base::make_source("<domain>", text), 0, 0}),
                           scope, none);
    }();
    const feel::Value variables[] = {list, position};
    return feel::evaluate(kItemAt, variables, session.run());
  }

  NodePtr in_;
  feel::Expression match_;  // where the condition is text
  NodePtr match_node_;      // else
  feel::Scope::Slot item_;
  base::Location at_;
};

class ForNode final : public Node {
 public:
  ForNode(NodePtr in, ItemTypePtr item_type, NodePtr body, feel::Scope::Slot item,
          feel::Scope::Slot partial, base::Location at)
      : Node(feel::Type::list_of(body->type())),
        in_(std::move(in)),
        item_type_(std::move(item_type)),
        body_(std::move(body)),
        item_(item),
        partial_(partial),
        at_(std::move(at)) {}

  feel::Value evaluate(Session& session, Slots slots) const override {
    const auto domain = Domain::of(in_->evaluate(session, slots), session, at_);
    if (!domain) return {};
    std::vector<feel::Value> results;
    results.reserve(domain->items().size());
    for (const feel::Value& item : domain->items()) {
      slots[item_] = session.fit(item, *item_type_, "in", at_);
      if (reads_partial) slots[partial_] = session.arena().list(results);
      results.push_back(body_->evaluate(session, slots));
    }
    return session.arena().list(results);
  }

  bool reads_partial = false;

 private:
  NodePtr in_;
  ItemTypePtr item_type_;
  NodePtr body_;
  feel::Scope::Slot item_, partial_;
  base::Location at_;
};

class QuantifiedNode final : public Node {
 public:
  QuantifiedNode(bool every, NodePtr in, ItemTypePtr item_type, NodePtr satisfies,
                 feel::Scope::Slot item, base::Location at)
      : Node(feel::Type::of(feel::Kind::boolean)),
        every_(every),
        in_(std::move(in)),
        item_type_(std::move(item_type)),
        satisfies_(std::move(satisfies)),
        item_(item),
        at_(std::move(at)) {}

  feel::Value evaluate(Session& session, Slots slots) const override {
    const auto domain = Domain::of(in_->evaluate(session, slots), session, at_);
    if (!domain) return {};
    bool any = false, all = true;
    for (const feel::Value& item : domain->items()) {
      slots[item_] = session.fit(item, *item_type_, "in", at_);
      const feel::Value answer = satisfies_->evaluate(session, slots);
      if (answer.kind() != feel::Kind::boolean) return session.fail(not_boolean(answer), at_);
      any = any || answer.is_true();
      all = all && answer.is_true();
    }
    return feel::Value::boolean(every_ ? all : any);
  }

 private:
  bool every_;
  NodePtr in_;
  ItemTypePtr item_type_;
  NodePtr satisfies_;
  feel::Scope::Slot item_;
  base::Location at_;
};

feel::Type element_of(const feel::Type& domain) {
  if (domain.is_any()) return domain;
  if (domain.kind() == feel::Kind::list || domain.kind() == feel::Kind::range)
    return domain.element();
  return domain;
}

}  // namespace

NodePtr Compiler::form(const Conditional& conditional, const Expression& whole,
                       const feel::Scope& scope, Unit& unit) {
  const base::Location& at = whole.element.at;
  NodePtr condition = compile(conditional.condition, scope, unit, at);
  NodePtr then = compile(conditional.then, scope, unit, at);
  NodePtr otherwise = compile(conditional.otherwise, scope, unit, at);
  return std::make_unique<ConditionalNode>(std::move(condition), std::move(then),
                                           std::move(otherwise), at);
}

NodePtr Compiler::form(const Filter& filter, const Expression& whole, const feel::Scope& scope,
                       Unit& unit) {
  const base::Location& at = whole.element.at;
  NodePtr in = compile(filter.in, scope, unit, at);
  const feel::Type element = element_of(in->type());
  const auto* literal =
      filter.match != nullptr ? std::get_if<LiteralExpression>(&filter.match->form) : nullptr;
  if (literal != nullptr) {
    Text match = compile_match(*literal, element, scope, unit);
    if (match.broken && match.expression.empty())
      return broken_node(*match.broken, filter.match->element.at);
    return std::make_unique<FilterNode>(std::move(in), std::move(match.expression), nullptr, 0, at);
  }
  feel::Scope inner = scope;
  const auto item = declare(inner, "item", element, unit);
  NodePtr match = compile(filter.match, inner, unit, at);
  return std::make_unique<FilterNode>(std::move(in), feel::Expression(), std::move(match), item,
                                      at);
}

NodePtr Compiler::form(const For& loop, const Expression& whole, const feel::Scope& scope,
                       Unit& unit) {
  const base::Location& at = whole.element.at;
  NodePtr in = compile(loop.in, scope, unit, at);
  ItemTypePtr type = type_of(unit, loop.type_ref, at);
  feel::Scope inner = scope;
  const auto item = declare(inner, loop.variable,
                            type->type.is_any() ? element_of(in->type()) : type->type, unit);
  const auto partial = declare(inner, "partial", feel::Type::of(feel::Kind::list), unit);
  const std::size_t read_before = unit.reads.size();
  NodePtr body = compile(loop.body, inner, unit, at);
  auto node =
      std::make_unique<ForNode>(std::move(in), std::move(type), std::move(body), item, partial, at);
  node->reads_partial = std::find(unit.reads.begin() + static_cast<std::ptrdiff_t>(read_before),
                                  unit.reads.end(), partial) != unit.reads.end();
  return node;
}

NodePtr Compiler::form(const Quantified& quantified, const Expression& whole,
                       const feel::Scope& scope, Unit& unit) {
  const base::Location& at = whole.element.at;
  NodePtr in = compile(quantified.in, scope, unit, at);
  ItemTypePtr type = type_of(unit, quantified.type_ref, at);
  feel::Scope inner = scope;
  const auto item = declare(inner, quantified.variable,
                            type->type.is_any() ? element_of(in->type()) : type->type, unit);
  NodePtr satisfies = compile(quantified.satisfies, inner, unit, at);
  return std::make_unique<QuantifiedNode>(quantified.every, std::move(in), std::move(type),
                                          std::move(satisfies), item, at);
}

}  // namespace guichet::dmn
