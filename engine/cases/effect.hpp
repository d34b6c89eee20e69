// What is to be done outside once a step is committed: outbox rows with the frozen letter.
#pragma once

#include <memory>
#include <string>

#include "engine/base/id.hpp"
#include "engine/base/instant.hpp"

namespace guichet::cases {

struct LetterEffect {
  std::string key;  // stable, unique: "<case>-<seq>-<ordinal>"
  base::InstanceNumber n;
  std::string letter;       // id
  std::string purpose;      // notify, remind, escalate
  std::string channel;      // email, printed, call
  std::string to_kind, to;  // partner, staff, person + id
  std::string to_name, to_address;
  std::string subject, text, html;
  base::Instant made_at{};
  base::Instant leaves_at{};  // it rests until then, and can be called back
};

// A file that came with the command, to be kept with the step.
struct DocumentEffect {
  std::string key, digest, media_type;
  std::shared_ptr<const std::string> content;
};

// A letter that had been called back may leave after all, from that moment.
struct LetterReturned {
  std::string key;
  base::Instant leaves_at{};
};

}  // namespace guichet::cases
