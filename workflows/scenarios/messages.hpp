// Sentences of workflows/scenarios.
#pragma once

#include "engine/base/message.hpp"

namespace guichet::scenarios::messages {

using base::MessageText;

inline constexpr MessageText kBadMoment{"bad-moment",
                                        "« {0} » n'est ni une date ni une date avec l'heure",
                                        "'{0}' is neither a date nor a date and time"};
inline constexpr MessageText kMomentForm{
    "moment-form", "écrivez `2009-02-05` ou, avec l'heure, `2009-02-05T10:00`",
    "write `2009-02-05` or, with the time, `2009-02-05T10:00`"};
inline constexpr MessageText kThereAre{"there-are", "il y a : {0}", "there are: {0}"};
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

inline constexpr MessageText kNotAValue{"not-a-value",
                                        "une valeur est attendue, ou une liste de valeurs",
                                        "expected a value, or a list of values"};
inline constexpr MessageText kBadCount{"bad-count", "« {0} » n'est pas un nombre entier",
                                       "'{0}' is not a whole number"};
inline constexpr MessageText kNoQuota{"no-quota", "{1} n'a pas de quota « {0} »",
                                      "{1} has no quota '{0}'"};
inline constexpr MessageText kPastMoment{"past-moment",
                                         "« {0} » est passé : le scénario en est déjà au {1}",
                                         "'{0}' is past: the scenario has come to {1} already"};
inline constexpr MessageText kLaterMoment{
    "later-moment", "écrivez une date plus tardive, ou mettez l'étape plus haut",
    "write a later date, or put the step further up"};
inline constexpr MessageText kExpectRefusal{
    "expect-refusal",
    "cette modification y mène ({1}) ; si le scénario l'attend, `then: {refused: {0}}`",
    "this edit leads there ({1}); if the scenario expects it, `then: {refused: {0}}`"};
inline constexpr MessageText kUnknownStateOf{"unknown-state", "l'état « {0} » n'existe pas ({1})",
                                             "the state '{0}' does not exist ({1})"};
inline constexpr MessageText kNothingExpected{
    "nothing-expected", "ce scénario n'attend rien : il passe tant qu'aucun acte n'est refusé",
    "this scenario expects nothing: it passes as long as no act is refused"};
inline constexpr MessageText kAddThen{"add-then", "dites avec `then:` ce qui doit en résulter",
                                      "say with `then:` what must come of it"};

inline constexpr MessageText kNoFacts{"no-facts", "le dossier n'a pas de faits",
                                      "the case has no facts"};
inline constexpr MessageText kNotAStep{
    "not-a-step",
    "aucune étape de scénario ne refait le fait n° {0} ({1}). Écrivez ce scénario à la main, "
    "jusqu'à ce fait",
    "no step of a scenario does what fact {0} ({1}) says. Write this scenario by hand, up to that "
    "fact"};
inline constexpr MessageText kRefusedInPlay{
    "refused-in-play",
    "l'acte du fait n° {0} est refusé quand on le rejoue : {1}. Une autre version du guichet, ou "
    "un autre dossier, y a sans doute sa part",
    "the act of fact {0} is refused when it is played: {1}. Another version of the desk, or "
    "another case, probably has its part in it"};
inline constexpr MessageText kPlayDiffers{
    "play-differs",
    "à partir du fait n° {0} ({1}, du {2}), rejouer le dossier ne donne pas ce qui s'est passé. "
    "Une autre version du guichet, ou un autre dossier, y a sans doute sa part",
    "from fact {0} on ({1}, of {2}), playing the case does not give what happened. Another "
    "version of the desk, or another case, probably has its part in it"};
inline constexpr MessageText kNothingBrings{
    "nothing-brings",
    "rien de ce qui se rejoue n'amène le fait n° {0} ({1}). Une autre version du guichet, ou un "
    "autre dossier, y a sans doute sa part",
    "nothing that is played brings fact {0} ({1}) about. Another version of the desk, or another "
    "case, probably has its part in it"};

}  // namespace guichet::scenarios::messages
