// The contract of storage for the draft of the desk's folder: the files that somebody has changed
// and not published yet. One draft a desk; a file that is not in it is as published.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "engine/base/instant.hpp"

namespace guichet::store {

// What is known of the draft as a whole; there is none while it has no file.
struct Draft {
  std::string base;      // content hash of what was in force when it was begun
  std::int64_t rev = 0;  // one more with each change
  base::Instant at{};    // of the last change
  std::string by;
};

struct DraftFile {
  std::string path;                 // relative to the folder
  std::optional<std::string> text;  // nothing: the file is taken out of the desk
  std::string base;                 // sha256 of the published text that it replaces; "" where none
  base::Instant at{};
  std::string by;
};

class DraftReader {
 public:
  virtual ~DraftReader() = default;
  virtual std::optional<Draft> draft() = 0;
  virtual std::vector<DraftFile> draft_files() = 0;  // by path
  virtual std::optional<DraftFile> draft_file(const std::string& path) = 0;
};

// Inside a transaction.
class DraftRows : public DraftReader {
 public:
  // Replaces what is known of the draft, of a file of it.
  virtual void save_draft(const Draft& draft) = 0;
  virtual void save_draft_file(const DraftFile& file) = 0;
  virtual void remove_draft_file(const std::string& path) = 0;
  virtual void remove_draft_files() = 0;  // all of them: there is no draft any more
};

}  // namespace guichet::store
