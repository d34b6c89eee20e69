// A model's file and those that it imports.
#include <algorithm>
#include <filesystem>
#include <set>

#include "rules/dmn/model.hpp"
#include "rules/dmn/model_yaml.hpp"
#include "rules/dmn/read.hpp"

namespace guichet::dmn {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kMostModels = 100;

bool may_be_model(const fs::path& path) {
  return path.extension() == ".dmn" || path.extension() == ".xml";
}

// The models of a folder, read when they are asked for: first the file that the import names, then
// the others.
class Folder {
 public:
  explicit Folder(fs::path path) : path_(std::move(path)) {}

  // Nothing where no file of the folder has the namespace.
  std::optional<Definitions> find(const Import& import, base::Diagnostics& diagnostics) {
    if (!import.location_uri.empty()) {
      const fs::path named = path_ / import.location_uri;
      if (fs::is_regular_file(named) &&
          named.lexically_normal().parent_path() == (path_ / "x").lexically_normal().parent_path())
        return read_definitions_file(named.string(), diagnostics);
    }
    list();
    for (fs::path& file : files_) {
      if (file.empty()) continue;
      base::Diagnostics found;
      auto definitions = read_definitions_file(file.string(), found);
      if (!definitions || definitions->model_namespace != import.import_namespace) continue;
      file.clear();
      return definitions;
    }
    return std::nullopt;
  }

 private:
  void list() {
    if (listed_) return;
    listed_ = true;
    std::error_code failed;
    for (const auto& entry : fs::directory_iterator(path_, failed))
      if (entry.is_regular_file(failed) && may_be_model(entry.path()))
        files_.push_back(entry.path());
    std::sort(files_.begin(), files_.end());
  }

  fs::path path_;
  bool listed_ = false;
  std::vector<fs::path> files_;
};

bool is_known(const std::vector<Definitions>& models, const std::string& name_space) {
  return std::any_of(models.begin(), models.end(),
                     [&](const Definitions& model) { return model.model_namespace == name_space; });
}

}  // namespace

std::shared_ptr<const Model> load_model_file(const std::string& path, const ModelOptions& options,
                                             base::Diagnostics& diagnostics) {
  const bool is_yaml = path.ends_with(".yaml") || path.ends_with(".yml");
  auto first =
      is_yaml ? read_model_file(path, diagnostics) : read_definitions_file(path, diagnostics);
  if (!first) return nullptr;
  std::vector<Definitions> models;
  models.push_back(std::move(*first));
  const fs::path parent = fs::path(path).parent_path();
  Folder folder(parent.empty() ? fs::path(".") : parent);
  for (std::size_t m = 0; m < models.size() && models.size() < kMostModels; ++m) {
    const std::size_t count = models[m].imports.size();
    for (std::size_t i = 0; i < count; ++i) {
      const Import& import = models[m].imports[i];
      if (is_known(models, import.import_namespace)) continue;
      auto imported = folder.find(import, diagnostics);
      if (imported) models.push_back(std::move(*imported));
    }
  }
  return Model::compile(std::move(models), options, diagnostics);
}

}  // namespace guichet::dmn
