// Delays as people say them: "20 jours ouvrés", "6 mois", "2 weeks".
#pragma once

#include <string>

#include "engine/base/delay.hpp"
#include "engine/base/message.hpp"

namespace guichet::base {

std::string in_words(const Delay& delay, Language language);

}  // namespace guichet::base
