// A desk's files checked as a whole: what `guichet check` says of a folder, of texts at hand.
#pragma once

#include <map>
#include <memory>
#include <string>

#include "workflows/bundle/desk.hpp"

namespace guichet::publishing {

using Files = std::map<std::string, std::string>;

// How much is asked. Whoever types is told of names and shapes at once; what paths promise takes
// exploring them.
enum class Depth { names, promises };

struct Checked {
  // Partial where there are errors; nullptr where there is next to nothing to go by.
  std::shared_ptr<const bundle::Desk> desk;
  base::Diagnostics diagnostics;

  bool is_sound() const { return desk && !desk->partial && !diagnostics.has_errors(); }
};

// `folder` is what diagnostics put before a file's path; empty for none. `today`: the day on which
// conventions must be in force.
Checked check_files(const Files& files, const std::string& folder, base::Day today, Depth depth,
                    base::Language language);
// The same of a folder on disk.
Checked check_folder(const std::string& folder, base::Day today, base::Language language);

}  // namespace guichet::publishing
