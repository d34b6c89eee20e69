#include "adapters/http/intake/suggestions.hpp"

#include <algorithm>

#include "engine/store/listing.hpp"

namespace guichet::http {
namespace {

bool is_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || static_cast<unsigned char>(c) >= 0x80U;
}

// The words of a folded text: "saint-cirq" is two.
std::vector<std::string_view> words_of(std::string_view text) {
  std::vector<std::string_view> out;
  std::size_t at = 0;
  while (at < text.size()) {
    while (at < text.size() && !is_letter(text[at])) ++at;
    const std::size_t begin = at;
    while (at < text.size() && is_letter(text[at])) ++at;
    if (at > begin) out.push_back(text.substr(begin, at - begin));
  }
  return out;
}

// Do words of the label begin with each of those typed, whatever the order?
bool holds_all(std::string_view label, const std::vector<std::string_view>& typed) {
  const std::vector<std::string_view> words = words_of(label);
  return std::ranges::all_of(typed, [&](std::string_view each) {
    return std::ranges::any_of(words,
                               [&](std::string_view word) { return word.starts_with(each); });
  });
}

std::string joined(const std::vector<std::string_view>& words) {
  std::string out;
  for (const std::string_view each : words) out += (out.empty() ? "" : " ") + std::string(each);
  return out;
}

// "56.10A" and "5610a" are one code.
std::string code_alone(std::string_view text) {
  std::string out;
  std::ranges::copy_if(text, std::back_inserter(out), is_letter);
  return out;
}

// Anybody may ask, and each line is looked at for each word: what nobody types by hand is not read.
constexpr std::size_t kMostBytes = 100;
constexpr std::size_t kMostWords = 8;

// No character is cut in two.
std::string_view beginning_of(std::string_view typed) {
  if (typed.size() <= kMostBytes) return typed;
  std::size_t end = kMostBytes;
  while (end > 0 && (static_cast<unsigned char>(typed[end]) & 0xC0U) == 0x80U) --end;
  return typed.substr(0, end);
}

std::vector<std::string_view> distinct_of(const std::vector<std::string_view>& words) {
  std::vector<std::string_view> out;
  for (const std::string_view each : words) {
    if (out.size() < kMostWords && std::ranges::find(out, each) == out.end()) out.push_back(each);
  }
  return out;
}

}  // namespace

std::shared_ptr<const std::vector<Suggestions::Line>> Suggestions::lines_of(
    const vocabulary::Referential& list) {
  const std::scoped_lock lock(mutex_);
  auto& kept = folded_[&list];
  if (!kept) {
    std::vector<Line> lines;
    for (const std::string& code : list.codes()) {
      lines.push_back({code_alone(store::fold_for_search(code)),
                       joined(words_of(store::fold_for_search(list.label(code))))});
    }
    kept = std::make_shared<const std::vector<Line>>(std::move(lines));
  }
  return kept;
}

std::vector<Suggestion> Suggestions::find(const vocabulary::Referential& list,
                                          std::string_view typed, std::size_t most) {
  const std::string folded = store::fold_for_search(beginning_of(typed));
  const std::vector<std::string_view> words = words_of(folded);
  if (words.empty()) return {};
  const std::vector<std::string_view> distinct = distinct_of(words);
  const std::string beginning = joined(words), code = code_alone(folded);
  const auto lines = lines_of(list);
  std::vector<Suggestion> first, second;
  for (std::size_t i = 0; i < lines->size() && first.size() < most; ++i) {
    const Line& line = (*lines)[i];
    const bool begins = line.code.starts_with(code) || line.label.starts_with(beginning);
    if (!begins && (second.size() >= most || !holds_all(line.label, distinct))) continue;
    const std::string& own = list.codes()[i];
    (begins ? first : second).push_back({own, list.label(own)});
  }
  for (Suggestion& each : second) {
    if (first.size() < most) first.push_back(std::move(each));
  }
  return first;
}

}  // namespace guichet::http
