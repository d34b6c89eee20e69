// The parser: Pratt's method over tokens, resolving names as it goes, because only a known name
// tells where it ends. After the first syntax mistake it reads the end of the text everywhere.
#pragma once

#include <set>

#include "rules/feel/names.hpp"
#include "rules/feel/problems.hpp"
#include "rules/feel/scan.hpp"
#include "rules/feel/syntax.hpp"

namespace guichet::feel {

inline constexpr int kParseDepth = 64;

class Parser {
 public:
  Parser(std::string_view text, const Scope& scope, Problems& problems, Syntax& syntax);

  void parse_whole_expression();
  // Unary tests over `?` of type `input`; the binding of `?` is number 0.
  void parse_whole_tests(const Type& input, bool bare_words);
  // The condition of a filter; the binding of `item` is number 0.
  void parse_whole_match(const Type& item);

 private:
  // Precedence, from loose to tight.
  enum Level { kOr = 1, kAnd, kComparison, kSum, kProduct, kPower, kPrefix };

  // parse_expression.cpp
  Node* expression(int level = kOr);
  Node* prefix();
  Node* infix(Node* left, int level);
  Node* comparison(Node* left);
  Node* in_operator(Node* left);
  void tests_in_brackets(Node& in, std::uint32_t offset);
  Node* postfix(Node* left);
  Node* path(Node* left);
  Node* filter(Node* left);
  Node* call(Node* callee);
  bool named_arguments(Node& call);
  int infix_level() const;

  // parse_primary.cpp
  Node* primary();
  Node* word();
  Node* name();
  void unknown_name(const ScannedName& name, std::uint32_t offset);
  Node* symbol_for(const ScannedName& name, std::uint32_t offset);
  Node* number();
  Node* string();
  Node* at_literal();
  Node* bracketed();
  Node* parenthesis();
  Node* reversed_bracket();
  Node* range_end(Node* low, bool low_closed, std::uint32_t offset);
  Node* list_rest(Node* first, std::uint32_t offset);
  Node* context();
  void context_entry(Node& context, std::set<std::string, std::less<>>& keys);
  Node* half_range(std::uint32_t offset);

  // parse_forms.cpp
  Node* conditional();
  Node* loop();
  Node* quantified(Form form);
  void domain(Node& node);
  Node* lambda();
  Node* external_body(const Node& function, std::uint32_t offset);

  // parse_types.cpp
  Type type();
  Type parametric_type(std::string_view family, std::uint32_t offset);
  Type context_type();
  Type function_type();

  // parse_tests.cpp
  Node* tests();
  Node* test(int level);
  Node* value_test(Node* value);
  bool at_comparison() const;
  bool at_bare_word(ScannedName& word) const;

  // parse.cpp
  void advance() { advance_to(token_.end); }
  void advance_to(std::uint32_t offset);
  bool at(char symbol) const { return token_.kind == TokenKind::symbol && token_.symbol == symbol; }
  bool at_word(std::string_view text) const {
    return token_.kind == TokenKind::word && scanner_.text(token_) == text;
  }
  bool take(char symbol);
  bool take_word(std::string_view text);
  void expect(char symbol);
  void expect_word(std::string_view text);
  void fail(base::Message what);
  void fail_expected(std::string_view what);
  void report_broken();
  Token end_token() const;
  void fail_unexpected();
  Node* make(Form form, std::uint32_t offset);
  Node* make(Form form, std::uint32_t offset, std::vector<Node*> children);
  Node* finish(Node* node);  // extent, depth and type
  std::uint32_t bind(std::string_view name, Type type);
  std::uint32_t previous_end() const { return previous_end_; }

  std::string_view text_;
  Scanner scanner_;
  Names names_;
  Problems& problems_;
  std::size_t most_nodes_;
  Syntax& syntax_;
  Token token_;
  std::uint32_t previous_end_ = 0;
  int depth_ = 0;
  bool failed_ = false;
  bool in_range_end_ = false;         // where `[` closes a range rather than filter
  std::uint32_t input_ = UINT32_MAX;  // binding of `?`
  bool input_used_ = false;
  bool bare_words_ = false;
};

// The static type of a node whose children have theirs (infer.cpp).
Type infer(const Node& node, const Syntax& syntax);

// Looks for what cannot work in a tree (check.cpp): operands, arguments, members, listed values.
void check(const Syntax& syntax, const Scope& scope, Problems& problems, const Type& expected);

}  // namespace guichet::feel
