// Who sends a request, on a desk with accounts: a program by its key (`Authorization: Bearer`), a
// person by the session that her browser holds, the holder of a link by hers.
#pragma once

#include <memory>

#include "adapters/http/entrance/identity.hpp"
#include "engine/base/clock.hpp"
#include "engine/store/store.hpp"

namespace guichet::http {

// Reads the store once for each request that brings a proof; that it was seen is noted behind it.
// All of it lives as long. `secure` as Reception's.
std::shared_ptr<const Identity> make_account_identity(const desk::Desk& desk, store::Store& store,
                                                      const base::Clock& clock, bool secure);

}  // namespace guichet::http
