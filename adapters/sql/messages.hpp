// Sentences of adapters/sql: what keeps a database from being opened or written.
#pragma once

#include "engine/base/message.hpp"

namespace guichet::sql::messages {

using base::MessageText;

inline constexpr MessageText kNoPostgresql{
    "no-postgresql",
    "les bases PostgreSQL ne sont pas encore prises en charge par cette version : donnez un "
    "fichier SQLite (--database guichet.db)",
    "PostgreSQL is not carried out by this version yet: give a SQLite file "
    "(--database guichet.db)"};
inline constexpr MessageText kUnknownDatabaseKind{
    "unknown-database-kind",
    "« {0} » n'est pas une base connue : donnez un nom de fichier ou sqlite:FICHIER",
    "'{0}' is not a known kind of database: give a file name or sqlite:FILE"};
inline constexpr MessageText kBadDatabaseName{
    "bad-database-name", "« {0} » ne peut pas nommer une base : donnez un nom de fichier",
    "'{0}' cannot name a database: give a file name"};
inline constexpr MessageText kCannotOpen{"cannot-open-database",
                                         "impossible d'ouvrir la base {0} : {1}",
                                         "cannot open database {0}: {1}"};
inline constexpr MessageText kNoDatabase{"no-database", "il n'y a pas de base {0}",
                                         "there is no database {0}"};
inline constexpr MessageText kInUse{
    "database-in-use",
    "la base {0} est déjà ouverte par un autre guichet (processus {1}) : arrêtez-le d'abord",
    "database {0} is already open in another guichet (process {1}): stop it first"};
inline constexpr MessageText kNewerSchema{
    "newer-schema",
    "la base {0} vient d'un guichet plus récent (schéma {1}, celui-ci connaît le {2}) : "
    "installez la version plus récente",
    "database {0} was written by a newer guichet (schema {1}, this one knows {2}): install the "
    "newer version"};
inline constexpr MessageText kNotOurs{"foreign-database",
                                      "{0} est une base SQLite, mais pas celle d'un guichet",
                                      "{0} is a SQLite database, but not one of a guichet"};
inline constexpr MessageText kDamaged{
    "damaged-database", "la base {0} est abîmée ({1}) : reprenez la dernière sauvegarde",
    "database {0} is damaged ({1}): restore the last backup"};
inline constexpr MessageText kNoWal{
    "no-wal",
    "le système de fichiers de la base {0} ne permet pas la journalisation (partage réseau ?) : "
    "mettez-la sur un disque local",
    "the file system of database {0} does not allow write-ahead logging (a network share?): put "
    "it on a local disk"};

inline constexpr MessageText kDiskFull{
    "disk-full",
    "le disque de la base {0} est plein : rien n'a été enregistré ; libérez de la place, puis "
    "recommencez",
    "the disk of database {0} is full: nothing was saved; free some space, then try again"};
inline constexpr MessageText kDiskTrouble{
    "disk-trouble", "la base {0} ne peut être lue ou écrite ({1}) : rien n'a été enregistré",
    "database {0} cannot be read or written ({1}): nothing was saved"};
inline constexpr MessageText kBusy{
    "database-busy", "la base {0} est occupée par un autre programme : rien n'a été enregistré",
    "database {0} is held by another program: nothing was saved"};
inline constexpr MessageText kRefused{"database-refuses", "la base {0} refuse une écriture ({1})",
                                      "database {0} refuses a statement ({1})"};
inline constexpr MessageText kStopping{"database-stopping",
                                       "la base {0} se ferme : la commande n'a pas été exécutée",
                                       "database {0} is closing: the command was not carried out"};

}  // namespace guichet::sql::messages
