#include "tests/workflows/defects/defect.hpp"

#include <catch2/catch.hpp>
#include <sstream>

#include "engine/base/file.hpp"

namespace guichet::tests {

namespace {

std::string unescaped(const std::string& text) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] != '\\' || i + 1 == text.size()) {
      out += text[i];
    } else if (text[++i] == 't') {
      out += '\t';
    } else if (text[i] == 'x') {
      out += static_cast<char>(std::stoi(text.substr(i + 1, 2), nullptr, 16));
      i += 2;
    } else {
      out += text[i];
    }
  }
  return out;
}

class Reader {
 public:
  explicit Reader(std::string path) : path_(std::move(path)) {}

  std::vector<Defect> read() {
    const auto bytes = base::read_bytes(path_);
    REQUIRE(bytes);
    std::istringstream lines(*bytes);
    for (std::string line; std::getline(lines, line);) {
      ++number_;
      if (!line.empty() && line.front() != '#') read(line);
    }
    return std::move(defects_);
  }

 private:
  static bool take(const std::string& line, const std::string& prefix, std::string& rest) {
    if (!line.starts_with(prefix)) return false;
    rest = line.substr(prefix.size());
    return true;
  }

  Defect::Edit& edit() { return defects_.back().edits.back(); }
  static void add_line(std::string& text, const std::string& line) {
    text += (text.empty() ? "" : "\n") + line;
  }

  void read(const std::string& line) {
    std::string rest;
    if (take(line, "== ", rest)) {
      const std::string file = path_.substr(path_.rfind('/') + 1);
      defects_.push_back({});
      defects_.back().source = file + ":" + std::to_string(number_);
      defects_.back().title = rest;
      return;
    }
    INFO(path_ << ":" << number_ << ": " << line);
    REQUIRE(!defects_.empty());
    Defect& defect = defects_.back();
    if (take(line, "file: ", rest)) {
      defect.edits.push_back({rest, "", "", false});
    } else if (take(line, "delete: ", rest)) {
      defect.edits.push_back({rest, "", "", true});
    } else if (take(line, "< ", rest)) {
      add_line(edit().from, rest);
    } else if (take(line, ">\\ ", rest)) {
      add_line(edit().to, unescaped(rest));
    } else if (take(line, "> ", rest) || take(line, ">", rest)) {
      add_line(edit().to, rest);
    } else if (take(line, "also: ", rest)) {
      defect.also.push_back(rest);
    } else if (line == "no hint") {
      defect.no_hint = true;
    } else if (take(line, "at: ", rest)) {
      const std::size_t bar = rest.find(" | ");
      REQUIRE(bar != std::string::npos);
      defect.at_file = rest.substr(0, bar);
      defect.at_text = rest.substr(bar + 3);
    } else {
      const std::size_t space = line.find(' ');
      REQUIRE(space != std::string::npos);
      defect.severity = line.substr(0, space);
      defect.code = line.substr(space + 1);
    }
  }

  std::string path_;
  std::vector<Defect> defects_;
  int number_ = 0;
};

// The place of a byte as people count: columns in characters.
std::string place_at(const std::string& file, const std::string& text, std::size_t offset) {
  int line = 1, column = 1;
  for (std::size_t i = 0; i < offset; ++i) {
    if (text[i] == '\n') {
      ++line;
      column = 1;
    } else if ((static_cast<unsigned char>(text[i]) & 0xC0U) != 0x80U) {
      ++column;
    }
  }
  return file + ":" + std::to_string(line) + ":" + std::to_string(column);
}

std::string without_mark(std::string text, std::size_t& mark) {
  mark = text.find('^');
  if (mark != std::string::npos) text.erase(mark, 1);
  return text;
}

}  // namespace

std::vector<Defect> read_defects(const std::string& path) {
  return Reader(path).read();
}

std::string apply(Defect& defect, std::map<std::string, std::string>& files) {
  for (const Defect::Edit& edit : defect.edits) {
    if (edit.deletes) {
      if (files.erase(edit.file) == 0) return "no such file: " + edit.file;
      continue;
    }
    std::size_t mark = 0, from = 0;
    const std::string to = without_mark(edit.to, mark);
    std::string& text = files[edit.file];
    if (edit.from.empty()) {
      text = to + "\n";
    } else {
      from = text.find(edit.from);
      if (from == std::string::npos) return "not in the sound desk: " + edit.from;
      if (text.find(edit.from, from + 1) != std::string::npos) {
        return "more than once in the sound desk: " + edit.from;
      }
      text.replace(from, edit.from.size(), to);
    }
    if (mark != std::string::npos) defect.place = place_at(edit.file, text, from + mark);
  }
  if (defect.at_file.empty()) return "";
  std::size_t mark = 0;
  const std::string around = without_mark(defect.at_text, mark);
  const std::string& text = files[defect.at_file];
  const std::size_t found = text.find(around);
  if (found == std::string::npos) return "not in the edited desk: " + around;
  if (mark != std::string::npos) defect.place = place_at(defect.at_file, text, found + mark);
  return "";
}

}  // namespace guichet::tests
