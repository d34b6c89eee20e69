// Which passwords are taken: long ones, in any characters, that are not put together from what
// attackers try first. No rule on kinds of characters, no date by which to change them.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/access/principal.hpp"
#include "engine/base/message.hpp"

namespace guichet::accounts {

constexpr std::size_t kLongestPassword = 256;  // characters

// As it is hashed and compared: Unicode NFKC, so that one keyboard's e and accent are another's é.
// Nothing where it is not UTF-8 or longer than anybody's.
std::optional<std::string> normalised_password(std::string_view typed);

// What an e-mail address is known by: NFKC, without case, without blanks around it.
std::string email_key_of(std::string_view email);
// One @ with something on both sides, no blank, no control character, at most 254 bytes.
bool is_email(std::string_view email);

// The least number of characters: 16 for those who keep a desk, 12 for everybody else.
std::size_t shortest_password(const std::vector<access::Persona>& personas);

// What is wrong with it, each with what to do; empty where it is taken. `context`: the names of the
// desk and of the person, the address: their words are guessed first.
std::vector<base::Message> password_faults(std::string_view typed,
                                           const std::vector<access::Persona>& personas,
                                           const std::vector<std::string>& context);

}  // namespace guichet::accounts
