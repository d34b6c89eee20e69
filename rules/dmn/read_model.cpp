#include "engine/base/count_errors.hpp"
#include "engine/base/file.hpp"
#include "rules/dmn/model_reader.hpp"
#include "rules/dmn/model_yaml_messages.hpp"

namespace guichet::dmn {

namespace {

using base::Message;

}  // namespace

std::optional<Definitions> read_model(const yaml::Node& root, const ReadBeside& read_beside,
                                      base::Diagnostics& diagnostics) {
  const std::size_t before = base::count_errors(diagnostics);
  Definitions definitions = ModelReader(root, read_beside, diagnostics).read();
  if (base::count_errors(diagnostics) > before) return {};
  return definitions;
}

std::optional<Definitions> read_model_file(const std::string& path,
                                           base::Diagnostics& diagnostics) {
  const auto source = base::read_source(path);
  if (!source) {
    diagnostics.error({}, source.error().what);
    return {};
  }
  const auto root = yaml::parse(*source, diagnostics);
  if (root == nullptr || diagnostics.has_errors()) return {};
  const std::string folder = path.substr(0, path.rfind('/') + 1);
  const auto read_beside = [&](const std::string& name) -> base::Result<std::string> {
    if (name.starts_with('/') || name.find("..") != std::string::npos)
      return std::unexpected(
          base::Error{base::ErrorKind::input, Message(messages::kFileOutsideModel, {name})});
    return base::read_bytes(folder + name);
  };
  return read_model(*root, read_beside, diagnostics);
}

}  // namespace guichet::dmn
