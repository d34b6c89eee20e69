// Makes the forms quicker for whoever types: codes by a few letters, a firm by its SIRET, cases that
// look alike, Ctrl + Enter. Without it the same forms work, by the browser's own lists.
'use strict';
(() => {
  const form = document.querySelector('form.intake, form.ask');
  if (!form) return;
  const told = form.querySelector('[data-told]');
  const say = (text) => { if (told) told.textContent = text; };
  const filled = (pattern, ...values) =>
    (pattern || '').replace(/\{(\d)\}/g, (_, at) => values[Number(at)] ?? '');
  const make = (name, attributes = {}, text = '') => {
    const out = document.createElement(name);
    Object.entries(attributes).forEach(([key, value]) => out.setAttribute(key, value));
    out.textContent = text;
    return out;
  };
  // The last question asked is the one that is answered.
  const asker = () => {
    let current = null;
    return async (address) => {
      current?.abort();
      current = new AbortController();
      try {
        const answer = await fetch(address, { signal: current.signal, headers: { Accept: 'application/json' } });
        return { status: answer.status, body: await answer.json() };
      } catch {
        return null;  // left for another question, or no line: what was typed stands
      }
    };
  };
  const later = (wait, work) => {
    let timer = 0;
    return () => { clearTimeout(timer); timer = setTimeout(work, wait); };
  };

  form.addEventListener('keydown', (event) => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      form.requestSubmit();
    }
  });
  form.querySelector('.shortcut')?.removeAttribute('hidden');

  // -- a line of a list, by a few letters --------------------------------------------------------
  function suggest(input) {
    const list = make('ul', { role: 'listbox', id: `${input.id}-lines`, class: 'lines', hidden: '',
      'aria-label': input.labels[0]?.firstChild.textContent.trim() ?? '' });
    input.removeAttribute('list');
    Object.entries({ role: 'combobox', 'aria-autocomplete': 'list', 'aria-expanded': 'false',
      'aria-controls': list.id }).forEach(([key, value]) => input.setAttribute(key, value));
    input.after(list);
    const ask = asker();
    let at = -1;
    const options = () => [...list.children];
    const close = () => {
      list.hidden = true;
      at = -1;
      input.setAttribute('aria-expanded', 'false');
      input.removeAttribute('aria-activedescendant');
    };
    const mark = (next) => {
      at = next;
      options().forEach((each, i) => each.setAttribute('aria-selected', String(i === at)));
      if (at < 0) return input.removeAttribute('aria-activedescendant');
      input.setAttribute('aria-activedescendant', options()[at].id);
      options()[at].scrollIntoView({ block: 'nearest' });
    };
    const take = (option) => {
      input.value = option.dataset.line;
      close();
      input.dispatchEvent(new Event('change', { bubbles: true }));
    };
    const show = (lines) => {
      list.replaceChildren(...lines.map(({ code, label }, i) => {
        const line = label === code ? code : `${label} (${code})`;
        return make('li', { role: 'option', id: `${list.id}-${i}`, 'data-line': line, 'aria-selected': 'false' }, line);
      }));
      list.hidden = lines.length === 0;
      input.setAttribute('aria-expanded', String(lines.length > 0));
      mark(-1);
      say(lines.length === 0 ? form.dataset.noLine ?? '' : filled(form.dataset.linesFound, lines.length));
    };
    const look = later(120, async () => {
      const text = input.value.trim();
      if (text === '') return close();
      const answer = await ask(`/api/referentials/${encodeURIComponent(input.dataset.codes)}?text=${encodeURIComponent(text)}`);
      if (answer?.status === 200 && document.activeElement === input) show(answer.body.lines);
    });
    input.addEventListener('input', look);
    input.addEventListener('blur', () => {
      // A single line that fits is the one that was meant.
      if (!list.hidden && options().length === 1) take(options()[0]);
      close();
    });
    list.addEventListener('mousedown', (event) => {
      event.preventDefault();
      const option = event.target.closest('[role=option]');
      if (option) take(option);
    });
    input.addEventListener('keydown', (event) => {
      if (list.hidden || event.ctrlKey || event.metaKey) return;
      const size = options().length;
      const keys = {
        ArrowDown: () => mark((at + 1) % size),
        ArrowUp: () => mark((at - 1 + size) % size),
        Enter: () => (at >= 0 ? take(options()[at]) : close()),
        Escape: close,
      };
      if (!keys[event.key]) return;
      event.preventDefault();
      keys[event.key]();
    });
  }
  form.querySelectorAll('input[data-codes]').forEach(suggest);

  // -- a firm by its SIRET -----------------------------------------------------------------------
  const byName = (name) => form.elements.namedItem(name);
  function complain(input, sentence) {
    const id = `${input.id}-error`;
    document.getElementById(id)?.remove();
    const others = (input.getAttribute('aria-describedby') ?? '').split(' ').filter((each) => each && each !== id);
    input.removeAttribute('aria-invalid');
    if (sentence) {
      input.setAttribute('aria-invalid', 'true');
      input.closest('.field').append(make('p', { class: 'error', id, role: 'alert' }, sentence));
      others.unshift(id);
    }
    if (others.length > 0) input.setAttribute('aria-describedby', others.join(' '));
    else input.removeAttribute('aria-describedby');
  }
  // Only what is empty: nothing that was typed is written over.
  function fillIn({ source, fields }, own, note) {
    const done = fields.filter(({ id, value }) => {
      const input = byName(id);
      if (!input || id === own.name || input.value !== '' || !('value' in input)) return false;
      input.value = value;
      return input.value !== '';
    });
    note.textContent = done.length > 0
      ? filled(form.dataset.firmFilled, source, done.map(({ label, shown }) => `${label} ${shown}`).join(', '))
      : filled(form.dataset.firmKnown, source);
  }
  function lookUp(input) {
    const ask = asker();
    const note = make('p', { class: 'help', role: 'status' });
    input.closest('.field').append(note);
    input.addEventListener('change', async () => {
      const digits = input.value.replace(/\D/g, '');
      note.textContent = '';
      complain(input, '');
      if (input.value.trim() === '') return;
      const answer = await ask(`/api/firms/${encodeURIComponent(digits || input.value.trim())}`);
      if (answer?.status === 422) complain(input, answer.body.reasons[0].text);
      if (answer?.status === 200 && answer.body.found) fillIn(answer.body, input, note);
    });
  }
  form.querySelectorAll('input[data-siret]').forEach(lookUp);

  // -- cases that look alike ---------------------------------------------------------------------
  const doubles = form.querySelector('[data-doubles]');
  if (doubles) {
    const ask = asker();
    const inputs = [...form.querySelectorAll('input[data-watched]')];
    const passed = new Set();
    let shown = [];
    const look = later(200, async () => {
      const query = new URLSearchParams(inputs.filter(({ value }) => value.trim() !== '').map(({ name, value }) => [name, value.trim()]));
      const answer = await ask(`/api/duplicates?${query}`);
      if (answer?.status !== 200) return;
      shown = answer.body.cases.filter((each) => !passed.has(each.case));
      doubles.querySelector('ul').replaceChildren(...shown.map((each) => {
        const line = make('li', {}, `${each.number} ${each.person || each.firm} (${doubles.dataset[each.by]}) · `);
        line.append(make('a', { href: `/cases/${each.case}`, 'aria-label': `${doubles.dataset.open} : ${each.number}` }, doubles.dataset.open));
        return line;
      }));
      doubles.hidden = shown.length === 0;
      if (shown.length > 0) say(doubles.textContent.replace(/\s+/g, ' ').trim());
    });
    inputs.forEach((input) => input.addEventListener('input', look));
    doubles.querySelector('button').addEventListener('click', () => {
      shown.forEach((each) => passed.add(each.case));
      doubles.hidden = true;
      inputs.at(-1)?.focus();
    });
  }
})();
