// What the guard decided, in the audit: who saw a case, took data out, changed rights or the
// configuration, and who was refused. Acts have facts of their own; coming in is told by
// engine/accounts, which knows how it ended.
#pragma once

#include <functional>

#include "adapters/http/entrance/guard.hpp"
#include "adapters/http/entrance/reception.hpp"

namespace guichet::http {

// Written behind the answer, in the order of the decisions. Requires: `reception` outlives it.
std::function<void(const Witnessed&)> make_audit_witness(Reception& reception);

// The holder of a link was shown her case by it: as whoever has an account and looks at one. Its
// page is open to the guard, which cannot tell, since it asks for the code too.
void note_seen_by_link(Reception& reception, const Request& request);

}  // namespace guichet::http
