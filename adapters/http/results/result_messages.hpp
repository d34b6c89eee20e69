// What each figure is called and how it is counted, where the desk's results/ says nothing else.
#pragma once

#include "engine/base/message.hpp"

namespace guichet::http::messages {

using base::MessageText;

// A figure: its title, its definition.
struct MeasureWords {
  std::string_view id;
  MessageText title, definition;
};

inline constexpr MeasureWords kMeasureWords[] = {
    {"requests",
     {"measure-requests", "Demandes reçues", "Requests received"},
     {"defined-requests", "Toutes les demandes arrivées au guichet, recevables ou non.",
      "All requests that came to the desk, eligible or not."}},
    {"cases",
     {"measure-cases", "Entreprises et porteurs de projets", "Firms and project holders"},
     {"defined-cases",
      "Demandes pour lesquelles au moins un besoin a été ouvert ; deux demandes fusionnées ne "
      "comptent qu’une fois.",
      "Requests for which at least one need was opened; two merged requests count once."}},
    {"firms",
     {"measure-firms", "dont entreprises", "of which firms"},
     {"defined-firms", "Ceux dont le dossier porte le nom d’une entreprise.",
      "Those whose case has the name of a firm."}},
    {"holders",
     {"measure-holders", "dont porteurs de projets", "of which project holders"},
     {"defined-holders", "Ceux dont le dossier ne porte pas de nom d’entreprise.",
      "Those whose case has no name of a firm."}},
    {"needs",
     {"measure-needs", "Besoins", "Needs"},
     {"defined-needs",
      "Un besoin par thème d’une demande ; un besoin requalifié compte sous son nouveau thème.",
      "One by theme of a request; a requalified need counts under its new theme."}},
    {"accompanied",
     {"measure-accompanied", "Besoins accompagnés", "Needs accompanied"},
     {"defined-accompanied", "Besoins qu’un partenaire ou le guichet a pris en charge.",
      "Needs that a partner or the desk took up."}},
    {"completed",
     {"measure-completed", "Projets aboutis", "Projects completed"},
     {"defined-completed",
      "Besoins clos sur une issue heureuse, comptés l’année où la demande est arrivée.",
      "Needs that ended well, counted in the year in which the request came in."}},
    {"asked",
     {"measure-asked", "Mises en relation", "Referrals"},
     {"defined-asked", "Demandes adressées à un partenaire, comptées le jour où elles le sont.",
      "Requests put to a partner, counted on the day on which they are."}},
    {"in_time",
     {"measure-in-time", "Réponses dans le délai", "Answers in time"},
     {"defined-in-time",
      "Réponses données dans le délai que promet l’article de la convention, en jours ouvrés, "
      "sans les jours où le partenaire attendait une réponse du guichet.",
      "Answers within the time that the article of the agreement promises, in business days, "
      "without those on which the partner waited for an answer of the desk."}},
    {"late",
     {"measure-late", "Réponses hors délai", "Late answers"},
     {"defined-late", "Réponses données après ce délai.", "Answers after that time."}},
    {"silent",
     {"measure-silent", "Sans réponse", "No answer"},
     {"defined-silent", "Mises en relation closes sans réponse du partenaire.",
      "Referrals that were closed without an answer."}},
    {"withdrawn",
     {"measure-withdrawn", "Retirées", "Withdrawn"},
     {"defined-withdrawn", "Mises en relation reprises par le guichet avant toute réponse.",
      "Referrals that the desk took back before any answer."}},
    {"waiting",
     {"measure-waiting", "En attente", "Waiting"},
     {"defined-waiting", "Mises en relation encore sans réponse.", "Referrals not answered yet."}},
    {"accepted",
     {"measure-accepted", "Acceptées", "Accepted"},
     {"defined-accepted", "Réponses par lesquelles le partenaire prend en charge.",
      "Answers by which the partner takes the need up."}},
    {"declined",
     {"measure-declined", "Déclinées", "Declined"},
     {"defined-declined", "Réponses par lesquelles le partenaire décline.",
      "Answers by which the partner declines."}},
};

inline constexpr MessageText kByTheme{"results-by-theme", "Par thème", "By theme"};
inline constexpr MessageText kByOutcome{"results-by-outcome", "Par issue", "By outcome"};
inline constexpr MessageText kByMonth{"results-by-month", "Mois par mois", "Month by month"};
inline constexpr MessageText kByPlace{"results-by-place", "Par commune", "By place"};
inline constexpr MessageText kByPartner{"results-by-partner", "Par partenaire", "By partner"};
inline constexpr MessageText kSurveyAsked{"survey-asked", "Questions posées", "Asked"};
inline constexpr MessageText kSurveyAnswered{"survey-answered", "Réponses", "Answers"};
inline constexpr MessageText kSurveyShare{"survey-share", "Part des réponses (%)",
                                          "Share of the answers (%)"};
inline constexpr MessageText kSurveyDefined{
    "survey-defined",
    "Posée pour chaque besoin dont la personne a reçu la lettre « {0} » (ou a répondu de vive "
    "voix) ; une réponse par besoin, comptée l’année où la demande est arrivée. Les parts se "
    "rapportent aux réponses données.",
    "Asked for each need whose person got the letter '{0}' (or answered by word of mouth); one "
    "answer a need, counted in the year in which the request came in. Shares are of the answers "
    "given."};
inline constexpr MessageText kStillOpen{"results-open", "En cours", "Still open"};
inline constexpr MessageText kNoOutcome{"results-no-outcome", "Sans issue dite", "No outcome said"};
inline constexpr MessageText kRestOf{"results-rest-of", "{0} (autres communes)",
                                     "{0} (other places)"};
inline constexpr MessageText kElsewhere{"results-elsewhere", "Autres lieux", "Other places"};
inline constexpr MessageText kPlaceUnknown{"results-place-unknown", "Lieu non renseigné",
                                           "Place not known"};
inline constexpr MessageText kTotal{"results-total", "Ensemble", "Total"};
inline constexpr MessageText kWithheld{"results-withheld", "masqué", "withheld"};
inline constexpr MessageText kResultsTitle{"results-title", "Résultats", "Results"};
inline constexpr MessageText kPeriodColumn{"results-period", "Période", "Period"};
inline constexpr MessageText kTableColumn{"results-table", "Tableau", "Table"};
inline constexpr MessageText kRowColumn{"results-row", "Ligne", "Row"};
inline constexpr MessageText kFigureColumn{"results-figure", "Chiffre", "Figure"};
inline constexpr MessageText kCountColumn{"results-count", "Nombre", "Count"};
inline constexpr MessageText kAimBetween{"results-aim-between", "objectif : {0} à {1} par an",
                                         "target: {0} to {1} a year"};
inline constexpr MessageText kAimLeast{"results-aim-least", "objectif : {0} par an",
                                       "target: {0} a year"};

}  // namespace guichet::http::messages
