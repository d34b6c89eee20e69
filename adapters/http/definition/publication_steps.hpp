// What pages and API do with a draft: try it, put it in force, go back to an earlier version.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "adapters/http/definition/definition_room.hpp"
#include "adapters/http/transport/router.hpp"
#include "engine/publishing/publication.hpp"
#include "workflows/scenarios/scenario.hpp"

namespace guichet::http {

// The scenarios of the draft; of what is in force where the draft cannot be read.
std::vector<scenarios::ScenarioName> draft_scenarios(Site& site, base::Language language);
// Plays those of one file, or one by name, or all.
Shown<std::vector<scenarios::Tried>> try_draft(Site& site, const std::string& path,
                                               const std::string& name, base::Language language);

using PublishedOrNot = std::expected<publishing::PublishedDraft, publishing::NotPublished>;
// Off the loop: publishes, answers what `show` makes of it, then has the cases in flight go over.
// `error` as for answer_slowly().
void publish_slowly(Site& site, const Request& request, publishing::Passage passage,
                    std::string note, Respond respond,
                    std::function<Response(const Request&, const PublishedOrNot&)> show,
                    ErrorPage error);

// Makes that version the draft; `replace`: whatever draft there is goes.
Shown<void> return_to_version(Site& site, const Request& request, const std::string& hash,
                              bool replace);

}  // namespace guichet::http
