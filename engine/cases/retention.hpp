// How long personal data are kept: a timer that survives the closing of the case. Private to this
// module.
#pragma once

#include "engine/cases/work.hpp"

namespace guichet::cases {

// The state of that timer, which is the request's.
constexpr std::string_view kRetention = "!retention";

// The case has just been closed: the longest `retention:` of its paths counts from now. Nothing
// where none of them has one.
void arm_retention(Work& work);
void cancel_retention(Work& work);
// Takes every field that the vocabulary puts into a class of personal data out of the rows.
void take_personal_data(Work& work);

}  // namespace guichet::cases
