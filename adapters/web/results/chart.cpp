#include "adapters/web/results/chart.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "engine/base/markup.hpp"

namespace guichet::web {
namespace {

constexpr int kWidth = 720, kChartLabels = 250, kBar = 18, kStep = 28, kNumbers = 60;

}  // namespace

std::string result_chart(const results::FigureTable& table, std::size_t measure,
                         const http::ResultWords& words, const std::string& caption) {
  std::int64_t greatest = 0;
  for (const results::FigureRow& row : table.rows) {
    if (row.figures[measure].is_plain()) greatest = std::max(greatest, row.figures[measure].count);
  }
  if (greatest == 0) return "";
  std::string bars;
  int y = 4;
  for (const results::FigureRow& row : table.rows) {
    const results::Figure& figure = row.figures[measure];
    const std::int64_t room = kWidth - kChartLabels - kNumbers;
    const std::int64_t width = figure.is_plain() ? figure.count * room / greatest : 0;
    const std::string label = base::escape_markup(words.row(table.by, row));
    bars += fmt::format(
        "<text class=\"label\" x=\"{}\" y=\"{}\" text-anchor=\"end\">{}</text>"
        "<rect class=\"s1\" x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\"></rect>"
        "<text x=\"{}\" y=\"{}\">{}</text>",
        kChartLabels - 8, y + 14, label, kChartLabels, y, width, kBar, kChartLabels + width + 6,
        y + 14, base::escape_markup(words.number(figure)));
    y += kStep;
  }
  // The table says the same to whoever does not see the picture.
  return fmt::format(
      "<figure class=\"chart\"><svg class=\"bars\" viewBox=\"0 0 {} {}\" role=\"img\" "
      "aria-label=\"{}\"><line class=\"axis\" x1=\"{}\" y1=\"0\" x2=\"{}\" "
      "y2=\"{}\"></line>{}</svg>"
      "<figcaption>{}</figcaption></figure>",
      kWidth, y, base::escape_markup(caption), kChartLabels, kChartLabels, y, bars,
      base::escape_markup(caption));
}

}  // namespace guichet::web
