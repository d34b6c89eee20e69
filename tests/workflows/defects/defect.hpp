// A mistake seeded into a desk's files: see defects_test.cpp for how it is written.
#pragma once

#include <map>
#include <string>
#include <vector>

namespace guichet::tests {

struct Defect {
  std::string source;  // file:line
  std::string title, severity, code, place;
  struct Edit {
    std::string file, from, to;
    bool deletes = false;
  };
  std::vector<Edit> edits;
  std::string at_file, at_text;  // where it is said, if not at the mark
  std::vector<std::string> also;
  bool no_hint = false;
};

std::vector<Defect> read_defects(const std::string& path);
// Carries out the edits and finds `place`; what is wrong with the defect itself, if anything.
std::string apply(Defect& defect, std::map<std::string, std::string>& files);

}  // namespace guichet::tests
