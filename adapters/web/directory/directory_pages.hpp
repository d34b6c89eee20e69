// The directory: partners, their people and absences; absences of the desk's own staff.
#pragma once

#include <memory>

#include "adapters/http/transport/router.hpp"
#include "adapters/web/frame/layout.hpp"

namespace guichet::http {
class Repeats;
}

namespace guichet::web {

// /directory, /directory/{partner}, /directory/{partner}/advisers/{adviser}, /directory/staff.
void add_directory_pages(http::Router& router, const std::shared_ptr<const Layout>& layout);

http::Response directory_page(const Layout& layout, const http::Request& request);
http::Response partner_page(const Layout& layout, const http::Request& request);
void save_partner(const Layout& layout, const http::Request& request, http::Respond respond);
http::Response staff_page(const Layout& layout, const http::Request& request);
void save_staff(const Layout& layout, const http::Request& request, http::Respond respond);
http::Response hand_over_page(const Layout& layout, const http::Request& request);
void hand_over(const Layout& layout, const http::Request& request, http::Respond respond);

// The handler of an act whose form has a key: sent twice, it is done once.
using DirectoryAct = void (*)(const Layout&, const http::Request&, http::Respond);
http::Handler once_by_form(const std::shared_ptr<http::Repeats>& repeats,
                           const std::shared_ptr<const Layout>& layout, DirectoryAct act);

// The address of a partner's entry.
std::string entry_address(const std::string& partner);

}  // namespace guichet::web
