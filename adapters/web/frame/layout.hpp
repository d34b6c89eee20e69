// The frame around every page: head, navigation, role, clock; labels in the page's language; the
// templates, which are embedded in the program.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "adapters/http/site.hpp"
#include "adapters/http/transport/assets.hpp"
#include "adapters/web/frame/rooms.hpp"

namespace ctemplate {
class TemplateDictionary;
}

namespace guichet::web {

struct Frame {
  Room room = Room::other;
  std::string title;
  std::string template_name;  // "work.tpl"
  std::string here{};         // where the page is found by GET; empty: the request's own target
  std::vector<std::string> said{};  // sentences above the page: what has just been done
};

// What the pages share. Outlives the router.
class Layout {
 public:
  explicit Layout(http::Site& site);

  http::Site& site() const { return site_; }
  const http::Assets& assets() const { return assets_; }
  const bundle::Desk& desk() const { return site_.desk.definition(); }
  base::Language language(const http::Request& request) const;

  // The whole page; `fill` gives the body's values.
  http::Response page(int status, const http::Request& request, const Frame& frame,
                      const std::function<void(ctemplate::TemplateDictionary&)>& fill) const;

  // In the desk's zone: "mardi 1er décembre 2009"; the same without the year where it is this one;
  // "08:45"; "01/12/2009 08:45".
  std::string long_date(base::Instant at, base::Language language) const;
  std::string near_date(base::Instant at, base::Language language) const;
  std::string time_of_day(base::Instant at) const;
  std::string short_moment(base::Instant at, base::Language language) const;

 private:
  void fill_head(ctemplate::TemplateDictionary& page, const http::Request& request,
                 const Frame& frame, base::Language language) const;
  void fill_clock(ctemplate::TemplateDictionary& page, const http::Request& request,
                  base::Language language) const;
  void fill_look(ctemplate::TemplateDictionary& page, const http::Request& request,
                 const std::string& here) const;
  void keep_choices(const http::Request& request, base::Language language,
                    http::Response& response) const;

  http::Site& site_;
  http::Assets assets_;
};

// Values of every label {{L_...}} of the templates.
void put_labels(ctemplate::TemplateDictionary& page, base::Language language);
// A fresh idempotency key for a form: the same form sent twice is one command.
std::string new_key();
// An address of this site: the path, then `query` as it is to be read back.
std::string address(std::string_view path, const http::Pairs& query);
// `back` of a form where it is an address of this site; else the first page.
std::string way_back(const std::string& back);

}  // namespace guichet::web
