#include "adapters/app/definition_in_force.hpp"

#include <iostream>

#include "adapters/app/version_messages.hpp"
#include "engine/publishing/versions.hpp"

namespace guichet::app {
namespace {

using base::Message;

void print(const Message& message, base::Language language) {
  std::cerr << "guichet: " << message.in(language) << "\n";
}

std::string published_on(store::Store& store, const bundle::Desk& desk) {
  std::string day;
  store.read([&](store::Reader& reader) {
    const auto publications = reader.publications();
    if (!publications.empty()) day = base::iso(desk.calendar->local_day(publications.front().at));
  });
  return day.empty() ? "?" : day;
}

}  // namespace

Folder read_desk_folder(const std::string& path, base::Language language) {
  Folder folder{path, nullptr};
  if (path.empty()) return folder;
  base::Diagnostics diagnostics;
  folder.desk = bundle::load_desk(path, diagnostics, bundle::Proof::yes);
  if (!folder.desk) std::cerr << render_text(diagnostics, language);
  return folder;
}

std::expected<InForce, int> definition_in_force(store::Store& store, const std::string& database,
                                                const Folder& folder, base::Language language) {
  const std::string current = store.setting(std::string(store::kCurrentDefinition));
  InForce out{folder.desk, {}};
  if (current.empty()) {
    if (folder.path.empty()) print(Message(messages::kNoDesk, {database}), language);
    if (!out.definition) return std::unexpected(kWrongInput);
    return out;
  }
  if (out.definition && out.definition->content_hash == current) return out;
  base::Diagnostics diagnostics;
  out.definition = publishing::load_current(store, diagnostics);
  if (!out.definition) {
    std::cerr << render_text(diagnostics, language);
    print(Message(messages::kPublishedBroken, {current.substr(0, 12), database}), language);
    return std::unexpected(kWrongInput);
  }
  out.notice = FolderNotice(store, folder)(*out.definition);
  if (out.notice) print(*out.notice, language);
  return out;
}

std::optional<Message> FolderNotice::operator()(const bundle::Desk& in_force) {
  if (folder_.path.empty()) return {};
  const std::lock_guard lock(mutex_);
  if (hash_ == in_force.content_hash) return said_;
  said_.reset();
  hash_ = in_force.content_hash;
  if (!folder_.desk || folder_.desk->content_hash != hash_) {
    const auto& sentence = folder_.desk ? messages::kFolderDiffers : messages::kFolderBroken;
    said_ = Message(sentence, {folder_.path, published_on(store_, in_force)});
  }
  return said_;
}

}  // namespace guichet::app
