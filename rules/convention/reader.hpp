// Inside the module: reads one convention, collecting mistakes. See load.hpp.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "rules/convention/draft.hpp"
#include "rules/convention/load.hpp"

namespace guichet::convention {

class ConventionReader {
 public:
  ConventionReader(const yaml::Node& root, const LoadContext& context,
                   base::Diagnostics& diagnostics)
      : root_(root), context_(context), diagnostics_(diagnostics) {}

  // The parts as far as they could be read; the table is made only where nothing is wrong.
  Convention::Parts read();

 private:
  // -- reader.cpp --
  void read_head();
  void read_referentials();
  void read_articles();
  Article read_article(const yaml::Entry& entry);
  std::optional<base::Delay> read_delay(const yaml::Node& parent, std::string_view key);

  // -- read_facts.cpp --
  void read_facts();
  void read_fact(const yaml::Entry& entry);
  void type_fact(const yaml::Entry& entry, const std::string& name, Fact& fact, FactColumn& column);
  void read_brackets(const yaml::Node& node, Fact& fact);
  void read_counts_as(const yaml::Node& node, Fact& fact, const FactColumn& column);
  void read_missing();
  std::optional<WhenMissing> read_missing_word(const yaml::Node& node);
  const vocabulary::Referential* referential(const std::string& id, const base::Location& at);
  std::vector<std::uint32_t> paths_of(const base::LocatedText& text);

  // -- read_selection.cpp --
  void read_selection();
  Selection read_mode(const yaml::Node& node);
  void read_rank(const yaml::Node& node);

  // -- read_levels.cpp --
  void read_institutions();
  void read_institution(const yaml::Node& id, const yaml::Node& body);
  void link_institutions();
  void read_level(const yaml::Node& node, Level& level);
  void read_filter(const yaml::Node& node, Level& level);
  // The criteria of a mapping whose keys are facts and `when`; other keys are left alone, and
  // `themes:` too unless it is wanted (a filter's themes say where it applies).
  Ids read_criteria(const yaml::Node& node, std::uint32_t origin,
                    const std::map<std::uint32_t, WhenMissing>& missing, bool themes);
  std::vector<std::string> fact_keys() const;
  std::uint32_t add_origin(Origin::Kind kind, std::string level, std::string filter = {});

  // -- read_partners.cpp --
  void read_partners();
  void read_partner(const yaml::Node& id, const yaml::Node& body, bool listed);
  std::optional<std::uint32_t> institution_of(const yaml::Node& node);
  void check_articles();
  void read_clause(const yaml::Node& node, std::uint32_t origin);  // of the last partner
  std::optional<std::uint32_t> article_of(const yaml::Node& clause);
  // `zones` -> the column of `zone`.
  std::optional<std::uint32_t> fact_of(std::string_view key) const;

  // -- read_quotas.cpp --
  void read_quotas(const yaml::Node& node, Partner& partner);
  void read_quota(const yaml::Node& node, Partner& partner);
  void read_on_full(const yaml::Node& node, Quota& quota);

  // -- read_fallback.cpp --
  void read_fallback();
  Fallback read_step(const yaml::Node& node);
  void read_relax(const yaml::Node& node, Fallback& step);
  void check_steps(const yaml::Node& node);
  std::optional<std::uint32_t> partner_of(const yaml::Node& node);

  // -- read_coverage.cpp --
  void read_coverage();
  void read_gate(const yaml::Node& node);
  std::vector<std::string> read_rivals(const yaml::Node& node);
  std::vector<tables::Cell> read_region(const yaml::Node& node);

  // -- read_sets.cpp --
  std::optional<std::uint32_t> read_criterion(const yaml::Node& node, std::uint32_t fact,
                                              std::uint32_t origin,
                                              std::optional<WhenMissing> missing);
  std::uint32_t read_when(const yaml::Node& node, std::uint32_t origin);
  feel::TestSet read_values(const yaml::Node& node, std::uint32_t fact, feel::Expression* tests);
  // The leaves that a list of codes, words or patterns covers; `everything` is set by `*`.
  std::vector<std::string> read_leaves(const yaml::Node& node, std::uint32_t fact,
                                       bool& everything);
  std::vector<std::string> expand(const yaml::Node& node, std::uint32_t fact);
  feel::TestSet set_of(const std::vector<std::string>& leaves, std::uint32_t fact);
  // The themes of an article as a criterion of the clause's row, narrowed by the clause's own.
  std::optional<std::uint32_t> theme_criterion(const Article& article, const Ids& own,
                                               std::uint32_t origin, const base::Location& at);

  // -- lower.cpp --
  void lower();
  void tell_contradictions();
  struct Inherited;
  Inherited inherited_by(const RawClause& raw) const;
  void draft(const RawClause& raw);
  std::vector<const Level*> levels_of(const Partner& partner) const;  // nearest first
  std::string rule_id(const Clause& clause);

  // -- lower_rows.cpp --
  // The drafts as a table; `changed` says which criteria stand in for others in this one.
  Rows make_rows(const std::vector<Draft>& drafts,
                 const std::map<std::uint32_t, Criterion>& changed, bool themes_asked = true);
  tables::Cell make_cell(std::uint32_t column, const Draft& draft, Clause& clause);
  void judge(std::uint32_t criterion);
  feel::Expression conjunction(const Ids& judged, const base::Location& at);
  const feel::Expression& constant(const std::string& text, const base::Location& at);
  void lower_fallbacks();
  std::optional<Criterion> relaxed(const Criterion& criterion, const std::string& level);

  bool has_errors() const;

  const yaml::Node& root_;
  const LoadContext& context_;
  base::Diagnostics& diagnostics_;
  std::size_t errors_before_ = 0;
  Convention::Parts parts_;
  std::map<std::string, std::string> pinned_;  // `referentials:`, name -> id of the desk's
  std::vector<FactColumn> columns_;            // by fact
  std::map<std::string, std::uint32_t> paths_;
  std::uint32_t theme_ = 0;  // the fact `theme`
  std::optional<Selection> selection_;
  Level whole_;
  std::vector<Level> institutions_, partners_;
  std::vector<std::pair<std::uint32_t, const yaml::Node*>> parents_;  // `part_of:`
  std::vector<RawClause> clauses_;
  std::vector<Draft> drafts_;
  std::map<std::string, int> clauses_of_;  // "cma-46/art-4" -> how many
  feel::Scope scope_;                      // of the table: the context's, facts and verdicts
  std::map<std::string, feel::Expression> conjunctions_, constants_;
};

}  // namespace guichet::convention
