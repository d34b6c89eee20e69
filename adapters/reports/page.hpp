// What the report's page shows, as data, and its rendering by a template.
#pragma once

#include <string>
#include <vector>

namespace guichet::reports {

struct Page {
  struct Figure {
    std::size_t number;
    std::string name, meaning;
  };
  struct Section {
    std::string title, note, summary;  // summary: the table is folded under it
    std::string svg;                   // of charts.hpp, escaped already
    std::vector<std::string> header;
    std::vector<std::vector<std::string>> rows;
  };
  std::string language, title, desk, period, notice;
  std::vector<Figure> figures;
  std::vector<Section> sections;
};

// Every text is escaped; the same page gives the same bytes.
std::string render(const Page& page);

}  // namespace guichet::reports
