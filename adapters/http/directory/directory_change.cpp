#include "adapters/http/directory/directory_change.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <mutex>

#include "adapters/http/api/changes.hpp"
#include "adapters/http/directory/directory_messages.hpp"
#include "adapters/http/entrance/reception.hpp"
#include "engine/accounts/audit.hpp"

namespace guichet::http {
namespace {

using base::Message;

desk::DirectoryChange change_by(const Site& site, const Request& request, const std::string& note) {
  const access::Principal& who = request.principal;
  return {.at = site.desk.clock().now(),
          .by = who.actor.id.empty() ? who.account : who.actor.id,
          .note = note};
}

// Takes the adviser out, her absences too, and whoever was to stand in by her name.
void take_out(bundle::Partner& partner, const std::string& adviser) {
  std::erase_if(partner.advisers, [&](const auto& each) { return each.id == adviser; });
  std::erase_if(partner.absences, [&](const auto& each) { return each.who == adviser; });
  for (bundle::Absence& each : partner.absences) {
    if (each.substitute == adviser) each.substitute.clear();
  }
}

// What became of each referral; the last answer goes on.
class HandOvers : public std::enable_shared_from_this<HandOvers> {
 public:
  using Done = std::function<void(std::expected<HandedOver, base::Rejection>)>;
  HandOvers(Site& site, const Request& request, HandOverAll what, Done done)
      : site_(site), request_(request), what_(std::move(what)), done_(std::move(done)) {}

  void start(const std::vector<PartnerReferral>& hers) {
    left_ = hers.size();
    if (left_ == 0) return finish();
    for (const PartnerReferral& each : hers) {
      submit(site_, request_,
             {.kase = each.kase, .body = cases::HandOver{each.n, what_.to, what_.reason}},
             [self = shared_from_this(), number = each.number](const cases::Outcome& outcome) {
               self->note(number, outcome);
             });
    }
  }

 private:
  void note(const std::string& number, const cases::Outcome& outcome) {
    {
      const std::scoped_lock lock(mutex_);
      if (outcome) {
        ++result_.done;
      } else {
        std::string why;
        for (const Message& reason : outcome.error().reasons) {
          why += (why.empty() ? "" : " ; ") + reason.in(language_of(request_, site_));
        }
        result_.refused.push_back(fmt::format("{} : {}", number, why));
      }
      if (--left_ > 0) return;
    }
    finish();
  }

  void finish() {
    const auto entry = what_.leaves && result_.refused.empty()
                           ? find_partner(site_.desk, what_.partner)
                           : std::nullopt;
    if (!entry) return done_(std::move(result_));
    bundle::Partner partner = entry->partner;
    take_out(partner, what_.from);
    keep_partner(site_, request_, std::move(partner), entry->rev, what_.reason,
                 [self = shared_from_this()](const desk::KeptPartner& kept) {
                   if (!kept) return self->done_(std::unexpected(kept.error()));
                   self->result_.taken_out = true;
                   self->done_(std::move(self->result_));
                 });
  }

  Site& site_;
  const Request request_;
  const HandOverAll what_;
  Done done_;
  std::mutex mutex_;
  std::size_t left_ = 0;
  HandedOver result_;
};

// Who follows what changes looks at the directory again.
KeptDone telling(Site& site, std::string about, KeptDone done) {
  return [&site, about = std::move(about), done = std::move(done)](desk::KeptPartner kept) {
    if (kept && site.changes) site.changes->tell_directory(about);
    done(std::move(kept));
  };
}

std::vector<std::string> advisers_gone(const Site& site, const bundle::Partner& partner) {
  std::vector<std::string> gone;
  const bundle::Partner* before = site.desk.directory().find(partner.id);
  if (before == nullptr) return gone;
  for (const bundle::Contact& each : before->advisers) {
    if (partner.adviser(each.id) == nullptr) gone.push_back(each.id);
  }
  return gone;
}

// From the change on, who has left is let in no more (see AccountIdentity); what her browsers hold
// ends too, so that an adviser of that name later does not find it standing.
void end_what_they_hold(store::AccountRows& rows, const accounts::Keys& keys,
                        const std::string& partner, const std::vector<std::string>& gone,
                        const std::string& by, base::Instant now) {
  for (const store::Account& account : rows.accounts()) {
    const bool left = std::ranges::any_of(account.partners, [&](const store::Membership& each) {
      return each.partner == partner && std::ranges::find(gone, each.adviser) != gone.end();
    });
    if (!left) continue;
    rows.remove_sessions(account.id);
    rows.remove_devices(account.id);
    rows.remove_invitations(account.id);
    accounts::record(rows, keys, {by, "", "adviser-left", "account " + account.id, "done", ""},
                     now);
  }
}

// Answers once that is written too.
KeptDone ending_what_they_hold(Site& site, const bundle::Partner& partner, const std::string& by,
                               KeptDone done) {
  std::vector<std::string> gone = advisers_gone(site, partner);
  if (gone.empty() || site.reception == nullptr) return done;
  return [&site, by, id = partner.id, gone = std::move(gone),
          done = std::move(done)](const desk::KeptPartner& kept) {
    if (!kept) return done(kept);
    const base::Instant now = site.desk.clock().now();
    site.desk.store().write(
        [&site, by, id, gone, now](store::Transaction& transaction) {
          end_what_they_hold(transaction.accounts(), site.reception->keys(), id, gone, by, now);
        },
        [kept, done](const base::Result<void>& written) {
          done(written ? kept : std::unexpected(base::Rejection{503, {written.error().what}}));
        });
  };
}

}  // namespace

void keep_partner(Site& site, const Request& request, bundle::Partner partner,
                  std::optional<std::int64_t> seen, const std::string& note, KeptDone done) {
  desk::DirectoryChange change = change_by(site, request, note);
  change.expected_rev = seen;
  KeptDone told = ending_what_they_hold(site, partner, request.principal.account,
                                        telling(site, partner.id, std::move(done)));
  site.desk.keep_partner(std::move(partner), std::move(change), std::move(told));
}

void add_staff_absence(Site& site, const Request& request, store::StaffAbsenceRow absence,
                       const std::string& note, KeptDone done) {
  site.desk.add_absence(std::move(absence), change_by(site, request, note),
                        telling(site, "", std::move(done)));
}

void remove_staff_absence(Site& site, const Request& request, std::int64_t id, KeptDone done) {
  site.desk.remove_absence(id, change_by(site, request, ""), telling(site, "", std::move(done)));
}

void hand_over_all(Site& site, const Request& request, const HandOverAll& what,
                   std::function<void(std::expected<HandedOver, base::Rejection>)> done) {
  const auto refuse = [&](const base::MessageText& text, const std::string& who) {
    done(std::unexpected(base::Rejection{422, {Message(text, {who})}}));
  };
  const auto entry = find_partner(site.desk, what.partner);
  const auto knows = [&](const std::string& who) {
    return entry && entry->partner.adviser(who) != nullptr;
  };
  if (!knows(what.from)) return refuse(messages::kNotHerAdviser, what.from);
  if (!what.to.empty() && !knows(what.to)) return refuse(messages::kNotHerAdviser, what.to);
  if (what.to == what.from) return refuse(messages::kToHerself, what.to);
  std::vector<PartnerReferral> hers = open_referrals(site.desk, what.partner);
  std::erase_if(hers, [&](const PartnerReferral& each) { return each.adviser != what.from; });
  std::make_shared<HandOvers>(site, request, what, std::move(done))->start(hers);
}

}  // namespace guichet::http
