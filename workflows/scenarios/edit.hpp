// Another version of a desk, as a scenario edits it: files beside the test laid over the desk's.
// Private to this module.
#pragma once

#include <memory>
#include <string>

#include "engine/yaml/node.hpp"
#include "workflows/bundle/desk.hpp"

namespace guichet::scenarios {

// `edit` is `{file, replace, by}`, one passage of one file of the desk; or it names, from `folder`
// (the scenario file's inside the desk), one YAML file, which takes the place of the desk's file of
// the same kind and id, or a folder whose files take the places of those of the same path. nullptr,
// with diagnostics, where that is no desk.
std::shared_ptr<const bundle::Desk> edited_desk(const bundle::Desk& desk, const std::string& folder,
                                                const yaml::Node& edit,
                                                base::Diagnostics& diagnostics);

}  // namespace guichet::scenarios
