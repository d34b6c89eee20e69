#include "rules/convention/choose.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "rules/convention/messages.hpp"

namespace guichet::convention {

namespace {

using tables::RuleIndex;

// A value as people read it; a bracket by its ends, nothing where unknown.
std::string shown(const feel::Value& value) {
  if (value.is_null()) return {};
  if (value.kind() == feel::Kind::context) {
    const feel::Value* low = value.member("min");
    const feel::Value* high = value.member("max");
    const auto end = [](const feel::Value& one) {
      return one.is_null() ? std::string() : feel::to_text(one);
    };
    if (low != nullptr && high != nullptr) return end(*low) + ".." + end(*high);
  }
  return feel::to_text(value);
}

// The partner's turn for this need: the same for the same seed, spread evenly over seeds. FNV-1a,
// then the finaliser of MurmurHash3.
std::uint64_t turn_of(std::string_view seed, std::string_view partner) {
  std::uint64_t hash = 14'695'981'039'346'656'037u;
  const auto mix = [&](std::string_view text) {
    for (const char c : text) hash = (hash ^ static_cast<unsigned char>(c)) * 1'099'511'628'211u;
    hash = (hash ^ 0xFFu) * 1'099'511'628'211u;  // no byte of UTF-8: the two texts stay apart
  };
  mix(seed);
  mix(partner);
  hash = (hash ^ (hash >> 33)) * 0xFF51AFD7ED558CCDu;
  hash = (hash ^ (hash >> 33)) * 0xC4CEB9FE1A85EC53u;
  return hash ^ (hash >> 33);
}

struct Candidate {
  std::uint32_t partner = 0;
  RuleIndex rule = 0;
  int specificity = 0;
  bool associate = false;
  std::int64_t open = 0;
  std::uint64_t turn = 0;
};

class Chooser {
 public:
  Chooser(const Convention& convention, const Need& need, const Loads& loads, feel::Evaluation& run)
      : convention_(convention),
        need_(need),
        loads_(loads),
        run_(run),
        reasons_(convention.partners().size()) {}

  Choice choose() {
    if (need_.facts)
      explanation_ = tables::explain_columns(convention_.table(), *need_.facts, run_);
    else
      tables::explain(convention_.table(), need_.variables, run_, workspace_, explanation_);
    read_theme();
    if (!convention_.valid().covers(need_.today)) return outside_validity();
    choice_.problems = explanation_.decision.problems;
    std::vector<bool> settled(convention_.partners().size());
    for (std::uint32_t article = 0; article < convention_.articles().size(); ++article)
      select(article, settled);
    for (RuleIndex rule = 0; rule < convention_.parts().clauses.size(); ++rule) note_unknown(rule);
    for (std::uint32_t i = 0; i < convention_.partners().size(); ++i)
      if (!settled[i]) choice_.not_chosen.push_back(why_not(i));
    if (choice_.chosen.empty() && choice_.waiting.empty() && !convention_.fallback().empty())
      choice_.fallback = 0;
    return std::move(choice_);
  }

 private:
  const Partner& partner(std::uint32_t index) const { return convention_.partners()[index]; }
  const Clause& clause(RuleIndex rule) const { return convention_.parts().clauses[rule]; }
  const std::string& article_of(RuleIndex rule) const {
    return convention_.articles()[clause(rule).article].id;
  }
  const std::string& id_of(RuleIndex rule) const { return convention_.table().rule(rule).id; }
  std::size_t facts() const { return convention_.facts().size(); }

  void read_theme() {
    for (std::size_t i = 0; i < facts(); ++i)
      if (convention_.facts()[i].id == "theme") choice_.theme = shown(explanation_.inputs[i]);
  }

  Choice outside_validity() {
    const auto day = [](const std::optional<base::Day>& one) {
      return one ? base::iso(*one) : std::string("..");
    };
    const tables::Validity& valid = convention_.valid();
    const std::string span = "[" + day(valid.from) + ".." + day(valid.to) + ")";
    choice_.outside_validity = true;
    choice_.problems.push_back({base::Message(messages::kOutsideValidity,
                                              {convention_.id(), base::iso(need_.today), span}),
                                {}});
    for (const Partner& one : convention_.partners())
      choice_.not_chosen.push_back(
          {one.id, {}, {}, {{"outside-validity", base::iso(need_.today), span}}});
    return std::move(choice_);
  }

  // -- who is taken under one article --
  void select(std::uint32_t article, std::vector<bool>& settled) {
    std::vector<Candidate> ranked = candidates(article, settled);
    std::sort(ranked.begin(), ranked.end(),
              [&](const Candidate& a, const Candidate& b) { return comes_before(a, b); });
    const Article& rules = convention_.articles()[article];
    const std::size_t seats = rules.select == Select::all   ? ranked.size()
                              : rules.select == Select::one ? 1
                                                            : rules.most;
    std::size_t taken = 0;
    for (const Candidate& candidate : ranked) {
      if (taken >= seats) {
        turn_down(candidate, {"rank", std::to_string(taken + 1), std::to_string(seats)});
        ++taken;
        continue;
      }
      const Quota* full = full_quota(partner(candidate.partner));
      if (full == nullptr) {
        take(candidate);
        settled[candidate.partner] = true;
        ++taken;
        continue;
      }
      turn_down(candidate,
                {"quota", std::to_string(used(partner(candidate.partner), *full)),
                 fmt::format("< {} ({})", full->max, period_name(full->per, need_.today))});
      if (full->on_full != OnFull::wait) continue;
      add_once(choice_.waiting, partner(candidate.partner).id);
      ++taken;
    }
  }

  // Each partner that a clause of the article takes, by its most specific clause.
  std::vector<Candidate> candidates(std::uint32_t article, const std::vector<bool>& settled) {
    std::vector<Candidate> found;
    for (const RuleIndex rule : explanation_.decision.matched) {
      const Clause& one = clause(rule);
      if (one.article != article || settled[one.partner]) continue;
      if (const auto why = barred(partner(one.partner).id)) {
        turn_down({one.partner, rule}, {*why, {}, {}});
        continue;
      }
      const auto same = std::find_if(found.begin(), found.end(), [&](const Candidate& candidate) {
        return candidate.partner == one.partner;
      });
      if (same == found.end())
        found.push_back(candidate_of(rule));
      else if (one.specificity > same->specificity)
        *same = candidate_of(rule);
    }
    return found;
  }

  Candidate candidate_of(RuleIndex rule) const {
    const Clause& one = clause(rule);
    const Partner& who = partner(one.partner);
    return {one.partner,         rule,
            one.specificity,     who.standing == Standing::associate,
            loads_.open(who.id), turn_of(need_.seed, who.id)};
  }

  // A total order: what the preferences leave open, the turn settles, and last the file's order.
  bool comes_before(const Candidate& a, const Candidate& b) const {
    for (const Preference preference : convention_.parts().prefer) {
      switch (preference) {
        case Preference::member:
          if (a.associate != b.associate) return b.associate;
          break;
        case Preference::most_specific:
          if (a.specificity != b.specificity) return a.specificity > b.specificity;
          break;
        case Preference::least_loaded:
          if (a.open != b.open) return a.open < b.open;
          break;
        case Preference::fair_turn:
          if (a.turn != b.turn) return a.turn > b.turn;
          break;
      }
    }
    return a.partner < b.partner;
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

  void take(const Candidate& candidate) {
    const Partner& who = partner(candidate.partner);
    choice_.chosen.push_back({who.id, article_of(candidate.rule), id_of(candidate.rule)});
    for (const Quota& quota : who.quotas)
      choice_.reservations.push_back(
          {who.id, quota.id, period_name(quota.per, need_.today), quota.max});
  }

  void turn_down(const Candidate& candidate, Failure failure) {
    NotChosen& reason = reasons_[candidate.partner];
    reason.partner = partner(candidate.partner).id;
    reason.article = article_of(candidate.rule);
    reason.rule = id_of(candidate.rule);
    reason.failed = {std::move(failure)};
  }

  // -- why the others are not --
  bool is_unknown(std::size_t fact) const { return explanation_.inputs[fact].is_null(); }

  // Would one answer make the clause pass, or a look at what is missing?
  void note_unknown(RuleIndex rule) {
    const Partner& who = partner(clause(rule).partner);
    if (barred(who.id)) return;
    std::size_t failed = 0, missing = 0, to_review = 0, fact = 0;
    for (std::size_t i = 0; i <= facts(); ++i) {
      if (explanation_.passed(rule, static_cast<tables::ColumnIndex>(i))) continue;
      ++failed;
      if (i == facts() || !is_unknown(i)) continue;
      ++missing;
      fact = i;
      to_review += convention_.facts()[i].missing == WhenMissing::review ? 1 : 0;
    }
    if (failed == 0 || failed != missing || is_chosen(who.id)) return;
    if (to_review == failed) add_once(choice_.review, who.id);
    if (failed == 1) add_would_open(convention_.facts()[fact].field, who.id);
  }

  bool is_chosen(std::string_view id) const {
    return std::any_of(choice_.chosen.begin(), choice_.chosen.end(),
                       [&](const Chosen& one) { return one.partner == id; });
  }

  static void add_once(std::vector<std::string>& list, const std::string& word) {
    if (std::find(list.begin(), list.end(), word) == list.end()) list.push_back(word);
  }

  void add_would_open(const std::string& field, const std::string& partner) {
    for (WouldOpen& one : choice_.would_open)
      if (one.field == field) return add_once(one.partners, partner);
    choice_.would_open.push_back({field, {partner}});
  }

  // By the clause that came nearest: fewest criteria failed, the theme counting before all.
  NotChosen why_not(std::uint32_t index) {
    if (!reasons_[index].failed.empty()) return std::move(reasons_[index]);
    std::optional<RuleIndex> nearest;
    std::size_t distance = 0;
    for (RuleIndex rule = 0; rule < convention_.parts().clauses.size(); ++rule) {
      if (clause(rule).partner != index) continue;
      std::size_t failed = 0;
      for (std::size_t i = 0; i <= facts(); ++i) {
        if (explanation_.passed(rule, static_cast<tables::ColumnIndex>(i))) continue;
        const bool theme = i < facts() && convention_.facts()[i].id == "theme";
        failed += theme ? facts() + 1 : 1;
      }
      if (nearest && failed >= distance) continue;
      nearest = rule;
      distance = failed;
    }
    NotChosen reason;
    reason.partner = partner(index).id;
    if (!nearest) return reason;
    reason.article = article_of(*nearest);
    reason.rule = id_of(*nearest);
    for (const tables::ColumnIndex column : explanation_.failed(*nearest)) {
      const std::string& wanted = convention_.table().rule(*nearest).cells[column].text;
      if (column == facts())
        reason.failed.push_back({"when", {}, wanted});
      else
        reason.failed.push_back(
            {convention_.facts()[column].id, shown(explanation_.inputs[column]), wanted});
    }
    // Every cell passes, but an input was refused: the problem says which.
    if (reason.failed.empty())
      for (const tables::Problem& problem : explanation_.decision.problems)
        reason.failed.push_back({problem.input, {}, {}});
    return reason;
  }

  const Convention& convention_;
  const Need& need_;
  const Loads& loads_;
  feel::Evaluation& run_;
  tables::Workspace workspace_;
  tables::Explanation explanation_;
  Choice choice_;
  std::vector<NotChosen> reasons_;  // by partner, of those that a clause takes
};

}  // namespace

Choice choose(const Convention& convention, const Need& need, const Loads& loads,
              feel::Evaluation& run) {
  return Chooser(convention, need, loads, run).choose();
}

}  // namespace guichet::convention
