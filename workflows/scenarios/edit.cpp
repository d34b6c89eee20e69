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

// `{file, replace, by}`: one passage of one file reads otherwise.
bool replace_passage(const yaml::Node& edit, Files& files, base::Diagnostics& diagnostics) {
  const yaml::Node* file = yaml::at(edit, "file");
  const yaml::Node* passage = yaml::at(edit, "replace");
  const yaml::Node* by = yaml::at(edit, "by");
  if (file == nullptr || passage == nullptr || by == nullptr) return false;  // said by the shape
  const auto found = files.find(file->text());
  if (found == files.end()) {
    std::vector<std::string> known;
    for (const auto& [path, unused] : files) known.push_back(path);
    diagnostics.error(file->location(), base::Message(messages::kNoEditedFile, {file->text()}),
                      base::suggestion(file->text(), known));
    return false;
  }
  const std::size_t at = found->second.find(passage->text());
  if (at == std::string::npos || passage->text().empty()) {
    diagnostics.error(passage->location(),
                      base::Message(messages::kNoSuchPassage, {file->text(), passage->text()}));
    return false;
  }
  found->second.replace(at, passage->text().size(), by->text());
  return true;
}

// A file beside the scenario, or a folder of them.
bool lay_over(const yaml::Node& edit, const std::string& folder, Files& files,
              base::Diagnostics& diagnostics) {
  const std::string path =
      (std::filesystem::path(folder) / edit.text()).lexically_normal().generic_string();
  const std::string prefix = path.ends_with('/') ? path : path + "/";
  const Files before = files;
  bool any = false;
  for (const auto& [each, text] : before) {
    const bool inside = each.starts_with(prefix);
    if (each != path && !inside) continue;
    files[inside ? each.substr(prefix.size()) : place_of(before, path, text)] = text;
    any = true;
  }
  if (!any) {
    diagnostics.error(edit.location(), base::Message(messages::kNoEditedFile, {edit.text()}));
  }
  return any;
}

}  // namespace

std::shared_ptr<const bundle::Desk> edited_desk(const bundle::Desk& desk, const std::string& folder,
                                                const yaml::Node& edit,
                                                base::Diagnostics& diagnostics) {
  Files files = desk.files;
  const bool edited = edit.is_mapping() ? replace_passage(edit, files, diagnostics)
                                        : lay_over(edit, folder, files, diagnostics);
  return edited ? bundle::load_desk_files(files, "edit: ", diagnostics) : nullptr;
}

}  // namespace guichet::scenarios
