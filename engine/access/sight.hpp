// Which cases a list may show. Every query of a list takes one: it cannot be made without saying
// for whom, and only a principal or a named purpose of the desk itself makes one.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "engine/access/principal.hpp"

namespace guichet::access {

class Sight {
 public:
  // What the principal may see in lists: all of a coordinator's, those of an institution's
  // referrals, the one case of a link; none for everybody else.
  static Sight of(const Principal& principal);
  // Every case: for the desk's own work (reports, simulations, migrations, the command line), never
  // for what is answered to a request.
  static Sight of_the_desk() { return Sight(true); }

  bool sees_all() const { return all_; }
  bool sees_none() const { return !all_ && !only_ && partners_.empty(); }
  std::optional<base::CaseId> only() const { return only_; }
  // Institutions: a case is seen where one of its referrals asked one of them.
  const std::vector<std::string>& partners() const { return partners_; }
  bool sees(base::CaseId kase, const std::vector<std::string>& partners_asked) const;

 private:
  explicit Sight(bool all) : all_(all) {}
  bool all_ = false;
  std::optional<base::CaseId> only_;
  std::vector<std::string> partners_;
};

}  // namespace guichet::access
