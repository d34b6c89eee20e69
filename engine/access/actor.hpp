// Who acts, and which roles of a workflow that makes him or her. The only place that decides;
// the kernel and cases test membership only.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace guichet::access {

enum class ActorKind { staff, partner, applicant, system };
constexpr std::string_view to_text(ActorKind kind) {
  constexpr std::string_view kWords[] = {"staff", "partner", "applicant", "system"};
  return kWords[static_cast<std::size_t>(kind)];
}

struct Actor {
  ActorKind kind = ActorKind::system;
  std::string id;                  // member of staff, adviser, or the role itself where a command
                                   // line or the demonstration says only a role
  std::string name;                // for the journal, as people know them
  std::vector<std::string> roles;  // of the desk: "conseiller"
  std::string partner;             // institution of a partner's adviser
  std::string recorded_by;         // staff member who writes down what the actor said
};

// The one who acts for the desk itself: timers, intake from a form.
Actor system_actor();

}  // namespace guichet::access
