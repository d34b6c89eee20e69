// Files that came with cases, by case and key. They are written and taken away by steps
// (Step::documents), never by themselves.
#pragma once

#include <optional>
#include <string>

#include "engine/base/id.hpp"
#include "engine/base/instant.hpp"

namespace guichet::store {

struct StoredDocument {
  std::string key, digest, media_type;
  std::string content;
  base::Instant at{};
};

class DocumentReader {
 public:
  virtual ~DocumentReader() = default;
  // Nothing where the case has none of that key, or not any more.
  virtual std::optional<StoredDocument> document(base::CaseId kase, const std::string& key) = 0;
};

}  // namespace guichet::store
