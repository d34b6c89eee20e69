// What pages and API of the desk's definition share: the workshop, who edits, the study of a file.
#pragma once

#include <expected>
#include <optional>
#include <string>
#include <vector>

#include "adapters/http/site.hpp"
#include "engine/publishing/draft.hpp"
#include "engine/publishing/remark.hpp"
#include "engine/publishing/workshop.hpp"

namespace guichet::http {

// The site's, made when first asked for, before the site is served.
publishing::Workshop& workshop_of(Site& site);
publishing::Editor editor_of(const Site& site, const Request& request);

// A file as it stands: the draft's text where there is one.
struct DefinitionFile {
  std::string path, kind, title;
  std::optional<std::string> text;       // nothing: the draft takes it out
  std::optional<std::string> published;  // nothing: it is new
  std::int64_t rev = 0;                  // of the text
  bool changed = false;
  bool overtaken = false;  // another version was published since it was changed
};
// Nothing where neither the desk nor the draft has it.
std::optional<DefinitionFile> find_definition_file(const publishing::Drafted& drafted,
                                                   const std::string& path);
// Those of the desk and those of the draft, by path.
std::vector<DefinitionFile> definition_files(const publishing::Drafted& drafted);

// What was asked of a file that has mistakes, or cannot be shown so.
struct NotShown {
  int status = 422;
  base::Message why;
  std::vector<publishing::Remark> remarks{};
};
template <typename What>
using Shown = std::expected<What, NotShown>;

// The draft's files, with `text` in the place of that file's where given.
publishing::Files files_with(const publishing::Drafted& drafted, const std::string& path,
                             const std::optional<std::string>& text);
// The picture of a path, with how many open cases stand where.
Shown<std::string> draw_path(Site& site, const std::string& path,
                             const std::optional<std::string>& text, base::Language language);

struct GridColumn {
  std::string id, label, expr, type;
  std::vector<std::string> values;
};
struct GridRule {
  std::string id;
  int line = 0;                    // of the YAML file; 0 where the rules stand in a list beside it
  std::vector<std::string> cells;  // inputs, then outputs
};
struct GridGap {
  std::string witness;  // JSON object, by column
  std::string text;     // what all such cases are like
};
struct GridOverlap {
  std::vector<std::string> rules;
  GridGap at;
};
struct GridView {
  std::string table, hit_policy;
  std::string rules_in;  // the file that its rules stand in, where that is not its own
  std::vector<GridColumn> inputs, outputs;
  std::vector<GridRule> rules;
  bool complete = false, conclusive = true;
  std::vector<GridGap> gaps;
  std::vector<GridOverlap> overlaps;
  // A rule that can never win, and those that win in its place.
  std::vector<std::pair<std::string, std::vector<std::string>>> unreachable;
};
Shown<GridView> show_grid(Site& site, const std::string& path,
                          const std::optional<std::string>& text, base::Language language);

struct LetterSample {
  std::string subject, text, html;
};
// `kase`: whose facts it shows, where the principal may see the case; else made-up ones.
Shown<LetterSample> show_letter(Site& site, const Request& request, const std::string& path,
                                const std::optional<std::string>& text,
                                std::optional<base::CaseId> kase, base::Language language);

}  // namespace guichet::http
