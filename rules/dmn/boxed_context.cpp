// Boxed contexts, lists and relations.
#include "rules/dmn/compiler.hpp"

namespace guichet::dmn {
namespace {

struct Entry {
  std::string name;
  feel::Scope::Slot slot = 0;
  NodePtr value;
  ItemTypePtr type;
  base::Location at;
};

class ContextNode final : public Node {
 public:
  ContextNode(feel::Type type, std::vector<Entry> entries, NodePtr result)
      : Node(std::move(type)), entries_(std::move(entries)), result_(std::move(result)) {}

  feel::Value evaluate(Session& session, Slots slots) const override {
    for (const Entry& entry : entries_)
      slots[entry.slot] =
          session.fit(entry.value->evaluate(session, slots), *entry.type, entry.name, entry.at);
    if (result_ != nullptr) return result_->evaluate(session, slots);
    std::vector<feel::Entry> values;
    values.reserve(entries_.size());
    for (const Entry& entry : entries_) values.push_back({entry.name, slots[entry.slot]});
    return session.arena().context(values);
  }

 private:
  std::vector<Entry> entries_;
  NodePtr result_;  // nullptr: the context itself
};

class ListNode final : public Node {
 public:
  ListNode(feel::Type type, std::vector<NodePtr> items)
      : Node(std::move(type)), items_(std::move(items)) {}

  feel::Value evaluate(Session& session, Slots slots) const override {
    std::vector<feel::Value> values;
    values.reserve(items_.size());
    for (const NodePtr& item : items_) values.push_back(item->evaluate(session, slots));
    return session.arena().list(values);
  }

 private:
  std::vector<NodePtr> items_;
};

class RelationNode final : public Node {
 public:
  struct Column {
    std::string name;
    ItemTypePtr type;
    base::Location at;
  };
  RelationNode(feel::Type type, std::vector<Column> columns, std::vector<std::vector<NodePtr>> rows)
      : Node(std::move(type)), columns_(std::move(columns)), rows_(std::move(rows)) {}

  feel::Value evaluate(Session& session, Slots slots) const override {
    std::vector<feel::Value> values;
    std::vector<feel::Entry> cells;
    for (const std::vector<NodePtr>& row : rows_) {
      cells.clear();
      for (std::size_t i = 0; i < columns_.size(); ++i) {
        const Column& column = columns_[i];
        const feel::Value cell = i < row.size() ? row[i]->evaluate(session, slots) : feel::Value();
        cells.push_back({column.name, session.fit(cell, *column.type, column.name, column.at)});
      }
      values.push_back(session.arena().context(cells));
    }
    return session.arena().list(values);
  }

 private:
  std::vector<Column> columns_;
  std::vector<std::vector<NodePtr>> rows_;
};

// The type of a variable: what is said of it, else what is known of its value.
feel::Type known_type(const ItemType& said, const Node& value) {
  return said.type.is_any() ? value.type() : said.type;
}

}  // namespace

NodePtr Compiler::form(const Context& context, const Expression& whole, const feel::Scope& scope,
                       Unit& unit) {
  feel::Scope inner = scope;
  std::vector<Entry> entries;
  std::vector<std::pair<std::string, feel::Type>> members;
  NodePtr result;
  for (const ContextEntry& written : context.entries) {
    if (!written.variable) {
      result = compile(written.value, inner, unit, whole.element.at);
      continue;
    }
    const InformationItem& variable = *written.variable;
    Entry entry{variable.element.name, 0, nullptr,
                type_of(unit, variable.type_ref, variable.element.at), variable.element.at};
    const bool function =
        written.value != nullptr && std::holds_alternative<FunctionDefinition>(written.value->form);
    // A function may call itself by the name of its entry.
    if (function)
      entry.slot = declare(inner, entry.name, feel::Type::of(feel::Kind::function), unit);
    unit.name_of_function = function ? entry.name : "";
    entry.value = compile(written.value, inner, unit, entry.at);
    const feel::Type type = known_type(*entry.type, *entry.value);
    if (!function) entry.slot = declare(inner, entry.name, type, unit);
    members.emplace_back(entry.name, type);
    entries.push_back(std::move(entry));
  }
  feel::Type type = result != nullptr ? result->type() : feel::Type::context(std::move(members));
  return std::make_unique<ContextNode>(std::move(type), std::move(entries), std::move(result));
}

NodePtr Compiler::form(const List& list, const Expression& whole, const feel::Scope& scope,
                       Unit& unit) {
  std::vector<NodePtr> items;
  for (const ExpressionPtr& item : list.items)
    items.push_back(compile(item, scope, unit, whole.element.at));
  const bool alike =
      !items.empty() && std::all_of(items.begin(), items.end(), [&](const auto& item) {
        return !item->type().is_any() && item->type().kind() == items.front()->type().kind();
      });
  feel::Type type = alike && items.front()->type().kind() < feel::Kind::list
                        ? feel::Type::list_of(items.front()->type())
                        : feel::Type::of(feel::Kind::list);
  return std::make_unique<ListNode>(std::move(type), std::move(items));
}

NodePtr Compiler::form(const Relation& relation, const Expression& whole, const feel::Scope& scope,
                       Unit& unit) {
  std::vector<RelationNode::Column> columns;
  std::vector<std::pair<std::string, feel::Type>> members;
  for (const InformationItem& column : relation.columns) {
    auto type = type_of(unit, column.type_ref, column.element.at);
    members.emplace_back(column.element.name, type->type);
    columns.push_back({column.element.name, std::move(type), column.element.at});
  }
  std::vector<std::vector<NodePtr>> rows;
  for (const List& row : relation.rows) {
    std::vector<NodePtr>& cells = rows.emplace_back();
    for (const ExpressionPtr& cell : row.items)
      cells.push_back(compile(cell, scope, unit, whole.element.at));
  }
  auto type = feel::Type::list_of(feel::Type::context(std::move(members)));
  return std::make_unique<RelationNode>(std::move(type), std::move(columns), std::move(rows));
}

}  // namespace guichet::dmn
