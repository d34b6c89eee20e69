#include <filesystem>

#include "engine/base/file.hpp"
#include "workflows/bundle/desk.hpp"
#include "workflows/bundle/messages.hpp"
#include "workflows/bundle/reading.hpp"

namespace guichet::bundle {
namespace {

namespace fs = std::filesystem;
using base::Message;

constexpr std::size_t kMostFiles = 2000;

bool belongs(const fs::path& path) {
  const std::string extension = path.extension().string();
  return extension == ".yaml" || extension == ".yml" || extension == ".csv" ||
         (extension == ".md" && path.parent_path().filename() == "letters");
}

}  // namespace

std::map<std::string, std::string> read_folder(const std::string& folder,
                                               base::Diagnostics& diagnostics) {
  std::map<std::string, std::string> files;
  std::error_code error;
  fs::recursive_directory_iterator walk(folder, error);
  if (error || !fs::is_directory(folder)) {
    const std::string why = error ? error.message() : "";
    diagnostics.error({}, Message(messages::kNoFolder, {folder, why}));
    return files;
  }
  for (const fs::directory_entry& entry : walk) {
    if (!entry.is_regular_file() || !belongs(entry.path()) || files.size() >= kMostFiles) continue;
    auto bytes = base::read_bytes(entry.path().string());
    if (!bytes) {
      diagnostics.error({}, bytes.error().what);
      continue;
    }
    files[fs::path(entry.path()).lexically_relative(folder).generic_string()] = std::move(*bytes);
  }
  return files;
}

std::string shown_folder(const std::string& folder) {
  return folder.empty() || folder.ends_with('/') ? folder : folder + "/";
}

std::shared_ptr<const Desk> load_desk(const std::string& folder, base::Diagnostics& diagnostics,
                                      Proof proof) {
  const auto files = read_folder(folder, diagnostics);
  if (files.empty() && diagnostics.has_errors()) return nullptr;
  return load_desk_files(files, shown_folder(folder), diagnostics, proof);
}

std::shared_ptr<const Desk> load_desk_for_checking(const std::string& folder,
                                                   base::Diagnostics& diagnostics) {
  const auto files = read_folder(folder, diagnostics);
  if (files.empty()) return nullptr;
  return load_files_for_checking(files, shown_folder(folder), diagnostics);
}

}  // namespace guichet::bundle
