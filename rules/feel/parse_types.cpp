// Types as `instance of` and parameters name them: number, list<string>, context<a: number>.
#include "rules/feel/parse.hpp"

namespace guichet::feel {

Type Parser::type() {
  if (++depth_ > kParseDepth)
    fail(base::Message(messages::kTooDeep, {std::to_string(kParseDepth)}));
  const std::uint32_t offset = token_.offset;
  Type result;
  if (token_.kind != TokenKind::word) {
    fail(base::Message(messages::kTypeExpected));
  } else {
    const ScannedName name = scanner_.read_name(
        offset, [this](std::string_view candidate) { return names_.match_type(candidate); });
    advance_to(name.end);
    if (at('<')) {
      result = parametric_type(name.canonical, offset);
    } else if (const auto found = names_.find_type(name.canonical)) {
      result = *found;
    } else {
      problems_.mistake(offset, name.end - offset,
                        base::Message(messages::kUnknownType, {name.text}),
                        base::suggestion(name.text, names_.all_types()));
      // Nothing is an instance of it, null apart, where the scope is lenient.
      result = Type::one_of({"\x01unknown type"});
    }
  }
  --depth_;
  return result;
}

Type Parser::parametric_type(std::string_view family, std::uint32_t offset) {
  if (family == "context") return context_type();
  if (family == "function") return function_type();
  if (family != "list" && family != "range") {
    problems_.mistake(offset, token_.end - offset,
                      base::Message(messages::kUnknownType, {std::string(family) + "<>"}));
  }
  expect('<');
  Type element = type();
  expect('>');
  return family == "range" ? Type::range_of(element) : Type::list_of(element);
}

Type Parser::context_type() {
  std::vector<std::pair<std::string, Type>> members;
  expect('<');
  do {
    const ScannedName name = scanner_.read_declared_name(token_.offset, ":>", "");
    if (name.text.empty()) {
      fail(base::Message(messages::kNameExpected));
      break;
    }
    advance_to(name.end);
    expect(':');
    members.emplace_back(name.text, type());
  } while (take(','));
  expect('>');
  return Type::context(std::move(members));
}

Type Parser::function_type() {
  std::vector<Type> parameters;
  expect('<');
  if (!at('>')) {
    do parameters.push_back(type());
    while (take(','));
  }
  expect('>');
  if (!take('a')) fail_expected("->");
  return Type::function(std::move(parameters), type());
}

}  // namespace guichet::feel
