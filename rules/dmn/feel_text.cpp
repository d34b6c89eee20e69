#include "rules/dmn/feel_text.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "rules/dmn/convert_messages.hpp"
#include "rules/dmn/sheet.hpp"
#include "rules/feel/value.hpp"

namespace guichet::dmn {

namespace {

using base::Message;

bool is_plain_name(std::string_view name) {
  const auto is_letter = [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
  };
  return !name.empty() && is_letter(name.front()) &&
         std::all_of(name.begin(), name.end(),
                     [&](char c) { return is_letter(c) || (c >= '0' && c <= '9'); });
}

std::string key_text(const std::string& name) {
  return is_plain_name(name) ? name : feel::to_literal(feel::Stored::string(name).value());
}

class Text {
 public:
  explicit Text(base::Diagnostics& diagnostics) : diagnostics_(diagnostics) {}

  bool failed() const { return failed_; }

  // In brackets where something may stand beside it.
  std::string part(const ExpressionPtr& expression) {
    if (expression == nullptr) return "null";
    const std::string text = whole(*expression);
    const bool bare = is_plain_name(text) || text.starts_with('{') || text.starts_with('[');
    return bare ? text : "(" + text + ")";
  }

  std::string whole(const Expression& expression) {
    at_ = expression.element.at;
    return std::visit(*this, expression.form);
  }

  std::string operator()(const LiteralExpression& literal) {
    if (!literal.expression_language.empty())
      refuse(Message(messages::kNotFeel, {literal.expression_language}));
    std::string text = one_line(literal.text.text());
    return text.empty() ? "null" : text;
  }
  std::string operator()(const Context& context) {
    std::string entries, result;
    for (const ContextEntry& entry : context.entries) {
      std::string key = "result";
      if (entry.variable) {
        key = entry.variable->element.name;
        if (!entry.variable->type_ref.empty() && entry.variable->type_ref != "Any")
          diagnostics_.warning(entry.variable->element.at,
                               Message(messages::kTypeLost, {key, entry.variable->type_ref}));
      } else {
        result = unused_key(context);
        key = result;
      }
      const std::string value = entry.value == nullptr ? "null" : whole(*entry.value);
      entries += fmt::format("{}{}: {}", entries.empty() ? "" : ", ", key_text(key), value);
    }
    return "{" + entries + "}" + (result.empty() ? "" : "." + result);
  }
  std::string operator()(const Invocation& invocation) {
    const std::string callee = invocation.callee == nullptr ? "null" : whole(*invocation.callee);
    std::string arguments;
    for (const Binding& binding : invocation.bindings)
      arguments +=
          fmt::format("{}{}: {}", arguments.empty() ? "" : ", ", binding.parameter.element.name,
                      binding.value == nullptr ? "null" : whole(*binding.value));
    return callee + "(" + arguments + ")";
  }
  std::string operator()(const List& list) {
    std::string items;
    for (const ExpressionPtr& item : list.items)
      items += (items.empty() ? "" : ", ") + (item == nullptr ? "null" : whole(*item));
    return "[" + items + "]";
  }
  std::string operator()(const Relation& relation) {
    std::string rows;
    for (const List& row : relation.rows) {
      std::string cells;
      for (std::size_t i = 0; i < row.items.size() && i < relation.columns.size(); ++i)
        cells += fmt::format("{}{}: {}", cells.empty() ? "" : ", ",
                             key_text(relation.columns[i].element.name), whole(*row.items[i]));
      rows += (rows.empty() ? "{" : ", {") + cells + "}";
    }
    return "[" + rows + "]";
  }
  std::string operator()(const FunctionDefinition& function) {
    if (function.kind != FunctionKind::feel) refuse(Message(messages::kForeignFunction));
    std::string parameters;
    for (const InformationItem& parameter : function.parameters)
      parameters += fmt::format("{}{}{}{}", parameters.empty() ? "" : ", ", parameter.element.name,
                                parameter.type_ref.empty() ? "" : ": ", parameter.type_ref);
    return fmt::format("function({}) {}", parameters, part(function.body));
  }
  std::string operator()(const Conditional& form) {
    return fmt::format("if {} then {} else {}", part(form.condition), part(form.then),
                       part(form.otherwise));
  }
  std::string operator()(const Filter& form) {
    return fmt::format("{}[{}]", part(form.in),
                       form.match == nullptr ? "null" : whole(*form.match));
  }
  std::string operator()(const For& form) {
    return fmt::format("for {} in {} return {}", form.variable, part(form.in), part(form.body));
  }
  std::string operator()(const Quantified& form) {
    return fmt::format("{} {} in {} satisfies {}", form.every ? "every" : "some", form.variable,
                       part(form.in), part(form.satisfies));
  }
  std::string operator()(const DecisionTable&) {
    refuse(Message(messages::kTableInside));
    return "null";
  }

 private:
  void refuse(Message what) {
    failed_ = true;
    diagnostics_.error(at_, std::move(what));
  }

  static std::string unused_key(const Context& context) {
    std::string key = "result";
    const auto taken = [&](const ContextEntry& entry) {
      return entry.variable && entry.variable->element.name == key;
    };
    while (std::any_of(context.entries.begin(), context.entries.end(), taken)) key += "_";
    return key;
  }

  base::Diagnostics& diagnostics_;
  base::Location at_;
  bool failed_ = false;
};

}  // namespace

std::optional<std::string> feel_text(const Expression& expression, base::Diagnostics& diagnostics) {
  Text text(diagnostics);
  std::string made = text.whole(expression);
  return text.failed() ? std::nullopt : std::optional(std::move(made));
}

}  // namespace guichet::dmn
