#include "workflows/check/guard_space.hpp"

#include <algorithm>

namespace guichet::check {

namespace {

using feel::Kind;
using feel::Outline;
using feel::Stored;

constexpr std::size_t kMostCases = 20'000;
constexpr int kNull = -1;

// Booleans have no order in FEEL; any will do here.
bool comes_before(const Stored& a, const Stored& b) {
  if (a.value().kind() != b.value().kind()) return a.value().kind() < b.value().kind();
  if (a.value().kind() == Kind::boolean) return a.value().is_false() && b.value().is_true();
  return feel::compare(a.value(), b.value()).value_or(0) < 0;
}

bool is_kind(const feel::Type& type, Kind kind) {
  return !type.is_any() && type.kind() == kind;
}

Truth both(Truth a, Truth b) {
  if (a == Truth::no || b == Truth::no) return Truth::no;
  return a == Truth::yes && b == Truth::yes ? Truth::yes : Truth::unknown;
}

Truth negated(Truth truth) {
  if (truth == Truth::unknown) return truth;
  return truth == Truth::yes ? Truth::no : Truth::yes;
}

// `firm.effectif` asks for the field effectif.
std::string last_name(const std::string& subject) {
  return subject.substr(subject.rfind('.') + 1);
}

bool is_count(const std::string& subject) {
  return subject.starts_with("count(");
}

}  // namespace

GuardSpace::GuardSpace(const std::vector<const feel::Expression*>& guards, const feel::Scope& scope,
                       const std::set<std::string>& given) {
  for (const feel::Expression* guard : guards) {
    Outline always;
    always.form = Outline::Form::constant;
    always.value = Stored::boolean(true);
    outlines_.push_back(guard->empty() ? always : feel::outline(*guard, scope));
    asked_.emplace_back();
    collect(outlines_.back(), asked_.back());
  }
  for (Axis& axis : axes_) lay_out(axis, given);
}

std::size_t GuardSpace::axis_of(const std::string& subject) {
  const auto found = std::ranges::find(axes_, subject, &Axis::subject);
  if (found != axes_.end()) return static_cast<std::size_t>(found - axes_.begin());
  axes_.push_back({subject, {}, {}, 0, false, false});
  types_.emplace_back();
  return axes_.size() - 1;
}

void GuardSpace::collect(const Outline& of, std::set<std::size_t>& asked) {
  for (const Outline& part : of.parts) collect(part, asked);
  if (of.form == Outline::Form::truth || of.form == Outline::Form::opaque ||
      of.form == Outline::Form::comparison) {
    add_subject(of, asked);
  }
}

void GuardSpace::add_subject(const Outline& of, std::set<std::size_t>& asked) {
  const std::size_t index = axis_of(of.subject);
  asked.insert(index);
  Axis& axis = axes_[index];
  if (!of.type.is_any()) types_[index] = of.type;
  if (of.form == Outline::Form::comparison) {
    add_literal(axis, of.value);
    // What is computed out of several things is not free of them.
    if (!of.slot && !is_count(of.subject)) exact_ = false;
    return;
  }
  axis.is_opaque = axis.is_opaque || of.form == Outline::Form::opaque;
  if (axis.is_opaque) exact_ = false;
  add_literal(axis, Stored::boolean(true));
  add_literal(axis, Stored::boolean(false));
}

void GuardSpace::add_literal(Axis& axis, const Stored& value) {
  if (value.is_null()) return;
  if (std::ranges::find(axis.literals, value) == axis.literals.end())
    axis.literals.push_back(value);
}

void GuardSpace::lay_out(Axis& axis, const std::set<std::string>& given) {
  const feel::Type& type = types_[static_cast<std::size_t>(&axis - axes_.data())];
  const auto has = [&](Kind kind) {
    return std::ranges::any_of(axis.literals,
                               [&](const Stored& each) { return each.value().kind() == kind; });
  };
  const bool is_choice = is_kind(type, Kind::string) && !type.values().empty();
  if (is_choice) {
    for (const std::string& value : type.values()) add_literal(axis, Stored::string(value));
  }
  const bool is_boolean = is_kind(type, Kind::boolean) || has(Kind::boolean);
  if (is_boolean) {
    add_literal(axis, Stored::boolean(true));
    add_literal(axis, Stored::boolean(false));
  }
  std::ranges::sort(axis.literals, comes_before);
  axis.is_text = has(Kind::string);
  if (!given.contains(last_name(axis.subject)) && !is_count(axis.subject)) {
    axis.positions.push_back(kNull);
  }
  const auto count = static_cast<int>(axis.literals.size());
  for (int i = 0; i < count; ++i) axis.positions.push_back(2 * i + 1);
  if (is_choice || is_boolean) return;
  for (int i = 0; i <= count; ++i) {
    if (axis.is_text && i < count) continue;  // one other text stands for all
    const auto number = [&](int k) {
      return k < 0 || k >= count
                 ? std::nullopt
                 : (axis.literals[static_cast<std::size_t>(k)].value().kind() == Kind::number
                        ? axis.literals[static_cast<std::size_t>(k)].value().as_integer()
                        : std::nullopt);
    };
    const auto below = number(i - 1), above = number(i);
    if (below && above && *above - *below == 1) continue;  // nothing between 9 and 10
    if (i == 0 && is_count(axis.subject) && above && *above <= 0) continue;  // nothing below 0
    axis.positions.push_back(2 * i);
  }
}

bool GuardSpace::is_bearable() const {
  std::size_t cases = 1;
  for (const Axis& axis : axes_) {
    cases *= std::max<std::size_t>(1, axis.positions.size());
    if (cases > kMostCases) return false;
  }
  return true;
}

void GuardSpace::each_case(const std::function<bool(const std::vector<Truth>&)>& look) {
  for (Axis& axis : axes_) axis.at = 0;
  std::vector<Truth> truths(outlines_.size());
  while (true) {
    for (std::size_t i = 0; i < outlines_.size(); ++i) truths[i] = truth(outlines_[i]);
    if (!look(truths)) return;
    std::size_t digit = 0;
    for (; digit < axes_.size(); ++digit) {
      if (++axes_[digit].at < axes_[digit].positions.size()) break;
      axes_[digit].at = 0;
    }
    if (digit == axes_.size()) return;
  }
}

Truth GuardSpace::truth(const Outline& of) const {
  switch (of.form) {
    case Outline::Form::constant:
      return of.value.value().is_true()    ? Truth::yes
             : of.value.value().is_false() ? Truth::no
                                           : Truth::unknown;
    case Outline::Form::conjunction: {
      Truth all = Truth::yes;
      for (const Outline& part : of.parts) all = both(all, truth(part));
      return all;
    }
    case Outline::Form::disjunction: {
      Truth none = Truth::yes;
      for (const Outline& part : of.parts) none = both(none, negated(truth(part)));
      return negated(none);
    }
    case Outline::Form::negation:
      return negated(truth(of.parts.front()));
    case Outline::Form::truth:
    case Outline::Form::opaque:
    case Outline::Form::comparison:
      break;
  }
  return compared(of);
}

Truth GuardSpace::compared(const Outline& of) const {
  const Axis& axis = *std::ranges::find(axes_, of.subject, &Axis::subject);
  const int position = axis.positions.empty() ? kNull : axis.positions[axis.at];
  const auto yes_if = [](bool holds) { return holds ? Truth::yes : Truth::no; };
  const bool by_equality = of.test == Outline::Test::equal || of.test == Outline::Test::unequal;
  const bool is_comparison = of.form == Outline::Form::comparison;
  if (is_comparison && of.value.is_null()) {
    if (!by_equality) return Truth::unknown;
    return yes_if((position == kNull) == (of.test == Outline::Test::equal));
  }
  if (position == kNull) {
    if (!is_comparison || !by_equality) return Truth::unknown;
    return yes_if(of.test == Outline::Test::unequal);
  }
  const Stored wanted = is_comparison ? of.value : Stored::boolean(true);
  const auto found = std::ranges::find(axis.literals, wanted);
  const int literal = 2 * static_cast<int>(found - axis.literals.begin()) + 1;
  switch (is_comparison ? of.test : Outline::Test::equal) {
    case Outline::Test::equal:
      return yes_if(position == literal);
    case Outline::Test::unequal:
      return yes_if(position != literal);
    case Outline::Test::less:
      return yes_if(position < literal);
    case Outline::Test::less_equal:
      return yes_if(position <= literal);
    case Outline::Test::greater:
      return yes_if(position > literal);
    case Outline::Test::greater_equal:
      break;
  }
  return yes_if(position >= literal);
}

std::string GuardSpace::shown(const Axis& axis, int position) {
  if (position == kNull) return axis.subject + " = null";
  const auto literal = [&](int k) {
    return feel::to_literal(axis.literals[static_cast<std::size_t>(k)].value());
  };
  if (position % 2 == 1) return axis.subject + " = " + literal(position / 2);
  const int above = position / 2, count = static_cast<int>(axis.literals.size());
  if (count == 0) return axis.subject + " != null";
  if (axis.is_text) return axis.subject + " = \"…\"";
  if (above == 0) return axis.subject + " < " + literal(0);
  if (above == count) return axis.subject + " > " + literal(count - 1);
  return axis.subject + " in (" + literal(above - 1) + ".." + literal(above) + ")";
}

std::string GuardSpace::witness(const std::vector<std::size_t>& which) const {
  std::string out;
  for (std::size_t i = 0; i < axes_.size(); ++i) {
    const bool asked =
        std::ranges::any_of(which, [&](std::size_t guard) { return asked_[guard].contains(i); });
    if (!asked || axes_[i].positions.empty()) continue;
    out += (out.empty() ? "" : " and ") + shown(axes_[i], axes_[i].positions[axes_[i].at]);
  }
  return out;
}

}  // namespace guichet::check
