// The truth of several conditions over every case that they tell apart: of each thing asked about
// (a choice, a boolean, a number, a date) the values that the conditions name, one from each gap
// between them, and null. For this module only.
#pragma once

#include <cstdint>
#include <functional>
#include <set>
#include <string>
#include <vector>

#include "rules/feel/outline.hpp"

namespace guichet::check {

enum class Truth : std::uint8_t { no, yes, unknown };

class GuardSpace {
 public:
  // Empty expressions hold always. Subjects whose last name is in `given` are never null.
  GuardSpace(const std::vector<const feel::Expression*>& guards, const feel::Scope& scope,
             const std::set<std::string>& given);

  // Few enough cases to look at all of them?
  bool is_bearable() const;
  // Is every case possible? Not where a part had to be left opaque, or depends on another.
  bool is_exact() const { return exact_; }
  // Calls with the truth of each guard, until false comes back. Requires: is_bearable().
  void each_case(const std::function<bool(const std::vector<Truth>&)>& look);
  // The case that each_case() is at, as FEEL: `effectif = 12 and statut = null`; only what the
  // guards `which` ask about.
  std::string witness(const std::vector<std::size_t>& which) const;
  // Do the two guards ask about the very same things?
  bool ask_alike(std::size_t a, std::size_t b) const { return asked_[a] == asked_[b]; }

 private:
  struct Axis {
    std::string subject;
    std::vector<feel::Stored> literals;  // ascending
    std::vector<int> positions;          // 2k+1: the k-th literal; 2k: before it; -1: null
    std::size_t at = 0;                  // of each_case(): index among positions
    bool is_text = false, is_opaque = false;
  };

  std::size_t axis_of(const std::string& subject);
  void collect(const feel::Outline& of, std::set<std::size_t>& asked);
  void add_literal(Axis& axis, const feel::Stored& value);
  void add_subject(const feel::Outline& of, std::set<std::size_t>& asked);
  void lay_out(Axis& axis, const std::set<std::string>& given);
  Truth truth(const feel::Outline& of) const;
  Truth compared(const feel::Outline& of) const;
  static std::string shown(const Axis& axis, int position);

  std::vector<feel::Outline> outlines_;  // of the guards; a constant true where empty
  std::vector<std::set<std::size_t>> asked_;
  std::vector<Axis> axes_;
  std::vector<feel::Type> types_;  // of the axes' subjects
  bool exact_ = true;
};

}  // namespace guichet::check
