// How people write numbers, dates, SIRETs, addresses and telephone numbers: text in, the stored
// form out. Pure.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/base/instant.hpp"
#include "engine/vocabulary/vocabulary.hpp"

namespace guichet::vocabulary {

// Without blanks at both ends; no-break spaces are blanks, as in texts pasted from a spreadsheet.
std::string_view trimmed(std::string_view text);
std::string without_blanks(std::string_view text);
// The parts between separators, trimmed, empty ones left out.
std::vector<std::string_view> split(std::string_view text, char separator);
// ASCII letters in lower case.
std::string lower(std::string_view text);

// "1 200,5" -> "1200.5": FEEL's form of a number written with a decimal comma or point and blanks
// between thousands. Nothing where it is none.
std::optional<std::string> decimal_text(std::string_view text);
// 04/02/2009 or 4/2/2009 where the desk writes so; 2009-02-04 always.
std::optional<base::Day> read_date(std::string_view text, const Formats& formats);
// Does the key of these 14 digits hold? Luhn's, or La Poste's own rule.
bool siret_key_holds(std::string_view digits);
// A mailbox of a domain. Letters of any script may stand before the @ (SMTPUTF8) and in the domain.
bool is_email(std::string_view text);
// A French number as pairs of digits ("05 65 00 00 00"), another as written; nothing where it
// cannot be a telephone number.
std::optional<std::string> phone_text(std::string_view text);

}  // namespace guichet::vocabulary
