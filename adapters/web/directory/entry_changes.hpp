// What differs between two versions of a partner's entry, as sentences.
#pragma once

#include <string>
#include <vector>

#include "engine/base/message.hpp"
#include "workflows/bundle/directory.hpp"

namespace guichet::web {

std::vector<std::string> changes_between(const bundle::Partner& before,
                                         const bundle::Partner& after, base::Language language);

}  // namespace guichet::web
