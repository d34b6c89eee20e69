#include "engine/publishing/check.hpp"

#include "engine/publishing/promises.hpp"
#include "rules/convention/load.hpp"
#include "workflows/bundle/calendar_horizon.hpp"
#include "workflows/check/consequences.hpp"
#include "workflows/check/general_hints.hpp"
#include "workflows/scenarios/scenario.hpp"

namespace guichet::publishing {
namespace {

// What the tests and the population of the desk get wrong, told like all the rest.
base::Diagnostics with_hints(const base::Diagnostics& found) {
  base::Diagnostics out;
  check::add_with_hints(check::gathered(found), out);
  return out;
}

// What builds on the desk's own files.
void check_further(Checked& checked, const std::string& folder, base::Day today, Depth depth,
                   base::Language language) {
  if (const bundle::Desk* desk = checked.desk.get()) {
    for (const auto& [id, convention] : desk->conventions) {
      convention::warn_of_renewal(*convention, today, checked.diagnostics);
    }
    bundle::warn_of_calendars(*desk, folder, today, checked.diagnostics);
    scenarios::check_scenarios(*desk, checked.diagnostics);
    if (depth == Depth::promises && !checked.diagnostics.has_errors()) {
      check_promises(*desk, language, checked.diagnostics);
    }
  }
  checked.diagnostics = with_hints(checked.diagnostics);
}

}  // namespace

Checked check_files(const Files& files, const std::string& folder, base::Day today, Depth depth,
                    base::Language language) {
  Checked checked;
  checked.desk = bundle::load_files_for_checking(files, folder, checked.diagnostics);
  check_further(checked, folder, today, depth, language);
  return checked;
}

Checked check_folder(const std::string& folder, base::Day today, base::Language language) {
  Checked checked;
  checked.desk = bundle::load_desk_for_checking(folder, checked.diagnostics);
  check_further(checked, folder, today, Depth::promises, language);
  return checked;
}

}  // namespace guichet::publishing
