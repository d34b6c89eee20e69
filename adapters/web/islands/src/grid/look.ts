// The grid's own look; the rest is the desk's .grid-table.
export const gridSheet = `
.rules { border-collapse: separate; border-spacing: 0; }
.rules th, .rules td { border: 0 solid var(--line); border-width: 0 1px 1px 0; padding: .35rem .55rem; vertical-align: top;
  min-width: 5rem; font-family: var(--mono); font-size: var(--small); background: var(--card); white-space: pre-wrap; }
.rules thead th { background: var(--sunk); font-family: var(--text); text-align: left; border-top-width: 1px; }
.rules tr > :first-child { border-left-width: 1px; position: sticky; left: 0; font-weight: 600; text-align: left; z-index: 1; white-space: nowrap; }
.rules .output { background: color-mix(in srgb, var(--sand) 28%, var(--card)); }
.rules thead .output { background: var(--sand); color: var(--on-sand); }
.rules .first-output { border-left: 3px double var(--strong); }
.rules thead small { display: block; font-weight: 400; font-size: var(--tiny); color: inherit; font-family: var(--mono); }
.rules [aria-selected=true] { background: var(--tint); }
.rules [tabindex]:focus { outline: 3px solid var(--accent); outline-offset: -3px; }
.rules [aria-invalid=true] { box-shadow: inset 0 -3px 0 var(--late); }
.rules tr.unreachable > * { color: var(--soft); }
.rules .tag { display: block; width: fit-content; margin-top: .25rem; font-family: var(--text); }
.rules td.editing { padding: 0; min-width: 12rem; }
.rules td.editing input, .rules th.editing input { width: 100%; min-height: 2.25rem; font: inherit; padding: .35rem .55rem;
  background: var(--card); color: var(--ink); border: 2px solid var(--accent); border-radius: 0; outline: none; }
.grid-bar { display: flex; flex-wrap: wrap; gap: .5rem; margin: .75rem 0; }
`;
