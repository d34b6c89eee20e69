// What a file of the desk is made of: YAML, or a letter (Markdown below a head in YAML), with the
// FEEL in it coloured by our own tokens.
import { yaml, yamlFrontmatter, yamlLanguage } from '@codemirror/lang-yaml';
import { StreamLanguage, syntaxTree } from '@codemirror/language';
import { type Extension, RangeSetBuilder } from '@codemirror/state';
import { Decoration, type DecorationSet, EditorView, ViewPlugin, type ViewUpdate } from '@codemirror/view';
import { bracePlaces, feelPlaces, type Span } from '../feel/places.ts';
import { feelTokens } from '../feel/tokens.ts';

const letterBody = StreamLanguage.define<{ start: boolean }>({
  name: 'letter',
  startState: () => ({ start: true }),
  token(stream) {
    if (stream.sol() && stream.match(/#{1,6}\s.*/)) return 'heading';
    if (stream.sol() && stream.match(/\s*([-*]|\d+\.)\s/)) return 'keyword';
    if (stream.match(/\{\{.*?\}\}/)) return null;
    if (stream.match(/\*\*[^*]+\*\*/)) return 'strong';
    if (stream.match(/\[[^\]]+\]\([^)]*\)/)) return 'link';
    stream.next();
    return null;
  },
});

const feelMark = Decoration.mark({ class: 'cm-feel' });
const tokenMarks = new Map<string, Decoration>();

function markOf(kind: string): Decoration {
  const made = tokenMarks.get(kind) ?? Decoration.mark({ class: `cm-feel-${kind}` });
  tokenMarks.set(kind, made);
  return made;
}

function placesIn(view: EditorView, isLetter: boolean, from: number, to: number): Span[] {
  const text = view.state.doc.toString();
  return isLetter ? bracePlaces(text, from, to) : feelPlaces(syntaxTree(view.state), text, from, to);
}

function marks(view: EditorView, isLetter: boolean): DecorationSet {
  const builder = new RangeSetBuilder<Decoration>();
  let last = -1;
  for (const { from, to } of view.visibleRanges) {
    for (const place of placesIn(view, isLetter, from, to)) {
      if (place.from < last || place.to <= place.from) continue;
      last = place.to;
      builder.add(place.from, place.to, feelMark);
      for (const token of feelTokens(view.state.sliceDoc(place.from, place.to))) {
        builder.add(place.from + token.from, place.from + token.to, markOf(token.kind));
      }
    }
  }
  return builder.finish();
}

function feelColours(isLetter: boolean): Extension {
  return ViewPlugin.fromClass(
    class {
      decorations: DecorationSet;
      constructor(view: EditorView) {
        this.decorations = marks(view, isLetter);
      }
      update(update: ViewUpdate) {
        const reparsed = syntaxTree(update.startState) !== syntaxTree(update.state);
        if (update.docChanged || update.viewportChanged || reparsed) this.decorations = marks(update.view, isLetter);
      }
    },
    { decorations: (plugin) => plugin.decorations },
  );
}

export function languageOf(path: string): Extension {
  if (path.endsWith('.md')) {
    return [yamlFrontmatter({ content: letterBody }), feelColours(true), EditorView.lineWrapping];
  }
  if (path.endsWith('.yaml')) return [yaml(), feelColours(false), yamlLanguage.data.of({ commentTokens: { line: '#' } })];
  return [];
}
