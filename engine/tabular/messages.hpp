// Sentences of engine/tabular.
#pragma once

#include "engine/base/message.hpp"

namespace guichet::tabular::messages {

using base::MessageText;

inline constexpr MessageText kEmpty{"csv-empty", "le fichier n'a pas de ligne d'en-tête",
                                    "the file has no header line"};
inline constexpr MessageText kSpreadsheet{"csv-is-spreadsheet",
                                          "ce fichier est un classeur, pas un CSV",
                                          "this file is a spreadsheet, not a CSV"};
inline constexpr MessageText kSaveAsCsv{"save-as-csv",
                                        "dans le tableur : Enregistrer sous, format « CSV UTF-8 »",
                                        "in the spreadsheet: Save as, format 'CSV UTF-8'"};
inline constexpr MessageText kControlCharacter{"csv-control-character",
                                               "un caractère de contrôle ({0}) se trouve ici",
                                               "a control character ({0}) stands here"};
inline constexpr MessageText kLoneReturn{
    "csv-lone-return", "cette ligne finit par un retour chariot seul (ancien format Macintosh)",
    "this line ends in a lone carriage return (old Macintosh format)"};
inline constexpr MessageText kUnnamedColumn{"csv-unnamed-column", "la colonne {0} n'a pas de nom",
                                            "column {0} has no name"};
inline constexpr MessageText kDuplicateColumn{"csv-duplicate-column",
                                              "la colonne « {0} » est déjà la colonne {1}",
                                              "the column '{0}' is already column {1}"};
inline constexpr MessageText kRowWidth{"csv-row-width",
                                       "cette ligne a {0} cellules, l'en-tête en a {1}",
                                       "this row has {0} cells, the header has {1}"};
inline constexpr MessageText kQuoteDelimiter{
    "quote-delimiter", "une cellule qui contient « {0} » se met entre guillemets",
    "a cell that contains '{0}' is written in quotes"};
inline constexpr MessageText kOpenQuote{"csv-open-quote", "ce guillemet n'est jamais refermé",
                                        "this quote is never closed"};
inline constexpr MessageText kTextAfterQuote{
    "csv-text-after-quote", "du texte suit le guillemet fermant", "text follows the closing quote"};
inline constexpr MessageText kDoubleTheQuote{"double-the-quote",
                                             "à l'intérieur d'une cellule, doublez-le : \"\"",
                                             "inside a cell double it: \"\""};

}  // namespace guichet::tabular::messages
