// What is said to whoever takes calls and hands cases over.
#pragma once

#include "engine/base/message.hpp"

namespace guichet::http::messages {

inline constexpr base::MessageText kAssignNeeds{
    "assign-needs",
    "« {0} » : choisissez des dossiers (200 au plus), à qui les confier, et dites pourquoi",
    "'{0}': choose cases (200 at most), to whom they go, and say why"};

}  // namespace guichet::http::messages
