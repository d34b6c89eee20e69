// Sentences of operator.cpp, reopen.cpp and promises.cpp.
#pragma once

#include "engine/base/message.hpp"

namespace guichet::cases::messages {

using base::MessageText;

inline constexpr MessageText kReasonNeeded{"reason-needed", "indiquez le motif de cette correction",
                                           "give the reason for this correction"};
inline constexpr MessageText kNotOperator{"not-operator", "cette correction revient à : {0}",
                                          "this correction is for: {0}"};
inline constexpr MessageText kNotClosed{"not-closed",
                                        "« {0} » est ouvert : il n'y a rien à rouvrir",
                                        "'{0}' is open: there is nothing to reopen"};
inline constexpr MessageText kNoReopening{"no-reopening", "« {0} » ne se rouvre pas",
                                          "'{0}' cannot be reopened"};
inline constexpr MessageText kReopenTooLate{
    "reopen-too-late", "« {0} » pouvait se rouvrir jusqu'au {1} : ouvrez une nouvelle demande",
    "'{0}' could be reopened until {1}: open a new request"};
inline constexpr MessageText kParentClosed{
    "parent-closed", "« {0} » dépend d'un besoin clos : rouvrez d'abord ce besoin",
    "'{0}' belongs to a closed need: reopen that need first"};
inline constexpr MessageText kDataGone{
    "personal-data-gone",
    "les données personnelles de ce dossier ont été effacées au terme de leur conservation",
    "the personal data of this case were taken away when their time was over"};
inline constexpr MessageText kReopen{"reopen", "Rouvrir", "Reopen"};
inline constexpr MessageText kNoSuchTimer{
    "no-such-timer", "« {0} » n'est ni une échéance armée ni une tâche ouverte ici ; il y a : {1}",
    "'{0}' is neither an armed timer nor an open task here; there are: {1}"};
inline constexpr MessageText kSeveralTimers{
    "several-timers", "plusieurs étapes ont une échéance « {0} » : précisez laquelle ({1})",
    "several states have a timer '{0}': say which ({1})"};
inline constexpr MessageText kDuePast{"due-past", "le {0} est passé", "{0} is over"};
inline constexpr MessageText kNoSuchState{"no-such-state",
                                          "« {0} » n'est pas une étape de « {1} » ; étapes : {2}",
                                          "'{0}' is not a state of '{1}'; states: {2}"};
inline constexpr MessageText kNotItsField{"not-its-field", "« {0} » n'est pas un champ de « {1} »",
                                          "'{0}' is not a field of '{1}'"};
inline constexpr MessageText kNothingGiven{"nothing-given", "aucun champ à corriger n'est donné",
                                           "no field to correct is given"};
inline constexpr MessageText kNoIncident{"no-incident",
                                         "ce dossier n'a pas d'incident ouvert n° {0}",
                                         "this case has no open incident number {0}"};
inline constexpr MessageText kNoRetry{"no-retry",
                                      "cet incident ne se rejoue pas ; il peut seulement être clos",
                                      "this incident cannot be tried again; it can only be closed"};
inline constexpr MessageText kUnknownMember{"unknown-member",
                                            "« {0} » n'est pas du guichet ; il y a : {1}",
                                            "'{0}' is not of the staff; there are: {1}"};
inline constexpr MessageText kUnknownAdviser{
    "unknown-adviser", "« {0} » n'est pas un conseiller de « {1} » ; il y a : {2}",
    "'{0}' is not an adviser of '{1}'; there are: {2}"};
inline constexpr MessageText kNotReferral{"not-referral", "« {0} » n'est pas une mise en relation",
                                          "'{0}' is not a referral"};
inline constexpr MessageText kAlreadyTheirs{"already-theirs", "« {0} » en a déjà la charge",
                                            "'{0}' has it already"};

inline constexpr MessageText kContractBroken{"contract-broken",
                                             "{0} : le contrat « {1} » ({2}) n'est pas tenu",
                                             "{0}: the contract '{1}' ({2}) does not hold"};
inline constexpr MessageText kPropertyBroken{"property-broken",
                                             "{0} : la propriété « {1} » n'est pas tenue",
                                             "{0}: the property '{1}' does not hold"};

}  // namespace guichet::cases::messages
