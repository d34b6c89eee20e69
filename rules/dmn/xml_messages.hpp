// Sentences of rules/dmn about XML as such.
#pragma once

#include "engine/base/message.hpp"

namespace guichet::dmn::messages {

using base::MessageText;

inline constexpr MessageText kXmlTooLarge{"xml-too-large", "le fichier dépasse {0} octets",
                                          "the file is larger than {0} bytes"};
inline constexpr MessageText kXmlTooDeep{"xml-too-deep", "plus de {0} niveaux d'éléments",
                                         "more than {0} levels of elements"};
inline constexpr MessageText kXmlTooMany{"xml-too-many-elements", "plus de {0} éléments",
                                         "more than {0} elements"};
inline constexpr MessageText kXmlTextTooLong{"xml-text-too-long", "ce texte dépasse {0} octets",
                                             "this text is longer than {0} bytes"};
inline constexpr MessageText kDoctype{"xml-doctype", "une déclaration DOCTYPE n'est pas admise",
                                      "a DOCTYPE declaration is not allowed"};
inline constexpr MessageText kRemoveDoctype{"remove-doctype",
                                            "retirez-la : un modèle DMN n'en a pas besoin",
                                            "remove it: a DMN model has no use for one"};
inline constexpr MessageText kXmlEncoding{
    "xml-encoding", "le codage « {0} » n'est pas lu ici (UTF-8, UTF-16, ISO-8859-1, windows-1252)",
    "the encoding '{0}' is not read here (UTF-8, UTF-16, ISO-8859-1, windows-1252)"};
inline constexpr MessageText kXmlBytes{"xml-bytes", "l'octet {0} n'est pas du texte {1}",
                                       "byte {0} is not {1} text"};
inline constexpr MessageText kSaveAsUtf8{"save-as-utf-8", "enregistrez le fichier en UTF-8",
                                         "save the file as UTF-8"};

// What expat found; all of one key.
inline constexpr MessageText kXmlMalformed{"xml-malformed", "XML mal formé : {0}",
                                           "malformed XML: {0}"};
inline constexpr MessageText kXmlEmpty{"xml-malformed", "le fichier ne contient aucun élément XML",
                                       "the file contains no XML element"};
inline constexpr MessageText kXmlNotXml{"xml-malformed", "ceci n'est pas du XML",
                                        "this is not XML"};
inline constexpr MessageText kXmlInvalidToken{
    "xml-malformed", "un caractère ne peut pas figurer ici (un « & » ou un « < » non échappé ?)",
    "a character may not stand here (an unescaped '&' or '<'?)"};
inline constexpr MessageText kXmlUnclosedToken{"xml-malformed",
                                               "cette balise n'est jamais refermée par « > »",
                                               "this tag is never closed by '>'"};
inline constexpr MessageText kXmlPartialCharacter{"xml-malformed",
                                                  "le texte s'arrête au milieu d'un caractère",
                                                  "the text ends in the middle of a character"};
inline constexpr MessageText kXmlTagMismatch{
    "xml-malformed", "cette balise ne ferme pas « {0} », ouvert à la ligne {1}",
    "this tag does not close '{0}', opened on line {1}"};
inline constexpr MessageText kXmlUnclosedElement{
    "xml-malformed", "« {0} », ouvert à la ligne {1}, n'est jamais fermé",
    "'{0}', opened on line {1}, is never closed"};
inline constexpr MessageText kXmlDuplicateAttribute{"xml-malformed", "un attribut figure deux fois",
                                                    "an attribute is there twice"};
inline constexpr MessageText kXmlJunkAfter{"xml-malformed", "du contenu suit l'élément racine",
                                           "there is content after the root element"};
inline constexpr MessageText kXmlUndefinedEntity{
    "xml-malformed", "cette entité n'existe pas (seules : &lt; &gt; &amp; &quot; &apos; &#..;)",
    "this entity does not exist (only: &lt; &gt; &amp; &quot; &apos; &#..;)"};
inline constexpr MessageText kXmlUnboundPrefix{"xml-malformed",
                                               "le préfixe de ce nom n'est pas déclaré (xmlns:..)",
                                               "this name's prefix is not declared (xmlns:..)"};

}  // namespace guichet::dmn::messages
