// Inside the module: the versions of DMN and the namespaces that tell them apart.
#pragma once

#include <array>
#include <string_view>

namespace guichet::dmn {

struct DmnVersion {
  std::string_view number;   // "1.5"
  std::string_view model;    // namespace of its elements
  std::string_view feel;     // its expression language
  std::string_view diagram;  // namespace of its diagrams; "" where it has none
};

// The first address of 1.1 was changed before publication; files with it are about.
inline constexpr std::array<DmnVersion, 7> kDmnVersions{{
    {"1.1", "http://www.omg.org/spec/DMN/20151101/dmn11.xsd",
     "http://www.omg.org/spec/FEEL/20140401", ""},
    {"1.1", "http://www.omg.org/spec/DMN/20151101/dmn.xsd", "http://www.omg.org/spec/FEEL/20140401",
     ""},
    {"1.2", "http://www.omg.org/spec/DMN/20180521/MODEL/",
     "http://www.omg.org/spec/DMN/20180521/FEEL/", "http://www.omg.org/spec/DMN/20180521/DMNDI/"},
    {"1.3", "https://www.omg.org/spec/DMN/20191111/MODEL/",
     "https://www.omg.org/spec/DMN/20191111/FEEL/", "https://www.omg.org/spec/DMN/20191111/DMNDI/"},
    {"1.4", "https://www.omg.org/spec/DMN/20211108/MODEL/",
     "https://www.omg.org/spec/DMN/20211108/FEEL/", "https://www.omg.org/spec/DMN/20191111/DMNDI/"},
    {"1.5", "https://www.omg.org/spec/DMN/20230324/MODEL/",
     "https://www.omg.org/spec/DMN/20230324/FEEL/", "https://www.omg.org/spec/DMN/20230324/DMNDI/"},
    {"1.6", "https://www.omg.org/spec/DMN/20240513/MODEL/",
     "https://www.omg.org/spec/DMN/20240513/FEEL/", "https://www.omg.org/spec/DMN/20230324/DMNDI/"},
}};

// The newest entry of that number; nullptr where there is none.
const DmnVersion* find_version(std::string_view number);
// Is it the address of FEEL in any version, or its name?
bool is_feel(std::string_view language);
// Of ASCII letters.
std::string lower_case(std::string_view text);

// What Guichet's YAML says and DMN has no word for stands in elements and attributes of this.
inline constexpr std::string_view kGuichetNamespace = "urn:guichet:dmn:1";
inline constexpr std::string_view kWritten = "written";

}  // namespace guichet::dmn
