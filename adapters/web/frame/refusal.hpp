// Pages that say why something is not shown or not done.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "adapters/http/site.hpp"
#include "adapters/web/frame/layout.hpp"

namespace guichet::web {

// The page of a status without more to say; `id` is the one in the log, empty below 500.
http::Response refused_page(const Layout& layout, const http::Request& request, int status,
                            const std::string& id = {});
// The same with sentences of its own, and the way out of it.
enum class WayOut { start, cases };
http::Response message_page(const Layout& layout, const http::Request& request, int status,
                            const std::string& title, const std::vector<std::string>& sentences,
                            WayOut way = WayOut::start);
// What a page is called that is not shown: of 404, 403, 5xx, any other.
std::string refusal_title(int status, base::Language language);

// The body of message.tpl: sentences, and how to reach somebody.
void fill_message(ctemplate::TemplateDictionary& body, const std::string& title,
                  const std::vector<std::string>& sentences,
                  const std::vector<std::pair<std::string, std::string>>& contact = {});

// What was tried and refused: shown at the top of the page whose form it came from.
struct Refused {
  std::string title;
  std::vector<std::string> reasons;  // sentences
  http::FieldErrors at_fields;
  std::string prefix;  // of the ids of the form's inputs
};
void show_refusal(ctemplate::TemplateDictionary& body, const Refused& refused,
                  base::Language language);

}  // namespace guichet::web
