// A letter as it would read: with made-up values, or with those of a case that somebody may see.
#pragma once

#include <optional>
#include <string>

#include "engine/cases/snapshot.hpp"
#include "engine/publishing/check.hpp"

namespace guichet::publishing {

struct LetterSample {
  std::string subject, text, html;
};
// `kase`: whose fields stand in the place of made-up ones; may be null. The sample is of `now`.
// Nothing, with diagnostics, of a letter with mistakes.
std::optional<LetterSample> sample_letter(const bundle::Desk& desk, const base::Source& letter,
                                          const cases::Snapshot* kase, base::Instant now,
                                          base::Diagnostics& diagnostics);

}  // namespace guichet::publishing
