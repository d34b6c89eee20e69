// Sentences of workflows/check about who may see, write and do what.
#pragma once

#include "engine/base/message.hpp"

namespace guichet::check::messages {

using base::MessageText;

inline constexpr MessageText kNobodyMayWrite{
    "nobody-may-write", "« {0} » demande « {1} », que personne ne peut écrire ici",
    "'{0}' asks for '{1}', which nobody may write here"};
inline constexpr MessageText kAllowWriting{
    "allow-writing", "ajoutez « {0} » sous « edit » d'un rôle qui agit ici : {1}",
    "add '{0}' under 'edit' of a role that acts here: {1}"};
inline constexpr MessageText kNotForAddressee{
    "not-for-addressee", "« {0} » est partagé, mais « {1} » ne peut pas le voir ici",
    "'{0}' is shared, but '{1}' may not see it here"};
inline constexpr MessageText kAllowSeeing{
    "allow-seeing", "ajoutez-le sous « visible » de ce rôle, ou ne le partagez pas",
    "add it under 'visible' of that role, or do not share it"};
inline constexpr MessageText kNothingToShare{
    "nothing-to-share", "« {0} » n'est pas un champ de ce parcours : il n'y a rien à partager",
    "'{0}' is no field of this workflow: there is nothing to share"};
inline constexpr MessageText kShareOwn{
    "share-own", "on partage les champs du besoin, de la demande, du dossier, de la personne",
    "fields of the need, the request, the case, the person, the firm can be shared"};
inline constexpr MessageText kListedTwice{"listed-twice", "« {0} » est écrit deux fois",
                                          "'{0}' is written twice"};
inline constexpr MessageText kRemoveOne{"remove-one", "ôtez l'un des deux",
                                        "remove one of the two"};
inline constexpr MessageText kWrittenTwice{
    "written-twice", "deux régions écrivent « {0} » : la dernière à finir l'emporte",
    "two regions write '{0}': the last one to finish wins"};
inline constexpr MessageText kTwoFields{"two-fields", "donnez un champ à chacune",
                                        "give each a field of its own"};
inline constexpr MessageText kUnknownOutcome{"unknown-outcome",
                                             "« {0} » n'est ni un champ, ni une valeur de « {1} »",
                                             "'{0}' is neither a field nor a value of '{1}'"};
inline constexpr MessageText kNoMeaning{
    "unknown-outcome", "« {0} » n'est pas une issue que le parcours parent connaît",
    "'{0}' is not an outcome that the parent knows"};
inline constexpr MessageText kMeanings{
    "meanings", "au choix : accepted, declined, silent, withdrawn, concluded",
    "one of: accepted, declined, silent, withdrawn, concluded"};
inline constexpr MessageText kFieldNoOutcome{
    "field-no-outcome",
    "le champ « {0} » ne peut pas dire une issue : il lui faut un choix ou un texte",
    "the field '{0}' cannot say an outcome: a choice or a text is needed"};
inline constexpr MessageText kNobodyCan{"nobody-can", "personne ne peut faire « {0} » : {1}",
                                        "nobody can do '{0}': {1}"};
inline constexpr MessageText kGiveRole{
    "give-role",
    "nommez un rôle que quelqu'un tient, ou donnez celui-ci à un membre sous « staff »",
    "name a role that somebody holds, or give this one to a member under 'staff'"};
inline constexpr MessageText kPartnersReply{
    "partners-reply", "un partenaire agit par « replies » de son parcours, pas par « actions »",
    "a partner acts by 'replies' of its own workflow, not by 'actions'"};
inline constexpr MessageText kAgendaReminded{"agenda-reminded",
                                             "« {0} » est un ordre du jour : on ne le relance pas",
                                             "'{0}' is an agenda: it cannot be reminded"};
inline constexpr MessageText kEscalateThere{"escalate-there", "écrivez « escalate: {0} »",
                                            "write 'escalate: {0}'"};
inline constexpr MessageText kDiscloses{
    "personal-data", "le courrier « {0} » montre « {1} » à un partenaire, hors de tout accord",
    "the letter '{0}' shows '{1}' to a partner, without any consent"};
inline constexpr MessageText kAskConsent{
    "ask-consent", "écrivez « shared.{0} » et partagez-le, ou n'envoyez que si l'accord est donné",
    "write 'shared.{0}' and share it, or send only where consent is given"};

}  // namespace guichet::check::messages
