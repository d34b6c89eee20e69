// Which definition a database's desk runs: what was published, never a folder that merely changed.
// A folder is an input: it becomes the desk of a database that has none yet; afterwards `publish`
// puts what it says in force.
#pragma once

#include <expected>
#include <memory>
#include <mutex>
#include <string>

#include "adapters/app/arguments.hpp"
#include "engine/base/message.hpp"
#include "engine/store/store.hpp"
#include "workflows/bundle/desk.hpp"

namespace guichet::app {

// A desk's folder as it stands; its mistakes have been printed where it does not load.
struct Folder {
  std::string path;  // empty: none was given
  std::shared_ptr<const bundle::Desk> desk;
};
Folder read_desk_folder(const std::string& path, base::Language language);

struct InForce {
  std::shared_ptr<const bundle::Desk> definition;
  // Where the folder says something else, or has mistakes: what people should know of it.
  std::optional<base::Message> notice;
};

// Does the folder, as it was read, say what runs? Asked again after each publication, since what
// runs may have become what the folder says, or another version yet.
// Thread-safe.
class FolderNotice {
 public:
  // Requires: the store outlives it.
  FolderNotice(store::Store& store, Folder folder) : store_(store), folder_(std::move(folder)) {}
  // What people should know of it; nothing where both say the same, or no folder was given.
  std::optional<base::Message> operator()(const bundle::Desk& in_force);

 private:
  store::Store& store_;
  const Folder folder_;
  std::mutex mutex_;
  std::string hash_;  // of the version that the sentence is about
  std::optional<base::Message> said_;
};

// A folder with mistakes stops only a database without a desk. The exit code after the reasons have
// been printed.
std::expected<InForce, int> definition_in_force(store::Store& store, const std::string& database,
                                                const Folder& folder, base::Language language);

}  // namespace guichet::app
