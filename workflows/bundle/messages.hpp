// Sentences of workflows/bundle: what is wrong with a desk's folder as a whole.
#pragma once

#include "engine/base/message.hpp"

namespace guichet::bundle::messages {

using base::MessageText;

inline constexpr MessageText kNoFolder{"no-desk", "« {0} » n'est pas un dossier de guichet : {1}",
                                       "'{0}' is not a desk's folder: {1}"};
inline constexpr MessageText kMissingFile{"missing-file", "il manque le fichier {0}",
                                          "the file {0} is missing"};
inline constexpr MessageText kFileNotUtf8{
    "not-utf8", "{0} n'est pas en UTF-8 : enregistrez-le en UTF-8 et relancez",
    "{0} is not UTF-8: save it as UTF-8 and run again"};
inline constexpr MessageText kUnknownKind{"unknown-kind",
                                          "« {0} » n'est pas un genre de fichier du guichet",
                                          "'{0}' is not a kind of desk file"};
inline constexpr MessageText kTwice{"defined-twice", "« {0} » est déjà défini dans {1}",
                                    "'{0}' is already defined in {1}"};
inline constexpr MessageText kUnknownBinding{"unknown-binding", "« {0} » ne désigne personne",
                                             "'{0}' does not stand for anybody"};
inline constexpr MessageText kBindingHint{
    "binding-hint",
    "au choix : case.owner, role:NOM, partner.adviser, partner.head, person, agenda",
    "one of: case.owner, role:NAME, partner.adviser, partner.head, person, agenda"};
inline constexpr MessageText kUnknownReference{"unknown-reference",
                                               "« {0} » ({1}) n'est pas défini dans ce guichet",
                                               "'{0}' ({1}) is not defined in this desk"};
inline constexpr MessageText kNotASurvey{
    "not-a-survey", "« {0} » : une enquête se compte sur un champ de besoin de type choice",
    "'{0}': a survey is counted by a field of needs whose type is choice"};
inline constexpr MessageText kWhichCalendar{
    "which-calendar", "plusieurs calendriers : dites lequel compte (calendar: ...)",
    "several calendars: say which one counts (calendar: ...)"};
inline constexpr MessageText kBadDelay{"bad-delay", "« {0} » n'est pas une durée",
                                       "'{0}' is not a length of time"};
inline constexpr MessageText kDelayHint{"delay-hint", "par exemple 5bd, 10 minutes, 6 months",
                                        "for example 5bd, 10 minutes, 6 months"};
inline constexpr MessageText kAbsenceBackwards{"absence-backwards",
                                               "l'absence finit avant d'avoir commencé",
                                               "the absence ends before it begins"};
inline constexpr MessageText kClosureBackwards{"closure-backwards",
                                               "la fermeture finit avant d'avoir commencé",
                                               "the closure ends before it begins"};
inline constexpr MessageText kOwnSubstitute{"own-substitute",
                                            "« {0} » ne peut pas se remplacer soi-même",
                                            "'{0}' cannot be their own substitute"};
inline constexpr MessageText kBadDay{"bad-day", "« {0} » n'est pas une date (aaaa-mm-jj)",
                                     "'{0}' is not a date (yyyy-mm-dd)"};
inline constexpr MessageText kThemeWithoutPath{"theme-without-path",
                                               "le thème « {0} » ne mène à aucun parcours",
                                               "theme '{0}' leads to no path"};
inline constexpr MessageText kUnknownTheme{"unknown-theme",
                                           "« {0} » n'est pas un thème du champ « {1} »",
                                           "'{0}' is not a theme of the field '{1}'"};
inline constexpr MessageText kUnknownMeasure{
    "unknown-measure", "« {0} » n'est pas un chiffre que le guichet compte",
    "'{0}' is not a figure that the desk counts"};
inline constexpr MessageText kBadTarget{
    "bad-target", "« {0} » n'est pas un objectif : un nombre, ou {from: 100, to: 120}",
    "'{0}' is not a target: a number, or {from: 100, to: 120}"};
inline constexpr MessageText kBadHideBelow{
    "bad-hide-below", "« {0} » : les petits nombres se cachent en dessous de 3 à 20",
    "'{0}': small numbers are hidden below 3 to 20"};
inline constexpr MessageText kNotForForm{
    "not-for-form",
    "« {0} » ne se demande pas à l'accueil : il appartient à un besoin, à une mise en relation ou "
    "au "
    "guichet lui-même",
    "'{0}' cannot be asked at intake: it belongs to a need, to a referral, or to the desk itself"};
inline constexpr MessageText kAskedTwice{"asked-twice", "« {0} » est déjà dans le formulaire",
                                         "'{0}' is in the form already"};
inline constexpr MessageText kNotAskedHere{"not-asked-here",
                                           "« {0} » n'est dans aucune étape du formulaire",
                                           "'{0}' is in no step of the form"};
inline constexpr MessageText kFormMisses{
    "form-misses", "le formulaire ne demande pas « {0} », sans quoi rien n'est enregistré",
    "the form does not ask for '{0}', without which nothing is saved"};
inline constexpr MessageText kFormMissesHint{
    "form-misses-hint", "ajoutez-le à une étape, ou donnez-lui une valeur sous « set: »",
    "add it to a step, or give it a value under 'set:'"};
inline constexpr MessageText kUnknownPromise{
    "unknown-promise", "« {0} » n'est ni une minuterie ni une tâche de « {1} »",
    "'{0}' is neither a timer nor a task of '{1}'"};
inline constexpr MessageText kUnknownVerdict{
    "unknown-verdict", "« {0} » n'est pas une issue de l'accueil (take_in, refuse, ask)",
    "'{0}' is not what intake may decide (take_in, refuse, ask)"};
inline constexpr MessageText kNoMember{"role-without-member",
                                       "personne au guichet n'a le rôle « {0} »",
                                       "nobody of the staff has the role '{0}'"};
inline constexpr MessageText kWithdrawalLetter{
    "withdrawal-letter",
    "un partenaire peut être retiré : il faut un rôle « partner.adviser » et sa lettre « {0} »",
    "a partner may be withdrawn: a role 'partner.adviser' and its letter '{0}' are needed"};

inline constexpr MessageText kOtherKind{
    "workflow-of-other-kind", "« {0} » est de sorte « {1} », il en faut un de sorte « {2} »",
    "'{0}' is of kind '{1}', one of kind '{2}' is needed"};
inline constexpr MessageText kNameOneOfKind{"name-one-of-kind",
                                            "nommez un parcours où est écrit « kind: {0} »",
                                            "name a workflow that says 'kind: {0}'"};
inline constexpr MessageText kCalendarEnds{
    "calendar-ends",
    "les jours fériés de « {0} » finissent en {1} ; la minuterie « {2} » de « {3} » court jusqu'en "
    "{4}",
    "the holidays of '{0}' end in {1}; the timer '{2}' of '{3}' runs until {4}"};
inline constexpr MessageText kAddHolidays{
    "add-holidays", "écrivez ceux des années suivantes, ou par règle (« on: », « easter: »)",
    "write those of further years, or by rule ('on:', 'easter:')"};

}  // namespace guichet::bundle::messages
