// The frame around every page: head, navigation, role, clock; labels in the page's language; the
// templates, which are embedded in the program.
#pragma once

#include <functional>
#include <string>
#include <string_view>

#include "adapters/http/assets.hpp"
#include "adapters/http/site.hpp"

namespace ctemplate {
class TemplateDictionary;
}

namespace guichet::web {

enum class Room { work, cases, request, other };  // of the navigation

struct Frame {
  Room room = Room::other;
  std::string title;
  std::string template_name;  // "work.tpl"
};

// What the pages share. Outlives the router.
class Layout {
 public:
  explicit Layout(http::Site& site);

  http::Site& site() const { return site_; }
  const http::Assets& assets() const { return assets_; }
  base::Language language(const http::Request& request) const;

  // The whole page; `fill` gives the body's values.
  http::Response page(int status, const http::Request& request, const Frame& frame,
                      const std::function<void(ctemplate::TemplateDictionary&)>& fill) const;

  // "mardi 1er décembre 2009", "1/12, 09:00" in the desk's zone.
  std::string long_date(base::Instant at, base::Language language) const;
  std::string short_moment(base::Instant at, base::Language language) const;

 private:
  void fill_head(ctemplate::TemplateDictionary& page, const http::Request& request,
                 const Frame& frame, base::Language language) const;
  void fill_clock(ctemplate::TemplateDictionary& page, base::Language language) const;

  http::Site& site_;
  http::Assets assets_;
};

// Values of every label {{L_...}} of the templates.
void put_labels(ctemplate::TemplateDictionary& page, base::Language language);
// A fresh idempotency key for a form: the same form sent twice is one command.
std::string new_key();

}  // namespace guichet::web
