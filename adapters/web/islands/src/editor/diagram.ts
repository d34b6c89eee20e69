// The path as the text has it, drawn by the server. An image cannot run what a text might smuggle in.
import type { Definition } from '../api/definition.ts';
import { Refusal } from '../api/fetch.ts';
import { element } from '../page/element.ts';
import { say } from '../page/words.ts';

export class Diagram {
  private readonly picture = element('img', { alt: say('diagram') });
  private readonly caption = element('figcaption', { class: 'help' });
  private drawn = false;

  constructor(private readonly place: HTMLElement, private readonly desk: Definition, private readonly path: string) {}

  async draw(text: string, signal: AbortSignal): Promise<void> {
    try {
      const svg = await this.desk.diagram(this.path, text, signal);
      this.picture.src = `data:image/svg+xml,${encodeURIComponent(svg)}`;
      const drawing = new DOMParser().parseFromString(svg, 'image/svg+xml').documentElement;
      this.picture.alt = drawing.getAttribute('aria-label') ?? say('diagram');
      this.caption.textContent = '';
      if (!this.drawn) this.place.replaceChildren(this.picture, this.caption);
      this.drawn = true;
    } catch (fault) {
      if (signal.aborted) return;
      // A text that is not a path for the moment keeps the drawing of before.
      if (fault instanceof Refusal && this.drawn) this.caption.textContent = say('diagramStale');
    }
  }
}
