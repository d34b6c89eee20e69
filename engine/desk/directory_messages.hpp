// Sentences about definitions and directories that change while a desk is served.
#pragma once

#include "engine/base/message.hpp"

namespace guichet::desk::messages {

using base::MessageText;

inline constexpr MessageText kNotADefinition{
    "not-a-definition", "une définition qui a des erreurs ne peut pas être mise en service",
    "a definition with mistakes cannot be put in force"};
inline constexpr MessageText kPublishedMeanwhile{
    "published-meanwhile",
    "une autre version a été publiée entre-temps : relisez l'aperçu, puis publiez de nouveau",
    "another version has been published meanwhile: read the preview again, then publish"};
inline constexpr MessageText kPartnerChanged{
    "partner-changed", "la fiche de « {0} » a été modifiée entre-temps par quelqu'un d'autre",
    "somebody else has changed the entry of '{0}' meanwhile"};
inline constexpr MessageText kNoAbsence{"no-absence", "cette absence n'existe pas, ou plus",
                                        "there is no such absence, or not any more"};
inline constexpr MessageText kNotAnId{
    "directory-id", "l'identifiant « {0} » : lettres minuscules sans accent, chiffres et tirets",
    "the id '{0}': lower-case letters without accents, digits and hyphens"};
inline constexpr MessageText kNeeded{"directory-needed", "à remplir", "to be filled in"};
inline constexpr MessageText kTooLong{"directory-too-long", "trop long (200 caractères au plus)",
                                      "too long (200 characters at most)"};
inline constexpr MessageText kAdviserTwice{"adviser-twice",
                                           "deux personnes ont le même identifiant, « {0} »",
                                           "two people have the same id, '{0}'"};
inline constexpr MessageText kNotAnAddress{
    "directory-email", "« {0} » n'est pas une adresse électronique", "'{0}' is no e-mail address"};
inline constexpr MessageText kUnknownCalendar{"directory-calendar",
                                              "le guichet n'a pas de calendrier « {0} »",
                                              "the desk has no calendar '{0}'"};
inline constexpr MessageText kUnknownArticle{"directory-article",
                                             "aucune convention n'a d'article « {0} »",
                                             "no convention has an article '{0}'"};
inline constexpr MessageText kNoAdviser{"no-adviser", "ce partenaire n'a pas de conseiller « {0} »",
                                        "this partner has no adviser '{0}'"};
inline constexpr MessageText kNoMember{"no-member", "le guichet n'a pas de membre « {0} »",
                                       "the desk has no member of staff '{0}'"};
inline constexpr MessageText kOwnSubstitute{"own-substitute",
                                            "on ne se remplace pas soi-même : quelqu'un d'autre",
                                            "nobody stands in for herself: somebody else"};
inline constexpr MessageText kEndsBeforeItBegins{"ends-before-it-begins",
                                                 "le dernier jour vient avant le premier",
                                                 "the last day comes before the first"};

}  // namespace guichet::desk::messages
