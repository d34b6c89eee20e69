// The names that letters may use.
#pragma once

#include "engine/letters/letter.hpp"

namespace guichet::letters {

// letter_scope() without the fields that a data class marks: what compiles here too is fit for a
// subject. Slots differ from letter_scope()'s in nothing.
feel::Scope public_scope(const Surroundings& surroundings);

}  // namespace guichet::letters
