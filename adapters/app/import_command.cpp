#include <fmt/format.h>

#include <future>
#include <iostream>

#include "adapters/app/commands.hpp"
#include "adapters/app/database.hpp"
#include "adapters/app/opening.hpp"
#include "engine/base/file.hpp"
#include "engine/desk/request_rows.hpp"

namespace guichet::app {
namespace {

struct Count {
  std::size_t added = 0, known = 0, refused = 0;
};

// All rows go to the writer at once, so that many share one commit; answers come in their order.
Count take_in(desk::Desk& desk, const desk::RequestTable& table, base::Language language) {
  std::vector<std::future<cases::Outcome>> answers;
  for (const desk::RequestRow& row : table.rows) {
    auto answer = std::make_shared<std::promise<cases::Outcome>>();
    answers.push_back(answer->get_future());
    // The number is the key: a line that was corrected since is as known as one that was not.
    desk.submit({.actor = access::system_actor(), .body = cases::OpenRequest{row.fields}},
                [answer](cases::Outcome outcome) { answer->set_value(std::move(outcome)); });
  }
  Count count;
  for (std::size_t i = 0; i < answers.size(); ++i) {
    const cases::Outcome outcome = answers[i].get();
    if (!outcome) {
      ++count.refused;
      std::cerr << fmt::format("line {}: ", table.rows[i].line);
      report(outcome.error(), language);
    } else {
      ++(outcome->repeated ? count.known : count.added);
    }
  }
  desk.drain();
  return count;
}

}  // namespace

int run_import(const Words& words) {
  const Usage usage{
      .command = "import",
      .summary = "Takes requests in from a CSV file, as spreadsheets write it.",
      .positionals = {"DIR", "FILE.csv"},
      .options = {{"database", "URL", "where cases are kept", true},
                  {"rejected", "FILE.csv", "writes the lines that were not taken, with reasons"}},
      .epilogue =
          "Good lines go in once: the same file again adds nothing. Each bad line is\n"
          "reported with line, column and reason, and nothing of it is kept (exit 1)."};
  const auto arguments = Arguments::parse(usage, words);
  if (!arguments) return arguments.error();
  const base::Language language = arguments->language();
  const auto bytes = base::read_bytes(arguments->at(1));
  if (!bytes) return report(bytes.error(), language);
  auto opened = open_database_desk(arguments->get("database"), arguments->at(0), language);
  if (!opened) return opened.error();
  base::Diagnostics diagnostics;
  const desk::RequestTable table =
      desk::read_requests(arguments->at(1), *bytes, opened->desk->definition(), diagnostics);
  std::cerr << render_text(diagnostics, language);
  if (!table.usable) return kWrongInput;
  const Count count = take_in(*opened->desk, table, language);
  if (arguments->has("rejected")) {
    const auto written =
        base::write_file(arguments->get("rejected"), write_rejected(table, language));
    if (!written) return report(written.error(), language);
  }
  const std::size_t rejected = table.rejected.size() + count.refused;
  std::cout << fmt::format(R"({{"rows":{},"added":{},"known":{},"rejected":{}}})",
                           table.rows.size() + table.rejected.size(), count.added, count.known,
                           rejected)
            << "\n";
  return rejected == 0 ? kDone : kWrongInput;
}

}  // namespace guichet::app
