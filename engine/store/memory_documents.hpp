// Files that came with cases, in memory. Guarded by its owner's mutex.
#pragma once

#include <map>
#include <utility>
#include <vector>

#include "engine/store/store.hpp"

namespace guichet::store {

class MemoryDocuments {
 public:
  using Key = std::pair<base::CaseId, std::string>;
  // What puts the files back as they were before a step: nothing for a key that was not there.
  using Undo = std::vector<std::pair<Key, std::optional<StoredDocument>>>;

  std::optional<StoredDocument> find(base::CaseId kase, const std::string& key) const;
  Undo save(const Step& step);
  void restore(const Undo& undo);

 private:
  void replace(const Key& key, std::optional<StoredDocument> by, Undo& undo);

  std::map<Key, StoredDocument> documents_;
};

}  // namespace guichet::store
