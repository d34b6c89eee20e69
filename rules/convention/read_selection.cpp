// How many are chosen, and in what order: `select:`, `rank:`, `prefer:`.
#include <algorithm>
#include <array>
#include <charconv>

#include "engine/yaml/shape.hpp"
#include "rules/convention/reader.hpp"
#include "rules/convention/words.hpp"

namespace guichet::convention {

namespace {

using base::Message;
using yaml::Key;

constexpr std::array<Key, 4> kSelectKeys{{{"mode", yaml::kScalar | yaml::kMapping},
                                          {"first-n", yaml::kScalar},
                                          {"one-per", yaml::kScalar},
                                          {"rank", yaml::kScalar | yaml::kSequence}}};
const std::vector<std::string> kModes{"all", "one", "first-3", "one-per: institution"};

// `first-3`, `first-n: 3` and `{first-n: 3}`, `one-per: institution` and `{one-per: institution}`
// come to the same word.
std::string word_of(const yaml::Node& node) {
  std::string text = node.text();
  if (node.is_mapping()) {
    if (const auto* first = yaml::at(node, "first-n")) text = "first-n:" + first->text();
    if (const auto* per = yaml::at(node, "one-per")) text = "one-per:" + per->text();
  }
  std::erase(text, ' ');
  if (text.starts_with("first-n:")) text = "first-" + text.substr(8);
  return text;
}

struct Word {
  std::string_view text;
  Preference by;
  bool reversed;
};
// What 6b of the rules calls its keys, and what people call them.
constexpr std::array<Word, 14> kRankWords{{{"tier", Preference::tier, false},
                                           {"tier asc", Preference::tier, false},
                                           {"tier desc", Preference::tier, true},
                                           {"specificity", Preference::most_specific, false},
                                           {"specificity desc", Preference::most_specific, false},
                                           {"specificity asc", Preference::most_specific, true},
                                           {"load", Preference::least_loaded, false},
                                           {"load asc", Preference::least_loaded, false},
                                           {"load desc", Preference::least_loaded, true},
                                           {"rendezvous", Preference::fair_turn, false},
                                           {"member", Preference::member, false},
                                           {"most specific", Preference::most_specific, false},
                                           {"least loaded", Preference::least_loaded, false},
                                           {"fair turn", Preference::fair_turn, false}}};

}  // namespace

void ConventionReader::read_selection() {
  const yaml::Node* select = yaml::at(root_, "select");
  const yaml::Node* rank = select == nullptr ? nullptr : yaml::at(*select, "rank");
  const yaml::Node* prefer = yaml::at(root_, "prefer");
  if (select != nullptr) selection_ = read_mode(*select);
  if (rank != nullptr) read_rank(*rank);
  if (prefer == nullptr) return;
  if (rank != nullptr)
    diagnostics_.error(prefer->location(), Message(messages::kPreferAndRank));
  else
    read_rank(*prefer);
}

Selection ConventionReader::read_mode(const yaml::Node& node) {
  Selection selection;
  const yaml::Node* place = &node;
  if (node.is_mapping()) {
    if (!yaml::check_shape(node, kSelectKeys, diagnostics_)) return selection;
    if (const auto* mode = yaml::at(node, "mode")) place = mode;
    if (place == &node && node.find("first-n") == nullptr && node.find("one-per") == nullptr)
      return selection;  // `rank` alone: all of them, in that order
    if (place->is_mapping() && !yaml::check_shape(*place, kSelectKeys, diagnostics_))
      return selection;
  }
  const std::string text = word_of(*place);
  if (text == "all") return selection;
  if (text == "one") {
    selection.mode = Select::one;
    return selection;
  }
  if (text == "one-per:institution" || text == "one-per-institution") {
    selection.mode = Select::one_per;
    return selection;
  }
  selection.mode = Select::first_n;
  constexpr std::string_view kFirst = "first-";
  const char* end = text.data() + text.size();
  const bool number = text.starts_with(kFirst) && text.size() > kFirst.size() &&
                      std::from_chars(text.data() + kFirst.size(), end, selection.most).ptr == end;
  if (!number)
    diagnostics_.error(place->location(), Message(messages::kSelectForm, {place->text()}),
                       base::suggestion(place->text(), kModes));
  else if (selection.most == 0)
    diagnostics_.error(place->location(), Message(messages::kNotPositive));
  return selection;
}

void ConventionReader::read_rank(const yaml::Node& node) {
  std::array<std::string_view, kRankWords.size()> words;
  for (std::size_t i = 0; i < words.size(); ++i) words[i] = kRankWords[i].text;
  for (const yaml::Node* item : yaml::read_one_or_many(node, diagnostics_)) {
    const auto word = read_word(*item, words, diagnostics_);
    if (!word) continue;
    const RankKey key{kRankWords[*word].by, kRankWords[*word].reversed};
    const bool known = std::any_of(parts_.prefer.begin(), parts_.prefer.end(),
                                   [&](const RankKey& other) { return other.by == key.by; });
    if (known) diagnostics_.error(item->location(), Message(messages::kRankTwice, {item->text()}));
    parts_.prefer.push_back(key);
  }
}

}  // namespace guichet::convention
