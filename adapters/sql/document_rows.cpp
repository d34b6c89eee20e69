#include "adapters/sql/document_rows.hpp"

namespace guichet::sql {
namespace {

constexpr Query kKeepDocument{
    "insert into document (case_id, key, digest, media_type, content, at) values "
    "(:case, :key, :digest, :type, cast(:content as blob), :at)",
    "itttti"};
constexpr Query kDropDocument{"delete from document where case_id = :case and key = :key", "it"};
constexpr Query kDropDocuments{"delete from document where case_id = :case", "i"};
constexpr Query kFindDocument{
    "select digest, media_type, content, at from document where case_id = :case and key = :key",
    "it", "ttti"};

}  // namespace

void write_documents(Connection& connection, const store::Step& step) {
  const base::CaseId kase = step.after.id;
  const base::Instant at = step.facts.empty() ? base::Instant{} : step.facts.back().at;
  for (const cases::DocumentEffect& each : step.documents) {
    connection.run(kKeepDocument,
                   {kase, each.key, each.digest, each.media_type, *each.content, at});
  }
  for (const cases::Fact& fact : step.facts) {
    if (const auto* removed = std::get_if<cases::DocumentRemoved>(&fact.event)) {
      connection.run(kDropDocument, {kase, removed->key});
    } else if (std::holds_alternative<cases::PersonalDataTaken>(fact.event)) {
      connection.run(kDropDocuments, {kase});
    }
  }
}

std::optional<store::StoredDocument> load_document(Connection& connection, base::CaseId kase,
                                                   const std::string& key) {
  const Rows rows = connection.run(kFindDocument, {kase, key});
  if (rows.empty()) return {};
  const Row row = rows.front();
  return store::StoredDocument{.key = key,
                               .digest = row.text(0),
                               .media_type = row.text(1),
                               .content = row.text(2),
                               .at = row.instant(3)};
}

}  // namespace guichet::sql
