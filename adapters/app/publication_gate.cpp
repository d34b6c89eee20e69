#include "adapters/app/publication_gate.hpp"

#include <iostream>

namespace guichet::app {

void print_gate(const publishing::Gate& gate, base::Language language) {
  std::cerr << render_text(gate.diagnostics, language);
  for (const scenarios::Failure& failure : gate.tests.failures) {
    std::cerr << failure.scenario << ": " << failure.what << "\n";
  }
}

}  // namespace guichet::app
