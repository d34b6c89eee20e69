// Numbers from text and to text.
#include <charconv>

#include "rules/feel/number.hpp"
#include "rules/feel/text.hpp"
#include "rules/feel/wide_number.hpp"

namespace guichet::feel {
namespace {

// More zeros than this are written as an exponent.
constexpr int kPlainZeros = 40;

struct Parts {
  std::string digits;  // without leading zeros; "" is zero
  std::int64_t exponent = 0;
  bool negative = false;
};

std::size_t skip_digits(std::string_view text, std::size_t from) {
  while (from < text.size() && is_digit(text[from])) ++from;
  return from;
}

std::optional<std::int64_t> parse_exponent(std::string_view text) {
  if (text.starts_with('+')) text.remove_prefix(1);
  std::int64_t value = 0;
  const auto end = std::from_chars(text.data(), text.data() + text.size(), value);
  if (text.empty() || end.ec != std::errc() || end.ptr != text.data() + text.size() ||
      value > 1'000'000 || value < -1'000'000)
    return std::nullopt;
  return value;
}

std::optional<Parts> split(std::string_view text) {
  Parts parts;
  if (text.starts_with('-') || text.starts_with('+')) {
    parts.negative = text.front() == '-';
    text.remove_prefix(1);
  }
  const std::size_t whole_end = skip_digits(text, 0);
  parts.digits = std::string(text.substr(0, whole_end));
  std::size_t at = whole_end;
  if (at < text.size() && text[at] == '.') {
    const std::size_t end = skip_digits(text, at + 1);
    if (end == at + 1) return std::nullopt;
    parts.digits += text.substr(at + 1, end - at - 1);
    parts.exponent = -static_cast<std::int64_t>(end - at - 1);
    at = end;
  }
  if (parts.digits.empty()) return std::nullopt;
  if (at < text.size() && (text[at] == 'e' || text[at] == 'E')) {
    const auto exponent = parse_exponent(text.substr(at + 1));
    if (!exponent) return std::nullopt;
    parts.exponent += *exponent;
    at = text.size();
  }
  if (at != text.size()) return std::nullopt;
  parts.digits.erase(0, parts.digits.find_first_not_of('0'));
  return parts;
}

}  // namespace

Value parse_number(std::string_view text, Arena& arena) {
  const auto parts = split(text);
  if (!parts) return {};
  if (parts->digits.empty()) return decimal(0, 0);
  if (parts->digits.size() <= 18 && parts->exponent >= -6000 && parts->exponent <= 6000) {
    std::int64_t coefficient = 0;
    std::from_chars(parts->digits.data(), parts->digits.data() + parts->digits.size(), coefficient);
    return decimal(parts->negative ? -coefficient : coefficient, static_cast<int>(parts->exponent));
  }
  const std::string canonical =
      (parts->negative ? "-" : "+") + parts->digits + "E" + std::to_string(parts->exponent);
  return wide::to_value(wide::parse(canonical), arena);
}

void append_number(std::string& out, const Value& a) {
  wide::Digits parts;
  if (ValueAccess::flags(a) & kWide) {
    parts = wide::digits_of(wide::from(a));
    parts.digits.erase(0, parts.digits.find_first_not_of('0'));
  } else {
    const std::int64_t coefficient = ValueAccess::payload(a);
    parts.negative = coefficient < 0;
    parts.digits = std::to_string(coefficient);
    if (parts.negative) parts.digits.erase(0, 1);
    parts.exponent = ValueAccess::exponent(a);
  }
  while (parts.digits.size() > 1 && parts.digits.back() == '0') {
    parts.digits.pop_back();
    ++parts.exponent;
  }
  if (parts.digits.empty() || parts.digits == "0") {
    out += '0';
    return;
  }
  if (parts.negative) out += '-';
  const int size = static_cast<int>(parts.digits.size());
  if (parts.exponent > kPlainZeros || -parts.exponent > size + kPlainZeros) {
    out += parts.digits + "e" + std::to_string(parts.exponent);
  } else if (parts.exponent >= 0) {
    out += parts.digits;
    out.append(static_cast<std::size_t>(parts.exponent), '0');
  } else if (-parts.exponent < size) {
    const auto whole = static_cast<std::size_t>(size + parts.exponent);
    out += parts.digits.substr(0, whole) + "." + parts.digits.substr(whole);
  } else {
    out += "0.";
    out.append(static_cast<std::size_t>(-parts.exponent - size), '0');
    out += parts.digits;
  }
}

}  // namespace guichet::feel
