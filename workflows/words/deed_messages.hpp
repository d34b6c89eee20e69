// Words of workflows/words: what a step does, as clauses.
#pragma once

#include "engine/base/message.hpp"

namespace guichet::words::messages {

using base::MessageText;

inline constexpr MessageText kTheRequest{"annexe-the-request", "la demande", "the request"};
inline constexpr MessageText kTheNeed{"annexe-the-need", "le besoin", "the need"};
inline constexpr MessageText kTheReferral{"annexe-the-referral", "la mise en relation",
                                          "the referral"};
inline constexpr MessageText kTheCase{"annexe-the-case", "le dossier", "the case"};
inline constexpr MessageText kOnAgenda{
    "annexe-on-agenda", "inscription à l’ordre du jour de la réunion des partenaires",
    "a line on the agenda of the partners' meeting"};
inline constexpr MessageText kReminder{"annexe-reminder", "relance {0}", "a reminder {0}"};
inline constexpr MessageText kEscalation{"annexe-escalation", "alerte {0}", "an escalation {0}"};
inline constexpr MessageText kLetter{"annexe-letter", "lettre {0}", "a letter {0}"};
inline constexpr MessageText kLetterNamed{"annexe-letter-named", "lettre {0} : {1}",
                                          "a letter {0}: {1}"};
inline constexpr MessageText kOpensTask{"annexe-opens-task", "une tâche s’ouvre : {0}",
                                        "a task opens: {0}"};
inline constexpr MessageText kEntrusted{"annexe-entrusted", ", à faire par {0}", ", for {0}"};
inline constexpr MessageText kWithin{"annexe-within", ", sous {0}", ", within {0}"};
inline constexpr MessageText kBecomes{"annexe-becomes", "{0} devient {1}", "{0} becomes {1}"};
inline constexpr MessageText kEmptied{"annexe-emptied", "le champ {0} est effacé",
                                      "{0} is emptied"};
inline constexpr MessageText kIsToday{"annexe-is-today", "{0} prend la date du jour",
                                      "{0} takes the date of the day"};
inline constexpr MessageText kIsComputed{"annexe-is-computed", "le champ {0} est mis à jour",
                                         "{0} is brought up to date"};
inline constexpr MessageText kAppends{"annexe-appends", "le champ {0} est complété",
                                      "{0} is added to"};
inline constexpr MessageText kDecides{"annexe-decides", "le champ {0} est fixé par la table {1}",
                                      "{0} is set by the table {1}"};
inline constexpr MessageText kTellsParent{"annexe-tells-parent", "le dossier en est averti",
                                          "the case is told"};
inline constexpr MessageText kTellsChildren{"annexe-tells-children",
                                            "les partenaires sollicités en sont avertis",
                                            "the partners asked are told"};
inline constexpr MessageText kTellsSiblings{"annexe-tells-siblings",
                                            "les autres partenaires sollicités en sont avertis",
                                            "the other partners asked are told"};
inline constexpr MessageText kLater{"annexe-later", "la suite est donnée {0} plus tard",
                                    "what follows comes {0} later"};
inline constexpr MessageText kCancelsTimer{"annexe-cancels-timer", "l’échéance {0} est annulée",
                                           "the deadline {0} is cancelled"};
inline constexpr MessageText kPresses{"annexe-presses", "le dossier est signalé {0}",
                                      "the case is marked {0}"};
inline constexpr MessageText kNoLongerPresses{
    "annexe-no-longer-presses", "le dossier n’est plus signalé", "the case is no longer marked"};
inline constexpr MessageText kTakesOver{"annexe-takes-over",
                                        "la personne qui agit prend le dossier en charge",
                                        "whoever acts takes the case over"};
inline constexpr MessageText kAssigned{"annexe-assigned", "le dossier est confié à {0}",
                                       "the case is given to {0}"};
inline constexpr MessageText kInJournal{"annexe-in-journal", "mention au journal du dossier",
                                        "a line in the case's journal"};
inline constexpr MessageText kRequalifies{
    "annexe-requalifies", "un besoin s’ouvre sur le thème indiqué et reprend ce qui est connu",
    "a need of the theme given opens with what is known"};
inline constexpr MessageText kNothing{"annexe-nothing", "rien", "nothing"};
inline constexpr MessageText kIfThen{"annexe-if-then", "si {0} : {1}", "if {0}: {1}"};
inline constexpr MessageText kIfThenElse{"annexe-if-then-else", "si {0} : {1} ; sinon : {2}",
                                         "if {0}: {1}; otherwise: {2}"};
inline constexpr MessageText kBackWhere{"annexe-back-where", "{0} reprend là où il en était",
                                        "{0} goes on where it was left"};
inline constexpr MessageText kEndsAs{"annexe-ends-as", "{0} se termine : {1}", "{0} ends: {1}"};
inline constexpr MessageText kAgain{"annexe-again", "l’étape {0} recommence",
                                    "step {0} starts again"};
inline constexpr MessageText kGoesTo{"annexe-goes-to", "{0} passe à l’étape {1}",
                                     "{0} goes on to step {1}"};

}  // namespace guichet::words::messages
