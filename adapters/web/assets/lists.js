// Long lists of codes come by a few letters, where the page leaves them out: into the browser's own
// list of suggestions. Without it a code is typed whole, or the words that stand for it.
'use strict';
(() => {
  let asked = null;
  document.addEventListener('input', async (event) => {
    const input = event.target;
    const id = input.dataset?.codes;
    if (!id || input.getAttribute('role') === 'combobox') return;
    let list = document.getElementById(`list-${id}`);
    if (list && !list.dataset.asked) return;  // the page has it whole
    if (!list) {
      list = document.createElement('datalist');
      list.id = `list-${id}`;
      list.dataset.asked = 'yes';
      document.body.append(list);
    }
    asked?.abort();
    asked = new AbortController();
    try {
      const answer = await fetch(`/api/referentials/${encodeURIComponent(id)}?text=${encodeURIComponent(input.value)}`,
        { signal: asked.signal, headers: { Accept: 'application/json' } });
      if (!answer.ok) return;
      const { lines } = await answer.json();
      list.replaceChildren(...lines.map(({ code, label }) => {
        const option = document.createElement('option');
        option.value = label === code ? code : `${label} (${code})`;
        return option;
      }));
    } catch {
      // asked anew, or no line: what was typed stands
    }
  });
})();
