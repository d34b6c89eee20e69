#include <fmt/format.h>

#include <iostream>

#include "adapters/app/commands.hpp"
#include "adapters/app/opening.hpp"
#include "adapters/app/route.hpp"

namespace guichet::app {

int run_route(const Words& words) {
  const Usage usage{
      .command = "route",
      .summary = "Says which partners the convention chooses for a case.",
      .positionals = {"DIR"},
      .options = {{"case", "JSON|@FILE", "fields of intake, or a spreadsheet's columns", true},
                  {"explain", "", "also why the others were not chosen"},
                  {"format", "json|text", "a line of JSON, or sentences for people (json)"},
                  {"convention", "ID", "choose by this one, whatever the need's path says"}},
      .epilogue =
          "Example: guichet route examples/pays-de-figeac --explain --case "
          "'{\"themes\":\"creation\",\"commune\":\"46100\",\"naf\":\"10.71C\"}'"};
  const auto arguments = Arguments::parse(usage, words);
  if (!arguments) return arguments.error();
  const base::Language language = arguments->language();
  const std::string format = arguments->get("format", "json");
  if (format != "json" && format != "text") {
    std::cerr << fmt::format("guichet route: unknown format '{}'\n", format);
    return kUsage;
  }
  const auto kase = read_json_argument(arguments->get("case"), language);
  if (!kase) return kase.error();
  const auto desk = open_desk(arguments->at(0), language);
  if (!desk) return desk.error();
  const convention::Convention* by = nullptr;
  if (arguments->has("convention")) {
    const auto found = (*desk)->conventions.find(arguments->get("convention"));
    if (found == (*desk)->conventions.end()) {
      std::cerr << fmt::format("guichet route: the desk has no convention '{}'\n",
                               arguments->get("convention"));
      return kWrongInput;
    }
    by = found->second.get();
  }
  const RouteFormat wanted = format == "text" ? RouteFormat::text : RouteFormat::json;
  std::vector<base::Message> doubts;
  const auto routed =
      route(**desk, *kase, arguments->has("explain"), language, wanted, by, &doubts);
  if (!routed) return report(base::Rejection{422, routed.error()}, language);
  for (const base::Message& doubt : doubts)
    std::cerr << "guichet route: " << doubt.in(language) << "\n";
  std::cout << *routed << (format == "text" ? "" : "\n");
  return kDone;
}

}  // namespace guichet::app
