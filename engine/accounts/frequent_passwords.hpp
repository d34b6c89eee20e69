// Words and passwords that attackers try first (frequent_passwords.txt, embedded).
#pragma once

#include <cstddef>
#include <string_view>

namespace guichet::accounts {

// Requires: `word` in lower case, without accents.
bool is_common_word(std::string_view word);
std::size_t count_common_words();

constexpr std::size_t kShortestCommonWord = 4;
constexpr std::size_t kLongestCommonWord = 24;

}  // namespace guichet::accounts
