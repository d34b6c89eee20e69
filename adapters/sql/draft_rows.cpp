#include "adapters/sql/draft_rows.hpp"

namespace guichet::sql {
namespace {

constexpr Query kDraft{
    "select base, rev, at, author from draft where exists (select 1 from draft_file)", "", "tiit"};
constexpr Query kSaveDraft{
    "insert into draft (id, base, rev, at, author) values (1, :base, :rev, :at, :by) "
    "on conflict (id) do update set base = excluded.base, rev = excluded.rev, at = excluded.at, "
    "author = excluded.author",
    "tiit"};
constexpr Query kDraftFiles{
    "select path, removed, body, base, at, author from draft_file order by path", "", "tittit"};
constexpr Query kDraftFile{
    "select path, removed, body, base, at, author from draft_file where path = :path", "t",
    "tittit"};
constexpr Query kSaveDraftFile{
    "insert into draft_file (path, removed, body, base, at, author) "
    "values (:path, :removed, :body, :base, :at, :by) "
    "on conflict (path) do update set removed = excluded.removed, body = excluded.body, "
    "base = excluded.base, at = excluded.at, author = excluded.author",
    "tittit"};
constexpr Query kRemoveDraftFile{"delete from draft_file where path = :path", "t"};
constexpr Query kRemoveDraftFiles{"delete from draft_file"};

store::DraftFile draft_file_of(const Row& row) {
  store::DraftFile file{row.text(0), {}, row.text(3), row.instant(4), row.text(5)};
  if (!row.flag(1)) file.text = row.text(2);
  return file;
}

}  // namespace

std::optional<store::Draft> SqlDrafts::draft() {
  const Rows rows = connection_.run(kDraft);
  if (rows.empty()) return {};
  const Row row = rows.front();
  return store::Draft{row.text(0), row.integer(1), row.instant(2), row.text(3)};
}

std::vector<store::DraftFile> SqlDrafts::draft_files() {
  std::vector<store::DraftFile> out;
  for (const Row row : connection_.run(kDraftFiles)) out.push_back(draft_file_of(row));
  return out;
}

std::optional<store::DraftFile> SqlDrafts::draft_file(const std::string& path) {
  const Rows rows = connection_.run(kDraftFile, {path});
  if (rows.empty()) return {};
  return draft_file_of(rows.front());
}

void SqlDrafts::save_draft(const store::Draft& draft) {
  connection_.run(kSaveDraft, {draft.base, draft.rev, draft.at, draft.by});
}

void SqlDrafts::save_draft_file(const store::DraftFile& file) {
  connection_.run(kSaveDraftFile, {file.path, !file.text.has_value(), file.text.value_or(""),
                                   file.base, file.at, file.by});
}

void SqlDrafts::remove_draft_file(const std::string& path) {
  connection_.run(kRemoveDraftFile, {path});
}

void SqlDrafts::remove_draft_files() {
  connection_.run(kRemoveDraftFiles);
}

}  // namespace guichet::sql
