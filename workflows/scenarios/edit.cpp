#include "workflows/scenarios/edit.hpp"

#include <filesystem>
#include <map>

#include "engine/yaml/shape.hpp"
#include "workflows/scenarios/messages.hpp"

namespace guichet::scenarios {
namespace {

using Files = std::map<std::string, std::string>;

struct Identity {
  std::string kind, id;
  bool operator==(const Identity&) const = default;
};

Identity identity_of(const std::string& path, const std::string& text) {
  base::Diagnostics unused;
  const auto root = yaml::parse(base::make_source(path, text), unused);
  if (!root) return {};
  return {std::string(yaml::header_kind(*root)), yaml::text_at(*root, "id")};
}

bool is_yaml(const std::string& path) {
  return path.ends_with(".yaml") || path.ends_with(".yml");
}

// The desk's file that `text` is another version of; a name of its own where there is none.
std::string place_of(const Files& files, const std::string& path, const std::string& text) {
  const Identity wanted = identity_of(path, text);
  for (const auto& [each, existing] : files) {
    if (!is_yaml(each) || each.starts_with("tests/")) continue;
    if (!wanted.kind.empty() && identity_of(each, existing) == wanted) return each;
  }
  return "workflows/" + std::filesystem::path(path).filename().string();
}

}  // namespace

std::shared_ptr<const bundle::Desk> edited_desk(const bundle::Desk& desk, const std::string& folder,
                                                const yaml::Node& edit,
                                                base::Diagnostics& diagnostics) {
  const std::string path =
      (std::filesystem::path(folder) / edit.text()).lexically_normal().generic_string();
  Files files = desk.files;
  bool any = false;
  if (const auto file = desk.files.find(path); file != desk.files.end()) {
    files[place_of(desk.files, path, file->second)] = file->second;
    any = true;
  }
  const std::string prefix = path.ends_with('/') ? path : path + "/";
  for (const auto& [each, text] : desk.files) {
    if (!each.starts_with(prefix)) continue;
    files[each.substr(prefix.size())] = text;
    any = true;
  }
  if (!any) {
    diagnostics.error(edit.location(), base::Message(messages::kNoEditedFile, {edit.text()}));
    return nullptr;
  }
  return bundle::load_desk_files(files, edit.text() + ": ", diagnostics);
}

}  // namespace guichet::scenarios
