// What is to be delivered and what became of it: plain data. A parcel is frozen: every attempt
// sends the same bytes.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "engine/base/instant.hpp"

namespace guichet::delivery {

// An appointment in a letter, shown by mail programs with its buttons. Same uid, higher sequence:
// a change of the same appointment.
struct Invitation {
  std::string uid;
  std::int32_t sequence = 0;
  bool cancelled = false;
  base::Instant starts_at{};
  base::Instant ends_at{};
  std::string summary, location, description;
};

struct Parcel {
  std::int64_t id = 0;
  std::int64_t fence = 0;     // of the lease; given back with the report
  std::int32_t attempts = 0;  // before this one
  std::string key;            // unique and stable: "<case>-<seq>-<ordinal>"; A-Z a-z 0-9 . _ -
  std::string channel = "email";
  std::string from_name, from_address;
  std::string to_name, to_address;
  std::string reply_to;  // address; empty: none
  std::string subject, text, html;
  std::optional<Invitation> invitation;
  base::Instant date{};                     // when the letter was made: its Date header
  std::optional<base::Instant> expires_at;  // of no use after that
};

struct Outcome {
  enum class Kind {
    sent,        // the next host has it
    refused,     // for good: 5xx on it, an address that cannot be served, a broken letter
    later,       // 4xx, no connection; tried again at next_at, one more attempt
    relay_down,  // the relay refuses us (greeting, authentication): not this letter's fault, so
                 // the attempt does not count; tried again at next_at
    gave_up,     // tried for five days, or expired
  };
  Kind kind = Kind::sent;
  int code = 0;        // SMTP reply, 0 where there was none
  std::string reason;  // the relay's words or ours, one line, French where ours
  base::Instant next_at{};
};

}  // namespace guichet::delivery
