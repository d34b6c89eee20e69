// The definitions that a database keeps, loaded when somebody asks for them. One thread.
#pragma once

#include <map>
#include <memory>
#include <string>
#include <vector>

#include "engine/store/store.hpp"
#include "workflows/bundle/desk.hpp"

namespace guichet::publishing {

using Definition = std::shared_ptr<const bundle::Desk>;

class Versions {
 public:
  // `target` need not be kept by the store: a draft.
  Versions(store::Store& store, Definition target) : store_(store), target_(std::move(target)) {}

  const bundle::Desk& target() const { return *target_; }
  const Definition& shared_target() const { return target_; }
  // nullptr where the store has none of that hash, or it does not load any more.
  const bundle::Desk* find(const std::string& hash);
  // Loaded and owned; the target itself under its own hash.
  Definition shared(const std::string& hash);
  // Those that cases in flight are pinned to, the target excepted.
  std::vector<const bundle::Desk*> in_flight();
  // Those that were ever put in force, the target excepted; the newest first.
  std::vector<const bundle::Desk*> published();

 private:
  store::Store& store_;
  Definition target_;
  std::map<std::string, Definition> loaded_;
};

// The definition in force; nothing in a database without one, or whose last one does not load.
Definition load_current(store::Store& store, base::Diagnostics& diagnostics);

}  // namespace guichet::publishing
