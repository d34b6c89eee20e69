// The desk's figures, counted off the network's thread and kept until a case or the definition
// changes. One per served desk, shared by pages and the API. Thread-safe.
#pragma once

#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <vector>

#include "adapters/http/site.hpp"
#include "engine/results/case_counts.hpp"
#include "engine/results/public_figures.hpp"

namespace guichet::http {

class PublishedResults {
 public:
  // Requires: `desk` outlives this object.
  explicit PublishedResults(desk::Desk& desk) : desk_(desk) {}

  results::CaseCounts::Counted counted() { return counts_.of(desk_.store()); }
  std::shared_ptr<const results::BlockFigures> block(int first_year);
  std::vector<int> years();

 private:
  struct Kept {
    std::int64_t revision = -1;
    std::string definition;  // content hash
    std::shared_ptr<const results::BlockFigures> figures;
  };

  desk::Desk& desk_;
  results::CaseCounts counts_;
  std::mutex mutex_;
  std::map<int, Kept> blocks_;  // by first year
};

// The site's, made when first asked for. Not from several threads.
std::shared_ptr<PublishedResults> results_of(Site& site);

// A stretch of time whose figures may be asked for: a year, or the three that it is one of.
struct ResultPeriod {
  int year = 0;
  bool three = false;
  int block() const { return results::block_of(year); }
};
// `period=2009` or `period=2007-2009`; the latest year with figures where nothing or something else
// is said.
ResultPeriod result_period(const std::string& asked, const std::vector<int>& years);
std::string to_text(const ResultPeriod& period);

// What one principal may see of a period.
struct ResultsView {
  ResultPeriod period;
  std::vector<int> years;  // that may be asked for
  results::FigureSet figures;
};
// Partners are told of each other by nobody: the table by partner is the desk's, its auditors' and
// its officials'.
ResultsView view_results(PublishedResults& results, const access::Principal& principal,
                         const std::string& period);

}  // namespace guichet::http
