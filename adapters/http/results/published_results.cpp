#include "adapters/http/results/published_results.hpp"

#include <charconv>

namespace guichet::http {
namespace {

constexpr std::size_t kMostBlocks = 12;  // kept at once

std::optional<int> year_in(std::string_view text) {
  int year = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), year);
  const bool whole = error == std::errc{} && end == text.data() + text.size();
  return whole && year >= 1900 && year < 10000 ? std::optional(year) : std::nullopt;
}

}  // namespace

std::shared_ptr<const results::BlockFigures> PublishedResults::block(int first_year) {
  const results::CaseCounts::Counted counted = this->counted();
  const auto definition = desk_.shared_definition();
  const std::lock_guard lock(mutex_);
  const auto found = blocks_.find(first_year);
  if (found != blocks_.end() && found->second.revision == counted.revision &&
      found->second.definition == definition->content_hash) {
    return found->second.figures;
  }
  if (blocks_.size() >= kMostBlocks) blocks_.clear();
  results::SurveyRows surveys;
  desk_.store().read(
      [&](store::Reader& reader) { surveys = results::read_surveys(reader, *definition); });
  Kept& kept = blocks_[first_year];
  kept = {counted.revision, definition->content_hash,
          results::block_figures(*counted.cases, *definition, desk_.directory(), first_year,
                                 desk_.clock().now(), surveys)};
  return kept.figures;
}

std::vector<int> PublishedResults::years() {
  return results::years_with_figures(*counted().cases, desk_.definition());
}

std::shared_ptr<PublishedResults> results_of(Site& site) {
  if (!site.results) site.results = std::make_shared<PublishedResults>(site.desk);
  return site.results;
}

ResultPeriod result_period(const std::string& asked, const std::vector<int>& years) {
  const std::size_t dash = asked.find('-');
  const auto first = year_in(std::string_view(asked).substr(0, dash));
  if (first && dash == std::string::npos) return {*first, false};
  if (first && results::block_of(*first) == *first) return {*first, true};
  return {years.empty() ? 1970 : years.front(), false};
}

std::string to_text(const ResultPeriod& period) {
  if (!period.three) return std::to_string(period.year);
  const int last = period.block() + results::BlockFigures::kYears - 1;
  return std::to_string(period.block()) + "-" + std::to_string(last);
}

ResultsView view_results(PublishedResults& results, const access::Principal& principal,
                         const std::string& period) {
  ResultsView out{.period = {}, .years = results.years(), .figures = {}};
  out.period = result_period(period, out.years);
  const auto block = results.block(out.period.block());
  const auto year = static_cast<std::size_t>(out.period.year - out.period.block());
  out.figures = out.period.three ? block->together : block->years[year];
  const bool partner = principal.persona == access::Persona::partner ||
                       principal.persona == access::Persona::service;
  if (partner && !principal.is(access::Persona::coordinator)) {
    std::erase_if(out.figures.tables,
                  [](const results::FigureTable& each) { return each.by == "partner"; });
  }
  return out;
}

}  // namespace guichet::http
