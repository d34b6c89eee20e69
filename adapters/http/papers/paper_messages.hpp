// The sentences in which notes, documents and suggestions are told.
#pragma once

#include "engine/base/message.hpp"

namespace guichet::http::messages {

using base::MessageText;

inline constexpr MessageText kPutBack{"history-put-back", "La lettre « {0} » partira tout de même",
                                      "Letter '{0}' will leave after all"};
inline constexpr MessageText kNoteAdded{"history-note-added", "Note interne ajoutée",
                                        "Internal note added"};
inline constexpr MessageText kNoteStruck{"history-note-struck", "Note interne barrée",
                                         "Internal note struck"};
inline constexpr MessageText kDocumentAdded{"history-document-added", "Document reçu : {0}",
                                            "Document received: {0}"};
inline constexpr MessageText kDocumentShared{
    "history-document-shared", "Document « {0} » montré à {1}", "Document '{0}' shown to {1}"};
inline constexpr MessageText kDocumentHidden{"history-document-hidden",
                                             "Document « {0} » gardé pour le guichet",
                                             "Document '{0}' kept to the desk"};
inline constexpr MessageText kDocumentRemoved{"history-document-removed", "Document « {0} » retiré",
                                              "Document '{0}' taken away"};
inline constexpr MessageText kThePerson{"history-the-person", "la personne", "the person"};
inline constexpr MessageText kKeptApart{"history-kept-apart",
                                        "Distinct du dossier {0} : ce n'est pas un doublon",
                                        "Kept apart from case {0}: they are not the same"};
inline constexpr MessageText kApartTakenBack{"history-apart-taken-back",
                                             "N'est plus dit distinct du dossier {0}",
                                             "No longer kept apart from case {0}"};
inline constexpr MessageText kSuggested{"history-suggested", "{0} propose de solliciter {1}",
                                        "{0} suggests asking {1}"};
inline constexpr MessageText kNotBase64{
    "not-base64", "le contenu d'un document s'écrit en base64 (RFC 4648)",
    "the content of a document is written in base64 (RFC 4648)"};

}  // namespace guichet::http::messages
