#include "engine/results/results.hpp"

#include <algorithm>
#include <set>
#include <utility>

#include "engine/cases/undone.hpp"

namespace guichet::results {
namespace {

using cases::Instance;
using cases::Snapshot;

std::string text_of(const cases::Fields& fields, std::string_view id) {
  const auto found = fields.find(id);
  return found == fields.end() || found->second.is_null() ? "" : to_text(found->second.value());
}

// Counts one case into everything that it belongs to.
class ResultCounting {
 public:
  ResultCounting(const bundle::Desk& desk, Results& out) : desk_(desk), out_(out) {}

  void count(const Snapshot& snapshot, const std::vector<cases::Fact>& facts) {
    snapshot_ = &snapshot;
    month_ = base::iso(desk_.calendar->local_day(snapshot.opened_at)).substr(0, 7);
    commune_ = commune_of(snapshot);
    count_request();
    for (const Instance& instance : snapshot.instances) {
      if (counts(instance)) count_need(instance);
      if (instance.referral && instance.outcome != cases::kUndone) count_referral(instance, facts);
    }
    count_letters(facts);
  }

 private:
  // The total, the month, the commune, and the theme where there is one.
  template <typename Change>
  void each(const std::string& theme, Change change) {
    change(out_.total);
    change(out_.month[month_]);
    change(out_.commune[commune_]);
    if (!theme.empty()) change(out_.theme[theme]);
  }

  std::string commune_of(const Snapshot& snapshot) const {
    const std::string& id = desk_.settings.person.place;
    for (const cases::Fields* fields : {&snapshot.data, &snapshot.person, &snapshot.firm}) {
      const std::string text = text_of(*fields, id);
      if (!text.empty()) return text;
    }
    return "";
  }

  // A need, once: not what it was before it was requalified, nor what an undone act opened.
  static bool counts(const Instance& each) {
    return each.kind == "need" && each.outcome != cases::kUndone && !each.extras.requalified_to &&
           !each.extras.held;
  }

  static std::string theme_of(const Instance& need) {
    const std::string theme = text_of(need.data, "theme");
    return theme.empty() ? need.workflow : theme;
  }

  // The need that an instance serves; itself where it is one.
  const Instance* need_of(const Instance& instance) const {
    const Instance* at = &instance;
    while (at != nullptr && at->kind != "need") {
      at = at->parent ? snapshot_->find(*at->parent) : nullptr;
    }
    return at;
  }

  void count_request() {
    const bool refused = snapshot_->verdict == "refuse";
    const bool has_need =
        !snapshot_->extras.merged_into && std::ranges::any_of(snapshot_->instances, counts);
    each("", [&](Tally& tally) {
      tally.requests += 1;
      tally.ineligible += refused ? 1 : 0;
      tally.cases += has_need ? 1 : 0;
    });
    std::set<std::string> themes;
    for (const Instance& each : snapshot_->instances) {
      if (counts(each)) themes.insert(theme_of(each));
    }
    for (const std::string& theme : themes) {
      out_.theme[theme].requests += 1;
      out_.theme[theme].cases += 1;
    }
  }

  void count_need(const Instance& need) {
    each(theme_of(need), [&](Tally& tally) {
      tally.needs += 1;
      tally.accompanied += need.accompanied ? 1 : 0;
      tally.completed += need.success ? 1 : 0;
    });
    if (!need.is_open()) {
      out_.outcomes[need.outcome] += 1;
    } else if (!need.active.empty()) {
      const cases::StateEntry* innermost = need.innermost();
      out_.open_states[need.workflow + ": " + innermost->path] += 1;
    }
  }

  void count_referral(const Instance& referral, const std::vector<cases::Fact>& facts) {
    const Instance* need = need_of(referral);
    each(need == nullptr ? "" : theme_of(*need), [](Tally& tally) { tally.referrals += 1; });
    PartnerTally& tally = partner(referral.referral->partner);
    tally.referrals += 1;
    const cases::Fact* answer = nullptr;
    std::string meaning;
    for (const cases::Fact& fact : facts) {
      const auto* meant = std::get_if<cases::Meant>(&fact.event);
      if (meant == nullptr || meant->n != referral.n || meant->meaning == "question") continue;
      if (meaning.empty()) {
        meaning = meant->meaning;
        answer = &fact;
      }
    }
    // Closed without a word of the partner's: the desk took the question back.
    if (meaning.empty() && !referral.is_open()) meaning = "withdrawn";
    if (meaning == "accepted") tally.accepted += 1;
    if (meaning == "declined") tally.declined += 1;
    if (meaning == "silent") tally.silent += 1;
    if (meaning == "withdrawn") tally.withdrawn += 1;
    if (meaning.empty()) tally.pending += 1;
    if (meaning != "accepted" && meaning != "declined") return;
    const auto& calendar = *desk_.calendar;
    tally.answers += 1;
    tally.business_days += static_cast<std::size_t>(calendar.business_days_between(
        calendar.local_day(referral.opened_at), calendar.local_day(answer->at)));
  }

  PartnerTally& partner(const std::string& id) {
    PartnerTally& tally = out_.partner[id];
    const bundle::Partner* known = desk_.directory.find(id);
    tally.name = known == nullptr ? id : known->short_name;
    return tally;
  }

  void count_letters(const std::vector<cases::Fact>& facts) {
    std::set<std::pair<std::int32_t, std::int64_t>> rungs;  // instance and instant of a step
    for (const cases::Fact& fact : facts) {
      if (const auto* letter = std::get_if<cases::LetterQueued>(&fact.event)) {
        if (letter->purpose == "remind") remind(letter->n);
        if (letter->purpose == "escalate") rungs.emplace(letter->n.value, base::to_millis(fact.at));
      }
      if (const auto* line = std::get_if<cases::AgendaAdded>(&fact.event)) {
        if (line->purpose == "escalate") rungs.emplace(line->n.value, base::to_millis(fact.at));
      }
    }
    for (const auto& [n, at] : rungs) escalate(base::InstanceNumber{n});
  }

  void remind(base::InstanceNumber n) {
    const Instance& instance = *snapshot_->find(n);
    const Instance* need = need_of(instance);
    each(need == nullptr ? "" : theme_of(*need), [](Tally& tally) { tally.reminders += 1; });
    if (instance.referral) partner(instance.referral->partner).reminders += 1;
  }

  void escalate(base::InstanceNumber n) {
    const Instance& instance = *snapshot_->find(n);
    const Instance* need = need_of(instance);
    each(need == nullptr ? "" : theme_of(*need), [](Tally& tally) { tally.escalations += 1; });
    if (instance.referral) partner(instance.referral->partner).escalations += 1;
  }

  const bundle::Desk& desk_;
  Results& out_;
  const Snapshot* snapshot_ = nullptr;
  std::string month_, commune_;
};

}  // namespace

Results tally(store::Reader& reader, const bundle::Desk& desk, std::optional<base::Instant> now) {
  Results out;
  // Every partner is listed, also the one that nobody needed: that too is a result.
  for (const auto& [id, partner] : desk.directory.partners) {
    out.partner[id].name = partner.short_name;
  }
  ResultCounting counting(desk, out);
  for (const base::CaseId id : reader.case_ids()) {
    const auto snapshot = reader.load(id);
    if (!snapshot) continue;
    const std::vector<cases::Fact> facts = reader.facts(id);
    counting.count(*snapshot, facts);
    count_load(facts, desk, out.load);
    const base::Instant last = facts.empty() ? base::Instant{} : facts.back().at;
    count_promised_times(*snapshot, facts, desk, now.value_or(last), out.promised);
  }
  return out;
}

}  // namespace guichet::results
