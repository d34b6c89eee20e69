// The path as the text has it, drawn by the server. An image cannot run what a text might smuggle in.
import type { Definition } from '../api/definition.ts';
import { Refusal } from '../../../client/client.ts';
import { button, element } from '../page/element.ts';
import { say } from '../page/words.ts';

const entities: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'", apos: "'" };

// Read without parsing: the page's policy would report the drawing's own style.
function labelOf(svg: string): string | undefined {
  const label = /<svg[^>]*\saria-label="([^"]*)"/.exec(svg)?.[1];
  return label?.replace(/&(#?\w+);/g, (whole, name: string) => entities[name] ?? whole);
}

export class Diagram {
  private readonly picture = element('img', { alt: say('diagram') });
  private readonly caption = element('figcaption', { class: 'help' });
  private readonly frame = element('div', { class: 'drawing', role: 'group', tabindex: '0', 'aria-label': say('diagram') },
    this.picture);
  private readonly size = button(say('enlarge'), () => this.enlarge());
  private drawn = false;

  constructor(private readonly place: HTMLElement, private readonly desk: Definition, private readonly path: string) {
    this.size.setAttribute('aria-pressed', 'false');
  }

  // To its own size, to be scrolled; or all of it at a glance.
  private enlarge(): void {
    const large = this.frame.classList.toggle('large');
    this.size.setAttribute('aria-pressed', String(large));
  }

  async draw(text: string, signal: AbortSignal): Promise<void> {
    try {
      const svg = await this.desk.diagram(this.path, text, signal);
      this.picture.src = `data:image/svg+xml,${encodeURIComponent(svg)}`;
      this.picture.alt = labelOf(svg) ?? say('diagram');
      this.caption.textContent = '';
      if (!this.drawn) this.lay();
      this.drawn = true;
    } catch (fault) {
      if (!(fault instanceof Refusal)) throw fault;
      this.keep();
    }
  }

  // In place of the server's picture, which scrolls by itself.
  private lay(): void {
    for (const name of ['role', 'tabindex', 'aria-label']) this.place.removeAttribute(name);
    this.place.className = 'chart';
    this.place.replaceChildren(this.size, this.caption, this.frame);
  }

  // A text that is no path for the moment keeps the drawing of before, and says so.
  keep(): void {
    this.caption.textContent = say(this.drawn ? 'diagramStale' : 'noDiagram');
    if (!this.caption.isConnected) this.place.prepend(this.caption);
  }
}
