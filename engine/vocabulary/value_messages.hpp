// Sentences for the person whose value does not fit a field. {0} is the field's label. What was
// typed is quoted only where it cannot be somebody's address, name or number.
#pragma once

#include "engine/base/message.hpp"

namespace guichet::vocabulary::messages {

using base::MessageText;

inline constexpr MessageText kNotANumber{"value-number", "{0} : « {1} » n'est pas un nombre",
                                         "{0}: '{1}' is not a number"};
inline constexpr MessageText kNotAYesNo{"value-boolean", "{0} : répondez par oui ou par non",
                                        "{0}: answer yes or no"};
inline constexpr MessageText kNotADate{"value-date",
                                       "{0} : « {1} » n'est pas une date (par exemple {2})",
                                       "{0}: '{1}' is not a date (for example {2})"};
inline constexpr MessageText kNotAChoice{"value-choice",
                                         "{0} : « {1} » n'est pas un choix possible ({2})",
                                         "{0}: '{1}' is not a possible choice ({2})"};
inline constexpr MessageText kNotACode{"value-code", "{0} : le code « {1} » n'existe pas",
                                       "{0}: the code '{1}' does not exist"};
inline constexpr MessageText kSiretLength{"value-siret-length",
                                          "{0} : un SIRET a 14 chiffres, celui-ci en a {1}",
                                          "{0}: a SIRET has 14 digits, this one has {1}"};
inline constexpr MessageText kSiretDigits{
    "value-siret-digits", "{0} : un SIRET n'a que des chiffres", "{0}: a SIRET has digits only"};
inline constexpr MessageText kSiretKey{
    "value-siret-key", "{0} : ce SIRET n'existe pas, un chiffre doit être faux",
    "{0}: there is no such SIRET, one of its digits must be wrong"};
inline constexpr MessageText kNotAnEmail{
    "value-email",
    "{0} : cette adresse électronique n'est pas complète (par exemple nom@domaine.fr)",
    "{0}: this e-mail address is not complete (for example name@domain.fr)"};
inline constexpr MessageText kNotAPhone{
    "value-phone", "{0} : ce numéro de téléphone n'est pas complet (par exemple 05 65 00 00 00)",
    "{0}: this telephone number is not complete (for example 05 65 00 00 00)"};
inline constexpr MessageText kNotAPartner{"value-partner", "{0} : ce n'est pas un partenaire",
                                          "{0}: this is not a partner"};
inline constexpr MessageText kNotAConsent{"value-consent",
                                          "{0} : « {1} » ne dit pas si l'accord est donné ({2})",
                                          "{0}: '{1}' does not say if consent is given ({2})"};
inline constexpr MessageText kCheckFailed{"value-check", "{0} : la valeur doit vérifier {1}",
                                          "{0}: the value must satisfy {1}"};
inline constexpr MessageText kTextTooLong{"value-too-long", "{0} : le texte dépasse {1} caractères",
                                          "{0}: the text is longer than {1} characters"};
inline constexpr MessageText kUnreadableText{"value-unreadable",
                                             "{0} : le texte contient un caractère illisible",
                                             "{0}: the text has an unreadable character"};
// {1} and {2}: what is expected, in both languages.
inline constexpr MessageText kWrongKind{"value-kind", "{0} : il faut {1}", "{0}: expected {2}"};

}  // namespace guichet::vocabulary::messages
