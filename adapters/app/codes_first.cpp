#include "adapters/app/codes_first.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace guichet::app {

using delivery::Outcome;
using delivery::Parcel;

void CodesFirst::post(Parcel parcel) {
  const std::lock_guard lock(mutex_);
  parcel.id = --last_id_;
  const base::Instant made = parcel.date;
  waiting_.push_back({std::move(parcel), made});
}

std::vector<Parcel> CodesFirst::take(std::size_t most, base::Instant now) {
  const std::lock_guard lock(mutex_);
  std::vector<Parcel> out;
  for (Waiting& each : waiting_) {
    if (out.size() == most) break;
    if (each.leaving || each.next_at > now) continue;
    each.leaving = true;
    out.push_back(each.parcel);
  }
  return out;
}

void CodesFirst::claim(std::size_t most, base::Instant now,
                       std::function<void(std::vector<Parcel>)> done) {
  std::vector<Parcel> codes = take(most, now);
  if (codes.size() == most) return done(std::move(codes));
  const std::size_t left = most - codes.size();  // before the lambda takes them
  rest_.claim(left, now,
              [codes = std::move(codes), done = std::move(done)](std::vector<Parcel> rest) mutable {
                std::ranges::move(rest, std::back_inserter(codes));
                done(std::move(codes));
              });
}

void CodesFirst::report(std::int64_t id, std::int64_t fence, const Outcome& outcome,
                        base::Instant now) {
  if (id > 0) return rest_.report(id, fence, outcome, now);
  const std::lock_guard lock(mutex_);
  const auto found =
      std::ranges::find_if(waiting_, [&](const Waiting& each) { return each.parcel.id == id; });
  if (found == waiting_.end()) return;
  const bool again =
      outcome.kind == Outcome::Kind::later || outcome.kind == Outcome::Kind::relay_down;
  if (again) {
    found->leaving = false;
    found->next_at = outcome.next_at;
    if (outcome.kind == Outcome::Kind::later) ++found->parcel.attempts;
    return;
  }
  if (outcome.kind != Outcome::Kind::sent) {
    // The key names case and instance; the relay's words may name the address and stay out.
    log_.write(base::LogLevel::warning,
               fmt::format("{}: the letter with a code was not delivered (reply {})",
                           found->parcel.key, outcome.code));
  }
  waiting_.erase(found);
}

std::optional<base::Instant> CodesFirst::next_due() {
  std::optional<base::Instant> next = rest_.next_due();
  const std::lock_guard lock(mutex_);
  for (const Waiting& each : waiting_) {
    if (!each.leaving && (!next || each.next_at < *next)) next = each.next_at;
  }
  return next;
}

}  // namespace guichet::app
