// Looks through a tree for what cannot work whatever the values: operands and arguments of kinds
// that do not go together, members that do not exist, words that a list of values does not hold.
#include <set>

#include "rules/feel/hint_messages.hpp"
#include "rules/feel/hints.hpp"
#include "rules/feel/number.hpp"
#include "rules/feel/operators.hpp"
#include "rules/feel/parse.hpp"
#include "rules/feel/pattern.hpp"
#include "rules/feel/temporal.hpp"
#include "rules/feel/text.hpp"

namespace guichet::feel {
namespace {

using base::Message;

bool known(const Type& type) {
  return !type.is_any() && type.kind() != Kind::null;
}

class Checker {
 public:
  Checker(const Syntax& syntax, const Scope& scope, Problems& problems)
      : syntax_(syntax), scope_(scope), problems_(problems) {}

  // Not by recursion: a long chain is as deep as it is long.
  void check_all(const Node& root) {
    std::vector<const Node*> waiting{&root};
    while (!waiting.empty()) {
      const Node* node = waiting.back();
      waiting.pop_back();
      check(*node);
      waiting.insert(waiting.end(), node->children.begin(), node->children.end());
    }
  }

  void check(const Node& node) {
    switch (node.form) {
      case Form::arithmetic:
        return arithmetic(node);
      case Form::comparison:
        return compared(node, node.op, *node.children[0], *node.children[1]);
      case Form::between:
        compared(node, '<', *node.children[0], *node.children[1]);
        return compared(node, '<', *node.children[0], *node.children[2]);
      case Form::conjunction:
      case Form::disjunction:
        for (const Node* child : node.children) condition(*child);
        return;
      case Form::conditional:
        return condition(*node.children[0]);
      case Form::some:
      case Form::every:
        return condition(*node.children.back());
      case Form::negate:
        return negation(node);
      case Form::path:
        return path(node);
      case Form::call:
        return call(node);
      case Form::filter:
        return filter(node);
      case Form::context:
        if (node.index != 0)
          problems_.mistake(*node.children[node.index - 1],
                            Message(messages::kDuplicateKey, {node.names[node.index - 1]}));
        return;
      case Form::range:
        return range(node);
      case Form::compare_test:
        return tested(node, node.op, syntax_.bindings[node.index].type, *node.children[0]);
      case Form::value_test:
        if (!node.uses_input) value_test(syntax_.bindings[node.index].type, *node.children[0]);
        return;
      default:
        return;
    }
  }

  void expect(const Node& node, const Type& expected) {
    if (may_fit(node.type, expected)) {
      listed(expected, node);
      return;
    }
    problems_.mistake(node, Message(messages::kCannotFit, {expected.name(), node.type.name()}));
  }

 private:
  void condition(const Node& node) { expect(node, Type::of(Kind::boolean)); }

  // A list may be one of a single item, which stands for the item.
  static bool either_is_list(const Type& a, const Type& b) {
    return a.kind() == Kind::list || b.kind() == Kind::list;
  }

  void mismatch(const Node& node, char op, const Type& a, const Type& b,
                std::optional<Message> hint) {
    problems_.mistake(node, Message(messages::kOperatorTypes, {sign_of(op), a.name(), b.name()}),
                      std::move(hint));
  }

  void arithmetic(const Node& node) {
    const Type& a = node.children[0]->type;
    const Type& b = node.children[1]->type;
    if (known(a) && known(b) && !goes_together(node.op, a.kind(), b.kind()))
      mismatch(node, node.op, a, b, hint_for(*node.children[0], *node.children[1]));
  }

  // For an operand that was to be of another type.
  std::optional<Message> hint_for(const Node& node, const Type& wanted) const {
    return hint_for_operand(node, problems_.text_of(node), wanted);
  }
  std::optional<Message> hint_for(const Node& a, const Node& b) const {
    auto hint = hint_for(a, b.type);
    return hint ? hint : hint_for(b, a.type);
  }

  void negation(const Node& node) {
    const Type& type = node.children[0]->type;
    if (known(type) && type.kind() != Kind::number && !is_duration(type.kind()))
      problems_.mistake(node, Message(messages::kCannotFit, {"number", type.name()}));
  }

  void compared(const Node& node, char op, const Node& left, const Node& right) {
    listed(left.type, right);
    listed(right.type, left);
    if (!comparable(op, left.type, right.type))
      mismatch(node, op, left.type, right.type, hint_for(left, right));
  }

  static bool comparable(char op, const Type& a, const Type& b) {
    if (!known(a) || !known(b)) return true;
    if (op == '=' || op == '!') return a.kind() == b.kind() || either_is_list(a, b);
    return a.kind() == b.kind() && is_ordered(a.kind());
  }

  void tested(const Node& node, char op, const Type& input, const Node& value) {
    listed(input, value);
    if (!comparable(op, input, value.type))
      mismatch(node, op, input, value.type, hint_for(value, input));
  }

  // `?` against a value, a list of values or a range.
  void value_test(const Type& input, const Node& value) {
    if (value.form == Form::list) {
      for (const Node* item : value.children) listed(input, *item);
      return;
    }
    listed(input, value);
    if (!known(input) || !known(value.type)) return;
    if (is_of(value.type, Kind::boolean) || is_of(value.type, Kind::list)) return;
    const bool range = is_of(value.type, Kind::range) && !is_of(input, Kind::range);
    const Type against = range ? value.type.element() : value.type;
    const char op = range ? '<' : '=';
    if (comparable(op, input, against)) return;
    std::optional<Message> hint = hint_for(value, input);
    for (const Node* end : value.children)
      if (!hint && range) hint = hint_for(*end, input);
    mismatch(value, op, input, against, std::move(hint));
  }

  // [5..1] and (5..5]: nothing lies there.
  void range(const Node& node) {
    if (node.op == '~') return;  // `for i in 5..1` runs down
    const auto low = constant(*node.children[0]), high = constant(*node.children[1]);
    const auto order = low && high ? compare(*low, *high) : std::nullopt;
    if (!order || *order < 0 || (*order == 0 && node.low_closed && node.high_closed)) return;
    std::optional<Message> hint;
    if (*order > 0)
      hint = Message(messages::kRangeAs, {"[" + to_literal(*high) + ".." + to_literal(*low) + "]"});
    problems_.doubt(node, Message(messages::kEmptyRange), std::move(hint));
  }

  // A literal, with a sign or without.
  std::optional<Value> constant(const Node& node) {
    if (node.form == Form::literal) return node.value;
    if (node.form != Form::negate || node.children[0]->form != Form::literal) return {};
    const Value& value = node.children[0]->value;
    return value.kind() == Kind::number ? std::optional(negate(value, arena_)) : std::nullopt;
  }

  // A literal against a type that lists its values.
  void listed(const Type& type, const Node& node) {
    if (node.form != Form::literal || node.value.kind() != Kind::string) return;
    if (type.is_any() || type.values().empty()) return;
    const std::string word(node.value.text());
    const std::vector<std::string>& values = type.values();
    if (std::find(values.begin(), values.end(), word) != values.end()) return;
    auto hint = base::suggestion(word, values);
    if (!hint) hint = Message(messages::kPossibleValues, {joined(values)});
    problems_.mistake(node, Message(messages::kNotListed, {word}), std::move(hint));
  }

  static std::string joined(const std::vector<std::string>& values) {
    constexpr std::size_t kShown = 12;
    std::string text;
    for (std::size_t i = 0; i < values.size() && i < kShown; ++i)
      text += (i == 0 ? "" : ", ") + values[i];
    return values.size() > kShown ? text + ", ..." : text;
  }

  void path(const Node& node) {
    Type owner = node.children[0]->type;
    while (!owner.is_any() && owner.kind() == Kind::list) owner = owner.element();
    if (!known(owner)) return;
    const bool context = owner.kind() == Kind::context;
    if (context && (owner.is_open_context() || owner.member(node.text) != nullptr)) return;
    const std::vector<std::string> names =
        context ? owner.member_names() : property_names(owner.kind());
    if (std::find(names.begin(), names.end(), node.text) != names.end()) return;
    std::optional<Message> hint;
    if (problems_.wants_hint()) hint = base::suggestion(node.text, names);
    const std::string of = context ? described(*node.children[0]) : owner.name();
    problems_.mistake(node.index, static_cast<std::uint32_t>(node.text.size()),
                      Message(messages::kUnknownMember, {shown(node.text), of}), std::move(hint));
  }

  static std::string described(const Node& owner) {
    return owner.text.empty() ? "context" : owner.text;
  }

  void filter(const Node& node) {
    const Type& predicate = node.children[1]->type;
    if (!known(predicate) || is_of(predicate, Kind::number) || is_of(predicate, Kind::boolean))
      return;
    problems_.mistake(*node.children[1],
                      Message(messages::kCannotFit, {"boolean", predicate.name()}));
  }

  void call(const Node& node) {
    const Node& callee = *node.children[0];
    if (callee.form == Form::builtin) return call_builtin(node, *callee.builtin);
    if (known(callee.type) && callee.type.kind() != Kind::function) {
      problems_.mistake(callee, Message(messages::kUnknownFunction, {described(callee)}));
      return;
    }
    if (!known(callee.type) || !callee.type.knows_parameters() || !node.names.empty()) return;
    const std::vector<Type>& parameters = callee.type.parameters();
    const std::size_t given = node.children.size() - 1;
    const bool native = callee.form == Form::native;
    const std::size_t required =
        native ? scope_.functions()[callee.index].required : parameters.size();
    if (given > parameters.size() || given < required) {
      problems_.mistake(node, Message(messages::kWrongCount,
                                      {described(callee), std::to_string(parameters.size()),
                                       std::to_string(given)}));
      return;
    }
    for (std::size_t i = 0; i < given; ++i) expect(*node.children[i + 1], parameters[i]);
  }

  void call_builtin(const Node& node, const Builtin& builtin) {
    const std::string name(builtin.name);
    for (const std::string& wanted : node.names) {
      std::vector<std::string> parameters;
      for (const Signature& signature : builtin.signatures)
        for (const Parameter& parameter : signature.parameters)
          parameters.emplace_back(parameter.name);
      if (std::find(parameters.begin(), parameters.end(), wanted) != parameters.end()) continue;
      problems_.mistake(node, Message(messages::kUnknownParameter, {name, wanted}),
                        base::suggestion(wanted, parameters));
      return;
    }
    if (!node.names.empty()) return;
    pattern(node, builtin);
    listed_in_call(node, builtin);
    temporal(node, builtin);
    const std::size_t given = node.children.size() - 1;
    const Signature* last = nullptr;
    std::size_t wrong = 0;
    for (const Signature& signature : builtin.signatures) {
      if (!signature.takes(given)) continue;
      const auto misfit = first_misfit(signature, node);
      if (!misfit) return;
      last = &signature;
      wrong = *misfit;
    }
    const Message called_as(messages::kCalledAs, {signature_text(builtin)});
    if (last == nullptr) {
      problems_.mistake(
          node, Message(messages::kWrongCount, {name, counts_of(builtin), std::to_string(given)}),
          called_as);
      return;
    }
    const Node& culprit = *node.children[wrong + 1];
    const auto date = builtin.name == "date" && given == 1 ? meant_date(problems_.text_of(culprit))
                                                           : std::nullopt;
    problems_.mistake(culprit, Message(messages::kNoSignature, {name, culprit.type.name()}),
                      date ? Message(messages::kDateAs, {*date}) : called_as);
  }

  // "1", "2 / 3": how many arguments a function takes.
  static std::string counts_of(const Builtin& builtin) {
    std::set<std::size_t> counts;
    for (const Signature& signature : builtin.signatures) {
      counts.insert(signature.required());
      counts.insert(signature.parameters.size());
    }
    std::string text;
    for (const std::size_t count : counts)
      text += (text.empty() ? "" : " / ") + std::to_string(count);
    return text;
  }

  // date("2024-13-01"): a text that stands there must be one.
  void temporal(const Node& node, const Builtin& builtin) {
    Value (*parse)(std::string_view) = builtin.name == "date"            ? parse_date
                                       : builtin.name == "time"          ? parse_time
                                       : builtin.name == "date and time" ? parse_date_time
                                       : builtin.name == "duration"      ? parse_duration
                                                                         : nullptr;
    if (parse == nullptr || node.children.size() != 2) return;
    const Node& literal = *node.children[1];
    if (literal.form != Form::literal || literal.value.kind() != Kind::string) return;
    if (parse(literal.value.text()).is_null())
      problems_.mistake(literal, Message(messages::kNotTemporal, {shown(literal.value.text())}),
                        hint_for_date(literal.value.text()));
  }

  // list contains(["creation"], theme): the words must be ones that the other side lists.
  void listed_in_call(const Node& node, const Builtin& builtin) {
    if (builtin.name != "list contains" && builtin.name != "index of") return;
    if (node.children.size() < 3) return;
    const Node& list = *node.children[1];
    const Node& element = *node.children[2];
    if (list.form == Form::list)
      for (const Node* item : list.children) listed(element.type, *item);
    if (is_of(list.type, Kind::list)) listed(list.type.element(), element);
  }

  // A regular expression that stands in the text must be one.
  void pattern(const Node& node, const Builtin& builtin) {
    if (builtin.name != "matches" && builtin.name != "replace" && builtin.name != "split") return;
    if (node.children.size() < 3) return;
    const Node& literal = *node.children[2];
    if (literal.form != Form::literal || literal.value.kind() != Kind::string) return;
    if (syntax_.patterns->spent()) return;
    const PatternTime::Use use(*syntax_.patterns);
    const auto compiled = Pattern::compile(literal.value.text(), "");
    if (!compiled)
      problems_.mistake(
          literal, Message(messages::kBadPattern, {shown(literal.value.text()), compiled.error().fr,
                                                   compiled.error().en}));
  }

  static std::optional<std::size_t> first_misfit(const Signature& signature, const Node& node) {
    for (std::size_t i = 0; i + 1 < node.children.size() && i < signature.parameters.size(); ++i) {
      if (signature.parameters[i].variadic) break;
      if (!may_fit(node.children[i + 1]->type, signature.parameters[i].want)) return i;
    }
    return std::nullopt;
  }

  const Syntax& syntax_;
  const Scope& scope_;
  Problems& problems_;
  Arena arena_;
};

}  // namespace

void check(const Syntax& syntax, const Scope& scope, Problems& problems, const Type& expected) {
  Checker checker(syntax, scope, problems);
  checker.check_all(*syntax.root);
  checker.expect(*syntax.root, expected);
}

}  // namespace guichet::feel
