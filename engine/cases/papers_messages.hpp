// Sentences about notes, documents and suggestions.
#pragma once

#include "engine/base/message.hpp"

namespace guichet::cases::messages {

using base::MessageText;

inline constexpr MessageText kNoWords{"no-words", "écrivez quelque chose", "write something"};
inline constexpr MessageText kTooManyWords{"too-many-words", "au plus {0} caractères ({1} reçus)",
                                           "at most {0} characters ({1} given)"};
inline constexpr MessageText kNoSuchNote{"no-such-note", "ce dossier n'a pas de note n° {0}",
                                         "this case has no note number {0}"};
inline constexpr MessageText kStruckAlready{"struck-already", "cette note est déjà barrée",
                                            "this note is struck already"};
inline constexpr MessageText kEmptyDocument{"empty-document", "le fichier « {0} » est vide",
                                            "the file '{0}' is empty"};
inline constexpr MessageText kDocumentTooBig{
    "document-too-big", "le fichier « {0} » dépasse {1} Mo ; envoyez-le en plusieurs parties",
    "the file '{0}' is larger than {1} MB; send it in parts"};
inline constexpr MessageText kDocumentKind{
    "document-kind",
    "le contenu de « {0} » n'est pas reconnu : sont acceptés PDF, JPEG, PNG, texte (UTF-8), ODT "
    "et DOCX sans macros",
    "the content of '{0}' is not recognised: PDF, JPEG, PNG, text (UTF-8), ODT and DOCX without "
    "macros are accepted"};
inline constexpr MessageText kTooManyDocuments{
    "too-many-documents", "ce dossier a déjà {0} documents : retirez-en un d'abord",
    "this case has {0} documents already: take one away first"};
inline constexpr MessageText kNoSuchDocument{"no-such-document",
                                             "ce dossier n'a pas (ou plus) ce document",
                                             "this case has no such document (any more)"};
inline constexpr MessageText kNotYourDocument{
    "not-your-document", "seuls le guichet et l'expéditeur retirent ce document",
    "only the desk and its sender take this document away"};
inline constexpr MessageText kNotAskedHere{
    "not-asked-here", "« {0} » n'est pas sollicité dans ce dossier : rien ne lui est montré",
    "'{0}' is not asked in this case: nothing is shown to it"};
inline constexpr MessageText kDeskShares{"desk-shares",
                                         "c'est le guichet qui montre un document à d'autres",
                                         "the desk alone shows a document to others"};
inline constexpr MessageText kNotYourReferral{
    "not-your-referral", "cette sollicitation n'est pas la vôtre", "this referral is not yours"};
inline constexpr MessageText kApartFromItself{"apart-from-itself",
                                              "un dossier n'est pas distinct de lui-même",
                                              "a case is not kept apart from itself"};
inline constexpr MessageText kApartAlready{"apart-already",
                                           "les dossiers {0} et {1} sont déjà dits distincts",
                                           "cases {0} and {1} are kept apart already"};
inline constexpr MessageText kNotApart{"not-apart",
                                       "les dossiers {0} et {1} ne sont pas dits distincts",
                                       "cases {0} and {1} are not kept apart"};
inline constexpr MessageText kApartIsMerged{
    "apart-is-merged", "les dossiers {0} et {1} sont réunis : séparez-les d'abord",
    "cases {0} and {1} are merged: part them first"};
inline constexpr MessageText kMergeApart{
    "merge-apart",
    "les dossiers {0} et {1} sont dits distincts : revenez d'abord sur cette décision",
    "cases {0} and {1} are kept apart: take that back first"};
inline constexpr MessageText kSuggestsItself{"suggests-itself",
                                             "un partenaire ne se propose pas lui-même",
                                             "a partner does not suggest itself"};
inline constexpr MessageText kSuggestedAlready{"suggested-already", "« {0} » est déjà proposé",
                                               "'{0}' is suggested already"};
inline constexpr MessageText kSuggestedLine{"suggested-line", "{0} propose de solliciter {1}",
                                            "{0} suggests asking {1}"};

}  // namespace guichet::cases::messages
