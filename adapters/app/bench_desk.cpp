#include "adapters/app/bench_desk.hpp"

namespace guichet::app {

std::map<std::string, std::string> bench_desk_files() {
  return {
      {"desk.yaml", R"YAML(guichet: desk/1
name: Bench
languages: [en]
address: nowhere
phone: "01632 960001"
email: desk@example.test
calendar: weekdays
person: {name: [name], phone: phone}
roles:
  adviser: {title: Adviser, bind: case.owner}
  maker:   {title: Maker, bind: person}
staff:
  robin: {name: Robin Hale, email: robin@example.test, roles: [adviser]}
)YAML"},
      {"fields.yaml", R"YAML(guichet: fields/1
classes: {contact: {keep: P2Y}}
fields:
  reference:   {of: request, type: text, label: Reference}
  received_on: {of: request, type: date, label: Received on}
  themes:      {of: request, type: list of choice, label: Themes, values: [round, long]}
  description: {of: request, type: text, class: contact, label: Description}
  name:        {of: person, type: text, class: contact, label: Name}
  phone:       {of: person, type: phone, class: contact, label: Telephone}
  theme:       {of: need, type: choice, label: Theme, values: [round, long]}
)YAML"},
      {"intake.yaml", R"YAML(guichet: intake/1
workflow: enquiry
key: reference
received: received_on
required: [name, phone]
formats: {date: yyyy-mm-dd, list: "|"}
eligibility: eligibility
paths: {round: round, long: long}
owner: adviser
)YAML"},
      {"partners.yaml", R"YAML(guichet: partners/1
partners:
  nobody: {name: Nobody, head: {name: Nobody, email: nobody@example.test}, channel: email}
)YAML"},
      {"calendars/weekdays.yaml", R"YAML(guichet: calendar/1
id: weekdays
zone: Europe/Paris
week: [monday, tuesday, wednesday, thursday, friday]
fire_at: "09:00"
holidays: [{name: New Year's Day, on: "01-01"}, {name: Easter Monday, easter: 1}]
)YAML"},
      {"rules/eligibility.yaml", R"YAML(guichet: decision-table/1
id: eligibility
hit: F
inputs: {name: {expr: name, type: string}}
outputs: {verdict: {type: string, values: '"take_in", "refuse", "ask"'}}
rules: |
  | id   | name || verdict   |
  | R-IN | -    || "take_in" |
)YAML"},
      {"workflows/enquiry.yaml", R"YAML(guichet: workflow/1
id: enquiry
kind: request
fields: [reference, received_on, themes, description]
initial: new
states:
  new:
    timers: {drop: {after: 20bd, goto: dropped}}
    actions: {qualify: {by: [adviser], require: [themes], goto: running}}
    events: {intake.take_in: {goto: running}}
  running:
    always: [{when: count(children) > 0 and every c in children satisfies c.outcome != null, goto: over}]
  over:    {final: true, outcome: over}
  dropped: {final: true, outcome: dropped}
)YAML"},
      {"workflows/round.yaml", R"YAML(guichet: workflow/1
id: round
kind: need
fields: [theme]
initial: reception
states:
  reception:   {actions: {next: {by: [adviser], goto: diagnosis}, stop: {by: [adviser], goto: over}}}
  diagnosis:   {actions: {next: {by: [adviser], goto: orientation}}}
  orientation: {actions: {next: {by: [adviser], goto: support}}}
  support:     {actions: {next: {by: [adviser], goto: reception}}}
  over:        {final: true, outcome: over}
)YAML"},
      {"workflows/long.yaml", R"YAML(guichet: workflow/1
id: long
kind: need
fields: [theme]
initial: support
states:
  support:
    timers:
      reminder: {every: 1 month, times: 59, do: [{note: "= \"Month of \" + string(today())"}]}
      review:   {every: 3 months, times: 19, open_task: {title: Review, by: [adviser], due: 10bd}}
      end:      {after: 60 months, goto: over}
  over: {final: true, outcome: over}
)YAML"},
  };
}

}  // namespace guichet::app
