#include "adapters/app/parcels.hpp"

#include <map>
#include <mutex>

namespace guichet::app {
namespace {

using delivery::Outcome;
using delivery::Parcel;
using store::LetterStatus;

class Outbox final : public delivery::ParcelQueue {
 public:
  Outbox(desk::Desk& desk, std::chrono::milliseconds lease) : desk_(desk), lease_(lease) {}

  void claim(std::size_t most, base::Instant now,
             std::function<void(std::vector<Parcel>)> done) override {
    auto leased = std::make_shared<std::vector<store::LeasedLetter>>();
    desk_.store().write(
        [leased, most, now, until = now + lease_](store::Transaction& transaction) {
          for (store::LeasedLetter& each : transaction.lease_letters(most, now, until)) {
            if (each.letter.channel == "email") {
              leased->push_back(std::move(each));
            } else {
              transaction.settle_letter(each.id, each.fence, LetterStatus::printed, now, "");
            }
          }
        },
        [this, leased, done = std::move(done)](const base::Result<void>& written) {
          std::vector<Parcel> parcels;
          if (written) {
            for (const store::LeasedLetter& each : *leased) parcels.push_back(remember(each));
          }
          done(std::move(parcels));
        });
  }

  void report(std::int64_t id, std::int64_t fence, const Outcome& outcome,
              base::Instant now) override {
    const LetterStatus status = status_of(outcome.kind);
    const base::Instant next = status == LetterStatus::waiting ? outcome.next_at : now;
    const store::Attempt attempt = outcome.kind == Outcome::Kind::relay_down
                                       ? store::Attempt::does_not_count
                                       : store::Attempt::counts;
    auto settle = [=, reason = outcome.reason](store::Transaction& transaction) {
      return transaction.settle_letter(base::OutboxId{id}, fence, status, next, reason, attempt);
    };
    const auto of = case_of(id);
    if (!of) {
      desk_.store().write([settle](store::Transaction& transaction) { settle(transaction); },
                          [](const base::Result<void>&) {});
      return;
    }
    // A letter that waits again is no news for its case; one that was called back is.
    auto is_news = [settle = std::move(settle)](store::Transaction& transaction) {
      const auto became = settle(transaction);
      return became && became != LetterStatus::waiting;
    };
    tell(*of, fence, status, outcome.reason, std::move(is_news));
  }

  std::optional<base::Instant> next_due() override {
    std::optional<base::Instant> next;
    desk_.store().read([&](store::Reader& reader) { next = reader.next_letter(); });
    return next;
  }

 private:
  static LetterStatus status_of(Outcome::Kind kind) {
    switch (kind) {
      case Outcome::Kind::sent:
        return LetterStatus::delivered;
      case Outcome::Kind::refused:
      case Outcome::Kind::gave_up:
        return LetterStatus::refused;
      case Outcome::Kind::later:
      case Outcome::Kind::relay_down:
        break;
    }
    return LetterStatus::waiting;
  }

  Parcel remember(const store::LeasedLetter& leased) {
    Parcel parcel = parcel_of(leased.letter, desk_.definition());
    parcel.id = leased.id.value;
    parcel.fence = leased.fence;
    parcel.attempts = leased.attempts;
    const std::lock_guard lock(mutex_);
    cases_[leased.id.value] = {leased.kase, leased.letter.key};
    return parcel;
  }

  using CaseLetter = std::pair<base::CaseId, std::string>;  // and the letter's key
  std::optional<CaseLetter> case_of(std::int64_t id) {
    const std::lock_guard lock(mutex_);
    const auto found = cases_.find(id);
    if (found == cases_.end()) return {};
    CaseLetter of = found->second;
    cases_.erase(found);
    return of;
  }

  // The case's journal says what became of its letter, in the transaction that settles it; a
  // refusal opens an incident there.
  void tell(const CaseLetter& of, std::int64_t fence, LetterStatus status,
            const std::string& reason, std::function<bool(store::Transaction&)> is_news) {
    desk_.submit_after(
        std::move(is_news),
        {.id = "delivery:" + of.second + ":" + std::to_string(fence),
         .kase = of.first,
         .actor = access::system_actor(),
         .body = cases::ReportDelivery{.outbox_key = of.second,
                                       .delivered = status == LetterStatus::delivered,
                                       .reason = reason}},
        [](const cases::Outcome&) {});
  }

  desk::Desk& desk_;
  std::chrono::milliseconds lease_;
  std::mutex mutex_;  // claims answer on the store's thread, reports come on the loop's
  std::map<std::int64_t, std::pair<base::CaseId, std::string>> cases_;
};

}  // namespace

std::unique_ptr<delivery::ParcelQueue> make_outbox(desk::Desk& desk,
                                                   std::chrono::milliseconds lease) {
  return std::make_unique<Outbox>(desk, lease);
}

delivery::Parcel parcel_of(const cases::LetterEffect& letter, const bundle::Desk& desk) {
  return {.key = letter.key,
          .channel = letter.channel,
          .from_name = desk.settings.name,
          .from_address = desk.settings.email,
          .to_name = letter.to_name,
          .to_address = letter.to_address,
          .reply_to = desk.settings.email,
          .subject = letter.subject,
          .text = letter.text,
          .html = letter.html,
          .date = letter.made_at};
}

std::string host_of(const bundle::Desk& desk) {
  const std::size_t at = desk.settings.email.find('@');
  return at == std::string::npos ? "guichet.invalid" : desk.settings.email.substr(at + 1);
}

}  // namespace guichet::app
