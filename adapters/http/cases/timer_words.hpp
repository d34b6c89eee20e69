// What timers and acts are called in front of people: the title that their YAML gives, else what a
// timer does; never the bare id.
#pragma once

#include <string>

#include "engine/base/message.hpp"
#include "workflows/bundle/desk.hpp"

namespace guichet::http {

// `workflow`: id of the path that has it; empty: whichever has such a timer in such a state.
std::string timer_title(const bundle::Desk& desk, const std::string& workflow,
                        const std::string& state, const std::string& name, base::Language language);
// "suspendre" is "Suspendre": a name of YAML that stands alone, where there is no title.
std::string titled(std::string name);
// The title of a declaration: models keep the name in its place where the YAML gives none.
std::string title_or_name(const std::string& title, const std::string& name);

}  // namespace guichet::http
