#include "rules/tables/prove.hpp"

#include <algorithm>
#include <bit>
#include <unordered_set>

#include "rules/tables/index.hpp"
#include "rules/tables/messages.hpp"

namespace guichet::tables {

namespace {

using Bits = std::vector<std::uint64_t>;

bool is_empty(const Bits& bits) {
  return std::all_of(bits.begin(), bits.end(), [](std::uint64_t word) { return word == 0; });
}
bool intersects(const Bits& a, const Bits& b) {
  for (std::size_t i = 0; i < a.size(); ++i)
    if ((a[i] & b[i]) != 0) return true;
  return false;
}
bool has(const Bits& bits, std::size_t bit) {
  return (bits[bit / 64] >> (bit % 64) & 1) != 0;
}

// Values of a column that the same rules accept.
struct Class {
  Bits must, may;                       // rules that accept them; with opaque cells counted in
  std::optional<feel::Stored> example;  // null stands for null; nothing: none is known
};

// A way through the columns: one class of each, as positions in the classes at hand.
using Way = std::vector<std::size_t>;

// Asks whether rules of a set cover every combination of the given classes.
class Cover {
 public:
  enum class Answer { covered, open, inconclusive };

  Cover(std::vector<std::vector<const Class*>> classes, bool by_must, std::size_t& nodes_left)
      : classes_(std::move(classes)), by_must_(by_must), nodes_left_(nodes_left) {
    known_.resize(classes_.size());
    // Columns with few classes first: the sets grow small sooner.
    order_.resize(classes_.size());
    for (std::size_t i = 0; i < order_.size(); ++i) order_[i] = i;
    std::stable_sort(order_.begin(), order_.end(), [&](std::size_t a, std::size_t b) {
      return classes_[a].size() < classes_[b].size();
    });
  }

  // `rules`: those that may cover. The way to a combination that none covers, if open.
  Answer ask(const Bits& rules, Way& way) {
    // Rules that accept everything from a column on settle the question there.
    rest_.assign(order_.size() + 1, Bits(rules.size(), ~std::uint64_t{0}));
    for (std::size_t depth = order_.size(); depth-- > 0;) {
      rest_[depth] = rest_[depth + 1];
      for (const Class* one : classes_[order_[depth]])
        for (std::size_t i = 0; i < rules.size(); ++i) rest_[depth][i] &= set_of(*one)[i];
    }
    way.assign(classes_.size(), 0);
    return descend(0, rules, way);
  }

 private:
  const Bits& set_of(const Class& one) const { return by_must_ ? one.must : one.may; }

  Answer descend(std::size_t depth, const Bits& rules, Way& way) {
    if (is_empty(rules)) return Answer::open;  // the rest of the way may be anything
    if (depth == order_.size() || intersects(rules, rest_[depth])) return Answer::covered;
    if (nodes_left_ == 0) return Answer::inconclusive;
    --nodes_left_;
    std::string key(reinterpret_cast<const char*>(rules.data()), rules.size() * sizeof rules[0]);
    if (known_[depth].contains(key)) return Answer::covered;
    const auto& classes = classes_[order_[depth]];
    for (std::size_t i = 0; i < classes.size(); ++i) {
      Bits left(rules.size());
      for (std::size_t w = 0; w < rules.size(); ++w) left[w] = rules[w] & set_of(*classes[i])[w];
      way[order_[depth]] = i;
      const Answer answer = descend(depth + 1, left, way);
      if (answer != Answer::covered) return answer;
    }
    way[order_[depth]] = 0;
    known_[depth].insert(std::move(key));
    return Answer::covered;
  }

  std::vector<std::vector<const Class*>> classes_;
  const bool by_must_;
  std::size_t& nodes_left_;
  std::vector<std::size_t> order_;
  std::vector<std::unordered_set<std::string>> known_;  // covered sets, by depth
  std::vector<Bits> rest_;
};

class Prover {
 public:
  Prover(const DecisionTable& table, base::Diagnostics& diagnostics, const ProofLimits& limits)
      : table_(table), diagnostics_(diagnostics), limits_(limits), nodes_left_(limits.nodes) {
    for (std::size_t i = 0; i < table.inputs().size(); ++i) collect_classes(i);
  }

  void run() {
    const HitPolicy hit = table_.hit();
    if (hit == HitPolicy::first || hit == HitPolicy::priority) find_unreachable();
    if (hit == HitPolicy::unique || hit == HitPolicy::any) find_overlaps();
    if (table_.parts().complete == Completeness::required) find_gap();
  }

 private:
  void collect_classes(std::size_t column) {
    const Column& cells = table_.index().columns()[column];
    const RowShape& shape = table_.index().shape();
    std::vector<Class> classes;
    std::map<std::uint32_t, std::size_t> by_set;
    for (std::size_t cell = 0; cell < cells.elementary_cells(); ++cell) {
      const std::uint32_t set = cells.set_of_cell(cell);
      if (!cells.may_be_inhabited(cell) || !shape.has(cells.row(set), shape.rules)) continue;
      const auto [at, added] = by_set.emplace(set, classes.size());
      if (added) classes.push_back(class_of(cells, cells.row(set)));
      Class& one = classes[at->second];
      if (!one.example) one.example = cells.example(cell);
    }
    if (table_.inputs()[column].missing == Missing::as_null) {
      classes.push_back(class_of(cells, cells.row(cells.null_set())));
      classes.back().example = feel::Stored();
    }
    classes_.push_back(std::move(classes));
  }

  Class class_of(const Column& cells, const std::uint64_t* row) const {
    const RowShape& shape = table_.index().shape();
    Class one;
    one.may.assign(row + shape.summary_words, row + shape.stride());
    one.may[shape.rules / 64] &= ~(std::uint64_t{1} << (shape.rules % 64));
    one.must = one.may;
    if (cells.opaque() != nullptr)
      for (std::size_t i = 0; i < one.must.size(); ++i)
        one.must[i] &= ~cells.opaque()[shape.summary_words + i];
    return one;
  }

  // The classes of every column; those with an example only, where a witness is owed.
  std::vector<std::vector<const Class*>> classes(bool with_example) const {
    std::vector<std::vector<const Class*>> all(classes_.size());
    for (std::size_t i = 0; i < classes_.size(); ++i)
      for (const Class& one : classes_[i])
        if (one.example || !with_example) all[i].push_back(&one);
    return all;
  }

  Bits all_rules() const {
    Bits bits(table_.index().shape().words);
    for (std::size_t i = 0; i < table_.rules().size(); ++i)
      bits[i / 64] |= std::uint64_t{1} << (i % 64);
    return bits;
  }

  std::string case_text(const std::vector<const Class*>& way) const {
    std::string text = "{";
    for (std::size_t i = 0; i < way.size(); ++i) {
      if (i > 0) text += ", ";
      text += table_.inputs()[i].id + ": ";
      text += way[i]->example ? feel::to_literal(way[i]->example->value()) : "?";
    }
    return text + "}";
  }

  void find_gap() {
    const auto asked = classes(true);
    for (const auto& column : asked)
      if (column.empty()) return;
    const bool defaults =
        std::all_of(table_.outputs().begin(), table_.outputs().end(),
                    [](const Output& output) { return !output.otherwise.empty(); });
    if (defaults) return;
    Way way;
    const auto answer = Cover(asked, false, nodes_left_).ask(all_rules(), way);
    if (answer == Cover::Answer::inconclusive) return inconclusive(table_.parts().at, table_.id());
    if (answer == Cover::Answer::covered) return;
    std::vector<const Class*> found;
    for (std::size_t i = 0; i < way.size(); ++i) found.push_back(asked[i][way[i]]);
    report(table_.parts().at, base::Message(messages::kGap, {case_text(found)}));
  }

  // Rules whose whole region belongs to rules that come before them.
  void find_unreachable() {
    std::vector<RuleIndex> order(table_.rules().size());
    for (RuleIndex i = 0; i < order.size(); ++i) order[i] = i;
    if (table_.hit() == HitPolicy::priority)
      std::sort(order.begin(), order.end(),
                [&](RuleIndex a, RuleIndex b) { return table_.ranks()[a] < table_.ranks()[b]; });
    Bits before(table_.index().shape().words);
    for (const RuleIndex rule : order) {
      check_reachable(rule, before);
      if (nodes_left_ == 0) return;
      before[rule / 64] |= std::uint64_t{1} << (rule % 64);
    }
  }

  void check_reachable(RuleIndex rule, const Bits& before) {
    std::vector<std::vector<const Class*>> asked(classes_.size());
    Bits rivals = before;
    for (std::size_t i = 0; i < classes_.size(); ++i) {
      Bits meet(before.size());
      for (const Class& one : classes_[i]) {
        if (!has(one.may, rule)) continue;
        asked[i].push_back(&one);
        for (std::size_t w = 0; w < meet.size(); ++w) meet[w] |= one.must[w];
      }
      for (std::size_t w = 0; w < meet.size(); ++w) rivals[w] &= meet[w];
    }
    Way way;
    const auto answer = Cover(std::move(asked), true, nodes_left_).ask(rivals, way);
    const Rule& written = table_.rule(rule);
    if (answer == Cover::Answer::inconclusive) return inconclusive(written.at, written.id);
    if (answer == Cover::Answer::covered)
      report(written.at, base::Message(messages::kUnreachableRule, {written.id, some(rivals)}));
  }

  std::string some(const Bits& rules) const {
    constexpr std::size_t kMost = 5;
    std::string text;
    std::size_t count = 0;
    for (RuleIndex i = 0; i < table_.rules().size(); ++i) {
      if (!has(rules, i)) continue;
      if (++count > kMost) return text + ", ...";
      text += (count == 1 ? "" : ", ") + table_.rule(i).id;
    }
    return text;
  }

  // Two rules overlap where they share a class in every column.
  void find_overlaps() {
    for (RuleIndex rule = 0; rule < table_.rules().size(); ++rule) {
      Bits shared = all_rules();
      for (const auto& column : classes_) {
        Bits meet(shared.size());
        for (const Class& one : column)
          if (one.example && has(one.must, rule))
            for (std::size_t w = 0; w < meet.size(); ++w) meet[w] |= one.must[w];
        for (std::size_t w = 0; w < meet.size(); ++w) shared[w] &= meet[w];
      }
      for (RuleIndex other = rule + 1; other < table_.rules().size(); ++other)
        if (has(shared, other)) report_overlap(rule, other);
    }
  }

  void report_overlap(RuleIndex rule, RuleIndex other) {
    const bool any = table_.hit() == HitPolicy::any;
    if (any) {
      const feel::Value* a = table_.constant_result(rule);
      const feel::Value* b = table_.constant_result(other);
      if (a == nullptr || b == nullptr || feel::equal(*a, *b)) return;
    }
    std::vector<const Class*> way;
    for (const auto& column : classes_)
      way.push_back(&*std::find_if(column.begin(), column.end(), [&](const Class& one) {
        return one.example && has(one.must, rule) && has(one.must, other);
      }));
    const auto& what = any ? messages::kConflictingRules : messages::kOverlappingRules;
    report(table_.rule(other).at,
           base::Message(what, {table_.rule(rule).id, table_.rule(other).id, case_text(way)}));
  }

  void report(const base::Location& at, base::Message what) {
    if (table_.parts().proof_warns)
      diagnostics_.warning(at, std::move(what));
    else
      diagnostics_.error(at, std::move(what));
  }
  void inconclusive(const base::Location& at, const std::string& what) {
    diagnostics_.warning(
        at, base::Message(messages::kProofInconclusive, {std::to_string(limits_.nodes), what}));
  }

  const DecisionTable& table_;
  base::Diagnostics& diagnostics_;
  const ProofLimits limits_;
  std::size_t nodes_left_;
  std::vector<std::vector<Class>> classes_;  // by column
};

}  // namespace

void prove(const DecisionTable& table, base::Diagnostics& diagnostics, const ProofLimits& limits) {
  Prover(table, diagnostics, limits).run();
}

}  // namespace guichet::tables
