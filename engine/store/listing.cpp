#include "engine/store/listing.hpp"

#include <algorithm>

#include "engine/cases/undone.hpp"

namespace guichet::store {
namespace {

// Base letters of U+00C0 .. U+017F, one character each; '_' for letters that become two (æ, œ, ß)
// or that are no letters.
constexpr std::string_view kBaseLetters =
    "aaaaaa_ceeeeiiiidnooooo_ouuuuy__"
    "aaaaaa_ceeeeiiiidnooooo_ouuuuy_y"
    "aaaaaaccccccccddddeeeeeeeeeegggg"
    "gggghhhhiiiiiiiiii__jjkkklllllll"
    "lllnnnnnnn__oooooo__rrrrrrssssss"
    "ssttttttuuuuuuuuuuuuwwyyyzzzzzzs";
static_assert(kBaseLetters.size() == 0x180 - 0xC0);

std::string_view fold_pair(unsigned code) {
  switch (code) {
    case 0xC6:
    case 0xE6:
      return "ae";
    case 0x152:
    case 0x153:
      return "oe";
    case 0xDF:
      return "ss";
    case 0x132:
    case 0x133:
      return "ij";
    default:
      return {};
  }
}

}  // namespace

std::string fold_for_search(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t i = 0; i < text.size(); ++i) {
    const auto byte = static_cast<unsigned char>(text[i]);
    if (byte >= 'A' && byte <= 'Z') {
      out += static_cast<char>(byte - 'A' + 'a');
      continue;
    }
    // Two bytes of UTF-8 that encode U+00C0 .. U+017F.
    const bool latin = byte >= 0xC3 && byte <= 0xC5 && i + 1 < text.size();
    const unsigned code =
        latin ? ((byte & 0x1FU) << 6U) | (static_cast<unsigned char>(text[i + 1]) & 0x3FU) : 0;
    if (!latin || code < 0xC0) {
      out += text[i];
      continue;
    }
    if (const std::string_view pair = fold_pair(code); !pair.empty()) {
      out += pair;
    } else if (kBaseLetters[code - 0xC0] != '_') {
      out += kBaseLetters[code - 0xC0];
    } else {
      out += text.substr(i, 2);
    }
    ++i;
  }
  return out;
}

std::string search_text(const CaseRow& row) {
  return fold_for_search(row.number + "\n" + row.person + "\n" + row.firm);
}

std::string theme_of(const CaseRow& row, const cases::Snapshot& snapshot, base::InstanceNumber n) {
  const cases::Instance* instance = snapshot.find(n);
  while (instance != nullptr && instance->kind != "need" && instance->parent) {
    instance = snapshot.find(*instance->parent);
  }
  if (instance == nullptr || instance->kind != "need") return {};
  std::size_t index = 0;
  for (const cases::Instance& other : snapshot.instances) {
    if (&other == instance) break;
    if (other.kind == "need") ++index;
  }
  return index < row.themes.size() ? row.themes[index] : std::string();
}

std::string state_of_entry(const cases::Instance& instance, std::int32_t entry) {
  const auto found = std::ranges::find(instance.active, entry, &cases::StateEntry::entry);
  return found == instance.active.end() ? std::string() : found->path;
}

bool is_told(const cases::Instance& instance) {
  return instance.referral && instance.outcome != cases::kUndone;
}

access::Tie tie_of(const cases::Snapshot& snapshot) {
  access::Tie tie{.object = access::Object::kase,
                  .kase = snapshot.id,
                  .closed = snapshot.closed_at.has_value(),
                  .erased = snapshot.extras.personal_data_taken};
  for (const cases::Instance& each : snapshot.instances) {
    if (is_told(each)) tie.asked.push_back(each.referral->partner);
  }
  return tie;
}

std::string configuration_of(const cases::Instance& instance) {
  std::vector<std::string> words;
  for (const cases::StateEntry& state : instance.active) {
    if (state.path.empty()) continue;
    const bool innermost = std::ranges::none_of(instance.active, [&](const auto& other) {
      return other.path.size() > state.path.size() && other.path.starts_with(state.path) &&
             other.path[state.path.size()] == '.';
    });
    if (innermost) words.push_back(state.path);
  }
  std::ranges::sort(words);
  auto history = instance.history;
  std::ranges::sort(history);
  for (auto& [path, states] : history) {
    std::ranges::sort(states);
    std::string word = "@" + path;
    for (const std::string& state : states) word += (&state == &states.front() ? "=" : ",") + state;
    words.push_back(std::move(word));
  }
  std::string text;
  for (const std::string& word : words) text += (text.empty() ? "" : " ") + word;
  return text.empty() ? "-" : text;
}

std::vector<std::string> current_periods(base::Instant now) {
  using convention::Period;
  const auto today = base::Day(std::chrono::floor<std::chrono::days>(now).time_since_epoch());
  std::vector<std::string> names;
  for (const Period per :
       {Period::day, Period::week, Period::month, Period::quarter, Period::year, Period::open}) {
    for (int offset = -1; offset <= 1; ++offset) {
      std::string name = convention::period_name(per, today + std::chrono::days(offset));
      if (std::ranges::find(names, name) == names.end()) names.push_back(std::move(name));
    }
  }
  return names;
}

}  // namespace guichet::store
