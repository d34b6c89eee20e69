#include "adapters/delivery/conversation.hpp"

#include <charconv>

#include "adapters/delivery/messages.hpp"
#include "engine/base/file.hpp"

namespace guichet::delivery {
namespace {

constexpr std::size_t kMostReason = 300;

std::string say(const base::MessageText& text, std::vector<std::string> arguments = {}) {
  return base::Message(text, std::move(arguments)).in(base::Language::fr);
}

// A relay's words come from outside: one line, of bounded length, in UTF-8.
std::string as_reason(std::string_view words) {
  std::string reason;
  for (const char c : words.substr(0, kMostReason)) {
    reason += static_cast<unsigned char>(c) < 0x20 || c == '\x7f' ? ' ' : c;
  }
  while (true) {
    const std::size_t broken = base::find_invalid_utf8(reason);
    if (broken == std::string::npos) return reason;
    reason[broken] = '?';
  }
}

int code_of(std::string_view line) {
  int code = 0;
  if (line.size() < 3) return 0;
  const auto [end, error] = std::from_chars(line.data(), line.data() + 3, code);
  return error == std::errc() && end == line.data() + 3 ? code : 0;
}

}  // namespace

void Conversation::we_said(std::string_view line) {
  const auto begins = [&](std::string_view word) { return line.starts_with(word); };
  reply_.clear();
  if (begins("EHLO") || begins("HELO")) {
    stage_ = Stage::hello;
    offers_smtputf8_ = false;  // said anew after STARTTLS
  } else if (begins("STARTTLS")) {
    stage_ = Stage::encryption;
  } else if (begins("AUTH")) {
    stage_ = Stage::login;
  } else if (begins("MAIL FROM")) {
    stage_ = Stage::sender;
  } else if (begins("RCPT TO")) {
    stage_ = Stage::recipient;
  } else if (begins("DATA")) {
    stage_ = Stage::data;
  } else if (stage_ != Stage::login) {  // the lines of a login follow AUTH without a word
    stage_ = Stage::other;
  }
}

void Conversation::relay_said(std::string_view line) {
  while (line.ends_with('\n') || line.ends_with('\r')) line.remove_suffix(1);
  const int code = code_of(line);
  if (code == 0) return;
  if (!reply_.empty()) reply_ += ' ';
  reply_ += line.substr(std::min<std::size_t>(4, line.size()));
  if (stage_ == Stage::hello && line.substr(4).starts_with("SMTPUTF8")) offers_smtputf8_ = true;
  const bool goes_on = line.size() > 3 && line[3] == '-';
  if (goes_on) return;
  if (!outcome_) decide(code);
  reply_.clear();
}

void Conversation::decide(int code) {
  using Kind = Outcome::Kind;
  const bool is_ours = stage_ == Stage::sender || stage_ == Stage::recipient ||
                       stage_ == Stage::data || stage_ == Stage::content;
  if (stage_ == Stage::content && code < 400) {
    outcome_ = Outcome{Kind::sent, code, as_reason(reply_), {}};
  } else if (stage_ == Stage::data && code < 400) {
    stage_ = Stage::content;  // what it says next is about the whole letter
  } else if (stage_ == Stage::sender && needs_smtputf8_ && !offers_smtputf8_) {
    outcome_ = Outcome{Kind::refused, 0, say(messages::kNoSmtpUtf8), {}};
  } else if (code >= 500 && code != 530 && is_ours) {
    outcome_ = Outcome{Kind::refused, code, as_reason(reply_), {}};
  } else if (code >= 500 && (is_ours || stage_ == Stage::greeting || stage_ == Stage::login)) {
    // 530: it wants a login or encryption first, whatever the letter.
    outcome_ = Outcome{Kind::relay_down, code, as_reason(reply_), {}};
  } else if (code >= 400 && code < 500 && stage_ != Stage::encryption) {
    outcome_ = Outcome{Kind::later, code, as_reason(reply_), {}};
  }
}

Outcome Conversation::outcome(const std::string& failure, bool unsafe_connection) const {
  if (outcome_) return *outcome_;
  if (unsafe_connection) {
    const std::string reason = say(messages::kNotEncrypted, {as_reason(failure)});
    return Outcome{Outcome::Kind::relay_down, 0, reason, {}};
  }
  const std::string reason = say(messages::kUnreachable, {as_reason(failure)});
  return Outcome{Outcome::Kind::later, 0, reason, {}};
}

}  // namespace guichet::delivery
