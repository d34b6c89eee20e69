#include "rules/dmn/versions.hpp"

#include <algorithm>

namespace guichet::dmn {

const DmnVersion* find_version(std::string_view number) {
  const auto found =
      std::find_if(kDmnVersions.rbegin(), kDmnVersions.rend(),
                   [&](const DmnVersion& version) { return version.number == number; });
  return found == kDmnVersions.rend() ? nullptr : &*found;
}

bool is_feel(std::string_view language) {
  return language == "feel" || language == "FEEL" ||
         std::any_of(kDmnVersions.begin(), kDmnVersions.end(),
                     [&](const DmnVersion& version) { return version.feel == language; });
}

}  // namespace guichet::dmn
