#include "engine/accounts/password_policy.hpp"

#include <unicode/bytestream.h>
#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <limits>

#include "engine/accounts/frequent_passwords.hpp"
#include "engine/accounts/messages.hpp"
#include "engine/base/file.hpp"

namespace guichet::accounts {
namespace {

using access::Persona;
using base::Message;

// A password longer than this in bytes is nobody's; it is not even looked at.
constexpr std::size_t kMostBytes = 4 * kLongestPassword;

const icu::Normalizer2& normalizer(const icu::Normalizer2* (*instance)(UErrorCode&)) {
  UErrorCode failed = U_ZERO_ERROR;
  const icu::Normalizer2* found = instance(failed);
  if (U_FAILURE(failed)) throw std::runtime_error("ICU has no normalizer");
  return *found;
}

icu::UnicodeString normalised(const icu::UnicodeString& text,
                              const icu::Normalizer2* (*instance)(UErrorCode&)) {
  UErrorCode failed = U_ZERO_ERROR;
  icu::UnicodeString out = normalizer(instance).normalize(text, failed);
  if (U_FAILURE(failed)) throw std::runtime_error("ICU cannot normalize");
  return out;
}

icu::UnicodeString from_utf8(std::string_view text) {
  return icu::UnicodeString::fromUTF8({text.data(), static_cast<std::int32_t>(text.size())});
}

// Without case and accents: what words are compared by, one char for each character; what is not
// ASCII then is a '?', which no word holds.
std::string folded(std::string_view text) {
  icu::UnicodeString lower = normalised(from_utf8(text), icu::Normalizer2::getNFKCCasefoldInstance);
  lower = normalised(lower, icu::Normalizer2::getNFDInstance);
  std::string out;
  for (std::int32_t at = 0; at < lower.length(); at = lower.moveIndex32(at, 1)) {
    const UChar32 c = lower.char32At(at);
    if (u_charType(c) == U_NON_SPACING_MARK) continue;
    out += c < 0x80 ? static_cast<char>(c) : '?';
  }
  return out;
}

// p4$$w0rd as password.
std::string without_disguise(std::string text) {
  constexpr std::string_view kDisguised = "0134578@$!";
  constexpr std::string_view kMeant = "oieastbasi";
  for (char& c : text) {
    if (const std::size_t at = kDisguised.find(c); at != std::string_view::npos) c = kMeant[at];
  }
  return text;
}

bool is_letter(char c) {
  return c >= 'a' && c <= 'z';
}
bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

std::vector<std::string> context_words(const std::vector<std::string>& context) {
  std::vector<std::string> words;
  for (const std::string& text : context) {
    std::string word;
    for (const char c : folded(text) + " ") {
      if (is_letter(c)) {
        word += c;
        continue;
      }
      if (word.size() >= kShortestCommonWord) words.push_back(word);
      word.clear();
    }
  }
  return words;
}

// How far from `at` one goes on: the same character again, the next one of an alphabet or of a row
// of keys, in either direction.
std::size_t run_from(std::string_view text, std::size_t at) {
  static constexpr std::string_view kRows[] = {"abcdefghijklmnopqrstuvwxyz",
                                               "01234567890",
                                               "azertyuiop",
                                               "qsdfghjklm",
                                               "wxcvbn",
                                               "qwertyuiop",
                                               "asdfghjkl",
                                               "zxcvbnm",
                                               "1qaz2wsx3edc4rfv5tgb6yhn7ujm8ik9ol0p"};
  std::size_t longest = 1;
  while (at + longest < text.size() && text[at + longest] == text[at]) ++longest;
  for (const std::string_view row : kRows) {
    for (const int step : {1, -1}) {
      std::size_t length = 1;
      auto place = static_cast<int>(row.find(text[at]));
      if (place < 0) continue;
      for (; at + length < text.size(); ++length) {
        place += step;
        if (place < 0 || place >= static_cast<int>(row.size())) break;
        if (row[static_cast<std::size_t>(place)] != text[at + length]) break;
      }
      longest = std::max(longest, length);
    }
  }
  return longest;
}

// How far the few characters from `at` on come again and again, three times at least; else 0.
std::size_t refrain_from(std::string_view text, std::size_t at) {
  for (std::size_t period = 2; at + 3 * period <= text.size(); ++period) {
    std::size_t length = period;
    while (at + length < text.size() && text[at + length] == text[at + length - period]) ++length;
    if (length >= 3 * period) return length;
  }
  return 0;
}

std::size_t digits_from(std::string_view text, std::size_t at) {
  std::size_t length = 0;
  while (at + length < text.size() && is_digit(text[at + length])) ++length;
  return length;
}

// The pattern that the text repeats, or the text itself.
std::string_view without_repetition(std::string_view text) {
  for (std::size_t period = 1; period * 2 <= text.size(); ++period) {
    bool repeats = true;
    for (std::size_t i = period; i < text.size() && repeats; ++i) {
      repeats = text[i] == text[i - period];
    }
    if (repeats) return text.substr(0, period);
  }
  return text;
}

// How much there is to guess, in half units, with the cheapest reading of the text as words that
// are tried first, runs, numbers, and single characters. Four units and more are taken: four common
// words in a row, or any four characters beyond such words.
constexpr int kEnough = 8;
constexpr int kWord = 2, kContextWord = 1, kRun = 2, kNumber = 2, kCharacter = 2;

int worth(std::string_view whole, const std::vector<std::string>& context) {
  const std::string_view text = without_repetition(whole);
  std::vector<int> best(text.size() + 1, std::numeric_limits<int>::max());
  best[0] = 0;
  for (std::size_t at = 0; at < text.size(); ++at) {
    const auto reach = [&](std::size_t length, int cost) {
      best[at + length] = std::min(best[at + length], best[at] + cost);
    };
    const bool plain = is_letter(text[at]) || is_digit(text[at]) || text[at] == '?';
    // A sign counts when it comes first: those between words are all alike.
    reach(1, plain ? kCharacter : text.find(text[at]) == at ? 1 : 0);
    if (const std::size_t run = run_from(text, at); run >= 3) reach(run, kRun);
    if (const std::size_t refrain = refrain_from(text, at); refrain > 0) reach(refrain, 2 * kRun);
    if (const std::size_t digits = digits_from(text, at); digits >= 2) {
      for (std::size_t length = 2; length <= std::min<std::size_t>(digits, 8); ++length) {
        reach(length, kNumber);
      }
    }
    const std::size_t most = std::min(kLongestCommonWord, text.size() - at);
    for (std::size_t length = kShortestCommonWord; length <= most; ++length) {
      if (is_common_word(text.substr(at, length))) reach(length, kWord);
    }
    for (const std::string& word : context) {
      if (text.substr(at).starts_with(word)) reach(word.size(), kContextWord);
    }
  }
  return best.back();
}

}  // namespace

std::optional<std::string> normalised_password(std::string_view typed) {
  if (typed.size() > kMostBytes || base::find_invalid_utf8(typed) != std::string::npos) return {};
  std::string out;
  normalised(from_utf8(typed), icu::Normalizer2::getNFKCInstance).toUTF8String(out);
  return out;
}

std::string email_key_of(std::string_view email) {
  while (email.starts_with(' ')) email.remove_prefix(1);
  while (email.ends_with(' ')) email.remove_suffix(1);
  std::string out;
  normalised(from_utf8(email), icu::Normalizer2::getNFKCCasefoldInstance).toUTF8String(out);
  return out;
}

bool is_email(std::string_view email) {
  const std::size_t at = email.find('@');
  const bool odd = std::ranges::any_of(email, [](char c) {
    const auto byte = static_cast<unsigned char>(c);
    return byte <= ' ' || byte == 0x7F || c == '<' || c == '>' || c == ',' || c == ';' || c == '"';
  });
  return !odd && at != std::string_view::npos && at > 0 && at + 1 < email.size() &&
         email.find('@', at + 1) == std::string_view::npos && email.size() <= 254 &&
         base::find_invalid_utf8(email) == std::string::npos;
}

std::size_t shortest_password(const std::vector<Persona>& personas) {
  const bool keeps = std::ranges::any_of(personas, [](Persona each) {
    return each == Persona::administrator || each == Persona::auditor;
  });
  return keeps ? 16 : 12;
}

std::vector<Message> password_faults(std::string_view typed, const std::vector<Persona>& personas,
                                     const std::vector<std::string>& context) {
  const auto password = normalised_password(typed);
  if (!password) {
    return {typed.size() > kMostBytes
                ? Message(messages::kPasswordTooLong, {std::to_string(kLongestPassword)})
                : Message(messages::kPasswordNotText)};
  }
  const auto length = static_cast<std::size_t>(from_utf8(*password).countChar32());
  if (length > kLongestPassword) {
    return {Message(messages::kPasswordTooLong, {std::to_string(kLongestPassword)})};
  }
  std::vector<Message> faults;
  const std::size_t least = shortest_password(personas);
  if (length < least) {
    faults.emplace_back(messages::kPasswordTooShort,
                        std::vector{std::to_string(least), std::to_string(length)});
  }
  const std::string plain = folded(*password);
  const std::vector<std::string> words = context_words(context);
  if (std::min(worth(plain, words), worth(without_disguise(plain), words)) < kEnough) {
    faults.emplace_back(messages::kPasswordGuessed);
  }
  return faults;
}

}  // namespace guichet::accounts
