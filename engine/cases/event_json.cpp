#include <array>

#include "engine/cases/members.hpp"
#include "engine/cases/messages.hpp"
#include "engine/json/json.hpp"

namespace guichet::cases {
namespace {

// In the order of the variant.
constexpr std::array<std::string_view, std::variant_size_v<AnyEvent>> kTypes{
    "request-received",   "intake-decided",
    "instance-opened",    "field-written",
    "state-entered",      "state-exited",
    "history-recorded",   "timer-armed",
    "timer-fired",        "timer-cancelled",
    "timer-paused",       "timer-resumed",
    "task-opened",        "task-closed",
    "act-taken",          "partners-considered",
    "partners-confirmed", "quota-reserved",
    "lead-chosen",        "meant",
    "letter-queued",      "letter-suppressed",
    "letter-delivered",   "letter-refused",
    "agenda-added",       "noted",
    "owner-assigned",     "taken-up",
    "instance-closed",    "incident-opened",
    "case-closed",        "reminder-left",
    "criticality-set",    "consent-recorded",
    "referral-moved",     "need-requalified",
    "need-decided",       "act-undone",
    "instance-restored",  "quota-released",
    "letter-recalled",    "case-merged",
    "case-unmerged",      "case-joined",
    "case-parted",        "instance-held",
    "instance-released",
    "instance-migrated",  "case-migrated",
    "migration-reverted",  "timer-kept",
    "timer-restored",     "state-suspended",
    "state-resumed",      "first-entry-noted",
    "event-deferred",     "events-released",
    "instance-reopened",  "property-watched",
    "incident-closed",    "operator-acted",
    "due-changed",        "adviser-assigned",
    "personal-data-taken", "letter-put-back",
    "note-added",         "note-struck",
    "document-added",     "document-shared",
    "document-removed",   "cases-kept-apart",
    "partner-suggested"};

template <std::size_t I = 0>
std::optional<Event> make_event(std::size_t index) {
  if constexpr (I == std::variant_size_v<AnyEvent>) {
    return {};
  } else {
    return index == I ? Event(std::variant_alternative_t<I, AnyEvent>{}) : *make_event<I + 1>(index);
  }
}

base::Error unreadable(std::string_view type, std::string detail) {
  return {base::ErrorKind::fault,
          base::Message(messages::kUnreadableFact, {std::string(type), std::move(detail)})};
}

}  // namespace

std::vector<std::string> event_types() { return {kTypes.begin(), kTypes.end()}; }

std::string_view type_of(const Event& event) {
  return kTypes[event.index()];
}

std::optional<InstanceNumber> instance_of(const Event& event) {
  return std::visit(
      [](const auto& e) -> std::optional<InstanceNumber> {
        if constexpr (requires { e.n; }) {
          return e.n;
        } else {
          return {};
        }
      },
      event);
}

std::string to_json(const Event& event) {
  feel::Arena arena;
  return std::visit([&](const auto& e) { return json::write_typed(Writer::write(e, arena)); },
                    event);
}

base::Result<Event> from_json(std::string_view type, std::string_view text) {
  const auto known = std::ranges::find(kTypes, type);
  if (known == kTypes.end()) return std::unexpected(unreadable(type, ""));
  auto payload = json::read_typed(text);
  if (!payload) return std::unexpected(payload.error());
  if (payload->value().kind() != feel::Kind::context) return std::unexpected(unreadable(type, ""));
  Event event = *make_event(static_cast<std::size_t>(known - kTypes.begin()));
  Reader reader(payload->value());
  std::visit([&](auto& e) { members(reader, e); }, event);
  if (!reader.ok()) return std::unexpected(unreadable(type, reader.wrong()));
  return event;
}

}  // namespace guichet::cases
