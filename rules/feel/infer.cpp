// Static types, from the leaves up. Where nothing is certain the type is `any`.
#include "rules/feel/parse.hpp"

namespace guichet::feel {
namespace {

bool is_number_property(std::string_view name) {
  for (const std::string_view known :
       {"year", "month", "day", "weekday", "hour", "minute", "second", "years", "months", "days",
        "hours", "minutes", "seconds"})
    if (name == known) return true;
  return false;
}

// Finds the type that fits two. Types share their parts, so that a small text can have a type
// that is huge when it is unfolded: past so many parts, contexts are left open.
class Common {
 public:
  Type of(const Type& a, const Type& b) {
    if (a.is_any() || b.is_any()) return Type::any();
    if (a.is_same(b)) return a;
    if (a.kind() == Kind::null) return b;
    if (b.kind() == Kind::null) return a;
    if (a.kind() != b.kind()) return Type::any();
    if (a.kind() == Kind::list && parts_ > 0) {
      --parts_;
      return Type::list_of(of(a.element(), b.element()));
    }
    return a.kind() == Kind::context ? context(a, b) : Type::of(a.kind());
  }

 private:
  // Contexts of the same members stay closed.
  Type context(const Type& a, const Type& b) {
    const Type open = Type::of(Kind::context);
    const std::vector<std::string> names = a.member_names();
    if (a.is_open_context() || b.is_open_context() || names.size() != b.member_names().size())
      return open;
    std::vector<std::pair<std::string, Type>> members;
    for (const std::string& name : names) {
      const Type* other = b.member(name);
      if (other == nullptr || parts_ == 0) return open;
      --parts_;
      members.emplace_back(name, of(*a.member(name), *other));
    }
    return Type::context(std::move(members));
  }

  int parts_ = 200;
};

Type common(const Type& a, const Type& b) {
  return Common().of(a, b);
}

Type arithmetic(const Node& node) {
  const Type& a = node.children[0]->type;
  const Type& b = node.children[1]->type;
  if (a.is_any() || b.is_any()) return Type::any();
  if (a.kind() == b.kind() && (a.kind() == Kind::number || (a.kind() == Kind::string)))
    return Type::of(a.kind());
  const bool point = a.kind() == Kind::date || a.kind() == Kind::date_time;
  const bool duration = b.kind() == Kind::days_duration || b.kind() == Kind::months_duration;
  if (point && duration && (node.op == '+' || node.op == '-')) return Type::of(a.kind());
  if (point && node.op == '-') return Type::of(Kind::days_duration);
  return Type::any();
}

Type path(const Node& node) {
  Type owner = node.children[0]->type;
  if (is_of(owner, Kind::list)) {
    const Type* member = owner.element().is_any() ? nullptr : owner.element().member(node.text);
    return member != nullptr ? Type::list_of(*member) : Type::of(Kind::list);
  }
  if (owner.is_any()) return owner;
  if (const Type* member = owner.member(node.text)) return *member;
  if (owner.kind() != Kind::context && is_number_property(node.text)) return Type::of(Kind::number);
  return Type::any();
}

Type filter(const Node& node) {
  const Type& source = node.children[0]->type;
  const Type& predicate = node.children[1]->type;
  const Type element = is_of(source, Kind::list) ? source.element() : source;
  if (is_of(predicate, Kind::number)) return element;
  if (is_of(predicate, Kind::boolean)) return Type::list_of(element);
  return Type::any();
}

Type call(const Node& node) {
  const Node& callee = *node.children[0];
  if (callee.form == Form::builtin) {
    Type result = callee.builtin->signatures.front().result;
    for (const Signature& signature : callee.builtin->signatures)
      result = common(result, signature.result);
    return result;
  }
  return is_of(callee.type, Kind::function) ? callee.type.result() : Type::any();
}

Type list(const Node& node) {
  if (node.children.empty()) return Type::of(Kind::list);
  Type element = node.children.front()->type;
  for (const Node* child : node.children) element = common(element, child->type);
  return Type::list_of(is_of(element, Kind::null) ? Type::any() : element);
}

Type context(const Node& node) {
  std::vector<std::pair<std::string, Type>> members;
  for (std::size_t i = 0; i < node.names.size(); ++i)
    members.emplace_back(node.names[i], node.children[i]->type);
  return Type::context(std::move(members));
}

}  // namespace

Type infer(const Node& node, const Syntax& syntax) {
  switch (node.form) {
    case Form::literal:
      return Type::of(node.value.kind());
    case Form::local:
      return syntax.bindings[node.index].type;
    case Form::variable:
    case Form::builtin:
    case Form::native:
      return node.type;
    case Form::negate:
      return node.children[0]->type;
    case Form::arithmetic:
      return arithmetic(node);
    case Form::path:
      return path(node);
    case Form::filter:
      return filter(node);
    case Form::call:
      return call(node);
    case Form::conditional:
      return common(node.children[1]->type, node.children[2]->type);
    case Form::loop:
      return Type::list_of(node.children.back()->type);
    case Form::list:
      return list(node);
    case Form::context:
      return context(node);
    case Form::range:
      return Type::range_of(common(node.children[0]->type, node.children[1]->type));
    case Form::half_range:
      return Type::range_of(node.children[0]->type);
    case Form::lambda:
      return Type::function(node.parameter_types, node.children[0]->type);
    case Form::unknown:
    case Form::member_or:
      return Type::any();
    default:
      return Type::of(Kind::boolean);
  }
}

}  // namespace guichet::feel
