// What the pages of accounts say: one's own, other people's, keys, the journal, a case opened with
// a reason.
#pragma once

#include "engine/base/message.hpp"

namespace guichet::web {

namespace messages {

using base::MessageText;

inline constexpr MessageText kAccountNotDone{"account-not-done", "Rien n’est fait",
                                             "Nothing was done"};
inline constexpr MessageText kOwnAccount{"own-account", "Mon compte", "My account"};
inline constexpr MessageText kPasswordChanged{
    "password-changed",
    "Le mot de passe est changé ; vos autres sessions et navigateurs de confiance sont fermés.",
    "The password is changed; your other sessions and trusted browsers are ended."};
inline constexpr MessageText kUnknownBrowser{"unknown-browser", "navigateur inconnu",
                                             "unknown browser"};
inline constexpr MessageText kSessionEnded{"session-ended", "C’est fermé.", "It is ended."};
inline constexpr MessageText kOthersEnded{
    "others-ended", "Les autres sessions et les navigateurs de confiance sont fermés.",
    "The other sessions and the trusted browsers are ended."};
inline constexpr MessageText kRecoveryTitle{"recovery-title", "Vos nouveaux codes de secours",
                                            "Your new recovery codes"};
inline constexpr MessageText kBits{"password-bits", "{0} bits", "{0} bits"};

inline constexpr MessageText kAccountsTitle{"accounts-title", "Comptes", "Accounts"};
inline constexpr MessageText kAccountsIntro{
    "accounts-intro",
    "{0} {0|compte|comptes}. Une personne invitée choisit elle-même son mot de passe.",
    "{0} {0|account|accounts}. Whoever is invited chooses the password herself."};
inline constexpr MessageText kNewAccountTitle{"new-account-title", "Nouveau compte", "New account"};
inline constexpr MessageText kAccountInvited{
    "account-invited-said", "Le compte est créé et l’invitation part : elle vaut trois jours.",
    "The account is made and the invitation leaves: it is good for three days."};
inline constexpr MessageText kAccountKept{"account-kept", "Le compte est enregistré.",
                                          "The account is saved."};
inline constexpr MessageText kLinkSent{"link-sent",
                                       "Un nouveau lien part ; les précédents ne servent plus.",
                                       "A new link leaves; those before serve no more."};
inline constexpr MessageText kAccountDisabled{
    "account-disabled-said", "Le compte est désactivé et ses sessions sont fermées.",
    "The account is disabled and its sessions are ended."};
inline constexpr MessageText kAccountEnabled{"account-enabled-said", "Le compte est réactivé.",
                                             "The account is enabled."};
inline constexpr MessageText kFactorRemoved{
    "factor-removed",
    "Le second facteur est retiré et les sessions sont fermées : un nouveau sera mis en place à la "
    "prochaine connexion.",
    "The second factor is taken away and the sessions are ended: a new one will be set up at the "
    "next login."};
inline constexpr MessageText kAllEnded{"all-ended", "Toutes ses sessions sont fermées.",
                                       "All its sessions are ended."};
inline constexpr MessageText kMemberHelp{"member-help",
                                         "Pour un coordinateur : en qui il agit au guichet.",
                                         "For a coordinator: as whom she acts at the desk."};
inline constexpr MessageText kPartnerHelp{
    "partner-help", "Pour un partenaire : au moins une institution, ou l’un de ses conseillers.",
    "For a partner: at least one institution, or one of its advisers."};
inline constexpr MessageText kRoleHelp{
    "role-help",
    "Un partenaire n’a que ce rôle. L’administration ne voit pas les dossiers ; l’auditeur lit le "
    "journal ; l’élu ou le financeur ne voit que les résultats.",
    "A partner has this role alone. The administration does not see cases; the auditor reads the "
    "journal; the elected official or funder sees results only."};

inline constexpr MessageText kKeysTitle{"keys-title", "Clés des programmes", "Keys of programs"};
inline constexpr MessageText kKeyOnce{
    "key-once", "La clé est montrée une seule fois : copiez-la maintenant dans le programme.",
    "The key is shown this one time: copy it into the program now."};
inline constexpr MessageText kKeyRevoked{"key-revoked-said", "La clé est révoquée.",
                                         "The key is revoked."};
inline constexpr MessageText kKeyDays{"key-days", "Durée, en jours", "Term, in days"};
inline constexpr MessageText kKeyPartner{"key-partner", "Institution", "Institution"};
inline constexpr MessageText kKeyPartnerHelp{
    "key-partner-help",
    "La clé ne voit que les dossiers où cette institution a été sollicitée ; sans institution, "
    "aucun dossier, seulement les résultats.",
    "The key only sees the cases in which this institution was asked; without one no case, only "
    "the results."};

inline constexpr MessageText kAuditTitle{"audit-title", "Journal", "Journal"};
inline constexpr MessageText kChainHolds{"chain-holds",
                                         "La chaîne tient : {0} écritures vérifiées sur {1}.",
                                         "The chain holds: {0} of {1} entries checked."};
inline constexpr MessageText kChainGoesOn{
    "chain-goes-on",
    "La chaîne tient jusqu’à l’écriture {0} sur {1} ; chaque affichage vérifie la suite.",
    "The chain holds up to entry {0} of {1}; each look checks a further part."};
inline constexpr MessageText kChainBroken{
    "chain-broken",
    "La chaîne est rompue à l’écriture {0} : une écriture a été changée, ajoutée ou retirée hors "
    "du guichet. Gardez la base telle quelle et prévenez l’administration.",
    "The chain is broken at entry {0}: an entry was changed, added or taken out by other hands "
    "than the desk's. Keep the database as it is and tell the administration."};

inline constexpr MessageText kInvitationTitle{"invitation-title", "Choisissez votre mot de passe",
                                              "Choose your password"};
inline constexpr MessageText kInvitationIntro{"invitation-intro",
                                              "Pour {0}, qui se connectera avec {1}.",
                                              "For {0}, who will sign in with {1}."};
inline constexpr MessageText kInvitationDone{
    "invitation-done", "C’est fait. Connectez-vous avec votre adresse et ce mot de passe.",
    "Done. Sign in with your address and this password."};

inline constexpr MessageText kGlassTitle{"glass-title", "Ouvrir un dossier avec un motif",
                                         "Open a case with a reason"};
inline constexpr MessageText kGlassIntro{
    "glass-intro",
    "L’administration ne voit pas les dossiers. Celui-ci s’ouvrira trente minutes, en lecture "
    "seule, dans cette session. Le motif reste au journal, et le coordinateur est prévenu. N’y "
    "mettez pas de nom de personne.",
    "The administration does not see cases. This one will be open for thirty minutes, read-only, "
    "in this session. The reason stays in the journal, and the coordinator is told. Do not name "
    "persons in it."};
inline constexpr MessageText kGlassWhy{"glass-why", "Motif", "Reason"};
inline constexpr MessageText kGlassOpened{
    "glass-opened", "Dossier {0} ouvert avec motif, en lecture seule, jusqu’à {1}.",
    "Case {0} opened with a reason, read-only, until {1}."};

}  // namespace messages
}  // namespace guichet::web
