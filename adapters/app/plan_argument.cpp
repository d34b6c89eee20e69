#include "adapters/app/plan_argument.hpp"

#include <algorithm>
#include <filesystem>
#include <iostream>

#include "adapters/app/opening.hpp"
#include "adapters/app/version_messages.hpp"
#include "engine/base/file.hpp"
#include "engine/publishing/plan_text.hpp"

namespace guichet::app {
namespace {

namespace fs = std::filesystem;

std::vector<std::string> files_of(const std::string& path) {
  std::vector<std::string> files;
  if (path.empty()) return files;
  std::error_code error;
  if (!fs::is_directory(path, error)) return {path};
  for (const fs::directory_entry& entry : fs::directory_iterator(path, error)) {
    const std::string extension = entry.path().extension().string();
    if (extension == ".yaml" || extension == ".yml") files.push_back(entry.path().string());
  }
  std::ranges::sort(files);
  return files;
}

}  // namespace

std::expected<PlanPointer, int> read_plan(const std::string& path, store::Store& store,
                                          publishing::Versions& versions, base::Language language) {
  base::Diagnostics diagnostics;
  const std::vector<std::string> files = files_of(path);
  if (!path.empty() && files.empty()) {
    return std::unexpected(report(base::Message(messages::kPlanMissing, {path}), language));
  }
  std::vector<base::Source> sources;
  for (const std::string& file : files) {
    const auto bytes = base::read_bytes(file);
    if (!bytes) return std::unexpected(report(bytes.error(), language));
    if (base::find_invalid_utf8(*bytes) != std::string::npos) {
      return std::unexpected(report(base::Message(messages::kNotUtf8), language));
    }
    sources.push_back(base::make_source(file, *bytes));
  }
  auto plan = publishing::read_plan(sources, store, versions, diagnostics);
  std::cerr << render_text(diagnostics, language);
  if (!plan) return std::unexpected(kWrongInput);
  return plan;
}

}  // namespace guichet::app
