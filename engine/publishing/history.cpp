#include "engine/publishing/history.hpp"

#include <algorithm>

#include "engine/base/file.hpp"
#include "workflows/migrate/difference.hpp"

namespace guichet::publishing {
namespace {

FileChange change_of(const std::string& path, const std::string* before, const std::string* after) {
  FileChange out{.path = path, .added = before == nullptr, .removed = after == nullptr};
  const std::string a = before == nullptr ? "" : *before;
  const std::string b = after == nullptr ? "" : *after;
  const bool is_text = base::find_invalid_utf8(a) == std::string::npos &&
                       base::find_invalid_utf8(b) == std::string::npos;
  if (is_text) out.lines = line_diff(a, b);
  return out;
}

}  // namespace

std::vector<FileChange> changes_between(const Files& before, const Files& after) {
  std::vector<FileChange> out;
  for (const auto& [path, text] : after) {
    const auto was = before.find(path);
    if (was == before.end()) {
      out.push_back(change_of(path, nullptr, &text));
    } else if (was->second != text) {
      out.push_back(change_of(path, &was->second, &text));
    }
  }
  for (const auto& [path, text] : before) {
    if (!after.contains(path)) out.push_back(change_of(path, &text, nullptr));
  }
  std::ranges::sort(out, {}, &FileChange::path);
  return out;
}

std::vector<base::Message> sentences_between(const Files& before, const Files& after) {
  base::Diagnostics ignored;  // what does not load has nothing to compare
  const auto from = bundle::load_desk_files(before, "", ignored, bundle::Proof::no);
  const auto to = bundle::load_desk_files(after, "", ignored, bundle::Proof::no);
  std::vector<base::Message> out;
  if (!from || !to) return out;
  for (migrate::Change& each : migrate::difference(*from, *to)) out.push_back(std::move(each.what));
  return out;
}

std::vector<Version> versions(store::Store& store) {
  std::vector<store::Publication> published;
  store.read([&](store::Reader& reader) { published = reader.publications(); });
  std::vector<Version> out;
  for (store::Publication& each : published) {
    out.push_back({std::move(each), out.empty()});
  }
  return out;
}

std::optional<VersionView> find_version(store::Store& store, const std::string& hash) {
  const std::vector<Version> all = versions(store);
  const auto found = std::ranges::find_if(
      all, [&](const Version& each) { return each.publication.content_hash == hash; });
  if (found == all.end()) return {};
  auto files = store.definition(hash);
  if (!files) return {};
  VersionView out{.version = *found, .files = std::move(*files)};
  if (found->publication.previous.empty()) return out;
  auto before = store.definition(found->publication.previous);
  if (!before) return out;
  out.before = std::move(*before);
  out.changes = sentences_between(out.before, out.files);
  out.differences = changes_between(out.before, out.files);
  return out;
}

}  // namespace guichet::publishing
