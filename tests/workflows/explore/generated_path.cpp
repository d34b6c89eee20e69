#include "tests/workflows/explore/generated_path.hpp"

#include <fmt/format.h>

namespace guichet::tests {

std::map<std::string, std::string> with_large_path(std::map<std::string, std::string> files,
                                                   int states, int booleans, bool at_once) {
  std::string names;
  for (int i = 0; i < booleans; ++i) {
    names += fmt::format("{}fait_{}", i == 0 ? "" : ", ", i);
    files["fields.yaml"] += fmt::format("  fait_{}: {{of: need, type: boolean}}\n", i);
  }
  std::string path = fmt::format(
      "guichet: workflow/1\nid: creation\nkind: need\ntitle: Long\nfields: [theme, {}]\n"
      "initial: etape_0\nproperties:\n  - {{id: fin, every_case: ends}}\n"
      "  - {{id: jamais, never: in state(\"clos\") and fait_0 = null}}\nstates:\n",
      names);
  for (int i = 0; i < states; ++i) {
    const std::string field = fmt::format("fait_{}", i % booleans);
    const std::string next = i + 1 == states ? "clos" : fmt::format("etape_{}", i + 1);
    const std::string back = fmt::format("etape_{}", i / 2);
    path += fmt::format(
        "  etape_{}:\n    title: Étape {}\n"
        "    timers: {{oubli: {{after: 20bd, goto: abandon}}}}\n"
        "    actions:\n      avancer:\n        by: [conseiller]\n        {}: [{}]\n"
        "        choose:\n          - {{when: {} = true, goto: {}}}\n          - {{goto: {}}}\n",
        i, i, at_once ? "accepts" : "require", at_once ? names : field, field, next,
        at_once || i % 3 != 0 ? next : back);
  }
  path += "  clos:    {final: true, outcome: clos}\n  abandon: {final: true, outcome: abandon}\n";
  files["workflows/creation.yaml"] = path;
  return files;
}

}  // namespace guichet::tests
