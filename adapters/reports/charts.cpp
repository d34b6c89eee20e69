#include "adapters/reports/charts.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "engine/base/markup.hpp"

namespace guichet::reports {
namespace {

std::size_t greatest(const Chart& chart) {
  std::size_t most = 1;
  for (const Bar& bar : chart.bars) {
    for (const std::size_t value : bar.values) most = std::max(most, value);
  }
  return most;
}

// "2009-01: requests 10, cases 9; .." for screen readers.
std::string spoken(const Chart& chart) {
  std::string out = chart.title + ". ";
  for (const Bar& bar : chart.bars) {
    out += bar.label + ": ";
    for (std::size_t i = 0; i < bar.values.size(); ++i) {
      out += fmt::format("{}{} {}", i == 0 ? "" : ", ", chart.series[i], bar.values[i]);
    }
    out += "; ";
  }
  return out;
}

// A label that fits beside its bar; the whole one is read out and stands in the table.
std::string short_label(const std::string& label) {
  constexpr std::size_t kMost = 32;
  std::size_t count = 0;
  for (std::size_t i = 0; i < label.size(); ++i) {
    const bool begins = (static_cast<unsigned char>(label[i]) & 0xC0U) != 0x80U;
    if (begins && ++count > kMost) {
      const std::size_t space = label.rfind(' ', i);
      return label.substr(0, space == std::string::npos ? i : space) + " …";
    }
  }
  return label;
}

std::string opening(const Chart& chart, int width, int height) {
  return fmt::format(
      "<svg class=\"chart\" viewBox=\"0 0 {} {}\" role=\"img\" aria-label=\"{}\" "
      "xmlns=\"http://www.w3.org/2000/svg\">",
      width, height, base::escape_markup(spoken(chart)));
}

std::string legend(const Chart& chart, int x, int y) {
  std::string out;
  for (std::size_t i = 0; i < chart.series.size(); ++i) {
    out += fmt::format(
        "<rect class=\"s{}\" x=\"{}\" y=\"{}\" width=\"12\" height=\"12\"/>"
        "<text x=\"{}\" y=\"{}\">{}</text>",
        i, x, y, x + 18, y + 11, base::escape_markup(chart.series[i]));
    x += 40 + static_cast<int>(chart.series[i].size()) * 8;
  }
  return out;
}

}  // namespace

std::string columns(const Chart& chart) {
  constexpr int kWidth = 720, kHeight = 250, kBottom = 200, kTop = 40;
  const double scale = static_cast<double>(kBottom - kTop) / static_cast<double>(greatest(chart));
  const double slot = static_cast<double>(kWidth) /
                      static_cast<double>(std::max<std::size_t>(1, chart.bars.size()));
  const double bar_width =
      slot * 0.8 / static_cast<double>(std::max<std::size_t>(1, chart.series.size()));
  std::string out = opening(chart, kWidth, kHeight) + legend(chart, 0, 4);
  for (std::size_t i = 0; i < chart.bars.size(); ++i) {
    const Bar& bar = chart.bars[i];
    double x = slot * static_cast<double>(i) + slot * 0.1;
    for (std::size_t s = 0; s < bar.values.size(); ++s) {
      const double height = scale * static_cast<double>(bar.values[s]);
      out += fmt::format(
          "<rect class=\"s{}\" x=\"{:.1f}\" y=\"{:.1f}\" width=\"{:.1f}\" height=\"{:.1f}\"/>", s,
          x, kBottom - height, bar_width, height);
      if (bar.values[s] > 0) {
        out += fmt::format("<text class=\"value\" x=\"{:.1f}\" y=\"{:.1f}\">{}</text>",
                           x + bar_width / 2, kBottom - height - 4, bar.values[s]);
      }
      x += bar_width;
    }
    out += fmt::format("<text class=\"tick\" x=\"{:.1f}\" y=\"{}\">{}</text>",
                       slot * (static_cast<double>(i) + 0.5), kBottom + 18,
                       base::escape_markup(bar.label));
  }
  return out +
         fmt::format("<line x1=\"0\" y1=\"{0}\" x2=\"{1}\" y2=\"{0}\"/></svg>", kBottom, kWidth);
}

std::string rows(const Chart& chart) {
  constexpr int kWidth = 720, kLabel = 230, kRight = 40, kLine = 16, kGap = 12, kTop = 30;
  const int per_bar = static_cast<int>(chart.series.size()) * kLine + kGap;
  const int height = kTop + per_bar * static_cast<int>(chart.bars.size());
  const double scale =
      static_cast<double>(kWidth - kLabel - kRight) / static_cast<double>(greatest(chart));
  std::string out = opening(chart, kWidth, height) + legend(chart, kLabel, 4);
  int y = kTop;
  for (const Bar& bar : chart.bars) {
    out += fmt::format("<text class=\"row\" x=\"{}\" y=\"{}\">{}</text>", kLabel - 8,
                       y + (per_bar - kGap) / 2 + 5, base::escape_markup(short_label(bar.label)));
    for (std::size_t s = 0; s < bar.values.size(); ++s) {
      const double width = scale * static_cast<double>(bar.values[s]);
      const int top = y + static_cast<int>(s) * kLine;
      out += fmt::format("<rect class=\"s{}\" x=\"{}\" y=\"{}\" width=\"{:.1f}\" height=\"{}\"/>",
                         s, kLabel, top, width, kLine - 3);
      out += fmt::format("<text class=\"beside\" x=\"{:.1f}\" y=\"{}\">{}</text>",
                         kLabel + width + 5, top + kLine - 5, bar.values[s]);
    }
    y += per_bar;
  }
  return out + "</svg>";
}

}  // namespace guichet::reports
