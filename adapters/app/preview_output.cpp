#include "adapters/app/preview_output.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

#include "adapters/app/version_messages.hpp"
#include "workflows/migrate/suggest.hpp"

namespace guichet::app {
namespace {

using base::Language;
using migrate::Verdict;
using publishing::CaseName;
using publishing::PlaceReport;
using publishing::Preview;
using publishing::Replay;

constexpr std::size_t kMostNames = 20;

std::string_view word(Verdict verdict, bool fr) {
  static constexpr std::string_view kFrench[] = {"identiques", "compatibles", "minuteries",
                                                 "à associer", "bloqués"};
  static constexpr std::string_view kEnglish[] = {"identical", "compatible", "timers",
                                                  "to be mapped", "blocked"};
  const auto index = static_cast<std::size_t>(verdict);
  return fr ? kFrench[index] : kEnglish[index];
}

std::string names(const std::vector<CaseName>& cases) {
  std::string text;
  for (std::size_t i = 0; i < cases.size() && i < kMostNames; ++i) {
    const std::string& number = cases[i].number;
    text += (i == 0 ? "" : ", ") + (number.empty() ? std::to_string(cases[i].id.value) : number);
  }
  if (cases.size() > kMostNames) text += fmt::format(", ... ({})", cases.size());
  return text;
}

// The states that make cases need a word: what stands in brackets after "à associer".
std::string states_of(const Preview& preview, Verdict verdict) {
  std::string text;
  for (const PlaceReport& place : preview.places) {
    if (place.assessment.verdict != verdict) continue;
    text += (text.empty() ? "" : ", ") + place.group.workflow + " " + place.group.configuration;
  }
  return text;
}

std::string summary(const Preview& preview, bool fr) {
  std::string text = fmt::format("{} {}", preview.open, fr ? "dossiers ouverts" : "open cases");
  std::string sep = fr ? " : " : ": ";
  if (preview.pinned_to_target > 0) {
    text += fmt::format("{}{} {}", sep, preview.pinned_to_target,
                        fr ? "déjà sous cette version" : "under this version already");
    sep = ", ";
  }
  for (std::size_t i = 0; i < preview.cases.size(); ++i) {
    if (preview.cases[i] == 0) continue;
    const auto verdict = static_cast<Verdict>(i);
    text += fmt::format("{}{} {}", sep, preview.cases[i], word(verdict, fr));
    if (verdict == Verdict::mapping) text += " (" + states_of(preview, verdict) + ")";
    sep = ", ";
  }
  return text + "\n";
}

std::string day(const std::optional<base::Instant>& at, const bundle::Desk& desk) {
  return at ? base::iso(desk.calendar->local_day(*at)) : "-";
}

std::string place_text(const PlaceReport& place, const bundle::Desk& target, Language language) {
  const bool fr = language == Language::fr;
  std::string text = fmt::format("  {:>6} {:<11} {} : {} ({})", place.group.count,
                                 word(place.assessment.verdict, fr), place.group.workflow,
                                 place.group.configuration, place.group.bundle.substr(0, 12));
  const std::string there = fmt::format("{}", fmt::join(place.leads_to, " "));
  if (place.assessment.carried && there != place.group.configuration) text += " -> " + there;
  text += "\n";
  for (const base::Message& reason : place.assessment.reasons) {
    text += "           " + reason.in(language) + "\n";
  }
  for (const publishing::TimerShift& shift : place.timers) {
    text += fmt::format("           {} {}.{} : {} -> {} ({})", shift.kase.number, shift.state,
                        shift.timer, day(shift.was, target), day(shift.due, target), shift.change);
    if (shift.rebased != shift.due) text += fmt::format(", rebase {}", day(shift.rebased, target));
    text += "\n";
  }
  if (!place.examples.empty()) {
    text += fmt::format("           {} {}\n", fr ? "par exemple" : "for example",
                        names(place.examples));
  }
  return text;
}

}  // namespace

std::string preview_text(const Preview& preview, const bundle::Desk& target, Language language) {
  std::string text;
  std::string of;
  for (const migrate::Change& change : preview.changes) {
    if (change.workflow != of) text += change.workflow + "\n";
    of = change.workflow;
    text += "  " + change.what.in(language) + "\n";
  }
  text += summary(preview, language == Language::fr);
  for (const PlaceReport& place : preview.places) text += place_text(place, target, language);
  for (const publishing::BlockedCase& each : preview.blocked) {
    for (const base::Message& reason : each.reasons) {
      text += fmt::format("  {} : {}\n", each.kase.number, reason.in(language));
    }
  }
  return text;
}

std::string mend_text(const Preview& preview, Language language) {
  const auto& texts = preview.suggested;
  const bool complete = std::ranges::all_of(texts, migrate::is_complete);
  const auto& sentence = texts.empty() ? messages::kNoMend
                         : complete    ? messages::kMend
                                       : messages::kMendIncomplete;
  std::string out = base::Message(sentence).in(language) + "\n";
  for (const std::string& text : texts) out += "\n" + text;
  return out;
}

std::string forecast_text(const publishing::Forecast& forecast, Language language) {
  std::string text;
  for (const base::Message& each : forecast.sentences) {
    const std::string sentence = each.in(language);
    text += forecast.refused ? base::Message(messages::kWouldRefuse, {sentence}).in(language)
                             : sentence;
    text += "\n";
  }
  return text;
}

std::string replay_text(const Replay& replay, Language language) {
  const bool fr = language == Language::fr;
  std::string text = fmt::format(
      fmt::runtime(fr ? "{} dossiers passés revécus : {} orientés autrement, {} relancés à "
                        "d'autres dates, {} bloqués\n"
                      : "{} past cases lived again: {} routed elsewhere, {} reminded on other "
                        "days, {} stuck\n"),
      replay.cases, replay.routed, replay.reminded, replay.stuck);
  for (const publishing::Replayed& each : replay.different) {
    for (const auto* sentences : {&each.stuck, &each.routed, &each.reminded}) {
      for (const base::Message& sentence : *sentences) {
        text += fmt::format("  {} : {}\n", each.kase.number, sentence.in(language));
      }
    }
  }
  return text;
}

}  // namespace guichet::app
