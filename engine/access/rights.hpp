// What people may do on a desk: the one table of rights, and the decision that it gives for a
// principal and an object. Deny by default. Pages, API, exports and feeds ask here and nowhere
// else; what depends on a path's roles (who may take which act) stays with cases::decide.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/access/principal.hpp"

namespace guichet::access {

// Named for what people do. Few: a route asks for one of them.
enum class Right {
  look,              // what is public: styles, the desk's card, forms, where a link leads
  sign_in,           // say who one is: password, code, logging out
  keep_own_account,  // one's own password, second factor, sessions
  ask_for_help,      // hand a request in by the public form
  list_cases,        // lists, work, inbox, what changes: always through a Sight
  see_case,          // one case, as much of it as may_see lets
  act,               // acts, replies and tasks of a path; the path says which roles
  consent,           // say or take back to whom one's data may go
  take_in,           // open a request for somebody
  work,              // the desk's own work on a case: requalify, undo, merge, notes, bulk
  put_right,         // move, correct, assign, hand over, settle, reopen
  see_results,       // indicators, small numbers hidden
  see_partner,       // an entry of the directory, its commitments
  keep_directory,    // addresses, absences, departures of partners
  tell_absence,      // that somebody of a partner's will be away, and who stands in
  see_definition,    // the desk's files, pictures, tables
  edit_definition,   // a draft of them: check, test, preview
  publish,           // put a draft in force, migrate cases
  keep_accounts,     // other people's accounts, roles and keys
  see_audit,         // the journal of what was done and seen
  take_out,          // exports with personal data
  erase,             // take personal data away
  break_glass,       // an administrator reads one case, with a reason that is kept and told
  play,              // choose a role, move the clock: a desk without accounts only
};
constexpr std::size_t kRights = 24;
std::string_view to_text(Right right);
std::optional<Right> right_of(std::string_view word);

// What a route touches; where it is one thing, the guard finds how the principal is tied to it.
enum class Object { nothing, kase, partner, account, link, definition };
std::string_view to_text(Object object);

// How an object stands towards people. Made by the store's adapter, compared with a principal here.
struct Tie {
  Object object = Object::nothing;
  bool exists = true;
  base::CaseId kase{};
  std::vector<std::string> asked{};  // institutions: asked about a need of the case; the partner
  std::string account{};
  bool closed = false;
  bool erased = false;  // its personal data is gone: absent to whoever may see her own only
};

// What the audit keeps of an answer.
enum class AuditClass {
  none,
  sign_in,
  view,
  list,
  act,
  configuration,
  rights,
  data,
  demonstration
};
std::string_view to_text(AuditClass audited);
AuditClass audit_of(Right right);

enum class Decision {
  allow,
  log_in,   // nobody known asks: say who you are
  step_up,  // known, and may; a second factor of the last minutes is wanted first
  refuse,   // known, and may not, whatever the object
  hide,     // the object is not hers: answered as what is absent
};
std::string_view to_text(Decision decision);
constexpr std::chrono::minutes kProofLasts{5};

// Without an object at hand, the right alone. The answer tells nothing of an object's existence to
// whoever may not have it: what is decided by the right alone is decided first.
Decision decide(const Principal& principal, Right right, const Tie& tie, base::Instant now);
// Might the principal do this to some object? For menus; decides nothing.
bool may_ever(const Principal& principal, Right right);

// Parts of a case that not everybody who may open it sees.
enum class Part {
  party_fields,  // of person, firm, case and request, beyond what a referral shares
  need_fields,   // of a need, beyond what a referral shares
  referrals,     // which partners were asked, and what each answered
  reasons,       // why and why not of the convention, the verdict, what would open more
  history,       // the journal as sentences
  letters,
  due,         // tasks and deadlines of others
  desk_notes,  // agenda, incidents
};
bool may_see(const Principal& principal, Part part, const Tie& tie, base::Instant now);
// A field that a referral to the principal shares is seen whatever its part.
bool may_see_field(const Principal& principal, Part part, std::string_view field,
                   const std::vector<std::string>& shared, const Tie& tie, base::Instant now);
// May the principal act on this instance of a case that she is tied to? `asked` is the institution
// of a referral, empty for a request or need.
bool may_touch(const Principal& principal, base::InstanceNumber n, std::string_view asked);
// As whom the principal acts there: a member of several institutions is of the one that was asked.
Actor actor_towards(const Principal& principal, std::string_view asked);

}  // namespace guichet::access
