#include "rules/convention/reader.hpp"

#include <array>

#include "engine/base/count_errors.hpp"
#include "engine/yaml/shape.hpp"
#include "rules/convention/read_tests.hpp"
#include "rules/convention/words.hpp"
#include "rules/tables/load.hpp"

namespace guichet::convention {

namespace {

using base::Message;
using yaml::Key;

constexpr unsigned kList = yaml::kMapping | yaml::kSequence;  // by id, or items with an id
constexpr std::array<Key, 20> kConventionKeys{{{"guichet", yaml::kScalar, true},
                                               {"id", yaml::kScalar, true},
                                               {"version", yaml::kScalar},
                                               {"title", yaml::kScalar},
                                               {"valid", yaml::kMapping},
                                               {"referentials", yaml::kMapping},
                                               {"facts", yaml::kMapping, true},
                                               {"missing", yaml::kMapping},
                                               {"articles", yaml::kMapping},
                                               {"select", yaml::kScalar | yaml::kMapping},
                                               {"prefer", yaml::kScalar | yaml::kSequence},
                                               {"institutions", kList},
                                               {"filters", yaml::kSequence},
                                               {"defaults", yaml::kMapping},
                                               {"partners", kList, true},
                                               {"fallback", yaml::kSequence},
                                               {"coverage", yaml::kSequence},
                                               {"quotas", yaml::kAnything, false, true},
                                               {"tests", yaml::kSequence},
                                               {"untested", yaml::kScalar | yaml::kSequence}}};
constexpr std::array<Key, 6> kArticleKeys{{{"title", yaml::kScalar},
                                           {"themes", yaml::kScalar | yaml::kSequence, true},
                                           {"select", yaml::kScalar | yaml::kMapping},
                                           {"answer_within", yaml::kScalar},
                                           {"first_contact_within", yaml::kScalar},
                                           {"walls", yaml::kScalar}}};

}  // namespace

std::shared_ptr<const Convention> load_convention(const yaml::Node& root,
                                                  const LoadContext& context,
                                                  base::Diagnostics& diagnostics) {
  Convention::Parts parts = ConventionReader(root, context, diagnostics).read();
  if (!parts.rows.table) return nullptr;
  return std::make_shared<const Convention>(std::move(parts));
}

bool ConventionReader::has_errors() const {
  return base::count_errors(diagnostics_) > errors_before_;
}

Convention::Parts ConventionReader::read() {
  errors_before_ = base::count_errors(diagnostics_);
  yaml::check_header(root_, "convention", diagnostics_);
  yaml::check_shape(root_, kConventionKeys, diagnostics_);
  parts_.at = root_.location();
  if (!root_.is_mapping()) return std::move(parts_);
  read_head();
  read_referentials();
  read_facts();
  read_missing();
  read_selection();
  read_articles();
  read_institutions();
  read_partners();
  read_fallback();
  read_coverage();
  if (const auto* tests = yaml::at(root_, "tests"))
    parts_.tests = read_tests(*tests, parts_, context_, diagnostics_);
  if (!has_errors()) lower();
  if (const auto* untested = yaml::at(root_, "untested"); untested != nullptr && !has_errors())
    parts_.untested = read_untested(*untested, parts_, diagnostics_);
  if (has_errors()) parts_.rows.table = nullptr;
  return std::move(parts_);
}

void ConventionReader::read_head() {
  parts_.id = yaml::text_at(root_, "id");
  parts_.version = yaml::text_at(root_, "version");
  parts_.title = yaml::text_at(root_, "title");
  if (const auto* valid = yaml::at(root_, "valid"))
    parts_.valid = tables::read_validity(*valid, diagnostics_, true);
}

// `naf: naf-2025`, `themes: themes@12` or `communes: 2026`: which referential of the desk a name
// means here, and the version that the convention was written for.
void ConventionReader::read_referentials() {
  const yaml::Node* pins = yaml::at(root_, "referentials");
  if (pins == nullptr || context_.vocabulary == nullptr) return;
  for (const yaml::Entry& pin : pins->entries()) {
    const std::string& name = pin.key.text();
    const std::string& text = pin.value.text();
    const std::size_t at = text.find('@');
    std::string id = text.substr(0, at);
    std::string version = at == std::string::npos ? std::string() : text.substr(at + 1);
    if (at == std::string::npos && context_.vocabulary->referential(id) == nullptr &&
        context_.vocabulary->referential(name) != nullptr) {
      id = name;
      version = text;
    }
    const auto* found = referential(id, pin.value.location());
    if (found == nullptr) continue;
    pinned_[name] = id;
    if (!version.empty() && found->version() != version)
      diagnostics_.error(pin.value.location(),
                         Message(messages::kReferentialVersion,
                                 {id, version, found->version().empty() ? "?" : found->version()}));
  }
}

std::optional<base::Delay> ConventionReader::read_delay(const yaml::Node& parent,
                                                        std::string_view key) {
  const yaml::Node* node = yaml::at(parent, key);
  if (node == nullptr) return {};
  const auto delay = base::parse_delay(node->text());
  if (!delay) diagnostics_.error(node->location(), Message(messages::kNoDelay, {node->text()}));
  return delay;
}

void ConventionReader::read_articles() {
  if (const yaml::Node* articles = yaml::at(root_, "articles"))
    for (const yaml::Entry& entry : articles->entries())
      parts_.articles.push_back(read_article(entry));
  // Clauses that name no article are chosen among together, after those that do.
  Article none;
  none.themes = {"*"};
  none.at = parts_.at;
  const Selection selection = selection_.value_or(Selection{});
  none.select = selection.mode;
  none.most = selection.most;
  parts_.articles.push_back(std::move(none));
}

Article ConventionReader::read_article(const yaml::Entry& entry) {
  Article article;
  article.id = entry.key.text();
  article.at = entry.key.location();
  if (!yaml::check_shape(entry.value, kArticleKeys, diagnostics_)) return article;
  article.title = yaml::text_at(entry.value, "title", article.id);
  bool everything = false;
  if (!parts_.facts.empty())
    article.themes = read_leaves(*yaml::at(entry.value, "themes"), theme_, everything);
  if (everything) article.themes = {"*"};
  Selection selection = selection_.value_or(Selection{});
  if (const auto* select = yaml::at(entry.value, "select")) selection = read_mode(*select);
  article.select = selection.mode;
  article.most = selection.most;
  article.answer_within = read_delay(entry.value, "answer_within");
  article.first_contact_within = read_delay(entry.value, "first_contact_within");
  if (const auto* walls = yaml::at(entry.value, "walls")) {
    constexpr std::array<std::string_view, 2> words{"closed", "open"};
    if (const auto word = read_word(*walls, words, diagnostics_))
      article.walls = static_cast<Walls>(*word);
  }
  return article;
}

}  // namespace guichet::convention
