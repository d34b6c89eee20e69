// Sentences of engine/yaml about text that is not well-formed: what a person did, not what the
// parser was looking for.
#pragma once

#include "engine/base/message.hpp"

namespace guichet::yaml::messages {

using base::MessageText;

inline constexpr MessageText kYamlSyntax{"yaml-syntax", "ce texte n'est pas du YAML bien formé",
                                         "this text is not well-formed YAML"};
inline constexpr MessageText kParserSays{"parser-says", "l'analyseur dit : {0}",
                                         "the parser says: {0}"};
inline constexpr MessageText kControlCharacter{"control-character",
                                               "un caractère de contrôle ({0}) se trouve ici",
                                               "a control character ({0}) stands here"};
inline constexpr MessageText kTabIndentation{"tab-indentation",
                                             "une tabulation ne peut pas servir à indenter",
                                             "a tab cannot be used for indentation"};
inline constexpr MessageText kUseSpaces{"use-spaces", "remplacez-la par des espaces",
                                        "replace it by spaces"};
inline constexpr MessageText kReservedCharacter{"reserved-character",
                                                "une valeur ne peut pas commencer par « {0} »",
                                                "a value cannot begin with '{0}'"};
inline constexpr MessageText kWriteInQuotes{"write-in-quotes", "écrivez entre guillemets : {0}",
                                            "write it in quotes: {0}"};
inline constexpr MessageText kUnclosedQuote{"unclosed-quote", "ce guillemet n'est jamais refermé",
                                            "this quote is never closed"};
inline constexpr MessageText kQuoteClosedLate{
    "unclosed-quote", "le texte ouvert ici par un guillemet va jusqu'à la ligne {0}",
    "the text opened here by a quote runs on to line {0}"};
inline constexpr MessageText kCloseTheQuote{"close-the-quote",
                                            "manque-t-il un guillemet à la fin de cette ligne ?",
                                            "is a quote missing at the end of this line?"};
inline constexpr MessageText kTextAfterQuote{
    "text-after-quote", "du texte suit le guillemet fermant", "text follows the closing quote"};
inline constexpr MessageText kQuoteTheWhole{
    "quote-the-whole",
    "mettez toute la valeur entre guillemets ; dans '...', une apostrophe se double ('')",
    "put the whole value in quotes; within '...' an apostrophe is doubled ('')"};
inline constexpr MessageText kUnknownEscape{"unknown-escape",
                                            "« {0} » n'est pas un caractère d'échappement connu",
                                            "'{0}' is not a known escape"};
inline constexpr MessageText kDoubleTheBackslash{
    "double-the-backslash", "doublez la barre (\\\\) ou utilisez des guillemets simples '...'",
    "double the backslash (\\\\) or use single quotes '...'"};
inline constexpr MessageText kUnquotedComparison{
    "unquoted-comparison", "une valeur qui commence par « {0} » s'écrit entre guillemets",
    "a value that begins with '{0}' is written in quotes"};
inline constexpr MessageText kBlockHeader{"block-header",
                                          "rien ne peut suivre « {0} » sur cette ligne",
                                          "nothing may follow '{0}' on this line"};
inline constexpr MessageText kTextBelow{"text-below",
                                        "le texte commence à la ligne suivante, indenté",
                                        "the text begins on the next line, indented"};
inline constexpr MessageText kUnquotedInterval{"unquoted-interval",
                                               "un intervalle s'écrit entre guillemets",
                                               "an interval is written in quotes"};
inline constexpr MessageText kUnclosedBracket{
    "unclosed-bracket", "« {0} » n'est pas refermé comme il faut", "'{0}' is not closed properly"};
inline constexpr MessageText kCloseTheBracket{
    "close-the-bracket",
    "séparez par des virgules et refermez par « {0} » ; un texte qui"
    " commence par « {1} » s'écrit entre guillemets",
    "separate with commas and close with '{0}'; a text that begins with '{1}' is written in"
    " quotes"};
inline constexpr MessageText kUnopenedBracket{"unopened-bracket", "« {0} » ne ferme rien ici",
                                              "'{0}' closes nothing here"};
inline constexpr MessageText kColonInValue{"colon-in-value",
                                           "« : » à l'intérieur d'une valeur sans guillemets",
                                           "': ' inside a value without quotes"};
inline constexpr MessageText kBadIndentation{"bad-indentation",
                                             "cette ligne n'est alignée sur aucune autre",
                                             "this line is aligned with no other"};
inline constexpr MessageText kAlignKeys{"align-keys",
                                        "les clés d'un même niveau commencent à la même colonne",
                                        "the keys of one level begin in the same column"};
inline constexpr MessageText kTooIndented{
    "bad-indentation", "cette clé est plus indentée que la ligne précédente, qui a déjà une valeur",
    "this key is indented deeper than the line before, which already has a value"};
inline constexpr MessageText kNotAnItem{"bad-indentation",
                                        "dans une liste, chaque élément commence par « - »",
                                        "in a list each item begins with '- '"};
inline constexpr MessageText kMissingColon{"missing-colon",
                                           "cette ligne n'est ni « clé: valeur » ni « - élément »",
                                           "this line is neither 'key: value' nor '- item'"};
inline constexpr MessageText kKeyTooLong{"key-too-long", "une clé a 1024 caractères au plus",
                                         "a key has at most 1024 characters"};
inline constexpr MessageText kSpaceAfterColon{"space-after-colon", "il faut une espace après « : »",
                                              "a space is needed after ':'"};
inline constexpr MessageText kSpaceAfterDash{"space-after-dash", "il faut une espace après « - »",
                                             "a space is needed after '-'"};
inline constexpr MessageText kMisplacedDash{
    "misplaced-dash", "« - » commence une liste et ne peut pas se trouver ici",
    "'-' begins a list and cannot stand here"};
inline constexpr MessageText kListBelow{
    "list-below", "mettez la liste à la ligne suivante ou écrivez [a, b] ; un tiret seul : \"-\"",
    "put the list on the next line or write [a, b]; a lone dash: \"-\""};
inline constexpr MessageText kMissingValue{"missing-value", "une valeur est attendue avant « {0} »",
                                           "a value is expected before '{0}'"};

}  // namespace guichet::yaml::messages
