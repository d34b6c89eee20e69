// The words of the pages on which something is put right, with a reason.
#pragma once

#include "engine/base/message.hpp"

namespace guichet::web::messages {

using base::MessageText;

inline constexpr MessageText kIncidentTitle{"incident-title", "Régler ce qui n’a pas pu se faire",
                                            "Settle what could not be done"};
inline constexpr MessageText kDecision{"incident-decision", "Décision", "Decision"};
inline constexpr MessageText kRetry{"incident-retry", "essayer à nouveau", "try again"};
inline constexpr MessageText kSettle{"incident-settle", "clore : c’est réglé autrement",
                                     "close: it is settled otherwise"};
inline constexpr MessageText kSettleButton{"incident-button", "Régler", "Settle"};
inline constexpr MessageText kIncidentDone{"incident-done", "C’est réglé.", "Settled."};

inline constexpr MessageText kDueTitle{"due-title", "Changer la date : {0}",
                                       "Change the date: {0}"};
inline constexpr MessageText kDueIntro{"due-intro", "{0}. Prévu le {1}.", "{0}. Due on {1}."};
inline constexpr MessageText kNewDay{"due-day", "Nouvelle date", "New date"};
inline constexpr MessageText kDueButton{"due-button", "Changer la date", "Change the date"};
inline constexpr MessageText kDueDone{"due-done", "La date est changée.", "The date is changed."};

inline constexpr MessageText kCorrectTitle{"correct-title", "Corriger des faits", "Correct facts"};
inline constexpr MessageText kCorrectTitleOf{"correct-title-of", "Corriger des faits : {0}",
                                             "Correct facts: {0}"};
inline constexpr MessageText kCorrectIntro{
    "correct-intro",
    "Seul ce que vous changez est corrigé ; une case vidée retire la valeur. L’ancienne valeur "
    "reste au journal.",
    "Only what you change is corrected; an emptied box takes the value away. The journal keeps the "
    "old value."};
inline constexpr MessageText kCorrectButton{"correct-button", "Corriger", "Correct"};
inline constexpr MessageText kCorrectDone{"correct-done", "Les faits sont corrigés.",
                                          "The facts are corrected."};

inline constexpr MessageText kAssignTitle{"assign-title", "Confier le dossier",
                                          "Hand the case over"};
inline constexpr MessageText kAssignIntro{"assign-intro", "Suivi aujourd’hui par {0}.",
                                          "Followed by {0} today."};
inline constexpr MessageText kToWhom{"assign-to", "À qui", "To whom"};
inline constexpr MessageText kAssignButton{"assign-button", "Confier", "Hand over"};
inline constexpr MessageText kAssignDone{"assign-done", "Le dossier est confié.",
                                         "The case is handed over."};

inline constexpr MessageText kHandOverTitle{"hand-over-title", "Confier à un collègue : {0}",
                                            "Hand over to a colleague: {0}"};
inline constexpr MessageText kHandOverDone{"hand-over-done",
                                           "Le collègue reprend la mise en relation.",
                                           "The colleague has the referral now."};

inline constexpr MessageText kMoveTitle{"move-title", "Changer d’étape : {0}",
                                        "Put into another state: {0}"};
inline constexpr MessageText kMoveIntro{
    "move-intro",
    "Aujourd’hui : {0}. Les échéances de la nouvelle étape comptent à partir de "
    "maintenant.",
    "Today: {0}. The new state’s clocks count from now."};
inline constexpr MessageText kNewState{"move-state", "Nouvelle étape", "New state"};
inline constexpr MessageText kMoveButton{"move-button", "Changer d’étape", "Move"};
inline constexpr MessageText kMoveDone{"move-done", "L’étape est changée.", "It is moved."};

}  // namespace guichet::web::messages
