#include "engine/vocabulary/notation.hpp"

#include <algorithm>
#include <charconv>

namespace guichet::vocabulary {
namespace {

// Space, tab, line breaks, and the no-break, narrow no-break and thin spaces.
constexpr std::string_view kBlanks[] = {" ",        "\t",           "\n",          "\r",
                                        "\xC2\xA0", "\xE2\x80\xAF", "\xE2\x80\x89"};

std::size_t blank_at_front(std::string_view text) {
  for (const std::string_view blank : kBlanks) {
    if (text.starts_with(blank)) return blank.size();
  }
  return 0;
}

std::size_t blank_at_back(std::string_view text) {
  for (const std::string_view blank : kBlanks) {
    if (text.ends_with(blank)) return blank.size();
  }
  return 0;
}

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}
bool is_letter_or_digit(char c) {  // bytes past ASCII are letters of other scripts
  return is_digit(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c & 0x80) != 0;
}
bool all_digits(std::string_view text) {
  return !text.empty() && std::ranges::all_of(text, is_digit);
}

std::optional<int> number_of(std::string_view digits, std::size_t least, std::size_t most) {
  int value = 0;
  if (digits.size() < least || digits.size() > most || !all_digits(digits)) return {};
  std::from_chars(digits.data(), digits.data() + digits.size(), value);
  return value;
}

// Blanks between thousands: one to three digits, then groups of three.
bool well_grouped(const std::vector<std::string_view>& groups) {
  if (groups.size() == 1) return true;
  return groups.front().size() <= 3 && std::all_of(groups.begin() + 1, groups.end(),
                                                   [](auto group) { return group.size() == 3; });
}

int luhn_sum(std::string_view digits) {
  int sum = 0;
  bool doubled = false;
  for (auto digit = digits.rbegin(); digit != digits.rend(); ++digit, doubled = !doubled) {
    const int value = (*digit - '0') * (doubled ? 2 : 1);
    sum += value > 9 ? value - 9 : value;
  }
  return sum;
}

bool is_local_part(std::string_view text) {
  constexpr std::string_view kSigns = "!#$%&'*+-/=?^_`{|}~.";
  if (text.empty() || text.size() > 64 || text.front() == '.' || text.back() == '.') return false;
  if (text.find("..") != std::string_view::npos) return false;
  return std::ranges::all_of(text, [&](char c) {
    return is_letter_or_digit(c) || kSigns.find(c) != std::string_view::npos;
  });
}

bool is_domain_label(std::string_view label) {
  if (label.empty() || label.size() > 63 || label.front() == '-' || label.back() == '-') {
    return false;
  }
  return std::ranges::all_of(label, [](char c) { return is_letter_or_digit(c) || c == '-'; });
}

bool is_domain(std::string_view text) {
  std::size_t labels = 0;
  std::string_view last;
  while (true) {
    const auto dot = text.find('.');
    last = text.substr(0, dot);
    if (!is_domain_label(last)) return false;
    ++labels;
    if (dot == std::string_view::npos) break;
    text.remove_prefix(dot + 1);
  }
  return labels >= 2 && last.size() >= 2 && !all_digits(last);
}

}  // namespace

std::string_view trimmed(std::string_view text) {
  while (const std::size_t size = blank_at_front(text)) text.remove_prefix(size);
  while (const std::size_t size = blank_at_back(text)) text.remove_suffix(size);
  return text;
}

std::string without_blanks(std::string_view text) {
  std::string out;
  while (!text.empty()) {
    if (const std::size_t size = blank_at_front(text)) {
      text.remove_prefix(size);
    } else {
      out += text.front();
      text.remove_prefix(1);
    }
  }
  return out;
}

std::vector<std::string_view> split(std::string_view text, char separator) {
  std::vector<std::string_view> out;
  while (true) {
    const auto end = text.find(separator);
    if (const auto part = trimmed(text.substr(0, end)); !part.empty()) out.push_back(part);
    if (end == std::string_view::npos) return out;
    text.remove_prefix(end + 1);
  }
}

std::string lower(std::string_view text) {
  std::string out(text);
  for (char& c : out) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return out;
}

std::optional<std::string> decimal_text(std::string_view text) {
  std::string out;
  if (text.starts_with('-')) {
    out = "-";
    text = trimmed(text.substr(1));
  }
  const auto mark = text.find_first_of(",.");
  const std::string_view fraction =
      mark == std::string_view::npos ? std::string_view() : text.substr(mark + 1);
  std::vector<std::string_view> groups;
  std::string_view whole = text.substr(0, mark);
  while (!whole.empty()) {
    std::size_t size = 0;
    while (size < whole.size() && is_digit(whole[size])) ++size;
    if (size == 0) return {};
    groups.push_back(whole.substr(0, size));
    whole.remove_prefix(size);
    const std::size_t blank = blank_at_front(whole);
    if (!whole.empty() && (blank == 0 || blank == whole.size())) return {};
    whole.remove_prefix(blank);
  }
  if (groups.empty() || !well_grouped(groups)) return {};
  for (const std::string_view group : groups) out += group;
  if (mark == std::string_view::npos) return out;
  if (!all_digits(fraction)) return {};
  return out + "." + std::string(fraction);
}

std::optional<base::Day> read_date(std::string_view text, const Formats& formats) {
  if (const auto day = base::parse_day(text)) return day;
  if (formats.date != "dd/mm/yyyy") return {};
  const auto first = text.find('/');
  const auto second = first == std::string_view::npos ? first : text.find('/', first + 1);
  if (second == std::string_view::npos) return {};
  const auto date = number_of(text.substr(0, first), 1, 2);
  const auto month = number_of(text.substr(first + 1, second - first - 1), 1, 2);
  const auto year = number_of(text.substr(second + 1), 4, 4);
  if (!date || !month || !year) return {};
  const std::chrono::year_month_day day{std::chrono::year(*year),
                                        std::chrono::month(static_cast<unsigned>(*month)),
                                        std::chrono::day(static_cast<unsigned>(*date))};
  if (!day.ok()) return {};
  return base::Day{day};
}

bool siret_key_holds(std::string_view digits) {
  if (digits.size() != 14 || !all_digits(digits)) return false;
  if (luhn_sum(digits) % 10 == 0) return true;
  // La Poste has more establishments than Luhn's key leaves: their digits add up to a multiple
  // of 5.
  if (!digits.starts_with("356000000")) return false;
  int sum = 0;
  for (const char digit : digits) sum += digit - '0';
  return sum % 5 == 0;
}

bool is_email(std::string_view text) {
  const auto at = text.find('@');
  if (at == std::string_view::npos || text.size() > 254) return false;
  if (without_blanks(text).size() != text.size()) return false;
  return is_local_part(text.substr(0, at)) && is_domain(text.substr(at + 1));
}

std::optional<std::string> phone_text(std::string_view text) {
  std::string digits;
  const bool international = text.starts_with('+') || text.starts_with("00");
  std::string_view rest = text.starts_with('+') ? text.substr(1) : text;
  while (!rest.empty()) {
    const char c = rest.front();
    const std::size_t blank = blank_at_front(rest);
    if (is_digit(c)) digits += c;
    if (!is_digit(c) && blank == 0 && std::string_view("-./()").find(c) == std::string_view::npos) {
      return {};
    }
    rest.remove_prefix(std::max<std::size_t>(blank, 1));
  }
  if (international) {
    if (digits.size() < 8 || digits.size() > 17) return {};
    return std::string(text);
  }
  // Ten digits from 0 are written in pairs, as in France; eleven (Britain, Germany) as they came. A
  // number without its 0 is what spreadsheets make of one: it is not complete.
  if (digits.size() == 11 && digits[0] == '0') return std::string(text);
  if (digits.size() != 10 || digits[0] != '0') return {};
  std::string pairs;
  for (std::size_t i = 0; i < digits.size(); i += 2) {
    pairs += (i == 0 ? "" : " ") + digits.substr(i, 2);
  }
  return pairs;
}

}  // namespace guichet::vocabulary
