// The report's page, for ctemplate. Its style stands in the page: the report is one file that is
// mailed, printed and opened from a disk.
#pragma once

#include <string_view>

namespace guichet::reports {

inline constexpr std::string_view kPageTemplate = R"TPL({{%AUTOESCAPE context="HTML"}}<!doctype html>
<html lang="{{LANGUAGE}}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{{TITLE}} - {{DESK}}</title>
<style>
:root { --ink: #1d2733; --soft: #5a6675; --line: #d6dce3; --paper: #fff; --a: #1f5f8b; --b: #7fb069; --c: #b4531f; }
* { box-sizing: border-box; }
body { margin: 0 auto; max-width: 60rem; padding: 2rem 1.25rem 4rem; color: var(--ink); background: var(--paper); font: 16px/1.5 system-ui, "Segoe UI", Roboto, sans-serif; }
header { border-bottom: 3px solid var(--a); padding-bottom: 1rem; margin-bottom: 1.5rem; }
h1 { margin: 0; font-size: 2rem; line-height: 1.2; }
header p { margin: .25rem 0 0; color: var(--soft); font-size: 1.1rem; }
.notice { border-left: 4px solid var(--c); padding: .5rem 1rem; background: #fbf3ee; }
.figures { display: grid; grid-template-columns: repeat(auto-fit, minmax(10.5rem, 1fr)); gap: 1rem; padding: 0; margin: 1.5rem 0 2rem; list-style: none; }
.figures li { border: 1px solid var(--line); border-radius: 6px; padding: .75rem 1rem; break-inside: avoid; }
.figures b { display: block; font-size: 2.2rem; line-height: 1.1; color: var(--a); font-variant-numeric: tabular-nums; }
.figures strong { display: block; }
.figures span { color: var(--soft); font-size: .875rem; }
section { margin: 2.5rem 0; break-inside: avoid; }
h2 { font-size: 1.35rem; border-bottom: 1px solid var(--line); padding-bottom: .25rem; }
svg.chart { width: 100%; height: auto; font-size: 12px; fill: var(--ink); }
svg .s0 { fill: var(--a); } svg .s1 { fill: var(--b); } svg .s2 { fill: var(--c); }
svg line { stroke: var(--soft); }
svg .value, svg .tick { text-anchor: middle; } svg .row { text-anchor: end; font-size: 13px; }
table { border-collapse: collapse; width: 100%; font-variant-numeric: tabular-nums; }
th, td { padding: .35rem .5rem; border-bottom: 1px solid var(--line); text-align: right; }
th:first-child, td:first-child { text-align: left; }
thead th { font-size: .875rem; color: var(--soft); vertical-align: bottom; }
tbody th { font-weight: 500; }
.scroll { overflow-x: auto; }
.note { color: var(--soft); font-size: .9rem; }
summary { cursor: pointer; color: var(--a); margin: .5rem 0; }
@page { size: A4; margin: 16mm; }
@media print { body { padding: 0; font-size: 11pt; } details > *:not(summary) { display: block; } }
</style>
</head>
<body>
<header>
<h1>{{TITLE}}</h1>
<p>{{DESK}}, {{PERIOD}}</p>
</header>
{{#NOTICED}}<p class="notice">{{NOTICE}}</p>
{{/NOTICED}}<ul class="figures">
{{#FIGURE}}<li><b>{{NUMBER}}</b><strong>{{NAME}}</strong><span>{{MEANING}}</span></li>
{{/FIGURE}}</ul>
{{#SECTION}}<section>
<h2>{{TITLE}}</h2>
{{#CHART}}{{SVG:none}}
{{/CHART}}{{#FOLDED}}<details><summary>{{SUMMARY}}</summary><div class="scroll"><table>
<thead><tr>{{#HEAD}}<th scope="col">{{TEXT}}</th>{{/HEAD}}</tr></thead>
<tbody>
{{#ROW}}<tr><th scope="row">{{LABEL}}</th>{{#CELL}}<td>{{TEXT}}</td>{{/CELL}}</tr>
{{/ROW}}</tbody></table></div></details>
{{/FOLDED}}{{#OPEN}}<div class="scroll"><table>
<thead><tr>{{#HEAD}}<th scope="col">{{TEXT}}</th>{{/HEAD}}</tr></thead>
<tbody>
{{#ROW}}<tr><th scope="row">{{LABEL}}</th>{{#CELL}}<td>{{TEXT}}</td>{{/CELL}}</tr>
{{/ROW}}</tbody></table></div>
{{/OPEN}}{{#NOTED}}<p class="note">{{NOTE}}</p>
{{/NOTED}}</section>
{{/SECTION}}</body>
</html>
)TPL";

}  // namespace guichet::reports
