#include "rules/dmn/read.hpp"

#include <algorithm>

#include "engine/base/count_errors.hpp"
#include "engine/base/file.hpp"
#include "rules/dmn/read_messages.hpp"
#include "rules/dmn/reader.hpp"
#include "rules/dmn/references.hpp"
#include "rules/dmn/schema.hpp"
#include "rules/dmn/xml_messages.hpp"
#include "rules/dmn/xml_text.hpp"

namespace guichet::dmn {

namespace {

using base::Message;

// nullptr, with a diagnostic, where the root is that of no model.
const DmnVersion* version_of(const xml::Element& root, base::Diagnostics& diagnostics) {
  const auto found =
      std::find_if(kDmnVersions.begin(), kDmnVersions.end(),
                   [&](const DmnVersion& version) { return version.model == root.name_space(); });
  if (root.name() == "definitions" && found != kDmnVersions.end()) return &*found;
  const bool another_version = root.name_space().find("/spec/DMN/") != std::string::npos &&
                               (root.name() == "definitions" || root.name() == "Definitions");
  const Message hint(messages::kDmnRoot, {std::string(kDmnVersions[5].model)});
  if (another_version)
    diagnostics.error(root.at(), Message(messages::kUnknownDmnVersion, {root.name_space()}), hint);
  else
    diagnostics.error(root.at(), Message(messages::kNotDmn, {root.name()}), hint);
  return nullptr;
}

}  // namespace

std::optional<Definitions> read_definitions(const base::Source& source,
                                            base::Diagnostics& diagnostics) {
  const std::size_t before = base::count_errors(diagnostics);
  const auto document = xml::Document::parse(source, diagnostics);
  if (!document) return {};
  const xml::Element root = document->root();
  const DmnVersion* version = version_of(root, diagnostics);
  if (version == nullptr) return {};
  check_schema(root, diagnostics);
  Definitions definitions = Reader(root, *version, diagnostics).read();
  check_references(definitions, diagnostics);
  if (base::count_errors(diagnostics) > before) return {};
  return definitions;
}

std::optional<Definitions> read_definitions_file(const std::string& path,
                                                 base::Diagnostics& diagnostics) {
  const auto bytes = base::read_bytes(path);
  if (!bytes) {
    diagnostics.error({}, bytes.error().what);
    return {};
  }
  const auto source = xml::decode(path, *bytes);
  if (!source) {
    diagnostics.error({}, source.error().what, Message(messages::kSaveAsUtf8));
    return {};
  }
  return read_definitions(*source, diagnostics);
}

}  // namespace guichet::dmn
