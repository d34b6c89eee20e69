// Sentences of adapters/app.
#pragma once

#include "engine/base/message.hpp"

namespace guichet::app::messages {

using base::MessageText;

inline constexpr MessageText kUnreadInput{"unread-input",
                                          "« {0} » n'est pas une donnée que « {1} » lit",
                                          "'{0}' is not a variable that '{1}' reads"};
inline constexpr MessageText kCaseIsObject{
    "case-is-object", "--case attend un objet JSON : {\"themes\": \"creation\"}",
    "--case takes a JSON object: {\"themes\": \"creation\"}"};
inline constexpr MessageText kNoField{"unknown-field",
                                      "« {0} » n'est ni un champ ni une colonne de l'accueil",
                                      "'{0}' is neither a field nor a column of intake"};
inline constexpr MessageText kUnknownRole{
    "unknown-role", "« {0} » n'est ni un rôle ni une personne du guichet ; au choix : {1}",
    "'{0}' is neither a role nor a person of the desk; one of: {1}"};
inline constexpr MessageText kNoDesk{
    "no-desk-kept",
    "{0} ne contient encore aucun guichet : « guichet import » ou « serve » d'abord",
    "{0} holds no desk yet: run 'guichet import' or 'serve' first"};
inline constexpr MessageText kNoSuchCase{"unknown-case", "il n'y a pas de dossier {0}",
                                         "there is no case {0}"};
inline constexpr MessageText kBadDate{"bad-date", "« {0} » n'est pas une date (aaaa-mm-jj)",
                                      "'{0}' is not a date (yyyy-mm-dd)"};
inline constexpr MessageText kBadMoment{
    "bad-moment", "« {0} » n'est pas un moment (aaaa-mm-jj ou aaaa-mm-jjThh:mm)",
    "'{0}' is not a moment (yyyy-mm-dd or yyyy-mm-ddThh:mm)"};
inline constexpr MessageText kBadNumber{"bad-number", "« {0} » n'est pas un nombre",
                                        "'{0}' is not a number"};
inline constexpr MessageText kDatabaseHasCases{
    "database-has-cases", "{0} contient déjà des dossiers : une simulation veut une base neuve",
    "{0} has cases already: a simulation wants a new database"};
inline constexpr MessageText kBadSettings{"bad-settings", "réglages {0} : « {1} » ne convient pas",
                                          "settings {0}: '{1}' does not fit"};
inline constexpr MessageText kBadListen{"bad-listen", "« {0} » n'est pas une adresse HÔTE:PORT",
                                        "'{0}' is not an address HOST:PORT"};
inline constexpr MessageText kNotLoopback{
    "not-loopback",
    "tant qu'il n'y a pas de comptes (guichet account add), « serve » n'écoute que cette machine "
    "(127.0.0.1), pas {0}",
    "until there are accounts (guichet account add), 'serve' listens on this machine only "
    "(127.0.0.1), not on {0}"};

// -- guichet check --
inline constexpr MessageText kNoMistake{"no-mistake", "{0} : aucun défaut dans {1} fichiers",
                                        "{0}: no mistake in {1} files"};
inline constexpr MessageText kOneWarning{"one-warning",
                                         "{0} : aucune erreur, 1 avertissement dans {1} fichiers",
                                         "{0}: no error, 1 warning in {1} files"};
inline constexpr MessageText kSomeWarnings{
    "some-warnings", "{0} : aucune erreur, {2} avertissements dans {1} fichiers",
    "{0}: no error, {2} warnings in {1} files"};

// -- guichet feel --
inline constexpr MessageText kTooLarge{"feel-too-large",
                                       "l'expression ou le contexte dépasse {0} octets",
                                       "the expression or the context is larger than {0} bytes"};
inline constexpr MessageText kResultTooLarge{"result-budget",
                                             "le résultat dépasse {0} octets : il n'est pas écrit",
                                             "the result is larger than {0} bytes: not written"};
inline constexpr MessageText kContextExpected{"context-expected",
                                              "--context attend un objet JSON : {\"effectif\": 12}",
                                              "--context takes a JSON object: {\"effectif\": 12}"};
inline constexpr MessageText kNotUtf8{"not-utf-8", "l'expression n'est pas en UTF-8",
                                      "the expression is not in UTF-8"};

// -- test --
inline constexpr MessageText kUntested{"untested", "{0} : sans test : {1}",
                                       "{0}: without a test: {1}"};

inline constexpr MessageText kNoDefinitionOfCase{
    "no-definition-of-case", "la définition du dossier « {0} » n'est pas dans cette base",
    "the definition of case '{0}' is not in this database"};
inline constexpr MessageText kNotToldAsScenario{"not-told-as-scenario",
                                                "ce dossier ne se rejoue pas en scénario : {0}",
                                                "this case cannot be played as a scenario: {0}"};
inline constexpr MessageText kNoSuchName{"no-such-name", "« {0} » n'est pas connu ; il y a : {1}",
                                         "'{0}' is not known; there are: {1}"};
inline constexpr MessageText kNoCounterExample{"no-counter-example",
                                               "« {0} » : aucun contre-exemple ({1})",
                                               "'{0}': no counter-example ({1})"};
inline constexpr MessageText kCoverage{
    "coverage", "{0} : états {1} sur {2}, transitions {3} sur {4}, minuteries {5} sur {6}",
    "{0}: states {1} of {2}, transitions {3} of {4}, timers {5} of {6}"};
inline constexpr MessageText kUncoveredState{"never-entered", "aucun scénario n'entre en « {0} »",
                                             "no scenario enters '{0}'"};
inline constexpr MessageText kUncoveredArm{
    "never-taken-in-tests", "aucun scénario ne passe par « {0} »", "no scenario takes '{0}'"};
inline constexpr MessageText kUncoveredTimer{"never-fired", "aucun scénario ne voit échoir « {0} »",
                                             "no scenario sees '{0}' fall due"};
inline constexpr MessageText kAsksNobody{"asks-nobody",
                                         "Thème : {0}\n  ce parcours ne sollicite personne",
                                         "Theme: {0}\n  this path asks nobody"};

inline constexpr MessageText kWhichDecision{
    "which-decision", "{0} a plusieurs décisions ; --decision, au choix : {1}",
    "{0} has several decisions; choose with --decision: {1}"};
inline constexpr MessageText kNoDecision{
    "unknown-decision", "{0} n'a ni décision, ni service, ni modèle de connaissance « {1} »",
    "{0} has no decision, service or knowledge model '{1}'"};
inline constexpr MessageText kInputIsObject{"input-is-object",
                                            "--input attend un objet JSON : {\"age\": 42}",
                                            "--input takes a JSON object: {\"age\": 42}"};

}  // namespace guichet::app::messages
