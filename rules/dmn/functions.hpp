// Knowledge models and decision services as functions, and the logic of decisions.
#pragma once

#include "rules/dmn/program.hpp"

namespace guichet::dmn {

// Requires: what the decision requires is known in the memo.
feel::Value decide_logic(const Entity& decision, Session& session, Memo& memo);
// Requires: the entity is a knowledge model or a service.
feel::Value make_entity_function(std::size_t entity, Session& session);
// The outputs of a service whose parameters are set in the memo.
feel::Value decide_outputs(const Entity& service, Session& session, Memo& memo);

}  // namespace guichet::dmn
