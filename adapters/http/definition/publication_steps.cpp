#include "adapters/http/definition/publication_steps.hpp"

#include "adapters/http/definition/messages.hpp"
#include "adapters/http/transport/slow_work.hpp"
#include "engine/publishing/draft_messages.hpp"
#include "engine/publishing/history.hpp"

namespace guichet::http {

using base::Message;

std::vector<scenarios::ScenarioName> draft_scenarios(Site& site, base::Language language) {
  const auto drafted = publishing::read_draft(site.desk);
  const auto checked = workshop_of(site).check(drafted.files, publishing::Depth::names, language);
  return scenarios::scenario_names(checked->desk ? *checked->desk : *drafted.published);
}

Shown<std::vector<scenarios::Tried>> try_draft(Site& site, const std::string& path,
                                               const std::string& name, base::Language language) {
  const auto drafted = publishing::read_draft(site.desk);
  const auto checked = workshop_of(site).check(drafted.files, publishing::Depth::names, language);
  if (!checked->desk || checked->desk->partial) {
    auto remarks = publishing::remarks_of(checked->diagnostics, language);
    const std::string errors = std::to_string(publishing::count_errors(remarks));
    return std::unexpected(
        NotShown{422, Message(messages::kDraftHasMistakes, {errors}), std::move(remarks)});
  }
  std::vector<scenarios::Tried> out;
  for (const scenarios::ScenarioName& each : scenarios::scenario_names(*checked->desk)) {
    const bool asked = (path.empty() || each.path == path) && (name.empty() || each.name == name);
    if (!asked) continue;
    if (auto tried = scenarios::try_scenario(checked->desk, each.name, language)) {
      out.push_back(std::move(*tried));
    }
  }
  if (out.empty() && !(path.empty() && name.empty())) {
    return std::unexpected(
        NotShown{404, Message(messages::kNoScenario, {name.empty() ? path : name})});
  }
  return out;
}

void publish_slowly(Site& site, const Request& request, publishing::Passage passage,
                    std::string note, Respond respond,
                    std::function<Response(const Request&, const PublishedOrNot&)> show,
                    ErrorPage error) {
  // The answer goes first; what was promised of cases in flight is done behind it.
  const auto answer = [&site, passage = std::move(passage), note = std::move(note), respond,
                       show = std::move(show)](const Request& kept) {
    const auto published = publishing::publish_draft(
        workshop_of(site), passage, note, editor_of(site, kept), language_of(kept, site));
    Response response = show(kept, published);
    if (!published) return response;
    respond(response);
    publishing::carry_over(site.desk, *published, kept.principal.actor);
    site.changed();
    return response;
  };
  answer_slowly(site, request, respond, answer, std::move(error), Effort::study);
}

Shown<void> return_to_version(Site& site, const Request& request, const std::string& hash,
                              bool replace) {
  const auto files = site.desk.store().definition(hash);
  if (!files || !publishing::find_version(site.desk.store(), hash)) {
    return std::unexpected(NotShown{404, Message(publishing::messages::kNothingSuch, {hash})});
  }
  if (!replace && !publishing::read_draft(site.desk).changed.empty()) {
    return std::unexpected(NotShown{409, Message(publishing::messages::kDraftThere)});
  }
  publishing::make_draft(site.desk, *files, editor_of(site, request));
  return {};
}

}  // namespace guichet::http
