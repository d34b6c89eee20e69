#include "adapters/http/work/work_board.hpp"

#include <algorithm>

#include "adapters/http/api/changes.hpp"

namespace guichet::http {
namespace {

constexpr std::size_t kMostKept = 16;  // lists of some 2,000 lines

// The last instant at which nothing of the lines reads otherwise than at `now`.
base::Instant end_of(const std::vector<PromiseView>& lines, base::Instant now) {
  const base::Instant minute =
      std::chrono::floor<std::chrono::minutes>(now) + std::chrono::minutes(1);
  const auto next = std::ranges::find(lines, false, &PromiseView::overdue);
  const base::Instant last = minute - base::Instant::duration(1);
  return next == lines.end() ? last : std::min(last, next->due_at);
}

}  // namespace

WorkBoard::Lines WorkBoard::lines(const Site& site, const access::Principal& principal,
                                  std::size_t most, const std::string& owner,
                                  base::Language language) {
  const auto read = [&] {
    return std::make_shared<const std::vector<PromiseView>>(
        view_work(site.desk, principal, most, owner, language));
  };
  const bool is_shared = site.changes != nullptr && access::Sight::of(principal).sees_all() &&
                         principal.is(access::Persona::coordinator) && !principal.link;
  if (!is_shared) return read();
  // Counted before the store is read: what changes meanwhile is read again.
  const Moment moment{site.changes->count(), &site.desk.definition(), &site.desk.directory()};
  const base::Instant now = site.desk.clock().now();
  const Wanted wanted{owner, language, most};
  if (const auto found = kept_.find(wanted); found != kept_.end()) {
    const Kept& kept = found->second;
    if (kept.moment == moment && kept.from <= now && now <= kept.until) return kept.lines;
  } else if (kept_.size() >= kMostKept) {
    kept_.clear();
  }
  const Lines lines = read();
  kept_[wanted] = {moment, now, end_of(*lines, now), lines};
  return lines;
}

}  // namespace guichet::http
