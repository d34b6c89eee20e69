#include "adapters/app/password_prompt.hpp"

#include <termios.h>
#include <unistd.h>

#include <iostream>

#include "adapters/app/account_messages.hpp"
#include "adapters/app/opening.hpp"
#include "engine/base/file.hpp"

namespace guichet::app {
namespace {

using base::Message;

// The terminal shows nothing of what is typed while it lives.
class Hidden {
 public:
  Hidden() {
    known_ = ::tcgetattr(STDIN_FILENO, &before_) == 0;
    termios silent = before_;
    silent.c_lflag &= ~static_cast<tcflag_t>(ECHO);
    if (known_) ::tcsetattr(STDIN_FILENO, TCSAFLUSH, &silent);
  }
  ~Hidden() {
    if (known_) ::tcsetattr(STDIN_FILENO, TCSAFLUSH, &before_);
  }
  Hidden(const Hidden&) = delete;

 private:
  termios before_{};
  bool known_ = false;
};

std::string ask_hidden(const base::MessageText& question, base::Language language) {
  std::cerr << Message(question).in(language) << std::flush;
  const Hidden hidden;
  std::string line;
  std::getline(std::cin, line);
  std::cerr << "\n";
  return line;
}

int refuse_password(const base::MessageText& text, base::Language language) {
  return report(base::Error{base::ErrorKind::input, Message(text)}, language);
}

}  // namespace

std::expected<GivenPassword, int> password_given(const Arguments& arguments,
                                                 accounts::AccountBook& book) {
  const base::Language language = arguments.language();
  if (arguments.has("generate")) return GivenPassword{book.new_password(), true};
  if (arguments.has("password-file")) {
    auto text = base::read_bytes(arguments.get("password-file"));
    if (!text) return std::unexpected(report(text.error(), language));
    const std::size_t end = text->find_first_of("\r\n");
    return GivenPassword{text->substr(0, end), false};
  }
  if (::isatty(STDIN_FILENO) == 0) {
    return std::unexpected(refuse_password(messages::kNoTerminal, language));
  }
  const std::string once = ask_hidden(messages::kAskPassword, language);
  if (ask_hidden(messages::kAskAgain, language) != once) {
    return std::unexpected(refuse_password(messages::kPasswordsDiffer, language));
  }
  return GivenPassword{once, false};
}

}  // namespace guichet::app
