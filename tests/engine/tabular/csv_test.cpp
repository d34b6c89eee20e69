#include <catch2/catch.hpp>

#include <filesystem>
#include <iostream>

#include "engine/base/file.hpp"
#include "engine/tabular/csv.hpp"

using namespace guichet;
using Codes = std::vector<std::string>;
using Texts = std::vector<std::string>;

namespace {

struct ReadCsv {
  explicit ReadCsv(std::string_view bytes)
      : table(tabular::read_csv("test.csv", bytes, diagnostics)) {}

  Codes codes() const {
    Codes found;
    for (const auto& diagnostic : diagnostics.sorted()) found.emplace_back(diagnostic.code());
    return found;
  }
  Texts row(std::size_t index) const { return texts(table.rows.at(index).cells); }
  static Texts texts(const std::vector<tabular::Cell>& cells) {
    Texts found;
    for (const auto& cell : cells) found.push_back(cell.text);
    return found;
  }
  std::string place(const base::Location& at) const {
    const base::Place place = table.source->place_of(at.offset);
    return std::to_string(place.line) + ":" + std::to_string(place.column);
  }

  base::Diagnostics diagnostics;
  tabular::Table table;
};

std::string utf16(std::u16string_view text, bool big_endian) {
  std::string out = big_endian ? "\xFE\xFF" : "\xFF\xFE";
  for (const char16_t unit : text) {
    const char high = static_cast<char>(unit >> 8);
    const char low = static_cast<char>(unit & 0xFF);
    out += big_endian ? high : low;
    out += big_endian ? low : high;
  }
  return out;
}

}  // namespace

TEST_CASE("rows come under their header, line by line") {
  const ReadCsv read("nom;ville\nCance;Fons\nSalvan;Figeac\n");

  CHECK(read.diagnostics.empty());
  CHECK(read.table.delimiter == ';');
  CHECK(read.table.encoding == "UTF-8");
  CHECK(ReadCsv::texts(read.table.header) == Texts{"nom", "ville"});
  REQUIRE(read.table.rows.size() == 2);
  CHECK(read.row(1) == Texts{"Salvan", "Figeac"});
  CHECK(read.table.rows[1].line == 3);
}

TEST_CASE("the same table reads the same in every encoding") {
  const std::vector<std::pair<std::string, std::string>> files = {
      {"nom;ville\nÉlodie;Cœur – 5 €\n", "UTF-8"},
      {"\xEF\xBB\xBFnom;ville\nÉlodie;Cœur – 5 €\n", "UTF-8"},
      {"nom;ville\n\xC9lodie;C\x9Cur \x96 5 \x80\n", "Windows-1252"},
      {utf16(u"nom;ville\nÉlodie;Cœur – 5 €\n", false), "UTF-16"},
      {utf16(u"nom;ville\nÉlodie;Cœur – 5 €\n", true), "UTF-16"},
  };
  for (const auto& [bytes, encoding] : files) {
    const ReadCsv read(bytes);
    INFO(encoding);
    CHECK(read.diagnostics.empty());
    CHECK(read.table.encoding == encoding);
    CHECK(ReadCsv::texts(read.table.header) == Texts{"nom", "ville"});
    REQUIRE(read.table.rows.size() == 1);
    CHECK(read.row(0) == Texts{"Élodie", "Cœur – 5 €"});
    CHECK(read.place(read.table.rows[0].cells[1].at) == "2:8");
  }
}

TEST_CASE("the delimiter is the header line's, outside quotes") {
  CHECK(ReadCsv("a,b,c\n1,2,3\n").table.delimiter == ',');
  CHECK(ReadCsv("a\tb\n1\t2\n").table.delimiter == '\t');
  CHECK(ReadCsv("\"a,x,y,z\";b\n1;2\n").table.delimiter == ';');
  CHECK(ReadCsv("a;b\n\"1,2,3\";2\n").table.delimiter == ';');
  CHECK(ReadCsv("alone\n1\n").table.rows.size() == 1);
  CHECK(ReadCsv("a,b\n\"x, y\",2\n").row(0) == Texts{"x, y", "2"});
}

TEST_CASE("quoted cells hold delimiters, quotes and line ends, and know their places") {
  const ReadCsv read("id;note;fin\r\n1;\"dit \"\"oui\"\"; puis\r\nnon\";x\r\n2;y;z\r\n");

  CHECK(read.diagnostics.empty());
  REQUIRE(read.table.rows.size() == 2);
  CHECK(read.row(0) == Texts{"1", "dit \"oui\"; puis\r\nnon", "x"});
  const tabular::Cell& note = read.table.rows[0].cells[1];
  CHECK(read.place(note.at) == "2:4");
  CHECK(read.table.source->text().substr(note.at.offset, note.at.length) ==
        "dit \"\"oui\"\"; puis\r\nnon");
  CHECK(read.place(read.table.rows[0].cells[2].at) == "3:6");
  CHECK(read.table.rows[1].line == 4);
}

TEST_CASE("a located cell knows each byte behind doubled quotes") {
  const ReadCsv read("rule;when\nR1;\"\"\"creation\"\", \"\"x\"\" or y\"\n");

  const tabular::Cell& cell = read.table.rows[0].cells[1];
  const base::LocatedText located = cell.located();
  CHECK(located.text() == "\"creation\", \"x\" or y");
  CHECK(read.place(located.at(located.text().find("creation"))) == "2:7");
  CHECK(read.place(located.at(located.text().find("x"))) == "2:21");
  CHECK(read.place(located.at(located.text().find("y"))) == "2:28");
  CHECK(read.table.rows[0].cells[0].located().text() == "R1");
}

TEST_CASE("lines without text are left out, in the middle and at the end") {
  const ReadCsv read("\r\na;b\r\n\r\n1;2\r\n;\r\n  ; \r\n3;4\r\n;;;;\r\n\r\n");

  CHECK(read.diagnostics.empty());
  REQUIRE(read.table.rows.size() == 2);
  CHECK(read.table.rows[0].line == 4);
  CHECK(read.table.rows[1].line == 7);
}

TEST_CASE("the last line needs no end, and may end in an empty cell") {
  CHECK(ReadCsv("a;b\n1;2").row(0) == Texts{"1", "2"});
  CHECK(ReadCsv("a;b\n1;").row(0) == Texts{"1", ""});
  CHECK(ReadCsv("a;b\n1;\"2\"").row(0) == Texts{"1", "2"});
  CHECK(ReadCsv("a;b\n1;\"\"").row(0) == Texts{"1", ""});
}

TEST_CASE("cells keep their blanks and header names lose theirs") {
  const ReadCsv read(" a ;\" b\"\n 1 ; 2\n");

  CHECK(ReadCsv::texts(read.table.header) == Texts{"a", "b"});
  CHECK(read.place(read.table.header[1].at) == "1:7");
  CHECK(read.row(0) == Texts{" 1 ", " 2"});
}

TEST_CASE("a quote inside an unquoted cell is a character like any other") {
  CHECK(ReadCsv("a;b\n5\" tube;x\n").row(0) == Texts{"5\" tube", "x"});
}

TEST_CASE("every row at fault is reported and left out") {
  const ReadCsv read("a;b\n1\n2;3\n4;5;6\n\"7\"x;8\n9;10\n");

  CHECK(base::render_text(read.diagnostics, base::Language::en) ==
        "test.csv:2:1: error [csv-row-width]: this row has 1 cells, the header has 2\n"
        "    2 | 1\n"
        "      | ^\n"
        "test.csv:4:1: error [csv-row-width]: this row has 3 cells, the header has 2\n"
        "    4 | 4;5;6\n"
        "      | ^ a cell that contains ';' is written in quotes\n"
        "test.csv:5:4: error [csv-text-after-quote]: text follows the closing quote\n"
        "    5 | \"7\"x;8\n"
        "      |    ^ inside a cell double it: \"\"\n");
  REQUIRE(read.table.rows.size() == 2);
  CHECK(read.row(0) == Texts{"2", "3"});
  CHECK(read.row(1) == Texts{"9", "10"});
}

TEST_CASE("an open quote is reported where it opens") {
  const ReadCsv read("a;b\n1;2\n3;\"4\n5;6\n");

  REQUIRE(read.codes() == Codes{"csv-open-quote"});
  CHECK(read.place(read.diagnostics.list()[0].at) == "3:3");
  CHECK(read.table.rows.size() == 1);
}

TEST_CASE("a header without a name, with one twice, or none at all is refused") {
  CHECK(ReadCsv("").codes() == Codes{"csv-empty"});
  CHECK(ReadCsv("\n \n").codes() == Codes{"csv-empty"});
  const ReadCsv read("a;;b;a;\n1;2;3;4;5\n");
  CHECK(read.codes() == Codes{"csv-unnamed-column", "csv-duplicate-column", "csv-unnamed-column"});
  CHECK(read.table.rows.empty());
  CHECK(ReadCsv("\"a;b\n1;2\n").codes() == Codes{"csv-open-quote"});
}

TEST_CASE("what is no CSV at all is refused in one sentence") {
  CHECK(ReadCsv(std::string_view("PK\x03\x04\x14\x00\x06", 7)).codes() ==
        Codes{"csv-is-spreadsheet"});
  CHECK(ReadCsv(std::string_view("a;b\n1\0;2\n", 9)).codes() == Codes{"csv-control-character"});
  CHECK(ReadCsv("a;b\r1;2\r").codes() == Codes{"csv-lone-return"});
}

TEST_CASE("the year of requests reads whole") {
  const std::string path = GUICHET_ROOT "/../shared/data/demandes-2009.csv";
  if (!std::filesystem::exists(path)) {
    std::cout << "not run: ../shared is absent\n";
    return;
  }
  const ReadCsv read(*base::read_bytes(path));

  CHECK(read.diagnostics.empty());
  CHECK(read.table.rows.size() == 114);
  CHECK(read.table.header.front().text == "numero");
  CHECK(read.table.header.size() == 20);
  CHECK(read.row(1)[5] == "Élodie");
}

TEST_CASE("a written row reads back, formulas made harmless") {
  const std::string line =
      tabular::write_row({"a;b", "dit \"oui\"", "l1\nl2", "", "été", "=1+1", "@x", "+33 5 65"});

  CHECK(line == "\"a;b\";\"dit \"\"oui\"\"\";\"l1\nl2\";;été;'=1+1;'@x;'+33 5 65\r\n");
  const ReadCsv read("a;b;c;d;e;f;g;h\r\n" + line);
  CHECK(read.row(0) ==
        Texts{"a;b", "dit \"oui\"", "l1\nl2", "", "été", "'=1+1", "'@x", "'+33 5 65"});
}

TEST_CASE("plain numbers stay numbers, all other starts of a formula do not") {
  CHECK(tabular::write_row({"-12", "+3", "-12.5", "-0,5"}) == "-12;+3;-12.5;-0,5\r\n");
  CHECK(tabular::write_row({"-", "-1-1", "-1.2.3", "-.5", "--1"}) ==
        "'-;'-1-1;'-1.2.3;'-.5;'--1\r\n");
  CHECK(tabular::write_row({"\t=x", "\r=x"}) == "'\t=x;\"'\r=x\"\r\n");
}

TEST_CASE("sixteen thousand rows are read in a moment") {
  std::string text = "id;theme;commune;naf;effectif;note\n";
  for (int i = 0; i < 16'000; ++i) {
    text += std::to_string(i) + ";creation;46102;43.21A;\"[0..20)\";" + std::string(60, 'x') + "\n";
  }
  const auto begin = std::chrono::steady_clock::now();
  const ReadCsv read(text);
  const std::chrono::duration<double> taken = std::chrono::steady_clock::now() - begin;

  CHECK(read.table.rows.size() == 16'000);
  CHECK(taken.count() < 0.5);  // about 0.02 s on a quiet machine
}
