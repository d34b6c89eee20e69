#include "engine/store/memory_documents.hpp"

#include <ranges>

namespace guichet::store {

std::optional<StoredDocument> MemoryDocuments::find(base::CaseId kase,
                                                    const std::string& key) const {
  const auto found = documents_.find({kase, key});
  return found == documents_.end() ? std::nullopt : std::optional(found->second);
}

MemoryDocuments::Undo MemoryDocuments::save(const Step& step) {
  const base::CaseId kase = step.after.id;
  const base::Instant at = step.facts.empty() ? base::Instant{} : step.facts.back().at;
  Undo undo;
  for (const cases::DocumentEffect& each : step.documents) {
    replace({kase, each.key},
            StoredDocument{each.key, each.digest, each.media_type, *each.content, at}, undo);
  }
  for (const cases::Fact& fact : step.facts) {
    if (const auto* removed = std::get_if<cases::DocumentRemoved>(&fact.event)) {
      replace({kase, removed->key}, {}, undo);
    } else if (std::holds_alternative<cases::PersonalDataTaken>(fact.event)) {
      std::vector<Key> of_case;
      for (const auto& [key, document] : documents_) {
        if (key.first == kase) of_case.push_back(key);
      }
      for (const Key& key : of_case) replace(key, {}, undo);
    }
  }
  return undo;
}

void MemoryDocuments::restore(const Undo& undo) {
  for (const auto& [key, before] : undo | std::views::reverse) {
    if (before) {
      documents_.insert_or_assign(key, *before);
    } else {
      documents_.erase(key);
    }
  }
}

void MemoryDocuments::replace(const Key& key, std::optional<StoredDocument> by, Undo& undo) {
  undo.emplace_back(key, find(key.first, key.second));
  if (by) {
    documents_.insert_or_assign(key, std::move(*by));
  } else {
    documents_.erase(key);
  }
}

}  // namespace guichet::store
