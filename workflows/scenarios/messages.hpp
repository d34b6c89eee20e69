// Sentences of workflows/scenarios.
#pragma once

#include "engine/base/message.hpp"

namespace guichet::scenarios::messages {

using base::MessageText;

inline constexpr MessageText kBadMoment{"bad-moment",
                                        "« {0} » n'est ni une date ni une date avec l'heure",
                                        "'{0}' is neither a date nor a date and time"};
inline constexpr MessageText kBadAdvance{"bad-advance",
                                         "« {0} » n'est pas un délai (`10bd`, `6 months`)",
                                         "'{0}' is no delay (`10bd`, `6 months`)"};
inline constexpr MessageText kTwoVerbs{"two-acts", "une étape fait une chose : `{0}` ou `{1}`",
                                       "a step does one thing: `{0}` or `{1}`"};
inline constexpr MessageText kStoppedBeforeCommit{"stopped", "le processus s'arrête avant d'écrire",
                                                  "the process stops before it writes"};
inline constexpr MessageText kBadCrash{"bad-crash", "« {0} » : before_commit ou after_commit",
                                       "'{0}': before_commit or after_commit"};
inline constexpr MessageText kNoEditedFile{
    "no-edited-file", "« {0} » n'est ni un fichier ni un dossier à côté du scénario",
    "'{0}' is neither a file nor a folder beside the scenario"};
inline constexpr MessageText kNoSuchPassage{"no-such-passage", "{0} ne contient pas « {1} »",
                                            "{0} does not hold '{1}'"};
inline constexpr MessageText kUnknownScenario{"unknown-scenario",
                                              "« {0} » n'est pas un scénario de ces tests",
                                              "'{0}' is no scenario of these tests"};
inline constexpr MessageText kIncludeCircle{
    "include-circle", "« {0} » se reprend lui-même, par `include`", "'{0}' includes itself"};
inline constexpr MessageText kOutageEnd{"outage-end",
                                        "une panne a `until:` ou `for:`, l'un des deux",
                                        "an outage has `until:` or `for:`, one of them"};
inline constexpr MessageText kGivenWorkflow{
    "given-workflow", "`given` a besoin du parcours : `workflow:` ici ou dans le scénario",
    "`given` needs the path: `workflow:` here or in the scenario"};
inline constexpr MessageText kNoClock{"no-clock",
                                      "un scénario commence à une date : `clock:` (ou `include:`)",
                                      "a scenario begins at a date: `clock:` (or `include:`)"};
inline constexpr MessageText kUnknownEvent{"unknown-event", "« {0} » n'est pas un fait du journal",
                                           "'{0}' is no fact of the journal"};
inline constexpr MessageText kUnknownActor{"unknown-actor",
                                           "« {0} » n'est ni un rôle ni une personne du guichet",
                                           "'{0}' is neither a role nor a person of the desk"};
inline constexpr MessageText kUnknownName{"unknown-name", "« {0} » n'est pas connu ({1})",
                                          "'{0}' is not known ({1})"};
inline constexpr MessageText kNoRow{"no-row", "{1} n'a pas de ligne « {0} »",
                                    "{1} has no row '{0}'"};
inline constexpr MessageText kBadSent{"bad-sent", "« {0} » : on attend « LETTRE to DESTINATAIRE »",
                                      "'{0}': expected 'LETTER to RECIPIENT'"};
inline constexpr MessageText kNoAct{"no-act", "cette étape ne fait rien et n'attend rien",
                                    "this step does nothing and expects nothing"};
inline constexpr MessageText kBadProbability{"bad-probability",
                                             "« {0} » n'est pas une probabilité entre 0 et 1",
                                             "'{0}' is not a probability between 0 and 1"};
inline constexpr MessageText kBadWeight{"bad-weight",
                                        "« {0} » n'est pas un poids (un nombre positif)",
                                        "'{0}' is not a weight (a positive number)"};
inline constexpr MessageText kTwelveMonths{"twelve-months",
                                           "il faut douze poids, de janvier à décembre",
                                           "twelve weights are needed, January to December"};
inline constexpr MessageText kOneField{"one-field", "« when » ne porte que sur un champ",
                                       "'when' is about one field only"};
inline constexpr MessageText kBadRange{"bad-range", "« {0} » : on attend [le moins, le plus]",
                                       "'{0}': expected [least, most]"};
inline constexpr MessageText kSumOfChances{"sum-of-chances",
                                           "ces probabilités font plus de 1 ensemble ({0})",
                                           "these probabilities add up to more than 1 ({0})"};

}  // namespace guichet::scenarios::messages
