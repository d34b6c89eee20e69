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
    [data-part][data-part] { margin-block-start: var(--gap-4); }
    [data-part=status]:empty { display: none; }
    [data-part=diagram] img { max-width: 100%; height: auto; }
    [data-part=conflict] pre { max-height: 50vh; overflow: auto; }
  `);
}
