#include "rules/convention/uncovered.hpp"

#include <algorithm>
#include <bit>
#include <numeric>
#include <set>

namespace guichet::convention {

namespace {

Bits shared_rows(const Bits& a, const Bits& b) {
  Bits both(a.size());
  for (std::size_t i = 0; i < a.size(); ++i) both[i] = a[i] & b[i];
  return both;
}

std::string key_of(const Bits& rows) {
  return {reinterpret_cast<const char*>(rows.data()), rows.size() * sizeof rows[0]};
}

}  // namespace

void Uncovered::begin(const Question& question) {
  question_ = &question;
  spent_ = false;
  const std::size_t columns = space_.columns().size();
  // Columns with few classes first: there are fewer sets of rows to go on with.
  order_.resize(columns);
  std::iota(order_.begin(), order_.end(), std::size_t{0});
  std::stable_sort(order_.begin(), order_.end(), [&](std::size_t a, std::size_t b) {
    return question.within[a].size() < question.within[b].size();
  });
  known_.assign(columns + 1, {});
  rest_.assign(columns + 1, Bits(space_.words(), ~std::uint64_t{0}));
  for (std::size_t depth = columns; depth-- > 0;) {
    rest_[depth] = rest_[depth + 1];
    for (const std::size_t one : question.within[order_[depth]])
      rest_[depth] = kept(order_[depth], one, rest_[depth]);
  }
}

Bits Uncovered::kept(std::size_t column, std::size_t one, const Bits& rows) const {
  const ValueClass& values = space_.columns()[column][one];
  return shared_rows(rows, question_->by_must ? values.must : values.may);
}

// Have enough partners a row among these? A gate counts for as many as are wanted.
bool Uncovered::has_enough(const Bits& rows) const {
  const std::size_t clauses = convention_.clauses().size();
  std::set<std::uint32_t> partners;
  for (std::size_t word = 0; word < rows.size(); ++word)
    for (std::uint64_t bits = rows[word]; bits != 0; bits &= bits - 1) {
      const std::size_t row = word * 64 + static_cast<std::size_t>(std::countr_zero(bits));
      if (row >= space_.rows()) return false;
      if (row >= clauses || question_->least == 1) return true;
      partners.insert(convention_.clauses()[row].partner);
      if (partners.size() >= question_->least) return true;
    }
  return false;
}

bool Uncovered::settled(std::size_t depth, const Bits& rows) const {
  return has_enough(shared_rows(rows, rest_[depth]));
}

std::shared_ptr<const Uncovered::Boxes> Uncovered::everything(std::size_t depth) const {
  Box box;
  for (; depth < order_.size(); ++depth) box.push_back(question_->within[order_[depth]]);
  return std::make_shared<const Boxes>(Boxes{std::move(box)});
}

std::optional<std::vector<Box>> Uncovered::find(const Question& question) {
  begin(question);
  for (const Classes& classes : question.within)
    if (classes.empty()) return Boxes{};
  const auto found = descend(0, question.rows);
  if (spent_) return {};
  Boxes boxes;
  for (const Box& each : *found) {
    Box box(each.size());
    for (std::size_t depth = 0; depth < each.size(); ++depth) box[order_[depth]] = each[depth];
    boxes.push_back(std::move(box));
  }
  return boxes;
}

// A step is one class looked at.
bool Uncovered::spend(std::size_t depth) {
  const std::size_t steps = question_->within[order_[depth]].size();
  if (nodes_ < steps) spent_ = true;
  if (!spent_) nodes_ -= steps;
  return !spent_;
}

std::shared_ptr<const Uncovered::Boxes> Uncovered::descend(std::size_t depth, const Bits& rows) {
  static const auto nothing = std::make_shared<const Boxes>();
  if (!has_enough(rows)) return everything(depth);
  if (depth == rest_.size() - 1 || settled(depth, rows)) return nothing;
  auto& known = known_[depth];
  if (const auto found = known.find(key_of(rows)); found != known.end()) return found->second;
  if (!spend(depth)) return nothing;
  // Classes that leave the same cases open further on stand together.
  std::vector<std::pair<Box, Classes>> open;
  for (const std::size_t one : question_->within[order_[depth]]) {
    const auto below = descend(depth + 1, kept(order_[depth], one, rows));
    for (const Box& box : *below) {
      const auto same = std::find_if(open.begin(), open.end(),
                                     [&](const auto& each) { return each.first == box; });
      if (same == open.end())
        open.emplace_back(box, Classes{one});
      else
        same->second.push_back(one);
    }
  }
  auto boxes = std::make_shared<Boxes>();
  for (auto& [box, classes] : open) {
    Box made{std::move(classes)};
    made.insert(made.end(), box.begin(), box.end());
    boxes->push_back(std::move(made));
  }
  // Many small boxes cost as much as many questions.
  nodes_ -= std::min(nodes_, boxes->size());
  known.emplace(key_of(rows), boxes);
  return boxes;
}

Uncovered::Answer Uncovered::ask(const Question& question) {
  begin(question);
  for (const Classes& classes : question.within)
    if (classes.empty()) return Answer::none;
  const bool open = descend_to_first(0, question.rows);
  return open ? Answer::some : spent_ ? Answer::inconclusive : Answer::none;
}

bool Uncovered::descend_to_first(std::size_t depth, const Bits& rows) {
  if (!has_enough(rows)) return true;
  if (depth == rest_.size() - 1 || settled(depth, rows)) return false;
  auto& known = known_[depth];
  if (!known.emplace(key_of(rows), nullptr).second || !spend(depth)) return false;
  for (const std::size_t one : question_->within[order_[depth]])
    if (descend_to_first(depth + 1, kept(order_[depth], one, rows))) return true;
  return false;
}

}  // namespace guichet::convention
