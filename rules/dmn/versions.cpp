#include "rules/dmn/versions.hpp"

#include <algorithm>

namespace guichet::dmn {

const DmnVersion* find_version(std::string_view number) {
  const auto found =
      std::find_if(kDmnVersions.rbegin(), kDmnVersions.rend(),
                   [&](const DmnVersion& version) { return version.number == number; });
  return found == kDmnVersions.rend() ? nullptr : &*found;
}

std::string lower_case(std::string_view text) {
  std::string lower(text);
  for (char& c : lower)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  return lower;
}

bool is_feel(std::string_view language) {
  // By its word in any letters, or its address of any version.
  return lower_case(language) == "feel" || language.find("/FEEL") != std::string_view::npos;
}

}  // namespace guichet::dmn
