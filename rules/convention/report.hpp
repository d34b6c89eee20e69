// A choice as `guichet route` prints it, and as a sentence.
#pragma once

#include <string>

#include "rules/convention/choose.hpp"

namespace guichet::convention {

// One need: {"theme":..,"chosen":[{"partner":..,"article":..,"rule":..}], "fallback":..}; with
// `explained` also "not_chosen" and "would_open". Problems, waiting and review where there are any.
std::string to_json(const Convention& convention, const Choice& choice, bool explained,
                    base::Language language);

// Why a partner was not chosen: "cci-46: naf: « A » au lieu de C, F".
std::string sentence(const NotChosen& partner, base::Language language);

}  // namespace guichet::convention
