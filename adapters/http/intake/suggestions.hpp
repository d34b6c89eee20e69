// Lines of a coded list that somebody means who types a few letters of a name, or the beginning of
// a code; accents and case do not matter.
#pragma once

#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <vector>

#include "engine/vocabulary/referential.hpp"

namespace guichet::http {

struct Suggestion {
  std::string code, label;
};

// Folds each list once. Thread-safe.
class Suggestions {
 public:
  // What begins with the words first, then what holds each of them; the list's own order within.
  // Nothing for no words. Requires: the list outlives this object.
  std::vector<Suggestion> find(const vocabulary::Referential& list, std::string_view typed,
                               std::size_t most);

 private:
  struct Line {
    std::string code, label;  // folded
  };
  std::shared_ptr<const std::vector<Line>> lines_of(const vocabulary::Referential& list);

  std::mutex mutex_;
  std::map<const vocabulary::Referential*, std::shared_ptr<const std::vector<Line>>> folded_;
};

}  // namespace guichet::http
