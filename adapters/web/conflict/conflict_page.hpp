// Two people changed the same case: what one has typed beside what is there now, by whom and since
// when. What was only shown to her, and not changed by her, is taken as it is now; the rest she
// sends again knowingly.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "adapters/web/frame/layout.hpp"
#include "adapters/web/frame/questions.hpp"

namespace guichet::web {

// A form that was sent with the revision of a case that has moved on.
struct LateForm {
  base::CaseId kase;
  std::string action;  // where it is sent to
  std::string about;   // what was to be done: the act's title
  const http::Pairs& typed;
  std::vector<Question> questions{};  // of the form, for what is no field of the desk
};

// Was the command refused because the case has moved on?
bool is_late(const base::Rejection& rejection);
// The revision that the sender of a form saw. Where nothing has happened since but that the post
// delivered a letter, nobody's version can be overwritten: the one of now.
std::optional<std::int64_t> revision_seen(desk::Desk& desk, base::CaseId kase,
                                          const http::Pairs& typed);

// 409, with both versions.
http::Response conflict_page(const Layout& layout, const http::Request& request,
                             const LateForm& form);

}  // namespace guichet::web
