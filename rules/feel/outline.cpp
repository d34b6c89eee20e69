#include "rules/feel/outline.hpp"

#include <algorithm>

#include "rules/feel/program.hpp"

namespace guichet::feel {
namespace {

std::optional<Outline::Test> test_of(Op op) {
  using Test = Outline::Test;
  switch (op) {
    case Op::equal:
      return Test::equal;
    case Op::unequal:
      return Test::unequal;
    case Op::less:
      return Test::less;
    case Op::less_equal:
      return Test::less_equal;
    case Op::greater:
      return Test::greater;
    case Op::greater_equal:
      return Test::greater_equal;
    default:
      return std::nullopt;
  }
}

Outline::Test mirrored(Outline::Test test) {
  using Test = Outline::Test;
  switch (test) {
    case Test::less:
      return Test::greater;
    case Test::less_equal:
      return Test::greater_equal;
    case Test::greater:
      return Test::less;
    case Test::greater_equal:
      return Test::less_equal;
    default:
      return test;
  }
}

std::string without_blanks(std::string_view text) {
  std::string out;
  bool quoted = false;
  for (const char c : text) {
    quoted = quoted != (c == '"');
    if (quoted || (c != ' ' && c != '\n' && c != '\t')) out += c;
  }
  return out;
}

// Reads the instructions of a program back as the forms that a reasoner knows.
class Outliner {
  using Form = Outline::Form;
  using Test = Outline::Test;

 public:
  Outliner(const Expression::Program& program, const Scope* scope)
      : program_(program), scope_(scope) {}

  Outline condition(std::uint32_t index) const {
    const Instruction& at = program_.code[index];
    if (at.op == Op::constant) return constant(index);
    if (at.op == Op::conjunction) return joined(Form::conjunction, at);
    if (at.op == Op::disjunction) return joined(Form::disjunction, at);
    if (at.op == Op::between) return between(at);
    if (at.op == Op::in) return membership(at);
    if (test_of(at.op)) return comparison(at);
    if (is_not(at)) {
      Outline out;
      out.form = Form::negation;
      out.parts.push_back(condition(program_.operands[at.first]));
      return out;
    }
    Outline out = subject(index);
    out.form = is_path(index) ? Form::truth : Form::opaque;
    return out;
  }

  std::string text(std::uint32_t index) const {
    const Instruction& at = program_.code[index];
    return without_blanks(std::string_view(program_.source.text()).substr(at.offset, at.length));
  }
  const Value* literal(std::uint32_t index) const {
    const Instruction& at = program_.code[index];
    return at.op == Op::constant ? &program_.constants[at.a] : nullptr;
  }

 private:
  bool is_not(const Instruction& at) const {
    return at.op == Op::call_builtin && at.count == 1 &&
           program_.builtins[at.a]->name == std::string_view("not");
  }

  bool is_path(std::uint32_t index) const {
    const Instruction& at = program_.code[index];
    return at.op == Op::variable || (at.op == Op::path && is_path(at.a));
  }

  Outline constant(std::uint32_t index) const {
    Outline out;
    out.form = Form::constant;
    out.value = Stored(*literal(index));
    return out;
  }

  Outline joined(Form form, const Instruction& at) const {
    Outline out;
    out.form = form;
    out.parts = {condition(at.a), condition(at.b)};
    return out;
  }

  Outline joined(Form form, std::vector<Outline> parts) const {
    Outline out;
    out.form = form;
    out.parts = std::move(parts);
    return out;
  }

  Outline opaque(const Instruction& at) const {
    Outline out;
    out.subject =
        without_blanks(std::string_view(program_.source.text()).substr(at.offset, at.length));
    return out;
  }

  Outline subject(std::uint32_t index) const {
    Outline out;
    out.subject = text(index);
    if (!is_path(index)) return out;
    std::uint32_t at = index;
    for (; program_.code[at].op == Op::path; at = program_.code[at].a) {
      out.members.insert(out.members.begin(), program_.texts[program_.code[at].first]);
    }
    out.slot = program_.code[at].a;
    if (scope_ == nullptr || *out.slot >= scope_->variables().size()) return out;
    Type type = scope_->variables()[*out.slot].type;
    for (const std::string& member : out.members) {
      const Type* inner = !type.is_any() && type.kind() == Kind::context && type.has_members()
                              ? type.member(member)
                              : nullptr;
      type = inner == nullptr ? Type::any() : *inner;
    }
    out.type = type;
    return out;
  }

  static bool is_plain(const Value& value) {
    return value.kind() != Kind::list && value.kind() != Kind::context &&
           value.kind() != Kind::range && value.kind() != Kind::function;
  }

  Outline compared(std::uint32_t index, Test test, const Value& value) const {
    Outline out = subject(index);
    out.form = Form::comparison;
    out.test = test;
    out.value = Stored(value);
    return out;
  }

  Outline comparison(const Instruction& at) const {
    const Test test = *test_of(at.op);
    const Value *left = literal(at.a), *right = literal(at.b);
    if (right != nullptr && is_plain(*right)) return compared(at.a, test, *right);
    if (left != nullptr && is_plain(*left)) return compared(at.b, mirrored(test), *left);
    const bool ordered = test != Test::equal && test != Test::unequal;
    if (left != nullptr || right != nullptr || !ordered) return opaque(at);
    // Two unknowns: what counts is how they stand to each other.
    const std::string a = text(at.a), b = text(at.b);
    Outline out;
    out.form = Form::comparison;
    out.subject = a < b ? a + "-" + b : b + "-" + a;
    out.test = a < b ? test : mirrored(test);
    out.value = Stored::integer(0);
    return out;
  }

  Outline between(const Instruction& at) const {
    const std::uint32_t* operand = &program_.operands[at.first];
    const Value *low = literal(operand[1]), *high = literal(operand[2]);
    if (low == nullptr || high == nullptr) return opaque(at);
    return joined(Form::conjunction, {compared(operand[0], Test::greater_equal, *low),
                                      compared(operand[0], Test::less_equal, *high)});
  }

  Outline membership(const Instruction& at) const {
    std::vector<Outline> any;
    for (std::uint32_t i = 0; i < at.count; ++i) {
      const Instruction& test = program_.code[program_.operands[at.first + i]];
      const Value* value =
          test.op == Op::value_test || test.op == Op::compare_test ? literal(test.a) : nullptr;
      if (value == nullptr || (test.op == Op::value_test && test.flags != 0)) return opaque(at);
      if (test.op == Op::compare_test) {
        any.push_back(compared(at.a, *test_of(static_cast<Op>(test.flags)), *value));
      } else if (!add_value(at.a, *value, any)) {
        return opaque(at);
      }
    }
    return joined(Form::disjunction, std::move(any));
  }

  bool add_value(std::uint32_t index, const Value& value, std::vector<Outline>& any) const {
    if (value.kind() == Kind::list) {
      return std::ranges::all_of(value.items(), [&](const Value& item) {
        return item.kind() != Kind::list && add_value(index, item, any);
      });
    }
    if (value.kind() == Kind::range) return add_range(index, value, any);
    if (!is_plain(value)) return false;
    any.push_back(compared(index, Test::equal, value));
    return true;
  }

  bool add_range(std::uint32_t index, const Value& value, std::vector<Outline>& any) const {
    const Range& range = *ValueAccess::target<Range>(value);
    if (range.form == Range::Form::equal || range.form == Range::Form::unequal) return false;
    std::vector<Outline> ends;
    if (!range.low.is_null()) {
      ends.push_back(
          compared(index, range.low_closed ? Test::greater_equal : Test::greater, range.low));
    }
    if (!range.high.is_null()) {
      ends.push_back(
          compared(index, range.high_closed ? Test::less_equal : Test::less, range.high));
    }
    if (ends.empty()) return false;
    any.push_back(joined(Form::conjunction, std::move(ends)));
    return true;
  }

  const Expression::Program& program_;
  const Scope* scope_;
};

// The literals with which members are compared.
class MemberTests {
 public:
  explicit MemberTests(const Expression::Program& program)
      : program_(program), outliner_(program, nullptr) {}

  std::vector<MemberTest> collect() {
    for (const Instruction& at : program_.code) {
      if (at.op == Op::equal || at.op == Op::unequal) {
        add(at.a, at.b);
        add(at.b, at.a);
      } else if (at.op == Op::in) {
        for (std::uint32_t i = 0; i < at.count; ++i) {
          const Instruction& test = program_.code[program_.operands[at.first + i]];
          if (test.op == Op::value_test || test.op == Op::compare_test) add(at.a, test.a);
        }
      }
    }
    return std::move(found_);
  }

 private:
  void add(std::uint32_t subject, std::uint32_t value) {
    const Instruction& path = program_.code[subject];
    const Value* literal = outliner_.literal(value);
    if (path.op != Op::path || literal == nullptr) return;
    const Instruction& written = program_.code[value];
    if (literal->kind() == Kind::string) return add(path, literal->text(), written);
    if (literal->kind() != Kind::list) return;
    for (const Value& item : literal->items()) {
      if (item.kind() == Kind::string) add(path, item.text(), written);
    }
  }

  void add(const Instruction& path, std::string_view text, const Instruction& written) {
    const std::string_view source = program_.source.text();
    const std::string quoted = "\"" + std::string(text) + "\"";
    const std::size_t at = source.substr(written.offset, written.length).find(quoted);
    const bool exact = at != std::string_view::npos;
    found_.push_back({program_.texts[path.first], outliner_.text(path.a), std::string(text),
                      exact ? program_.source.at(written.offset + at + 1, text.size())
                            : program_.source.at(written.offset, written.length)});
  }

  const Expression::Program& program_;
  Outliner outliner_;
  std::vector<MemberTest> found_;
};

}  // namespace

Outline outline(const Expression& condition, const Scope& scope) {
  return Outliner(condition.program(), &scope).condition(condition.program().root);
}

std::vector<MemberTest> member_names(const Expression& expression) {
  std::vector<MemberTest> found;
  if (expression.empty()) return found;
  const Expression::Program& program = expression.program();
  const Outliner outliner(program, nullptr);
  for (const Instruction& at : program.code) {
    if (at.op != Op::path || program.code[at.a].op != Op::local) continue;
    const std::string& name = program.texts[at.first];
    if (at.length < name.size()) continue;
    found.push_back({name, outliner.text(at.a), "",
                     program.source.at(at.offset + at.length - name.size(), name.size())});
  }
  return found;
}

std::vector<MemberTest> member_tests(const Expression& expression) {
  if (expression.empty()) return {};
  return MemberTests(expression.program()).collect();
}

}  // namespace guichet::feel
