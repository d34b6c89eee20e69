// The draft of the desk's folder in its tables.
#pragma once

#include "adapters/sql/connection.hpp"
#include "engine/store/drafts.hpp"

namespace guichet::sql {

class SqlDrafts final : public store::DraftRows {
 public:
  explicit SqlDrafts(Connection& connection) : connection_(connection) {}

  std::optional<store::Draft> draft() override;
  std::vector<store::DraftFile> draft_files() override;
  std::optional<store::DraftFile> draft_file(const std::string& path) override;

  void save_draft(const store::Draft& draft) override;
  void save_draft_file(const store::DraftFile& file) override;
  void remove_draft_file(const std::string& path) override;
  void remove_draft_files() override;

 private:
  Connection& connection_;
};

}  // namespace guichet::sql
