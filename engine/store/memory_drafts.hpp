// The draft in the store in memory. Each change remembers how to put back what it replaced. Guarded
// by its owner's mutex. Private to this module.
#pragma once

#include <functional>
#include <map>

#include "engine/store/drafts.hpp"

namespace guichet::store {

struct DraftTables {
  std::optional<Draft> draft;
  std::map<std::string, DraftFile> files;  // by path
};

class MemoryDrafts final : public DraftRows {
 public:
  using Undo = std::vector<std::move_only_function<void()>>;
  // `undo` is null where only reading is done. Requires: both live as long.
  MemoryDrafts(DraftTables& tables, Undo* undo) : tables_(tables), undo_(undo) {}

  std::optional<Draft> draft() override;
  std::vector<DraftFile> draft_files() override;
  std::optional<DraftFile> draft_file(const std::string& path) override;

  void save_draft(const Draft& draft) override;
  void save_draft_file(const DraftFile& file) override;
  void remove_draft_file(const std::string& path) override;
  void remove_draft_files() override;

 private:
  // A draft is small: all of it is put back.
  void remember();

  DraftTables& tables_;
  Undo* undo_;
};

}  // namespace guichet::store
