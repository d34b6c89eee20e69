#include "rules/convention/choose.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "rules/convention/ranking.hpp"
#include "rules/convention/report_messages.hpp"
#include "rules/convention/why.hpp"
#include "rules/feel/temporal.hpp"
#include "rules/tables/messages.hpp"

namespace guichet::convention {

namespace {

using tables::RuleIndex;

std::string span_of(const tables::Validity& valid) {
  const auto day = [](const std::optional<base::Day>& one) {
    return one ? base::iso(*one) : std::string("..");
  };
  return "[" + day(valid.from) + ".." + day(valid.to) + ")";
}

base::Day day_in(const std::string& zone, base::Instant now) {
  const auto found = feel::find_zone(zone);
  auto seconds = std::chrono::floor<std::chrono::seconds>(now).time_since_epoch();
  if (found) seconds += std::chrono::seconds(feel::offset_at_utc(*found, seconds.count()));
  return base::Day(std::chrono::floor<std::chrono::days>(seconds));
}

// The need's day as the convention's own zone (`valid: {zone: ...}`) has it: midnight is not
// everywhere at once.
base::Day day_of(const std::string& zone, const Need& need, const feel::Evaluation& run) {
  if (zone.empty() || zone == run.zone) return need.today;
  return need.today + (day_in(zone, run.now) - day_in(run.zone, run.now));
}

class Chooser {
 public:
  // `day`: the need's, in the convention's zone.
  Chooser(const Convention& convention, const Need& need, base::Day day, const Loads& loads,
          feel::Evaluation& run)
      : convention_(convention),
        need_(need),
        day_(day),
        loads_(loads),
        run_(run),
        facts_(read_facts(convention, need, run, choice_.problems)),
        reasons_(convention.partners().size()),
        closed_(convention.partners().size()) {}

  Choice choose() {
    const auto theme = convention_.fact("theme");
    if (theme) choice_.theme = shown(facts_[*theme]);
    if (!convention_.valid().covers(day_)) return outside_validity();
    const Verdicts verdicts(convention_, convention_.parts().rows, facts_, need_, run_);
    for (const tables::Problem& one : verdicts.problems()) choice_.problems.push_back(one);
    close_departed();
    find_missing(verdicts);
    if (choice_.problems.empty()) choose_among(verdicts, {});
    find_review(verdicts);
    if (choice_.chosen.empty() && choice_.waiting.empty()) fall_back();
    explain(verdicts);
    return std::move(choice_);
  }

 private:
  const Partner& partner(std::uint32_t index) const { return convention_.partners()[index]; }

  Choice outside_validity() {
    const std::string span = span_of(convention_.valid()), today = base::iso(day_);
    choice_.outside_validity = true;
    choice_.problems.push_back(
        {base::Message(messages::kOutsideValidity, {convention_.id(), today, span}), {}});
    for (const Partner& one : convention_.partners())
      choice_.not_chosen.push_back({one.id, {}, {}, {{"outside-validity", today, span}}});
    return std::move(choice_);
  }

  // A fact without which nothing may be decided, where some row hangs on it.
  void find_missing(const Verdicts& verdicts) {
    for (RuleIndex row = 0; row < verdicts.rows().clauses.size(); ++row) {
      const std::uint32_t index = verdicts.rows().clauses[row].partner;
      if (verdicts.state(row) != RowState::error || closed_[index] || barred(partner(index).id))
        continue;
      const Fact& fact = convention_.facts()[*verdicts.missing_fact(row)];
      const bool said =
          std::any_of(choice_.problems.begin(), choice_.problems.end(),
                      [&](const tables::Problem& one) { return one.input == fact.id; });
      if (!said)
        choice_.problems.push_back(
            {base::Message(tables::messages::kInputMissing, {fact.title}), fact.id});
    }
  }

  // Partners that take no part on this day, by their own dates or their institution's.
  void close_departed() {
    for (std::uint32_t i = 0; i < closed_.size(); ++i) {
      const tables::Validity* past =
          partner(i).valid.covers(need_.today) ? nullptr : &partner(i).valid;
      for (auto up = partner(i).institution; up && past == nullptr;
           up = convention_.institutions()[*up].part_of) {
        const tables::Validity& valid = convention_.institutions()[*up].valid;
        if (!valid.covers(need_.today)) past = &valid;
      }
      if (past == nullptr) continue;
      closed_[i] = true;
      turn_down(i, {}, {"outside-validity", base::iso(need_.today), span_of(*past)});
    }
  }

  // -- who is taken --
  void choose_among(const Verdicts& verdicts, const std::string& via) {
    std::vector<bool> settled(convention_.partners().size());
    for (std::uint32_t article = 0; article < convention_.articles().size(); ++article)
      select(verdicts, article, via, settled);
  }

  void select(const Verdicts& verdicts, std::uint32_t article, const std::string& via,
              std::vector<bool>& settled) {
    std::vector<Candidate> ranked = candidates(verdicts, article, settled);
    if (ranked.empty()) return;
    std::sort(ranked.begin(), ranked.end(), [&](const Candidate& a, const Candidate& b) {
      return comes_before(convention_, a, b);
    });
    const Article& rules = convention_.articles()[article];
    const std::size_t seats = rules.select == Select::all       ? ranked.size()
                              : rules.select == Select::first_n ? rules.most
                                                                : 1;
    std::map<std::string, std::size_t> taken;  // by institution under one-per, else all together
    for (const Candidate& candidate : ranked) {
      const Clause& clause = verdicts.rows().clauses[candidate.row];
      std::size_t& here = taken[rules.select == Select::one_per ? group_of(candidate) : ""];
      const auto down = [&](Failure failure) {
        turn_down(candidate.partner, {&clause, verdicts.rows().table->rule(candidate.row).id},
                  std::move(failure));
      };
      const Partner& who = partner(candidate.partner);
      const Quota* full = full_quota(who);
      // Who is full is passed over, whatever its place; who waits, waits in its place.
      if (full != nullptr && (full->on_full == OnFull::next || here < seats)) {
        down({"quota", std::to_string(used(who, *full)),
              fmt::format("< {} ({})", full->max, period_name(full->per, need_.today))});
        if (waits(who, *full)) ++here;
        continue;
      }
      if (here < seats) {
        take(candidate, verdicts, via);
        settled[candidate.partner] = true;
      } else {
        down({"rank", std::to_string(here + 1), std::to_string(seats)});
      }
      ++here;
    }
  }

  // Two partners of one institution stand for each other; one of none for itself.
  std::string group_of(const Candidate& candidate) const {
    const auto top = convention_.top_institution(partner(candidate.partner));
    return top ? "of " + convention_.institutions()[*top].id : partner(candidate.partner).id;
  }

  // Each partner that a row of the article takes, by its most specific row.
  std::vector<Candidate> candidates(const Verdicts& verdicts, std::uint32_t article,
                                    const std::vector<bool>& settled) {
    std::vector<Candidate> found;
    const std::vector<Clause>& clauses = verdicts.rows().clauses;
    for (RuleIndex row = 0; row < clauses.size(); ++row) {
      const Clause& one = clauses[row];
      if (one.article != article || settled[one.partner] || closed_[one.partner]) continue;
      if (verdicts.state(row) != RowState::passes) continue;
      if (const auto why = barred(partner(one.partner).id)) {
        turn_down(one.partner, {&one, verdicts.rows().table->rule(row).id}, {*why, {}, {}});
        continue;
      }
      const auto same = std::find_if(found.begin(), found.end(), [&](const Candidate& candidate) {
        return candidate.partner == one.partner;
      });
      const Candidate candidate = candidate_of(convention_, one, row, need_.seed, loads_);
      if (same == found.end())
        found.push_back(candidate);
      else if (one.specificity > same->specificity)
        *same = candidate;
    }
    return found;
  }

  std::optional<std::string> barred(std::string_view id) const {
    for (const Barred& one : need_.barred) {
      if (one.partner != id) continue;
      switch (one.why) {
        case Barred::Why::asked:
          return "asked";
        case Barred::Why::declined:
          return "declined";
        case Barred::Why::absent:
          return "absent";
        case Barred::Why::consent:
          return "consent";
      }
    }
    return {};
  }

  std::int64_t used(const Partner& who, const Quota& quota) const {
    return quota.per == Period::open
               ? loads_.open(who.id)
               : loads_.reserved(who.id, quota.id, period_name(quota.per, need_.today));
  }

  // The quota that leaves no room; one that waits comes before one that passes the partner over.
  const Quota* full_quota(const Partner& who) const {
    const Quota* full = nullptr;
    for (const Quota& quota : who.quotas)
      if (used(who, quota) >= quota.max && (full == nullptr || quota.on_full == OnFull::wait))
        full = &quota;
    return full;
  }

  // Does the partner keep its place for now?
  bool waits(const Partner& who, const Quota& full) {
    if (full.on_full != OnFull::wait || !full.wait) return false;
    const base::Day until = end_of_wait(*full.wait, need_.waiting_since.value_or(need_.today));
    if (until <= need_.today) return false;
    choice_.waiting.push_back({who.id, full.id, until});
    return true;
  }

  void take(const Candidate& candidate, const Verdicts& verdicts, const std::string& via) {
    const Partner& who = partner(candidate.partner);
    const Clause& clause = verdicts.rows().clauses[candidate.row];
    choice_.chosen.push_back({who.id, convention_.articles()[clause.article].id,
                              verdicts.rows().table->rule(candidate.row).id, via});
    for (const Quota& quota : who.quotas)
      choice_.reservations.push_back(
          {who.id, quota.id, period_name(quota.per, need_.today), quota.max});
  }

  struct Place {
    const Clause* clause = nullptr;
    std::string rule = {};
  };
  // The first reason stays: what a fallback finds later is no news.
  void turn_down(std::uint32_t index, const Place& place, Failure failure) {
    NotChosen& reason = reasons_[index];
    if (!reason.failed.empty()) return;
    reason.partner = partner(index).id;
    if (place.clause != nullptr) reason.article = convention_.articles()[place.clause->article].id;
    reason.rule = place.rule;
    reason.failed = {std::move(failure)};
  }

  // -- when nobody can be chosen --
  // Where an answer is missing that a person must look at, only a queue will do.
  void fall_back() {
    const bool undecided = !choice_.problems.empty() || !choice_.review.empty();
    const auto& steps = convention_.fallback();
    for (std::size_t i = 0; i < steps.size(); ++i) {
      if (!steps[i].queue.empty()) {
        choice_.fallback = i;
        return;
      }
      if (undecided) continue;
      const Verdicts verdicts(convention_, *steps[i].rows, facts_, need_, run_);
      choose_among(verdicts, steps[i].id);
      if (choice_.chosen.empty() && choice_.waiting.empty()) continue;
      choice_.fallback = i;
      return;
    }
  }

  bool is_chosen(std::string_view id) const {
    return std::any_of(choice_.chosen.begin(), choice_.chosen.end(),
                       [&](const Chosen& one) { return one.partner == id; });
  }

  // -- why the others are not --
  void find_review(const Verdicts& verdicts) {
    for (RuleIndex row = 0; row < verdicts.rows().clauses.size(); ++row) {
      const std::uint32_t index = verdicts.rows().clauses[row].partner;
      const std::string& id = partner(index).id;
      if (closed_[index] || barred(id) || is_chosen(id)) continue;
      if (verdicts.state(row) != RowState::review) continue;
      auto& review = choice_.review;
      if (std::find(review.begin(), review.end(), id) == review.end()) review.push_back(id);
    }
  }

  // What fails; another theme is farther than anything else.
  std::size_t distance_of(const NotChosen& miss) const {
    std::size_t far = 0;
    for (const Failure& failure : miss.failed)
      far += failure.criterion == "theme" ? convention_.facts().size() + 1 : 1;
    return far;
  }

  void explain(const Verdicts& verdicts) {
    const auto nearest = nearest_rows(convention_, verdicts);
    std::vector<std::pair<std::size_t, std::size_t>> misses;  // distance, index into not_chosen
    for (std::uint32_t i = 0; i < convention_.partners().size(); ++i) {
      if (is_chosen(partner(i).id)) {
        closed_[i] = true;
        continue;
      }
      const bool by_facts = reasons_[i].failed.empty();
      choice_.not_chosen.push_back(by_facts ? why_not(convention_, verdicts, facts_, i, nearest[i])
                                            : std::move(reasons_[i]));
      const std::size_t far = distance_of(choice_.not_chosen.back());
      if (by_facts && far > 0) misses.emplace_back(far, choice_.not_chosen.size() - 1);
      if (barred(partner(i).id)) closed_[i] = true;
    }
    std::sort(misses.begin(), misses.end());
    for (const auto& [far, index] : misses) choice_.nearest.push_back(index);
    choice_.would_open = would_open(convention_, verdicts, closed_, need_, run_);
  }

  const Convention& convention_;
  const Need& need_;
  base::Day day_;
  const Loads& loads_;
  feel::Evaluation& run_;
  Choice choice_;
  std::vector<feel::Value> facts_;
  std::vector<NotChosen> reasons_;  // by partner, of those that something else than facts keeps out
  std::vector<bool> closed_;        // by partner
};

}  // namespace

Choice choose(const Convention& convention, const Need& need, const Loads& loads,
              feel::Evaluation& run) {
  const base::Day day = day_of(convention.valid().zone, need, run);
  const Convention& version = convention.in_force(day);
  Choice choice = Chooser(version, need, day, loads, run).choose();
  choice.version = &version;
  return choice;
}

}  // namespace guichet::convention
