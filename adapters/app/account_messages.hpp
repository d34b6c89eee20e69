// Sentences of `guichet account` and of the key file.
#pragma once

#include "engine/base/message.hpp"

namespace guichet::app::messages {

using base::MessageText;

inline constexpr MessageText kKeyFileNotMade{"key-file-not-made",
                                             "impossible de créer le fichier de clé {0} : {1}",
                                             "cannot make the key file {0}: {1}"};
inline constexpr MessageText kKeyFileOpen{
    "key-file-open", "le fichier de clé {0} est lisible par d'autres : chmod 400 {0}",
    "others may read the key file {0}: chmod 400 {0}"};
inline constexpr MessageText kKeyFileWrong{
    "key-file-wrong", "{0} n'est pas un fichier de clé (64 chiffres hexadécimaux)",
    "{0} is not a key file (64 hexadecimal digits)"};
inline constexpr MessageText kKeyFileGone{
    "key-file-gone",
    "le fichier de clé {0} manque, et cette base s'en est servie : remettez-le depuis la "
    "sauvegarde, ou dites où il est (--key-file)",
    "the key file {0} is missing, and this database has used it: put it back from the backup, or "
    "say where it is (--key-file)"};
inline constexpr MessageText kKeyFileOther{
    "key-file-other", "la clé de {0} n'est pas celle dont cette base s'est servie",
    "the key in {0} is not the one that this database has used"};

inline constexpr MessageText kPlainHttp{
    "plain-http",
    "« serve » n'écoute un réseau ({0}) que derrière https, et l'adresse du guichet est {1} : "
    "mettez un serveur TLS devant, et « base_url: https://... » dans desk.yaml",
    "'serve' listens on a network ({0}) behind https only, and the desk's address is {1}: put a "
    "TLS server before it, and 'base_url: https://...' into desk.yaml"};

inline constexpr MessageText kAskPassword{"ask-password", "Mot de passe : ", "Password: "};
inline constexpr MessageText kAskAgain{"ask-again", "Encore une fois : ", "Once more: "};
inline constexpr MessageText kPasswordsDiffer{"passwords-differ",
                                              "les deux mots de passe diffèrent : recommencez",
                                              "the two passwords differ: start again"};
inline constexpr MessageText kNoTerminal{
    "no-terminal",
    "aucun terminal où demander le mot de passe : donnez --password-file FICHIER ou --generate",
    "there is no terminal to ask the password on: give --password-file FILE or --generate"};

inline constexpr MessageText kBadRole{"bad-role",
                                      "« {0} » n'est pas un rôle de compte ; au choix : {1}",
                                      "'{0}' is not a role of accounts; one of: {1}"};
inline constexpr MessageText kNoMember{
    "no-member", "le guichet n'a pas de membre « {0} » (desk.yaml, staff) ; il y a : {1}",
    "the desk has no member '{0}' (desk.yaml, staff); there are: {1}"};
inline constexpr MessageText kNoPartner{"no-partner",
                                        "le guichet n'a pas de partenaire « {0} » ; il y a : {1}",
                                        "the desk has no partner '{0}'; there are: {1}"};
inline constexpr MessageText kNoAdviser{"no-adviser",
                                        "« {0} » n'a pas de conseiller « {1} » ; il y a : {2}",
                                        "'{0}' has no adviser '{1}'; there are: {2}"};
inline constexpr MessageText kUnknownVerb{"unknown-verb",
                                          "« {0} » n'est pas une action ; au choix : {1}",
                                          "'{0}' is not an action; one of: {1}"};
inline constexpr MessageText kNobodyNamed{
    "nobody-named", "dites de quel compte il s'agit, par son adresse électronique",
    "say which account is meant, by its e-mail address"};
inline constexpr MessageText kAuditBroken{
    "audit-broken",
    "le journal d'audit ne se suit plus à partir de la ligne {0} : elle a été changée, retirée ou "
    "ajoutée",
    "the audit does not follow from row {0} on: it was changed, taken out or added"};
inline constexpr MessageText kBadAnchor{
    "bad-anchor", "« {0} » n'est pas un repère (NUMÉRO:EMPREINTE, comme verify l'affiche)",
    "'{0}' is not an anchor (SEQ:HASH, as verify prints it)"};
inline constexpr MessageText kBadTerm{
    "bad-term", "« {0} » ne convient pas : un jour (2027-06-30) à venir, avant le {1}",
    "'{0}' does not fit: a day (2027-06-30) to come, before {1}"};
inline constexpr MessageText kSecretsOnce{
    "secrets-once", "ces secrets ne seront plus jamais affichés : transmettez-les en mains propres",
    "these secrets will never be shown again: hand them over in person"};

}  // namespace guichet::app::messages
