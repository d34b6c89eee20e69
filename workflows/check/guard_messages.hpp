// Sentences of workflows/check about conditions and what is never taken.
#pragma once

#include "engine/base/message.hpp"

namespace guichet::check::messages {

using base::MessageText;

inline constexpr MessageText kNeverTaken{"never-taken",
                                         "jamais pris : une ligne précédente l'est toujours",
                                         "never taken: a line above always is"};
inline constexpr MessageText kLastLine{
    "last-line", "une ligne sans « when » va en dernier ; donnez une condition à l'autre",
    "a line without 'when' goes last; give the other one a condition"};
inline constexpr MessageText kTakenBefore{
    "taken-before",
    "les lignes précédentes prennent tous ses cas : changez l'ordre ou la condition",
    "the lines above take all its cases: change the order or the condition"};
inline constexpr MessageText kConstantGuard{"constant-guard", "cette condition vaut toujours {0}",
                                            "this condition is always {0}"};
inline constexpr MessageText kAskSomething{
    "ask-something", "comparez un champ à une valeur, ou ôtez la condition",
    "compare a field with a value, or leave the condition out"};
inline constexpr MessageText kNeverHolds{"never-holds", "cette condition n'est jamais vraie",
                                         "this condition never holds"};
inline constexpr MessageText kContradiction{
    "contradiction", "ses parties se contredisent : fallait-il « or » au lieu de « and » ?",
    "its parts contradict each other: is 'or' meant instead of 'and'?"};
inline constexpr MessageText kGuardsGap{"guards-gap",
                                        "aucune ligne ne vaut si {0} : rien ne se passera",
                                        "no line holds where {0}: nothing will happen"};
inline constexpr MessageText kAddLastLine{"add-last-line", "finissez par une ligne sans « when »",
                                          "end with a line without 'when'"};
inline constexpr MessageText kGuardsUndecided{
    "guards-undecided", "on ne peut pas établir qu'une de ces lignes vaut toujours",
    "it cannot be settled that one of these lines always holds"};
inline constexpr MessageText kGuardsOverlap{"guards-overlap",
                                            "deux lignes valent si {0} : seul leur ordre décide",
                                            "two lines hold where {0}: their order alone decides"};
inline constexpr MessageText kOrderDecides{
    "order-decides", "faites-les s'exclure, ou retirez à l'une ce que l'autre prend",
    "make them exclude each other, or take from one what the other takes"};
inline constexpr MessageText kShadowed{
    "shadowed", "« {0} » n'est jamais pris ici : « {1} » de l'état « {2} » passe avant",
    "'{0}' is never taken here: '{1}' of the state '{2}' comes first"};
inline constexpr MessageText kRemoveOneOfTheTwo{
    "remove-one", "ôtez l'un des deux, ou donnez une condition à celui de l'intérieur",
    "remove one of the two, or give the inner one a condition"};
inline constexpr MessageText kPassingState{
    "passing-state", "« {0} » est quitté aussitôt entré : « {1} » n'y sert à rien",
    "'{0}' is left as soon as it is entered: '{1}' is of no use there"};
inline constexpr MessageText kConditionOfAlways{
    "condition-of-always",
    "la ligne « always » sans « when » fait sortir ; donnez-lui une condition",
    "the line of 'always' without 'when' leaves; give it a condition"};
inline constexpr MessageText kUnreachableGiven{
    "unreachable-given-guards",
    "rien ne mène à « {0} » : les conditions qui y mènent ne valent jamais",
    "nothing leads to '{0}': the conditions on the way never hold"};
inline constexpr MessageText kMendCondition{"mend-condition",
                                            "corrigez la condition, ou ôtez l'état",
                                            "mend the condition, or remove the state"};
inline constexpr MessageText kEndlessGuards{
    "endless-step", "si {0}, entrer dans « {1} » fait tourner le parcours sans fin",
    "where {0}, entering '{1}' makes the workflow turn without end"};
inline constexpr MessageText kBreakTheCircle{
    "break-the-circle", "écrivez en chemin un champ que la condition demande, ou excluez ce cas",
    "write on the way a field that the condition asks for, or leave this case out"};

}  // namespace guichet::check::messages
