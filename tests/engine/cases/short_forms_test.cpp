// What the language's verbs and short forms do to a case.
#include "tests/support/case_fixture.hpp"

using namespace guichet;
using guichet::tests::CaseFixture;
using guichet::tests::changed_desk;
using guichet::tests::kNudge;

namespace {

const std::string kPath = "workflows/help.yaml";

std::vector<std::string> titles(const CaseFixture& kase) {
  std::vector<std::string> out;
  for (const cases::Task& task : kase.instance(2).tasks) out.push_back(task.title);
  return out;
}

}  // namespace

TEST_CASE("what is sent for later comes on its day; cancelled, it does not come") {
  const auto desk = changed_desk({{kPath, "    timers:\n",
                                   "    entry: [{send: {id: call, event: call.now, after: 5bd}}]\n"
                                   "    events: {call.now: {goto: dropped}}\n"
                                   "    timers:\n"},
                                  {kPath, "      pass_on:\n",
                                   "      stop: {by: [adviser], do: [{cancel: call}]}\n"
                                   "      pass_on:\n"}});
  CaseFixture left{.desk = desk}, stopped{.desk = desk};
  REQUIRE((left.open_maker() && stopped.open_maker()));
  REQUIRE(left.due(2, "call") == "2026-03-09");

  REQUIRE(stopped.act(2, "stop"));

  CHECK(stopped.due(2, "call").empty());
  CHECK(stopped.is_in(2, "with_us"));
  REQUIRE(left.fire(2, "call"));
  CHECK(left.is_in(2, "dropped"));
}

TEST_CASE("what follows a timer's last time runs then and not before") {
  CaseFixture kase{
      .desk = changed_desk({{kPath, kNudge,
                             "      nudge:  {every: 3bd, times: 2, remind: adviser, then: {task: "
                             "Call the maker}}\n"}})};
  REQUIRE(kase.open_maker());

  REQUIRE(kase.fire(2, "nudge"));
  CHECK(titles(kase) == std::vector<std::string>{"Advise the maker"});
  CHECK(kase.sent() == std::vector<std::string>{"relance-adviser to robin"});

  REQUIRE(kase.fire(2, "nudge"));
  CHECK(titles(kase) == std::vector<std::string>{"Advise the maker", "Call the maker"});
  CHECK(kase.sent() == std::vector<std::string>{"relance-adviser to robin"});
  CHECK(kase.due(2, "nudge").empty());
}

TEST_CASE("a checklist goes on when all of it is done") {
  CaseFixture kase{
      .desk = changed_desk(
          {{"fields.yaml", "  result:", "  plan: {of: need, type: text, label: Plan}\n  result:"},
           {kPath, "fields: [theme, result]", "fields: [theme, result, plan]"},
           {kPath, "      pass_on:\n",
            "      prepare: {by: [adviser], goto: ready}\n"
            "      pass_on:\n"},
           {kPath, "  with_partner:\n",
            "  ready:\n"
            "    checklist: {plan: adviser, visit: adviser, then: with_us}\n"
            "    timers: {forget: {after: 60bd, goto: dropped}}\n"
            "  with_partner:\n"}})};
  REQUIRE(kase.open_maker());
  REQUIRE(kase.act(2, "prepare"));
  CHECK(titles(kase) == std::vector<std::string>{"Plan", "visit"});

  CHECK_FALSE(kase.act(2, "plan"));  // without the plan
  REQUIRE(kase.act(2, "plan", {{"plan", tests::text("A lathe, and then a shop")}}));
  CHECK(titles(kase) == std::vector<std::string>{"visit"});
  REQUIRE(kase.act(2, "visit"));

  CHECK(kase.is_in(2, "with_us"));
}

TEST_CASE("a state's fields say who may write what there") {
  CaseFixture kase{
      .desk = changed_desk({{kPath, "Finish, by: [adviser]", "Finish, by: [adviser, maker]"},
                            {kPath, "    task: {title: Advise",
                             "    fields: {adviser: {visible: [result]}, maker: {edit: [result]}}\n"
                             "    task: {title: Advise"}})};
  REQUIRE(kase.open_maker());

  CHECK_FALSE(kase.act(2, "finish", {{"result", tests::text("helped")}}));

  CHECK(kase.reasons() == std::vector<std::string>{"field-not-yours"});
}
