// The words of the page that shows both versions where two people changed the same case.
#pragma once

#include "adapters/web/frame/label.hpp"
#include "engine/base/message.hpp"

namespace guichet::web {

inline constexpr Label kConflictLabels[] = {
    {"L_YOURS", "Ce que vous avez tapé", "What you typed"},
    {"L_NOW_THERE", "Ce qui est écrit maintenant", "What is there now"},
    {"L_SINCE_THEN", "Ce qui s’est passé depuis que vous avez ouvert la page",
     "What happened since you opened the page"},
    {"L_SEND_ALL_THE_SAME", "Enregistrer ma version", "Save my version"},
    {"L_KEEP_THEIRS", "Garder ce qui est écrit", "Keep what is there"},
    {"L_NOTHING_WRITTEN", "Rien n’est écrit", "Nothing is written"},
    {"L_NO_CLASH", "Rien de ce que vous avez tapé n’a été changé par quelqu’un d’autre.",
     "Nothing of what you typed was changed by somebody else."},
};

namespace messages {

using base::MessageText;

inline constexpr MessageText kConflictTitle{"conflict-title", "Le dossier a changé entre-temps",
                                            "The case has changed meanwhile"};
inline constexpr MessageText kConflictIntro{
    "conflict-intro",
    "Rien n’est enregistré et rien n’est perdu. Comparez, corrigez votre version si besoin, puis "
    "choisissez.",
    "Nothing is saved and nothing is lost. Compare, mend your version where needed, then choose."};
inline constexpr MessageText kChangedBy{"changed-by", "écrit par {0} le {1}",
                                        "written by {0} on {1}"};
inline constexpr MessageText kChangedMeanwhile{
    "changed-meanwhile",
    "{0} : quelqu’un d’autre y a écrit « {1} » entre-temps. Rien n’est enregistré ; pour garder "
    "votre version, envoyez à nouveau.",
    "{0}: somebody else has written “{1}” there meanwhile. Nothing is saved; to keep your version, "
    "send again."};
inline constexpr MessageText kEmptiedMeanwhile{
    "emptied-meanwhile",
    "{0} : quelqu’un d’autre a vidé ce champ entre-temps. Rien n’est enregistré ; pour garder "
    "votre "
    "version, envoyez à nouveau.",
    "{0}: somebody else has emptied this field meanwhile. Nothing is saved; to keep your version, "
    "send again."};
inline constexpr MessageText kByTheDesk{"by-the-desk", "le guichet, de lui-même",
                                        "the desk, by itself"};

}  // namespace messages
}  // namespace guichet::web
