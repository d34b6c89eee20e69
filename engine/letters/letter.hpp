// Letters: Markdown with {{ FEEL }} and a YAML head, checked at load, rendered once when an effect
// is made (what was frozen is what leaves). Immutable.
#pragma once

#include <map>
#include <memory>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <variant>
#include <vector>

#include "engine/base/diagnostic.hpp"
#include "engine/base/source.hpp"
#include "engine/vocabulary/vocabulary.hpp"
#include "rules/feel/expression.hpp"

namespace guichet::letters {

enum class Channel { email, printed, call };

// Text with holes: alternating text and expressions.
class Template {
 public:
  struct Hole {
    feel::Expression expression;
    // Where the hole is a plain path to a field, that field: people read its label, not its code.
    std::optional<vocabulary::Field> field;
    std::shared_ptr<const vocabulary::Referential> referential;
    bool is_link = false;  // an address of the desk's own making: stays a link in Markdown
  };
  using Piece = std::variant<std::string, Hole>;
  std::vector<Piece> pieces;
  base::Language language = base::Language::fr;

  // Values put into holes are escaped for Markdown where `markdown`, and their line breaks become
  // spaces; a null hole is an empty text and a note in `run`. `variables` are those of
  // letter_scope().
  std::string fill(std::span<const feel::Value> variables, feel::Evaluation& run,
                   bool markdown) const;
};

struct Letter {
  std::string id;                 // the file's name without .md
  std::string to;                 // role it is written to
  std::vector<Channel> channels;  // first: the usual one
  Template subject;
  Template body;
  std::set<std::string> timers;  // names used as due.<timer>
  bool uses_reply_link = false;  // link.reply
  base::Source source;
};

// What is known of the names in a letter when it is loaded.
struct Surroundings {
  const vocabulary::Vocabulary& vocabulary;
  std::vector<std::string> roles;
  base::Language language = base::Language::fr;
  std::string zone = "Europe/Paris";
};

// The scope of every letter: recipient, shared, case, article, due, link, desk, request, need,
// event; functions long_date, short_date, lookup. Slots are the same for all letters.
feel::Scope letter_scope(const Surroundings& surroundings);

// Reads a letter; nullptr after an error. A subject that uses a field with a personal-data class
// is an error.
std::shared_ptr<const Letter> load_letter(const base::Source& source, std::string id,
                                          const Surroundings& surroundings,
                                          base::Diagnostics& diagnostics);

// Markdown to HTML (a fragment; raw HTML in the Markdown is shown, not run) and to plain text of at
// most 76 columns.
std::string to_html(std::string_view markdown);
std::string to_plain(std::string_view markdown);

}  // namespace guichet::letters
