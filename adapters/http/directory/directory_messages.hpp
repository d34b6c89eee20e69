// Sentences of the directory's interface.
#pragma once

#include "engine/base/message.hpp"

namespace guichet::http::messages {

using base::MessageText;

inline constexpr MessageText kNotADate{"not-a-day",
                                       "« {0} » n'est pas une date (aaaa-mm-jj, comme 2026-08-31)",
                                       "'{0}' is no day (yyyy-mm-dd, as 2026-08-31)"};
inline constexpr MessageText kKeyOfAnother{
    "key-of-another",
    "la clé de l'en-tête Idempotency-Key a servi pour une autre demande : prenez-en une nouvelle",
    "the key of the header Idempotency-Key was used for another request: take a new one"};
inline constexpr MessageText kNotAWord{"not-a-word", "« {0} » : ce serait l'un de : {1}",
                                       "'{0}': it would be one of: {1}"};
inline constexpr MessageText kRevisionNeeded{
    "revision-needed",
    "il faut dire quelle version a été lue : l'en-tête If-Match, avec l'ETag reçu",
    "say which version was read: the header If-Match, with the ETag that came"};
inline constexpr MessageText kNotHerAdviser{"not-her-adviser",
                                            "ce partenaire n'a pas de conseiller « {0} »",
                                            "this partner has no adviser '{0}'"};
inline constexpr MessageText kToHerself{"to-herself", "elle a déjà ces dossiers : un collègue",
                                        "she has these cases already: to a colleague"};

}  // namespace guichet::http::messages
