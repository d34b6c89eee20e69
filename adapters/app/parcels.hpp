// The outbox as the delivery worker sees it: letters to parcels, leases to claims.
#pragma once

#include <chrono>
#include <memory>
#include <string>

#include "adapters/delivery/outbox_worker.hpp"
#include "adapters/delivery/parcel.hpp"
#include "engine/cases/effect.hpp"
#include "engine/desk/desk.hpp"
#include "workflows/bundle/desk.hpp"

namespace guichet::app {

delivery::Parcel parcel_of(const cases::LetterEffect& letter, const bundle::Desk& desk);
// The outbox of a store as the delivery worker sees it. What is printed or telephoned is taken out
// of the way at once: people carry it. What became of a letter is told to its case.
std::unique_ptr<delivery::ParcelQueue> make_outbox(desk::Desk& desk,
                                                   std::chrono::milliseconds lease);

// The host of the desk's own address: the right side of Message-IDs.
std::string host_of(const bundle::Desk& desk);

}  // namespace guichet::app
