// The audit's words as an auditor reads them, by class.
#pragma once

#include <string_view>

namespace guichet::web {

struct AuditWord {
  std::string_view word, fr, en;
  std::string_view class_fr, class_en;  // where a class begins
};

inline constexpr AuditWord kAuditWords[] = {
    {"login", "Connexion", "Login", "Connexions", "Logins"},
    {"code", "Second facteur", "Second factor", "", ""},
    {"step-up", "Preuve donnée de nouveau", "Proved again", "", ""},
    {"logout", "Déconnexion", "Logout", "", ""},
    {"code-sent", "Code d’un lien envoyé", "Code of a link sent", "", ""},
    {"link", "Entrée par un lien", "Entry by a link", "", ""},
    {"password", "Mot de passe changé", "Password changed", "", ""},
    {"second-factor", "Second facteur mis en place", "Second factor set up", "", ""},
    {"recovery-codes", "Codes de secours refaits", "Recovery codes renewed", "", ""},
    {"revoke", "Session fermée", "Session ended", "", ""},
    {"revoke-others", "Autres sessions fermées", "Other sessions ended", "", ""},
    {"keep_own_account", "Compte consulté", "Own account seen", "", ""},
    {"see_case", "Dossier consulté", "Case seen", "Dossiers", "Cases"},
    {"case-opened", "Dossier ouvert avec motif", "Case opened with a reason", "", ""},
    {"case-closed-again", "Dossier refermé", "Case closed again", "", ""},
    {"case-not-there", "Dossier absent demandé avec motif", "Absent case asked with a reason", "",
     ""},
    {"break_glass", "Ouverture avec motif demandée", "Opening with a reason asked for", "", ""},
    {"take_out", "Données exportées", "Data exported", "Données", "Data"},
    {"erase", "Données effacées", "Data erased", "", ""},
    {"keep_accounts", "Comptes consultés ou changés", "Accounts seen or changed", "Comptes",
     "Accounts"},
    {"account-made", "Compte créé", "Account made", "", ""},
    {"account-changed", "Compte modifié", "Account changed", "", ""},
    {"adviser-left", "Conseillère ou conseiller sorti du répertoire, sessions fermées",
     "Adviser out of the directory, sessions ended", "", ""},
    {"account-invited", "Invitation envoyée", "Invitation sent", "", ""},
    {"invitation-used", "Mot de passe choisi par invitation", "Password chosen by invitation", "",
     ""},
    {"account-disabled", "Compte désactivé", "Account disabled", "", ""},
    {"account-enabled", "Compte réactivé", "Account enabled", "", ""},
    {"password-set", "Mot de passe donné", "Password given", "", ""},
    {"second-factor-handed", "Second facteur remis", "Second factor handed out", "", ""},
    {"second-factor-removed", "Second facteur retiré", "Second factor taken away", "", ""},
    {"sessions-ended", "Sessions fermées", "Sessions ended", "", ""},
    {"key-made", "Clé créée", "Key made", "", ""},
    {"key-revoked", "Clé révoquée", "Key revoked", "", ""},
    {"edit_definition", "Configuration modifiée", "Configuration changed", "Configuration",
     "Configuration"},
    {"publish", "Configuration publiée", "Configuration published", "", ""},
    {"keep_directory", "Répertoire modifié", "Directory changed", "", ""},
};

// What came of it, and who nobody in particular is.
struct PlainWord {
  std::string_view word, fr, en;
};
inline constexpr PlainWord kAuditResults[] = {
    {"done", "fait", "done"},
    {"allow", "permis", "allowed"},
    {"refuse", "refusé", "refused"},
    {"hide", "rien à montrer", "nothing to show"},
    {"password", "mot de passe juste", "password right"},
    {"wrong-login", "adresse ou mot de passe faux", "wrong address or password"},
    {"wrong-code", "code faux", "wrong code"},
    {"anonymous", "personne de connu", "nobody known"},
    {"link_holder", "porteur d’un lien", "holder of a link"},
    {"service", "programme", "program"},
    {"command-line", "ligne de commande", "command line"},
    {"nothing", "", ""},
    {"account", "", ""},
};

}  // namespace guichet::web
