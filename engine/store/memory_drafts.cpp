#include "engine/store/memory_drafts.hpp"

namespace guichet::store {

std::optional<Draft> MemoryDrafts::draft() {
  if (tables_.files.empty()) return {};
  return tables_.draft;
}

std::vector<DraftFile> MemoryDrafts::draft_files() {
  std::vector<DraftFile> out;
  for (const auto& [path, file] : tables_.files) out.push_back(file);
  return out;
}

std::optional<DraftFile> MemoryDrafts::draft_file(const std::string& path) {
  const auto found = tables_.files.find(path);
  if (found == tables_.files.end()) return {};
  return found->second;
}

void MemoryDrafts::remember() {
  undo_->emplace_back(
      [&tables = tables_, before = tables_]() mutable { tables = std::move(before); });
}

void MemoryDrafts::save_draft(const Draft& draft) {
  remember();
  tables_.draft = draft;
}

void MemoryDrafts::save_draft_file(const DraftFile& file) {
  remember();
  tables_.files[file.path] = file;
}

void MemoryDrafts::remove_draft_file(const std::string& path) {
  remember();
  tables_.files.erase(path);
}

void MemoryDrafts::remove_draft_files() {
  remember();
  tables_.files.clear();
}

}  // namespace guichet::store
