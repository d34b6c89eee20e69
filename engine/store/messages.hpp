// Sentences of engine/store: what no implementation of it accepts.
#pragma once

#include "engine/base/message.hpp"

namespace guichet::store::messages {

using base::MessageText;

inline constexpr MessageText kRevisionClash{
    "revision-clash", "le dossier {0} n'est pas à la version {1} que l'étape prolonge",
    "case {0} is not at revision {1}, which the step continues"};
inline constexpr MessageText kDuplicateLetter{"duplicate-letter",
                                              "la lettre « {0} » est déjà en attente d'envoi",
                                              "letter '{0}' is in the outbox already"};
inline constexpr MessageText kDuplicateCommand{"duplicate-command",
                                               "la commande « {0} » est déjà enregistrée",
                                               "command '{0}' is recorded already"};
inline constexpr MessageText kDuplicateNumber{"duplicate-number",
                                              "la demande « {0} » est déjà enregistrée",
                                              "request '{0}' is recorded already"};
inline constexpr MessageText kLetterGone{
    "letter-gone", "la lettre « {0} » est partie entre-temps, ou a déjà été rappelée",
    "letter '{0}' has left meanwhile, or has been called back already"};
inline constexpr MessageText kWorkFailed{
    "work-failed", "une étape s'est interrompue sur une erreur interne : rien n'en est gardé",
    "a step stopped on an internal fault: nothing of it is kept"};

}  // namespace guichet::store::messages
