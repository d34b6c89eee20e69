#include "rules/tables/plain_cell.hpp"

#include <algorithm>

#include "rules/feel/temporal.hpp"

namespace guichet::tables {

namespace {

using feel::Kind;
using feel::Stored;
using feel::TestSet;

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

// Reads tests from left to right; every reader returns false to give up.
class PlainReader {
 public:
  PlainReader(std::string_view text, const feel::Type& type) : rest_(text), type_(type) {}

  std::optional<TestSet> read() {
    if (rest_ == "-") return TestSet{TestSet::Kind::any};
    // Of a value of any type FEEL may ask more than whether it is equal.
    if (type_.is_any()) return {};
    do {
      if (!test()) return {};
    } while (take(","));
    if (!rest_.empty()) return {};
    set_.kind = set_.intervals.empty() ? TestSet::Kind::points : TestSet::Kind::intervals;
    return std::move(set_);
  }

 private:
  void skip_blanks() {
    while (!rest_.empty() && rest_.front() == ' ') rest_.remove_prefix(1);
  }
  bool take(std::string_view symbol) {
    skip_blanks();
    if (!rest_.starts_with(symbol)) return false;
    rest_.remove_prefix(symbol.size());
    skip_blanks();
    return true;
  }

  bool test() {
    for (const std::string_view symbol : {"<=", ">=", "<", ">"})
      if (take(symbol)) return comparison(symbol);
    if (take("[")) return interval(true);
    if (take("(")) return interval(false);
    Stored point;
    if (!operand(point)) return false;
    set_.points.push_back(std::move(point));
    return true;
  }

  bool comparison(std::string_view symbol) {
    Stored value;
    if (!operand(value) || !is_ordered(value)) return false;
    TestSet::Interval interval;
    (symbol[0] == '>' ? interval.low : interval.high) = std::move(value);
    interval.low_closed = symbol == ">=";
    interval.high_closed = symbol == "<=";
    set_.intervals.push_back(std::move(interval));
    return true;
  }

  bool interval(bool low_closed) {
    Stored low, high;
    if (!operand(low) || !take("..") || !operand(high)) return false;
    const bool high_closed = rest_.starts_with(']');
    if (!high_closed && !rest_.starts_with(')')) return false;
    rest_.remove_prefix(1);
    skip_blanks();
    if (!is_ordered(low)) return false;
    const auto order = feel::compare(low.value(), high.value());
    if (!order || *order >= 0) return false;
    set_.intervals.push_back({std::move(low), std::move(high), low_closed, high_closed});
    return true;
  }

  bool is_ordered(const Stored& value) const { return value.value().kind() != Kind::boolean; }

  bool operand(Stored& value) {
    skip_blanks();
    if (rest_.empty()) return false;
    const char first = rest_.front();
    const bool read = first == '"'                      ? text(value)
                      : first == '@'                    ? temporal(value)
                      : is_digit(first) || first == '-' ? number(value)
                                                        : word(value);
    skip_blanks();
    return read && fits(value.value().kind());
  }

  bool fits(Kind kind) const { return type_.kind() == kind; }

  // Without escapes.
  bool quoted(std::string_view& inside) {
    const std::size_t end = rest_.find('"', 1);
    if (end == std::string_view::npos) return false;
    inside = rest_.substr(1, end - 1);
    if (inside.find('\\') != std::string_view::npos) return false;
    rest_.remove_prefix(end + 1);
    return true;
  }

  bool text(Stored& value) {
    std::string_view inside;
    if (!quoted(inside)) return false;
    const std::vector<std::string>& listed = type_.values();
    if (!listed.empty() && std::find(listed.begin(), listed.end(), inside) == listed.end())
      return false;
    value = Stored::string(inside);
    return true;
  }

  // A bare word that the column lists, up to a comma or the end.
  bool word(Stored& value) {
    const std::string_view all = rest_.substr(0, rest_.find(','));
    const std::string_view bare = all.substr(0, all.find_last_not_of(' ') + 1);
    const std::vector<std::string>& listed = type_.values();
    if (std::find(listed.begin(), listed.end(), bare) == listed.end()) return false;
    value = Stored::string(bare);
    rest_.remove_prefix(all.size());
    return true;
  }

  bool temporal(Stored& value) {
    rest_.remove_prefix(1);
    std::string_view inside;
    if (rest_.empty() || rest_.front() != '"' || !quoted(inside)) return false;
    const auto parsed = feel::parse_temporal(inside, arena_);
    if (!parsed || !feel::is_temporal(parsed->kind())) return false;
    value = Stored(*parsed);
    return true;
  }

  // Whole or decimal, at most 18 digits, so that it stays inline.
  bool number(Stored& value) {
    std::size_t end = rest_.front() == '-' ? 1 : 0;
    const std::size_t digits = end;
    while (end < rest_.size() && is_digit(rest_[end])) ++end;
    if (end == digits) return false;
    if (end + 1 < rest_.size() && rest_[end] == '.' && is_digit(rest_[end + 1])) {
      ++end;
      while (end < rest_.size() && is_digit(rest_[end])) ++end;
    }
    constexpr std::size_t kMost = 18;
    const char after = end < rest_.size() ? rest_[end] : ' ';
    if (end > kMost || std::string_view(" ,.])").find(after) == std::string_view::npos)
      return false;
    const auto parsed = arena_.number(rest_.substr(0, end));
    if (!parsed) return false;
    value = Stored(*parsed);
    rest_.remove_prefix(end);
    return true;
  }

  std::string_view rest_;
  const feel::Type& type_;
  TestSet set_;
  feel::Arena arena_;
};

}  // namespace

std::optional<TestSet> read_plain_cell(std::string_view text, const feel::Type& type) {
  return PlainReader(text, type).read();
}

}  // namespace guichet::tables
