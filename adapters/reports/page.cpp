#include "adapters/reports/page.hpp"

#include <ctemplate/template.h>

#include <mutex>

#include "adapters/reports/page_template.hpp"

namespace guichet::reports {
namespace {

constexpr const char* kTemplate = "report.tpl";

void load_template() {
  static std::once_flag once;
  std::call_once(once, [] {
    ctemplate::StringToTemplateCache(kTemplate, kPageTemplate.data(), kPageTemplate.size(),
                                     ctemplate::DO_NOT_STRIP);
  });
}

void fill_table(const Page::Section& section, ctemplate::TemplateDictionary& table) {
  for (const std::string& each : section.header) {
    table.AddSectionDictionary("HEAD")->SetValue("TEXT", each);
  }
  for (const auto& row : section.rows) {
    ctemplate::TemplateDictionary* line = table.AddSectionDictionary("ROW");
    line->SetValue("LABEL", row.front());
    for (std::size_t i = 1; i < row.size(); ++i) {
      line->AddSectionDictionary("CELL")->SetValue("TEXT", row[i]);
    }
  }
}

void fill_section(const Page::Section& section, ctemplate::TemplateDictionary& page) {
  ctemplate::TemplateDictionary* part = page.AddSectionDictionary("SECTION");
  part->SetValue("TITLE", section.title);
  if (!section.svg.empty()) part->SetValueAndShowSection("SVG", section.svg, "CHART");
  if (!section.note.empty()) part->SetValueAndShowSection("NOTE", section.note, "NOTED");
  const bool folded = !section.summary.empty();
  ctemplate::TemplateDictionary* table = part->AddSectionDictionary(folded ? "FOLDED" : "OPEN");
  if (folded) table->SetValue("SUMMARY", section.summary);
  fill_table(section, *table);
}

}  // namespace

std::string render(const Page& page) {
  load_template();
  ctemplate::TemplateDictionary dictionary("report");
  dictionary.SetValue("LANGUAGE", page.language);
  dictionary.SetValue("TITLE", page.title);
  dictionary.SetValue("DESK", page.desk);
  dictionary.SetValue("PERIOD", page.period);
  if (!page.notice.empty()) dictionary.SetValueAndShowSection("NOTICE", page.notice, "NOTICED");
  for (const Page::Figure& each : page.figures) {
    ctemplate::TemplateDictionary* figure = dictionary.AddSectionDictionary("FIGURE");
    figure->SetIntValue("NUMBER", static_cast<long>(each.number));
    figure->SetValue("NAME", each.name);
    figure->SetValue("MEANING", each.meaning);
  }
  for (const Page::Section& each : page.sections) fill_section(each, dictionary);
  std::string out;
  ctemplate::ExpandTemplate(kTemplate, ctemplate::DO_NOT_STRIP, &dictionary, &out);
  return out;
}

}  // namespace guichet::reports
