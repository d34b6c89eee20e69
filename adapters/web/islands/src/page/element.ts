// Elements without markup in strings.
type Child = Node | string | null | undefined;

export function element<K extends keyof HTMLElementTagNameMap>(
  name: K,
  attributes: Record<string, string | boolean | undefined> = {},
  ...children: Child[]
): HTMLElementTagNameMap[K] {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (value === true) made.setAttribute(key, '');
    else if (typeof value === 'string') made.setAttribute(key, value);
  }
  made.append(...children.filter((child): child is Node | string => child != null));
  return made;
}

export function button(label: string, press: () => void, kind = ''): HTMLButtonElement {
  const made = element('button', { type: 'button', class: kind || undefined }, label);
  made.addEventListener('click', press);
  return made;
}

// The part of the page that the server laid out for this, else one made after `anchor`.
export function part(name: string, anchor: Element, make: () => HTMLElement): HTMLElement {
  const found = document.querySelector<HTMLElement>(`[data-part="${name}"]`);
  if (found) return found;
  const made = make();
  made.dataset.part = name;
  anchor.after(made);
  return made;
}
