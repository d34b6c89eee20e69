// The words of the page of results.
#pragma once

#include "adapters/web/frame/label.hpp"
#include "engine/base/message.hpp"

namespace guichet::web {

inline constexpr Label kResultLabels[] = {
    {"L_PERIODS", "Période", "Period"},
    {"L_HEADLINE", "L’essentiel", "In short"},
    {"L_DELAYS", "Délais tenus", "Delays kept"},
    {"L_HOW_COUNTED", "Comment ces chiffres sont comptés", "How these figures are counted"},
    {"L_SPREADSHEET", "Tableur (CSV)", "Spreadsheet (CSV)"},
    {"L_SURVEY_ANSWER", "Réponse", "Answer"},
    {"L_SURVEY_COUNT", "Réponses", "Answers"},
    {"L_SURVEY_SHARE", "Part", "Share"},
    {"L_DEFINITION", "Définition", "Definition"},
};

namespace messages {

inline constexpr base::MessageText kHiddenWhy{
    "results-hidden-why",
    "Les nombres de 1 à {0} ne sont pas donnés (« < {1} »), pour que personne ne soit reconnu ; "
    "d’autres sont masqués quand ils permettraient de les retrouver. Les communes où peu de "
    "demandes sont arrivées sont regroupées.",
    "Numbers from 1 to {0} are not told ('< {1}'), so that nobody is recognised; others are "
    "withheld where they would give them away. Places with few requests are grouped."};
inline constexpr base::MessageText kKeptShare{
    "results-kept-share", "{0} % des réponses attendues sont arrivées dans le délai promis",
    "{0} % of the answers due came within the time promised"};
inline constexpr base::MessageText kKeptUnknown{
    "results-kept-unknown", "Trop peu de réponses pour donner une part sans désigner personne.",
    "Too few answers to tell a share without pointing at anybody."};
inline constexpr base::MessageText kSurveyReturn{
    "survey-return", "Question posée : {0} · réponses : {1}", "Asked: {0} · answers: {1}"};
inline constexpr base::MessageText kNoResults{"results-none",
                                              "Aucune demande n’est encore arrivée au guichet.",
                                              "No request has come to the desk yet."};
inline constexpr base::MessageText kChartCaption{
    "results-chart-caption", "{0} : {1}. Les nombres masqués ne sont pas dessinés.",
    "{0}: {1}. Hidden numbers are not drawn."};

}  // namespace messages
}  // namespace guichet::web
