// Styles by constructed sheets: the page's policy refuses those written into it.
const applied = new Set<string>();

export function applySheet(text: string): void {
  if (applied.has(text)) return;
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(text);
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
  applied.add(text);
}

// Room between the parts that an island adds to its page.
export function space(): void {
  applySheet(`
    [data-part=status], [data-part=editor] + [data-part] { margin-block-start: var(--gap-4); }
    [data-part=coverage], [data-part=diagnostics], [data-part=diagram], [data-part=sample], [data-part=conflict] { margin-block-start: var(--gap-4); }
    :is(.stack, .beside, .field, .beside > .stack) > * { min-width: 0; }
    .stack { grid-template-columns: minmax(0, 1fr); }
    [data-part=status]:empty { display: none; }
    [data-part=diagram] .drawing { overflow: auto; max-height: 80vh; margin-block-start: var(--gap-2); }
    [data-part=diagram] .drawing:not(.large) img { max-width: 100%; height: auto; }
    [data-part=diagram] .drawing.large img { max-width: none; }
    .beside { display: grid; grid-template-columns: minmax(0, 1fr); gap: 1.25rem; align-items: start; }
    @media (min-width: 70rem) {
      .beside { grid-template-columns: minmax(0, 8fr) minmax(0, 5fr); gap: var(--gap-5); }
      .beside > :last-child { position: sticky; top: var(--gap-4); margin-block-start: 1.75rem; }
    }
    [data-part=sample] > * + * { margin-block-start: var(--gap-3); }
    [data-part=sample] pre { white-space: pre-wrap; overflow-wrap: anywhere; font-family: var(--text); }
    [data-part=conflict] pre { max-height: 50vh; overflow: auto; }
  `);
}
