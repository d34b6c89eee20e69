// Sentences of engine/letters.
#pragma once

#include "engine/base/message.hpp"

namespace guichet::letters::messages {

using base::MessageText;

inline constexpr MessageText kNotUtf8{"not-utf8", "ce caractère n'est pas en UTF-8",
                                      "this character is not UTF-8"};
inline constexpr MessageText kNoHead{"letter-without-head",
                                     "une lettre commence par une ligne « --- »",
                                     "a letter begins with a line '---'"};
inline constexpr MessageText kHeadHint{
    "letter-head-hint", "puis « guichet: letter/1 », to, subject, et une seconde ligne « --- »",
    "then 'guichet: letter/1', to, subject, and a second line '---'"};
inline constexpr MessageText kOpenHead{"letter-head-open",
                                       "l'en-tête de la lettre n'est pas fermé par « --- »",
                                       "the letter's head is not closed by '---'"};
inline constexpr MessageText kNoBody{"letter-without-body", "la lettre n'a pas de texte",
                                     "the letter has no text"};
inline constexpr MessageText kTooLong{"letter-too-long", "la lettre dépasse {0} octets",
                                      "the letter is longer than {0} bytes"};
inline constexpr MessageText kUnknownRole{"unknown-role", "le rôle « {0} » n'existe pas",
                                          "the role '{0}' does not exist"};
inline constexpr MessageText kUnknownChannel{
    "unknown-channel", "« {0} » n'est pas un moyen d'envoi", "'{0}' is not a channel"};
inline constexpr MessageText kChannelsAre{"channels-are", "possibilités : email, printed, call",
                                          "possible: email, printed, call"};
inline constexpr MessageText kRepeatedChannel{"repeated-channel", "« {0} » est déjà là",
                                              "'{0}' is there already"};
inline constexpr MessageText kNoChannel{"no-channel", "il faut au moins un moyen d'envoi",
                                        "at least one channel is needed"};
inline constexpr MessageText kSubjectLine{"subject-line",
                                          "l'objet est un texte d'une seule ligne, non vide",
                                          "the subject is a text of one line, not empty"};

// Holes
inline constexpr MessageText kUnclosedHole{"unclosed-hole", "« {{ » n'est pas fermé par « }} »",
                                           "'{{' is not closed by '}}'"};
inline constexpr MessageText kStrayClose{"stray-close", "« }} » ne ferme aucun « {{ »",
                                         "'}}' closes no '{{'"};
inline constexpr MessageText kHoleNotText{
    "hole-not-text", "« {0} » n'est pas un texte, un nombre ou une date qu'une lettre peut montrer",
    "'{0}' is no text, number or date that a letter can show"};
inline constexpr MessageText kHoleInCode{
    "hole-in-code", "« {0} » est dans un passage de code ou de HTML, montré tel quel",
    "'{0}' is inside code or HTML, which is shown as it is"};
inline constexpr MessageText kHoleInCodeHint{
    "hole-in-code-hint", "retirez l'indentation de quatre espaces, les accents graves ou la balise",
    "take away the four spaces of indentation, the backquotes or the tag"};
inline constexpr MessageText kRawHtml{"raw-html", "le HTML est montré tel quel : « {0} »",
                                      "HTML is shown as it is: '{0}'"};
inline constexpr MessageText kPersonalSubject{
    "personal-data-in-subject", "l'objet d'une lettre ne porte pas de donnée personnelle : « {0} »",
    "a letter's subject carries no personal data: '{0}'"};
inline constexpr MessageText kPersonalSubjectHint{
    "personal-data-hint", "l'objet se lit sans ouvrir la lettre ; dites-le dans le texte",
    "a subject is read without opening the letter; say it in the text"};

// Notes
inline constexpr MessageText kEmptyHole{"empty-hole", "« {0} » est inconnu et laisse un blanc",
                                        "'{0}' is unknown and leaves a blank"};
inline constexpr MessageText kNotADate{"not-a-date", "{0} attend une date", "{0} takes a date"};

}  // namespace guichet::letters::messages
