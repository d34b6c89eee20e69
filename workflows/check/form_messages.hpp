// Sentences of workflows/check about the forms of the language.
#pragma once

#include "engine/base/message.hpp"

namespace guichet::check::messages {

using base::MessageText;

inline constexpr MessageText kNotOneOf{"not-one-of", "« {0} » n'est pas l'un de : {1}",
                                       "'{0}' is none of: {1}"};
inline constexpr MessageText kNotADelay{"not-a-delay", "« {0} » n'est pas une durée",
                                        "'{0}' is not a delay"};
inline constexpr MessageText kDelayForms{"delay-forms", "par exemple 5bd, 6 months, P6M, PT8H",
                                         "for example 5bd, 6 months, P6M, PT8H"};
inline constexpr MessageText kOneOfTheTwo{"one-of-the-two", "« {0} » et « {1} » s'excluent",
                                          "'{0}' and '{1}' exclude each other"};
inline constexpr MessageText kNeeds{"needs", "« {0} » demande aussi « {1} »",
                                    "'{0}' asks for '{1}' as well"};
inline constexpr MessageText kTimerWithoutTime{"timer-without-time",
                                               "la minuterie « {0} » ne dit pas quand elle sonne",
                                               "the timer '{0}' does not say when it is due"};
inline constexpr MessageText kTimerForms{
    "timer-forms", "« after: 5bd », « at: champ_date » ou « every: 3 months »",
    "'after: 5bd', 'at: date_field' or 'every: 3 months'"};
inline constexpr MessageText kNotPositive{"not-positive", "« {0} » doit être au moins 1",
                                          "'{0}' must be at least 1"};
inline constexpr MessageText kDelayType{"wrong-type",
                                        "une durée est attendue, l'expression donne : {0}",
                                        "a delay is expected, the expression gives {0}"};
inline constexpr MessageText kDateType{"wrong-type",
                                       "une date est attendue, l'expression donne : {0}",
                                       "a date is expected, the expression gives {0}"};
inline constexpr MessageText kUnknownVerb{"unknown-verb", "« {0} » n'est pas un verbe",
                                          "'{0}' is not a verb"};
inline constexpr MessageText kOneVerb{"one-verb",
                                      "un verbe par ligne : « {0} » et « {1} » ensemble",
                                      "one verb a line: '{0}' and '{1}' together"};
inline constexpr MessageText kVerbWanted{"verb-wanted", "un verbe est attendu ici",
                                         "a verb is expected here"};
inline constexpr MessageText kTextWanted{"wrong-kind", "un texte est attendu ici",
                                         "a text is expected here"};
inline constexpr MessageText kVerbs{"verbs", "verbes : {0}", "verbs: {0}"};
inline constexpr MessageText kLiteralWanted{"literal-wanted",
                                            "un texte simple est attendu ici, pas « = »",
                                            "a plain text is expected here, not '='"};
inline constexpr MessageText kExpressionWanted{"expression-wanted",
                                               "une expression est attendue ici, après « = »",
                                               "an expression is expected here, after '='"};
inline constexpr MessageText kMeansElsewhere{
    "means-elsewhere", "« means » ne vaut que dans un parcours de sorte « referral »",
    "'means' counts in a workflow of kind 'referral' only"};
inline constexpr MessageText kFinalHolds{"final-holds",
                                         "un état final n'a ni acte, ni minuterie, ni sous-état",
                                         "a final state has no acts, timers or states of its own"};
inline constexpr MessageText kNoStates{"no-states", "« {0} » ne contient aucun état",
                                       "'{0}' has no state in it"};
inline constexpr MessageText kNotCompound{"not-compound",
                                          "« {0} » n'a de sens que dans un état qui en contient",
                                          "'{0}' makes sense in a state with states inside only"};
inline constexpr MessageText kNotInside{"not-inside", "« {0} » n'est pas à l'intérieur de « {1} »",
                                        "'{0}' is not inside '{1}'"};
inline constexpr MessageText kNoHistory{"no-history", "l'état « {0} » n'a pas d'historique",
                                        "the state '{0}' keeps no history"};
inline constexpr MessageText kAddHistory{"add-history", "ajoutez-lui « history: deep »",
                                         "add 'history: deep' to it"};
inline constexpr MessageText kIllegalTargets{
    "illegal-targets", "« {0} » et « {1} » ne peuvent pas être actifs ensemble",
    "'{0}' and '{1}' cannot be active together"};
inline constexpr MessageText kNameTaken{"name-taken", "« {0} » nomme déjà un état voisin",
                                        "'{0}' names a neighbouring state already"};
inline constexpr MessageText kRepliesElsewhere{
    "replies-elsewhere", "« replies » ne vaut que dans un parcours de sorte « referral »",
    "'replies' counts in a workflow of kind 'referral' only"};
inline constexpr MessageText kRepliesOfChild{
    "replies-of-child", "ce sont les réponses du partenaire : elles vont dans le parcours enfant",
    "these are the partner's answers: they go into the child workflow"};
inline constexpr MessageText kWhoMayAct{"who-may-act", "« {0} » ne dit pas qui peut le faire",
                                        "'{0}' does not say who may do it"};
inline constexpr MessageText kAddBy{"add-by", "ajoutez « by: » et un rôle", "add 'by:' and a role"};
inline constexpr MessageText kWriteAccepts{
    "write-accepts", "les champs que l'on peut donner se placent sous « accepts »",
    "the fields that may be given along stand under 'accepts'"};
inline constexpr MessageText kRefuseElsewhere{
    "refuse-elsewhere", "« refuse » ne vaut que dans « actions » et « replies »",
    "'refuse' counts in 'actions' and 'replies' only"};
inline constexpr MessageText kNobodyActs{"nobody-acts",
                                         "ici personne n'agit : écrivez la condition sous « when »",
                                         "nobody acts here: write the condition under 'when'"};

inline constexpr MessageText kNameTakenHere{"name-taken", "« {0} » existe déjà ici",
                                            "there is a '{0}' here already"};
inline constexpr MessageText kNameThePause{
    "name-the-pause", "donnez d'autres noms à cette pause : « state: », « act: », « resume: »",
    "give this pause other names: 'state:', 'act:', 'resume:'"};
inline constexpr MessageText kPauseInRegion{
    "pause-in-region", "« {0} » est une région : elle ne peut être suspendue seule",
    "'{0}' is a region: it cannot be paused by itself"};
inline constexpr MessageText kPauseAbove{"pause-above",
                                         "placez « pause » sur l'état qui contient les régions",
                                         "put 'pause' on the state that holds the regions"};
inline constexpr MessageText kPauseIsDeep{
    "pause-is-deep", "« pause » retient tout ce qui est à l'intérieur : écrivez « history: deep »",
    "'pause' remembers everything inside: write 'history: deep'"};
inline constexpr MessageText kAskByReferral{
    "ask-by-referral", "un partenaire se sollicite par « referral: » d'un état",
    "a partner is asked by 'referral:' of a state"};
// Comments of what `guichet explain` writes.
inline constexpr MessageText kLine{"line", "ligne {0}", "line {0}"};
inline constexpr MessageText kMadeFrom{"made-from", "de « {0} », {1}", "from '{0}', {1}"};
inline constexpr MessageText kOneTarget{"one-target", "un seul état est attendu ici",
                                        "one state is expected here"};
inline constexpr MessageText kPropertyWanted{"property-wanted", "une propriété est attendue ici",
                                             "a property is expected here"};
inline constexpr MessageText kPropertyForms{
    "property-forms",
    "« never P », « always P », « P leads_to Q within 30bd », « P before Q », « at_most 3 P » ou "
    "« every case ends »",
    "'never P', 'always P', 'P leads_to Q within 30bd', 'P before Q', 'at_most 3 P' or 'every case "
    "ends'"};
inline constexpr MessageText kPropertyTwice{"property-twice",
                                            "une autre propriété s'appelle déjà « {0} »",
                                            "another property is called '{0}' already"};

}  // namespace guichet::check::messages
