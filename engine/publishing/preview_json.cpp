#include "engine/publishing/preview_json.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "engine/json/json.hpp"

namespace guichet::publishing {
namespace {

using base::Language;
using migrate::Verdict;

std::string quoted(const std::vector<base::Message>& messages, Language language) {
  std::vector<std::string> texts;
  for (const base::Message& each : messages) texts.push_back(json::quote(each.in(language)));
  return fmt::format("[{}]", fmt::join(texts, ","));
}

std::string place_of(const base::Location& at) {
  if (!at.source) return "null";
  const base::Place place = at.source->place_of(at.offset);
  return json::quote(fmt::format("{}:{}:{}", at.source->name(), place.line, place.column));
}

std::string instant(const std::optional<base::Instant>& at) {
  return at ? json::quote(base::iso(*at)) : "null";
}

std::string names_json(const std::vector<CaseName>& cases) {
  std::vector<std::string> out;
  for (const CaseName& each : cases) {
    out.push_back(
        fmt::format(R"({{"case":{},"number":{}}})", each.id.value, json::quote(each.number)));
  }
  return fmt::format("[{}]", fmt::join(out, ","));
}

std::string place_json(const PlaceReport& place, Language language) {
  std::vector<std::string> timers, leads;
  for (const std::string& path : place.leads_to) leads.push_back(json::quote(path));
  for (const TimerShift& shift : place.timers) {
    timers.push_back(fmt::format(
        R"({{"number":{},"state":{},"timer":{},"change":{},"was":{},"due":{},"rebased":{}}})",
        json::quote(shift.kase.number), json::quote(shift.state), json::quote(shift.timer),
        json::quote(shift.change), instant(shift.was), instant(shift.due), instant(shift.rebased)));
  }
  return fmt::format(
      R"({{"workflow":{},"version":{},"configuration":{},"cases":{},"verdict":{},"carried":{},)"
      R"("leads_to":[{}],"reasons":{},"timers":[{}],"examples":{}}})",
      json::quote(place.group.workflow), json::quote(place.group.bundle),
      json::quote(place.group.configuration), place.group.count,
      json::quote(to_text(place.assessment.verdict)), place.assessment.carried,
      fmt::join(leads, ","), quoted(place.assessment.reasons, language), fmt::join(timers, ","),
      names_json(place.examples));
}

std::string change_json(const migrate::Change& change, Language language) {
  return fmt::format(R"({{"kind":{},"workflow":{},"subject":{},"what":{},"before":{},"after":{}}})",
                     json::quote(to_text(change.kind)), json::quote(change.workflow),
                     json::quote(change.subject), json::quote(change.what.in(language)),
                     place_of(change.before), place_of(change.after));
}

std::string replay_json(const Replay& replay, Language language) {
  std::vector<std::string> cases;
  for (const publishing::Replayed& each : replay.different) {
    cases.push_back(fmt::format(R"({{"number":{},"routed":{},"reminded":{},"stuck":{}}})",
                                json::quote(each.kase.number), quoted(each.routed, language),
                                quoted(each.reminded, language), quoted(each.stuck, language)));
  }
  return fmt::format(
      R"({{"cases":{},"not_played":{},"not_reached":{},"routed":{},)"
      R"("reminded":{},"stuck":{},"different":[{}]}})",
      replay.cases, replay.not_played, replay.not_reached, replay.routed, replay.reminded,
      replay.stuck, fmt::join(cases, ","));
}

}  // namespace

std::string preview_json(const Preview& preview, const Replay* replay, const Forecast& forecast,
                         Language language) {
  std::vector<std::string> changes, places, suggested, blocked;
  for (const migrate::Change& each : preview.changes) {
    changes.push_back(change_json(each, language));
  }
  for (const PlaceReport& each : preview.places) places.push_back(place_json(each, language));
  for (const std::string& text : preview.suggested) suggested.push_back(json::quote(text));
  for (const BlockedCase& each : preview.blocked) {
    blocked.push_back(fmt::format(R"({{"case":{},"number":{},"reasons":{}}})", each.kase.id.value,
                                  json::quote(each.kase.number), quoted(each.reasons, language)));
  }
  const auto count = [&](Verdict verdict) {
    return preview.cases[static_cast<std::size_t>(verdict)];
  };
  return fmt::format(
      R"({{"open":{},"under_this_version":{},"identical":{},"compatible":{},"timers":{},)"
      R"("mapping":{},"blocked":{},"stranded":{},"changes":[{}],"places":[{}],)"
      R"("blocked_cases":[{}],"suggested":[{}],"publish":{{"refused":{},"sentences":{}}},"replay":{}}})",
      preview.open, preview.pinned_to_target, count(Verdict::identical), count(Verdict::compatible),
      count(Verdict::timers), count(Verdict::mapping), count(Verdict::blocked),
      names_json(preview.stranded), fmt::join(changes, ","), fmt::join(places, ","),
      fmt::join(blocked, ","), fmt::join(suggested, ","), forecast.refused,
      quoted(forecast.sentences, language),
      replay == nullptr ? "null" : replay_json(*replay, language));
}

}  // namespace guichet::publishing
