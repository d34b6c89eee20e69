// Sentences of adapters/http.
#pragma once

#include "engine/base/message.hpp"

namespace guichet::http::messages {

using base::MessageText;

inline constexpr MessageText kPortInUse{
    "port-in-use",
    "le port {1} de {0} est déjà pris par un autre programme : arrêtez-le, ou choisissez un autre "
    "port avec --listen",
    "port {1} of {0} is already used by another program: stop it, or choose another port with "
    "--listen"};
inline constexpr MessageText kCannotListen{"cannot-listen",
                                           "impossible d'écouter sur {0}, port {1} : {2}",
                                           "cannot listen on {0}, port {1}: {2}"};

// Bodies of errors where no page is given: {0} status, {1} its name, {2} id in the log.
inline constexpr MessageText kNoSuchPage{"no-such-page", "{0} - cette page n'existe pas",
                                         "{0} - there is no such page"};
inline constexpr MessageText kRefused{"request-refused", "{0} - demande refusée ({1})",
                                      "{0} - request refused ({1})"};
inline constexpr MessageText kFault{
    "server-fault", "{0} - le guichet n'a pas pu répondre ; référence pour l'administrateur : {2}",
    "{0} - the desk could not answer; reference for the administrator: {2}"};

}  // namespace guichet::http::messages
