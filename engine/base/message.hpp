// What the product says, in French and English. A module lists its sentences in its own
// messages.hpp as constants; the pair of texts under one key is the catalogue's entry.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace guichet::base {

enum class Language { fr, en };

// A sentence in both languages; {0}, {1} .. stand for arguments, {0|file|files} for the word that
// goes with a number (nothing is singular in French, too). The key is stable: tests, SARIF and the
// API use it as a code ("unknown-state").
struct MessageText {
  std::string_view key;
  std::string_view fr;
  std::string_view en;
};

// A sentence with its arguments. Cheap to make; text is formed when a language is asked.
class Message {
 public:
  // Requires: `text` has static storage (a constant of a messages.hpp).
  explicit Message(const MessageText& text, std::vector<std::string> arguments = {})
      : text_(&text), arguments_(std::move(arguments)) {}

  std::string_view key() const { return text_->key; }
  const std::vector<std::string>& arguments() const { return arguments_; }
  std::string in(Language language) const;

 private:
  const MessageText* text_;
  std::vector<std::string> arguments_;
};

// "fr", "en": nullopt-like answer is French, the first language of the product.
Language language_of(std::string_view code);

}  // namespace guichet::base
