// Sentences about accounts that depend on the desk: members, institutions, letters that leave.
#pragma once

#include "engine/base/message.hpp"

namespace guichet::http::messages {

using base::MessageText;

inline constexpr MessageText kNotAMember{"not-a-member",
                                         "« {0} » n’est pas de l’équipe du guichet : choisissez "
                                         "dans la liste",
                                         "'{0}' is not of the desk's staff: choose from the list"};
inline constexpr MessageText kNotAPartner{"not-a-partner",
                                          "il n’y a pas de partenaire « {0} » au répertoire",
                                          "there is no partner '{0}' in the directory"};
inline constexpr MessageText kNotAnAdviser{
    "not-an-adviser", "« {1} » n’est pas un conseiller de « {0} » au répertoire",
    "'{1}' is not an adviser of '{0}' in the directory"};
inline constexpr MessageText kNoLetters{
    "no-letters",
    "ce guichet n’envoie pas de courriels (ni relais, ni boîte d’envoi) : donnez un mot de passe "
    "par « guichet account password »",
    "this desk sends no mail (no relay, no maildir): give a password by 'guichet account "
    "password'"};
inline constexpr MessageText kNotYourself{
    "not-yourself", "on ne désactive pas son propre compte : demandez à un autre administrateur",
    "one does not disable one's own account: ask another administrator"};
inline constexpr MessageText kNotADay{"not-a-day", "« {0} » n’est pas un jour (aaaa-mm-jj)",
                                      "'{0}' is not a day (yyyy-mm-dd)"};
inline constexpr MessageText kAuditTooLong{
    "audit-too-long",
    "plus de {0} écritures répondent à ces critères : choisissez une période plus courte",
    "more than {0} entries fit: choose a shorter period"};
inline constexpr MessageText kTooManyExports{
    "too-many-exports", "trop d’exports en une heure : réessayez dans {0} {0|seconde|secondes}",
    "too many exports within the hour: try again in {0} {0|second|seconds}"};

// -- letters --
inline constexpr MessageText kInviteSubject{"invite-subject", "Votre compte : {0}",
                                            "Your account: {0}"};
inline constexpr MessageText kInviteHello{
    "invite-hello", "Bonjour {0}, un compte vous attend. Choisissez votre mot de passe ici :",
    "Hello {0}, an account is waiting for you. Choose your password here:"};
inline constexpr MessageText kInviteLasts{
    "invite-lasts", "Ce lien vaut trois jours et une seule fois. Vous vous connecterez avec {0}.",
    "This link is good for three days and one use. You will sign in with {0}."};
inline constexpr MessageText kInviteUnasked{
    "invite-unasked",
    "Si vous n’attendiez pas ce message, ignorez-le : sans vous rien ne se passe.",
    "If you did not expect this message, ignore it: nothing happens without you."};
inline constexpr MessageText kOpenedSubject{"opened-subject",
                                            "Un dossier a été ouvert par l’administration",
                                            "A case was opened by the administration"};
inline constexpr MessageText kOpenedText{
    "opened-text",
    "{0} a ouvert le dossier {1} le {2} pour trente minutes, en lecture seule. Motif : « {3} ».",
    "{0} opened case {1} on {2} for thirty minutes, read-only. Reason: '{3}'."};
inline constexpr MessageText kOpenedWhy{
    "opened-why",
    "L’administration du guichet ne voit pas les dossiers ; elle en ouvre un avec un motif, qui "
    "reste au journal. Si cela vous étonne, demandez-lui, ou à l’auditeur du guichet.",
    "The desk's administration does not see cases; it opens one with a reason, which stays in the "
    "journal. If this surprises you, ask it, or the desk's auditor."};

}  // namespace guichet::http::messages
