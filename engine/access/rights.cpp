#include "engine/access/rights.hpp"

#include <array>

namespace guichet::access {
namespace {

// How far a right reaches: nowhere, to what is tied to the principal, to everything.
enum Reach : std::uint8_t { no, own, any };

struct Row {
  Right right;
  std::string_view word;
  AuditClass audited;
  bool proof;  // a fresh second factor is wanted
  // In the order of Persona: anonymous, link_holder, partner, coordinator, administrator, auditor,
  // service (of which the key must have been granted the right too), official.
  std::array<Reach, kPersonas> reach;
};

using enum AuditClass;

// The table of rights. What is not said is no.
// clang-format off
constexpr std::array<Row, kRights> kTable{{
    //                                      proof   anon link part coor admi audi serv offi
    {Right::look, "look", none,             false, {any, any, any, any, any, any, any, any}},
    {Right::sign_in, "sign_in", sign_in,    false, {any, any, any, any, any, any, no,  any}},
    {Right::keep_own_account, "keep_own_account", rights,
                                            false, {no,  no,  own, own, own, own, no,  own}},
    {Right::ask_for_help, "ask_for_help", act,
                                            false, {any, any, any, any, any, any, any, any}},
    {Right::list_cases, "list_cases", list, false, {no,  own, own, any, no,  no,  own, no}},
    {Right::see_case, "see_case", view,     false, {no,  own, own, any, no,  no,  own, no}},
    {Right::act, "act", act,                false, {no,  own, own, any, no,  no,  own, no}},
    {Right::consent, "consent", act,        false, {no,  own, no,  any, no,  no,  no,  no}},
    {Right::take_in, "take_in", act,        false, {no,  no,  no,  any, no,  no,  no,  no}},
    {Right::work, "work", act,              false, {no,  no,  no,  any, no,  no,  no,  no}},
    {Right::put_right, "put_right", act,    false, {no,  no,  no,  any, no,  no,  no,  no}},
    {Right::see_results, "see_results", none,
                                            false, {no,  no,  any, any, any, any, any, any}},
    {Right::see_partner, "see_partner", none,
                                            false, {no,  no,  own, any, any, any, own, no}},
    {Right::keep_directory, "keep_directory", configuration,
                                            false, {no,  no,  no,  any, any, no,  no,  no}},
    {Right::tell_absence, "tell_absence", configuration,
                                            false, {no,  no,  own, any, any, no,  no,  no}},
    {Right::see_definition, "see_definition", none,
                                            false, {no,  no,  no,  any, any, any, no,  no}},
    {Right::edit_definition, "edit_definition", configuration,
                                            false, {no,  no,  no,  no,  any, no,  no,  no}},
    {Right::publish, "publish", configuration,
                                            true,  {no,  no,  no,  no,  any, no,  no,  no}},
    {Right::keep_accounts, "keep_accounts", rights,
                                            true,  {no,  no,  no,  no,  any, no,  no,  no}},
    {Right::see_audit, "see_audit", list,   false, {no,  no,  no,  no,  no,  any, no,  no}},
    {Right::take_out, "take_out", data,     true,  {no,  no,  no,  any, no,  any, no,  no}},
    {Right::erase, "erase", data,           true,  {no,  no,  no,  any, no,  any, no,  no}},
    {Right::break_glass, "break_glass", view,
                                            true,  {no,  no,  no,  no,  any, no,  no,  no}},
    {Right::play, "play", demonstration,    false, {no,  no,  no,  no,  no,  no,  no,  no}},
}};
// clang-format on

constexpr bool in_order() {
  for (std::size_t i = 0; i < kTable.size(); ++i) {
    if (static_cast<std::size_t>(kTable[i].right) != i) return false;
  }
  return true;
}
static_assert(in_order(), "the table lists every right, in the order of the enumeration");

const Row& row_of(Right right) {
  return kTable[static_cast<std::size_t>(right)];
}

Reach reach_of(const Principal& principal, Persona persona, Right right) {
  const bool granted = std::ranges::find(principal.granted, right) != principal.granted.end();
  if (persona == Persona::service && !granted && right != Right::look) return no;
  return row_of(right).reach[static_cast<std::size_t>(persona)];
}

bool has_opened(const Principal& principal, base::CaseId kase, base::Instant now) {
  return std::ranges::any_of(
      principal.opened, [&](const auto& each) { return each.first == kase && now < each.second; });
}

// Is it the case's own person who holds the link, rather than an adviser who was asked?
bool is_person_of_link(const Principal& principal) {
  return principal.link && principal.actor.kind == ActorKind::applicant;
}

bool is_tied(const Principal& principal, Persona persona, Right right, const Tie& tie) {
  const bool asked = std::ranges::any_of(
      tie.asked, [&](const std::string& partner) { return principal.of_institution(partner); });
  switch (tie.object) {
    case Object::kase:
      if (persona != Persona::link_holder) return asked;
      return principal.link && principal.link->kase == tie.kase &&
             (right != Right::consent || is_person_of_link(principal));
    case Object::partner:
      return asked;
    case Object::account:
      return !principal.account.empty() && principal.account == tie.account;
    case Object::nothing:
    case Object::link:
    case Object::definition:
      break;
  }
  return true;  // a list, one's own things: the handler asks with the principal's own Sight
}

std::vector<Persona> personas_of(const Principal& principal) {
  std::vector<Persona> out{principal.persona};
  out.insert(out.end(), principal.also.begin(), principal.also.end());
  return out;
}

// What is erased is there only for those whose right reaches everything: a husk without names.
bool reaches(const Principal& principal, Right right, const Tie& tie, base::Instant now) {
  for (const Persona persona : personas_of(principal)) {
    const Reach reach = reach_of(principal, persona, right);
    if (reach == any) return true;
    if (reach == own && !tie.erased && is_tied(principal, persona, right, tie)) return true;
  }
  return right == Right::see_case && !tie.erased && has_opened(principal, tie.kase, now);
}

bool is_proven(const Principal& principal, base::Instant now) {
  return principal.plays || (principal.proven_at && *principal.proven_at <= now &&
                             now - *principal.proven_at < kProofLasts);
}

}  // namespace

std::optional<Persona> persona_of(std::string_view word) {
  for (std::size_t i = 0; i < kPersonas; ++i) {
    if (to_text(static_cast<Persona>(i)) == word) return static_cast<Persona>(i);
  }
  return {};
}

std::string_view to_text(Right right) {
  return row_of(right).word;
}

std::optional<Right> right_of(std::string_view word) {
  const auto found = std::ranges::find(kTable, word, &Row::word);
  return found == kTable.end() ? std::nullopt : std::optional(found->right);
}

std::string_view to_text(Object object) {
  constexpr std::string_view kWords[] = {"nothing", "case", "partner",
                                         "account", "link", "definition"};
  return kWords[static_cast<std::size_t>(object)];
}

std::string_view to_text(AuditClass audited) {
  constexpr std::string_view kWords[] = {"none",          "sign_in", "view", "list",         "act",
                                         "configuration", "rights",  "data", "demonstration"};
  return kWords[static_cast<std::size_t>(audited)];
}

AuditClass audit_of(Right right) {
  return row_of(right).audited;
}

std::string_view to_text(Decision decision) {
  constexpr std::string_view kWords[] = {"allow", "log_in", "step_up", "refuse", "hide"};
  return kWords[static_cast<std::size_t>(decision)];
}

bool may_ever(const Principal& principal, Right right) {
  if (right == Right::play) return principal.plays;
  if (right == Right::see_case && !principal.opened.empty()) return true;
  return std::ranges::any_of(personas_of(principal), [&](Persona persona) {
    return reach_of(principal, persona, right) != no;
  });
}

Decision decide(const Principal& principal, Right right, const Tie& tie, base::Instant now) {
  if (!may_ever(principal, right)) {
    return principal.persona == Persona::anonymous ? Decision::log_in : Decision::refuse;
  }
  if (row_of(right).proof && !is_proven(principal, now)) return Decision::step_up;
  if (!tie.exists) return Decision::hide;
  if (right == Right::play || reaches(principal, right, tie, now)) return Decision::allow;
  return Decision::hide;
}

bool may_see(const Principal& principal, Part part, const Tie& tie, base::Instant now) {
  if (decide(principal, Right::see_case, tie, now) != Decision::allow) return false;
  if (principal.is(Persona::coordinator) || has_opened(principal, tie.kase, now)) return true;
  // The person of the case: her own facts, and to whom they went.
  return is_person_of_link(principal) && (part == Part::party_fields || part == Part::referrals);
}

bool may_see_field(const Principal& principal, Part part, std::string_view field,
                   const std::vector<std::string>& shared, const Tie& tie, base::Instant now) {
  if (decide(principal, Right::see_case, tie, now) != Decision::allow) return false;
  return std::ranges::find(shared, field) != shared.end() || may_see(principal, part, tie, now);
}

bool may_touch(const Principal& principal, base::InstanceNumber n, std::string_view asked) {
  if (principal.is(Persona::coordinator)) return true;
  if (is_person_of_link(principal)) return asked.empty();
  if (principal.link) return principal.link->n == n;
  return !asked.empty() && principal.of_institution(asked);
}

Actor actor_towards(const Principal& principal, std::string_view asked) {
  Actor actor = principal.actor;
  if (actor.kind == ActorKind::partner && principal.of_institution(asked)) actor.partner = asked;
  return actor;
}

}  // namespace guichet::access
