// A parcel as an RFC 5322 message: the same parcel gives the same bytes, always.
#pragma once

#include <string>

#include "adapters/delivery/parcel.hpp"
#include "engine/base/error.hpp"

namespace guichet::delivery {

// Lines end in CR LF. `desk_host` is the right side of the Message-ID, `<key@desk_host>`. An error
// where a field of one line holds a line break or NUL, or an address is none.
base::Result<std::string> compose_message(const Parcel& parcel, const std::string& desk_host);

// A@b with one @, no blank, no control character, at most 254 bytes; accents are allowed.
bool is_address(std::string_view address);
// The address as SMTP says it: a domain with accents in its ASCII form (xn--).
std::string to_envelope(const std::string& address);
// The address has other than ASCII before its @: the relay must offer SMTPUTF8.
bool needs_smtputf8(std::string_view address);

// The appointment as an iCalendar object (METHOD:REQUEST or CANCEL).
std::string to_icalendar(const Invitation& invitation, const Parcel& parcel);

}  // namespace guichet::delivery
