// Sentences of engine/yaml about the document as a whole and its nodes; those about malformed text
// are in syntax_messages.hpp.
#pragma once

#include "engine/base/message.hpp"

namespace guichet::yaml::messages {

using base::MessageText;

// Limits and language subset.
inline constexpr MessageText kFileTooLarge{"file-too-large", "le fichier dépasse {0} octets",
                                           "the file is larger than {0} bytes"};
inline constexpr MessageText kTooManyNodes{"too-many-nodes", "le fichier a plus de {0} éléments",
                                           "the file has more than {0} elements"};
inline constexpr MessageText kTooDeep{"too-deep", "plus de {0} niveaux d'imbrication",
                                      "more than {0} levels of nesting"};
inline constexpr MessageText kEmptyFile{"empty-file", "le fichier est vide", "the file is empty"};
inline constexpr MessageText kSecondDocument{
    "second-document", "un fichier ne contient qu'un document ; un second commence ici",
    "a file holds one document; a second one begins here"};
inline constexpr MessageText kDirective{"yaml-directive",
                                        "les directives YAML (%) ne sont pas admises",
                                        "YAML directives (%) are not allowed"};
inline constexpr MessageText kAnchor{"anchor", "les ancres YAML (&) ne sont pas admises",
                                     "YAML anchors (&) are not allowed"};
inline constexpr MessageText kAlias{"alias", "les alias YAML (*) ne sont pas admis",
                                    "YAML aliases (*) are not allowed"};
inline constexpr MessageText kTag{"tag", "les étiquettes YAML (!) ne sont pas admises",
                                  "YAML tags (!) are not allowed"};
inline constexpr MessageText kQuoteTheText{"quote-the-text",
                                           "pour le texte lui-même, écrivez-le entre guillemets",
                                           "for the text itself, write it in quotes"};
inline constexpr MessageText kWriteItOut{"write-it-out", "répétez le contenu à chaque endroit",
                                         "repeat the content at each place"};
inline constexpr MessageText kListInBrackets{
    "list-in-brackets",
    "il n'y a rien après ; plusieurs valeurs s'écrivent entre crochets : [a, b]",
    "nothing follows it; several values are written in brackets: [a, b]"};
inline constexpr MessageText kImplicitKey{
    "implicit-key", "d'autres lecteurs de YAML ne liraient pas « {0} » comme un texte",
    "other readers of YAML would not read '{0}' as text"};
inline constexpr MessageText kQuoteTheKey{"quote-the-key",
                                          "écrivez cette clé entre guillemets : \"{0}\"",
                                          "write this key in quotes: \"{0}\""};
inline constexpr MessageText kMergeKey{"merge-key", "la clé de fusion « << » n'est pas admise",
                                       "the merge key '<<' is not allowed"};
inline constexpr MessageText kDuplicateKey{"duplicate-key", "la clé « {0} » est déjà définie",
                                           "the key '{0}' is already defined"};
inline constexpr MessageText kFirstOnLine{"first-on-line", "une première fois à la ligne {0}",
                                          "first on line {0}"};
inline constexpr MessageText kKeyNotText{"key-not-text", "une clé doit être un simple texte",
                                         "a key must be plain text"};
inline constexpr MessageText kBracesNeedQuotes{
    "braces-need-quotes", "une valeur qui commence par « { » ou « [ » s'écrit entre guillemets",
    "a value that begins with '{' or '[' is written in quotes"};
inline constexpr MessageText kEmptyKey{"empty-key", "il manque la clé avant « : »",
                                       "the key before ':' is missing"};
inline constexpr MessageText kInvisibleBlank{
    "invisible-blank", "ce texte commence ou finit par un blanc invisible ({0})",
    "this text begins or ends with an invisible blank ({0})"};
inline constexpr MessageText kReplaceBySpace{
    "replace-by-space", "remplacez-le par une espace ordinaire", "replace it by an ordinary space"};
inline constexpr MessageText kOddLineBreak{
    "odd-line-break", "un caractère invisible de saut de ligne ({0}) se trouve ici",
    "an invisible line-break character ({0}) stands here"};
inline constexpr MessageText kUseOrdinaryBreak{"use-ordinary-break",
                                               "remplacez-le par un saut de ligne ordinaire",
                                               "replace it by an ordinary line break"};
inline constexpr MessageText kReadersDisagree{"readers-disagree",
                                              "ce texte peut se lire de deux façons",
                                              "this text can be read in two ways"};
inline constexpr MessageText kWriteItSimply{"write-it-simply",
                                            "écrivez-le entre guillemets, sur une seule ligne",
                                            "write it in quotes, on one line"};

// Shapes.
inline constexpr MessageText kUnknownKey{"unknown-key", "la clé « {0} » n'existe pas ici",
                                         "the key '{0}' does not exist here"};
inline constexpr MessageText kStandsUnder{"stands-under", "« {0} » se place dans {1}",
                                          "'{0}' stands under {1}"};
inline constexpr MessageText kKnownKeys{"known-keys", "clés possibles : {0}", "possible keys: {0}"};
inline constexpr MessageText kMissingKey{"missing-key", "il manque la clé « {0} »",
                                         "the key '{0}' is missing"};
inline constexpr MessageText kNotYet{
    "not-yet", "« {0} » est compris mais pas encore exécuté par cette version",
    "'{0}' is understood but not carried out by this version"};
// What a key takes, by the bits kScalar, kSequence and kMapping of Takes.
inline constexpr MessageText kWrongKind[] = {
    {"wrong-kind", "« {0} » ne prend pas de valeur", "'{0}' takes no value"},
    {"wrong-kind", "« {0} » attend un texte", "'{0}' takes a text"},
    {"wrong-kind", "« {0} » attend une liste", "'{0}' takes a list"},
    {"wrong-kind", "« {0} » attend un texte ou une liste", "'{0}' takes a text or a list"},
    {"wrong-kind", "« {0} » attend des clés", "'{0}' takes keys"},
    {"wrong-kind", "« {0} » attend un texte ou des clés", "'{0}' takes a text or keys"},
    {"wrong-kind", "« {0} » attend une liste ou des clés", "'{0}' takes a list or keys"},
    {"wrong-kind", "« {0} » attend une valeur", "'{0}' takes a value"},
};
inline constexpr MessageText kKeysWanted{"wrong-kind", "des clés sont attendues ici",
                                         "keys are expected here"};
inline constexpr MessageText kTextWanted{"wrong-kind", "un texte est attendu ici",
                                         "a text is expected here"};
inline constexpr MessageText kFoundNothing{"found-kind", "il n'y a rien", "there is nothing"};
inline constexpr MessageText kFoundText{"found-kind", "c'est un texte", "this is a text"};
inline constexpr MessageText kFoundList{"found-kind", "c'est une liste", "this is a list"};
inline constexpr MessageText kFoundKeys{"found-kind", "ce sont des clés", "these are keys"};
inline constexpr MessageText kNotABoolean{"not-a-boolean", "« {0} » n'est ni true ni false",
                                          "'{0}' is neither true nor false"};
inline constexpr MessageText kWriteBoolean{"write-boolean", "écrivez « {0} »", "write '{0}'"};
inline constexpr MessageText kNotAnInteger{"not-an-integer", "« {0} » n'est pas un nombre entier",
                                           "'{0}' is not a whole number"};
inline constexpr MessageText kNoLeadingZero{"no-leading-zero", "sans zéro devant",
                                            "without a leading zero"};
inline constexpr MessageText kNotAnId{"not-an-id", "« {0} » n'est pas un identifiant",
                                      "'{0}' is not an id"};
inline constexpr MessageText kIdRule{
    "id-rule", "minuscules, chiffres, « - » et « _ », en commençant par une lettre",
    "lower-case letters, digits, '-' and '_', beginning with a letter"};
inline constexpr MessageText kMissingHeader{"missing-header",
                                            "le fichier doit commencer par « guichet: {0}/1 »",
                                            "the file must begin with 'guichet: {0}/1'"};
inline constexpr MessageText kWrongHeader{"wrong-header",
                                          "l'en-tête est « {0} », « {1}/1 » est attendu",
                                          "the header is '{0}', expected '{1}/1'"};

}  // namespace guichet::yaml::messages
