#include "engine/publishing/versions.hpp"

#include <set>

namespace guichet::publishing {

Definition Versions::shared(const std::string& hash) {
  if (hash == target_->hash) return target_;
  if (const auto known = loaded_.find(hash); known != loaded_.end()) return known->second;
  Definition loaded;
  if (const auto files = store_.definition(hash)) {
    base::Diagnostics diagnostics;
    loaded =
        bundle::load_desk_files(*files, hash.substr(0, 12) + "/", diagnostics, bundle::Proof::no);
  }
  return loaded_.emplace(hash, std::move(loaded)).first->second;
}

const bundle::Desk* Versions::find(const std::string& hash) {
  return shared(hash).get();
}

std::vector<const bundle::Desk*> Versions::in_flight() {
  std::vector<store::LiveGroup> groups;
  store_.read([&](store::Reader& reader) { groups = reader.live_groups(); });
  std::set<std::string> hashes;
  for (const store::LiveGroup& group : groups) hashes.insert(group.bundle);
  std::vector<const bundle::Desk*> desks;
  for (const std::string& hash : hashes) {
    if (hash == target_->hash) continue;
    if (const bundle::Desk* desk = find(hash)) desks.push_back(desk);
  }
  return desks;
}

std::vector<const bundle::Desk*> Versions::published() {
  std::vector<store::Publication> publications;
  store_.read([&](store::Reader& reader) { publications = reader.publications(); });
  std::vector<const bundle::Desk*> desks;
  std::set<std::string> hashes{target_->hash};
  for (const store::Publication& each : publications) {
    if (!hashes.insert(each.bundle).second) continue;
    if (const bundle::Desk* desk = find(each.bundle)) desks.push_back(desk);
  }
  return desks;
}

Definition load_current(store::Store& store, base::Diagnostics& diagnostics) {
  const auto files = store.definition(store.setting(std::string(store::kCurrentDefinition)));
  if (!files) return nullptr;
  return bundle::load_desk_files(*files, "", diagnostics, bundle::Proof::no);
}

}  // namespace guichet::publishing
