#include "engine/results/meanwhile.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <limits>

#include "engine/json/json.hpp"

namespace guichet::results {
namespace {

// One fact as a line; nothing for facts that only the engine cares about.
class Telling {
 public:
  explicit Telling(const cases::Snapshot& snapshot) : snapshot_(snapshot) {}

  std::optional<Happening> operator()(const cases::Fact& fact) const {
    Happening line{
        .at = fact.at, .kase = snapshot_.id, .number = snapshot_.number, .actor = fact.actor};
    if (const auto n = cases::instance_of(fact.event)) line.n = *n;
    if (!std::visit([&](const auto& e) { return tell(e, line); }, fact.event)) return {};
    return line;
  }

 private:
  static bool say(Happening& line, std::string kind, std::string what, std::string about = "") {
    line.kind = std::move(kind);
    line.what = std::move(what);
    line.about = std::move(about);
    return true;
  }

  bool tell(const cases::RequestReceived& e, Happening& line) const {
    return say(line, "request", e.number);
  }
  bool tell(const cases::ActTaken& e, Happening& line) const {
    return say(line, e.reply ? "reply" : "act", e.name, partner_of(e.n));
  }
  bool tell(const cases::LetterQueued& e, Happening& line) const {
    const std::string kind = e.purpose == "remind"     ? "reminder"
                             : e.purpose == "escalate" ? "escalation"
                                                       : "letter";
    return say(line, kind, e.letter, e.to);
  }
  bool tell(const cases::LetterRefused& e, Happening& line) const {
    return say(line, "incident", e.reason);
  }
  bool tell(const cases::AgendaAdded& e, Happening& line) const {
    return say(line, "agenda", e.text, partner_of(e.n));
  }
  bool tell(const cases::TaskOpened& e, Happening& line) const {
    return say(line, "task", e.task.title);
  }
  bool tell(const cases::OwnerAssigned& e, Happening& line) const {
    return say(line, "owner", e.owner);
  }
  bool tell(const cases::OperatorActed& e, Happening& line) const {
    return say(line, "act", e.act, e.reason);
  }
  bool tell(const cases::InstanceClosed& e, Happening& line) const {
    return say(line, "closed", e.outcome, partner_of(e.n));
  }
  bool tell(const cases::IncidentOpened& e, Happening& line) const {
    return say(line, "incident", e.text);
  }
  bool tell(const cases::DocumentAdded& e, Happening& line) const {
    // What a file is called may name a person.
    const bool gone = snapshot_.extras.personal_data_taken;
    return say(line, "document", gone ? "…" : e.name, e.partner);
  }
  bool tell(const auto&, Happening&) const { return false; }

  std::string partner_of(base::InstanceNumber n) const {
    const cases::Instance* instance = snapshot_.find(n);
    return instance != nullptr && instance->referral ? instance->referral->partner : "";
  }

  const cases::Snapshot& snapshot_;
};

}  // namespace

Meanwhile meanwhile(store::Reader& reader, const std::string& owner, base::Instant since,
                    const store::Page& page) {
  Meanwhile out;
  for (const base::CaseId id : reader.moved(owner, since, page, out.total)) {
    const auto snapshot = reader.load(id);
    if (!snapshot) continue;
    const Telling tell(*snapshot);
    for (const cases::Fact& fact : reader.facts_since(id, since)) {
      if (auto line = tell(fact)) out.happenings.push_back(std::move(*line));
    }
  }
  return out;
}

std::vector<Happening> all_meanwhile(store::Reader& reader, const std::string& owner,
                                     base::Instant since) {
  const store::Page whole{.most = std::numeric_limits<std::int32_t>::max()};
  std::vector<Happening> all = meanwhile(reader, owner, since, whole).happenings;
  std::ranges::stable_sort(all, {}, &Happening::at);
  return all;
}

std::string to_json(const Happening& line) {
  return fmt::format(
      R"({{"at":"{}","case":{},"number":{},"n":{},"kind":"{}","what":{},"about":{},"actor":{}}})",
      base::iso(line.at), line.kase.value, json::quote(line.number), line.n.value, line.kind,
      json::quote(line.what), json::quote(line.about), json::quote(line.actor));
}

std::optional<base::Day> last_absence(const bundle::Desk& desk, std::string_view who,
                                      base::Day today) {
  std::optional<base::Day> out;
  for (const bundle::Absence& each : desk.settings.absences) {
    if (each.who == who && each.first <= today && (!out || *out < each.first)) out = each.first;
  }
  return out;
}

}  // namespace guichet::results
