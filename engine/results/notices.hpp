// What the desk as a whole is to be told on a day: lines for the partners' meeting that belong to
// no case.
#pragma once

#include <string>
#include <vector>

#include "engine/base/instant.hpp"
#include "engine/base/message.hpp"
#include "workflows/bundle/desk.hpp"

namespace guichet::results {

struct Notice {
  base::Day on{};     // the day it is about
  std::string about;  // id of the convention
  base::Message text;
};

// Conventions that end soon (desk.yaml `convention_warning`) or have ended, and that no later
// version takes on. Earliest first.
std::vector<Notice> notices(const bundle::Desk& desk, base::Day today);

}  // namespace guichet::results
