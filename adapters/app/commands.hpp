// The sub-commands: each takes the words after its name and gives an exit code. One file each.
#pragma once

#include <string>
#include <vector>

namespace guichet::app {

using Words = std::vector<std::string>;

int run_account(const Words& words);
int run_audit(const Words& words);
int run_bench(const Words& words);
int run_case(const Words& words);
int run_check(const Words& words);
int run_convert(const Words& words);
int run_decide(const Words& words);
int run_diagram(const Words& words);
int run_explain(const Words& words);
int run_feel(const Words& words);
int run_import(const Words& words);
int run_migrate(const Words& words);
int run_preview(const Words& words);
int run_publish(const Words& words);
int run_route(const Words& words);
int run_routes(const Words& words);
int run_scenario(const Words& words);
int run_serve(const Words& words);
int run_simulate(const Words& words);
int run_test(const Words& words);

}  // namespace guichet::app
