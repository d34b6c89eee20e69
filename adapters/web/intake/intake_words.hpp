// The words of the intake form, those of its script among them.
#pragma once

#include "adapters/web/frame/label.hpp"

namespace guichet::web {

inline constexpr Label kIntakeLabels[] = {
    {"L_ALL_OF_IT", "Demande complète : personne, entreprise, projet, thèmes",
     "Full request: person, firm, project, themes"},
    {"L_LATER", "Sans thème, la demande attend d’être qualifiée : rien ne part avant.",
     "Without a theme the request waits to be qualified: nothing leaves before."},
    {"L_SHORTCUT", "Ctrl + Entrée enregistre, où que soit le curseur.",
     "Ctrl + Enter saves, wherever the cursor is."},
    {"L_DOUBLES_HERE", "Déjà au guichet ?", "Known to the desk already?"},
    {"L_OPEN_THAT", "Ouvrir ce dossier", "Open that case"},
    {"L_GO_ON_HERE", "C’est une autre demande : continuer", "It is another request: go on"},
    {"L_BY_SIRET", "même SIRET", "same SIRET"},
    {"L_BY_PERSON", "même nom et même téléphone", "same name and telephone"},
    {"L_BY_PHONE", "même téléphone", "same telephone"},
    {"L_FIRM_FILLED", "Entreprise connue du dossier {0} ; rempli : {1}",
     "Firm known from case {0}; filled in: {1}"},
    {"L_FIRM_KNOWN", "Entreprise connue du dossier {0}", "Firm known from case {0}"},
    {"L_NO_LINE", "Aucune ligne ne correspond", "No line fits"},
    {"L_LINES_FOUND", "Lignes proposées : {0}", "Lines proposed: {0}"},
};

}  // namespace guichet::web
