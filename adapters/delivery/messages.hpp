// Sentences of adapters/delivery.
#pragma once

#include "engine/base/message.hpp"

namespace guichet::delivery::messages {

using base::MessageText;

inline constexpr MessageText kControlCharacter{
    "letter-control-character",
    "le champ {0} contient un retour à la ligne ou un caractère interdit",
    "the field {0} holds a line break or a forbidden character"};
inline constexpr MessageText kBadAddress{"letter-bad-address",
                                         "« {0} » n'est pas une adresse électronique ({1})",
                                         "'{0}' is not an e-mail address ({1})"};
inline constexpr MessageText kBadKey{
    "letter-bad-key", "la clé de la lettre « {0} » ne convient pas à un nom de fichier",
    "the letter's key '{0}' does not suit a file name"};
inline constexpr MessageText kNotUtf8{"letter-not-utf8", "le champ {0} n'est pas en UTF-8",
                                      "the field {0} is not UTF-8"};

inline constexpr MessageText kNoSmtpUtf8{
    "no-smtputf8",
    "l'adresse a un accent avant l'arobase et le relais ne sait pas l'écrire : appelez plutôt",
    "the address has an accent before its @ and the relay cannot write to it: call instead"};
inline constexpr MessageText kChannel{"channel-not-carried",
                                      "le canal « {0} » ne part pas par courrier électronique",
                                      "the channel '{0}' does not go by e-mail"};
inline constexpr MessageText kExpired{"letter-expired",
                                      "la lettre n'avait plus d'objet : elle expirait le {0}",
                                      "the letter was of no use any more: it expired on {0}"};
inline constexpr MessageText kGaveUp{"letter-gave-up",
                                     "abandon après {0} essais ; dernière réponse : {1}",
                                     "given up after {0} attempts; last answer: {1}"};
inline constexpr MessageText kUnreachable{"relay-unreachable", "relais injoignable : {0}",
                                          "relay unreachable: {0}"};
inline constexpr MessageText kNotEncrypted{"relay-not-encrypted",
                                           "le relais n'offre pas de liaison chiffrée sûre : {0}",
                                           "the relay offers no safe encrypted connection: {0}"};
inline constexpr MessageText kUnwritableMaildir{"unwritable-maildir",
                                                "impossible d'écrire la lettre dans {0} : {1}",
                                                "cannot write the letter into {0}: {1}"};

}  // namespace guichet::delivery::messages
