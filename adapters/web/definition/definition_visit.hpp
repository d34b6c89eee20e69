// One request to a page of the definition. These pages read the store and check files: they are
// answered off the loop.
#pragma once

#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "adapters/http/definition/definition_room.hpp"
#include "adapters/http/transport/router.hpp"
#include "adapters/web/frame/layout.hpp"
#include "adapters/web/frame/refusal.hpp"

namespace guichet::web {

struct DefinitionVisit {
  const Layout& layout;
  http::Site& site;
  const http::Request& request;
  http::Pairs form;
  base::Language language;

  std::string say(const base::MessageText& text, std::vector<std::string> arguments = {}) const;
  std::string say(const std::vector<base::Message>& sentences) const;
  // The page, with the script of the islands where it has one.
  http::Response show(int status, const base::MessageText& title, const char* template_name,
                      const std::function<void(ctemplate::TemplateDictionary&)>& fill,
                      const std::vector<std::string>& said = {}, bool islands = false) const;
  http::Response refuse(const http::NotShown& refused) const;
};

using DefinitionPage = std::function<http::Response(const DefinitionVisit&)>;

class DefinitionRoutes {
 public:
  DefinitionRoutes(http::Router& router, std::shared_ptr<const Layout> layout)
      : router_(router), layout_(std::move(layout)) {}
  void get(const char* path, access::Right right, DefinitionPage page);
  void post(const char* path, access::Right right, DefinitionPage page);

  // Hands the handler the visit itself, on the loop.
  using Act = std::function<void(const DefinitionVisit&, http::Respond)>;
  void post_at_once(const char* path, access::Right right, Act act);

 private:
  http::Handler handler(DefinitionPage page) const;

  http::Router& router_;
  std::shared_ptr<const Layout> layout_;
};

// Errors and warnings as a list, each linked to its line of its file.
void fill_remarks(ctemplate::TemplateDictionary& body,
                  const std::vector<publishing::Remark>& remarks);
std::string file_address(const std::string& path);

void add_file_pages(DefinitionRoutes& routes);         // the list, a file
void add_study_pages(DefinitionRoutes& routes);        // tables, letters, scenarios
void add_publication_pages(DefinitionRoutes& routes);  // preview, publish, history

// All of them, under /definition.
void add_definition_pages(http::Router& router, const std::shared_ptr<const Layout>& layout);

}  // namespace guichet::web
