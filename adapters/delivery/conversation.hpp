// What was said with a relay about one letter, and what it means for the letter. Fed with the lines
// of both sides. Pure.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "adapters/delivery/parcel.hpp"

namespace guichet::delivery {

class Conversation {
 public:
  explicit Conversation(bool needs_smtputf8) : needs_smtputf8_(needs_smtputf8) {}

  void we_said(std::string_view line);
  void relay_said(std::string_view line);

  // The letter's fate is known: nothing that follows can change it.
  bool is_decided() const { return outcome_.has_value(); }
  // The fate; where it is not decided, `failure` says why the connection ended.
  Outcome outcome(const std::string& failure, bool unsafe_connection) const;

 private:
  enum class Stage { greeting, hello, encryption, login, sender, recipient, data, content, other };

  void decide(int code);

  bool needs_smtputf8_;
  Stage stage_ = Stage::greeting;
  bool offers_smtputf8_ = false;
  std::string reply_;  // text of the reply under way
  std::optional<Outcome> outcome_;
};

}  // namespace guichet::delivery
