// What a definition page links. Each island is fetched only where the page has one; this file
// exports nothing, since the page and the parts would otherwise hold it under two addresses.
async function mount(place: HTMLElement): Promise<void> {
  if (place instanceof HTMLTextAreaElement && place.dataset.island === 'editor') {
    (await import('./editor/island.ts')).mountEditor(place);
  } else if (place.dataset.island === 'grid') {
    await (await import('./grid/island.ts')).mountGrid(place);
  }
}

for (const place of document.querySelectorAll<HTMLElement>('[data-island]')) {
  // The page below stays as the server wrote it, and works; the log tells the developer.
  mount(place).catch((fault: unknown) => console.error(`island ${place.dataset.island}:`, fault));
}
