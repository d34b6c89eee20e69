// The outbox as the delivery worker sees it: letters to parcels, leases to claims.
#pragma once

#include <memory>
#include <string>

#include "adapters/delivery/parcel.hpp"
#include "engine/cases/effect.hpp"
#include "workflows/bundle/desk.hpp"

namespace guichet::app {

delivery::Parcel parcel_of(const cases::LetterEffect& letter, const bundle::Desk& desk);
// The host of the desk's own address: the right side of Message-IDs.
std::string host_of(const bundle::Desk& desk);

}  // namespace guichet::app
