// Sentences about cases of one person that were merged, and what is said in one of them.
#pragma once

#include "engine/base/message.hpp"

namespace guichet::cases::messages {

using base::MessageText;

inline constexpr MessageText kMergeWithItself{"merge-with-itself",
                                              "un dossier ne se réunit pas à lui-même",
                                              "a case is not merged into itself"};
inline constexpr MessageText kMergedAlready{"merged-already",
                                            "le dossier {0} est déjà réuni au dossier {1}",
                                            "case {0} is merged into {1} already"};
inline constexpr MessageText kHasJoined{
    "has-joined", "le dossier {1} est réuni à celui-ci ({0}) : séparez-les d'abord",
    "case {1} is merged into this one ({0}): part them first"};
inline constexpr MessageText kNotMerged{"not-merged", "ce dossier n'est réuni à aucun autre",
                                        "this case is not merged into another"};
inline constexpr MessageText kSaidInOther{
    "said-in-other", "Accord tel que dit dans le dossier {0}, réuni à celui-ci",
    "Consent as said in case {0}, which is one with this one"};
inline constexpr MessageText kConsentDiffers{
    "consent-differs", "Les dossiers {0} et {1}, réunis, n'ont pas le même accord : à redemander",
    "Cases {0} and {1}, now one, do not have the same consent: to be asked again"};
inline constexpr MessageText kNeverLeft{
    "never-left", "La lettre « {0} » ({1}), rappelée à la réunion des dossiers, n'est pas partie",
    "Letter '{0}' ({1}), called back when the cases were merged, has not left"};
inline constexpr MessageText kAskedOnlyThere{
    "asked-only-there", "{0} n'est sollicité que dans le dossier {1}, en attente : à appeler",
    "{0} is asked only in case {1}, which stands still: to be called"};

}  // namespace guichet::cases::messages
