// The editor in the colours of the desk: light and dark follow the page's tokens.
import { HighlightStyle, syntaxHighlighting } from '@codemirror/language';
import { EditorView } from '@codemirror/view';
import { tags } from '@lezer/highlight';

const highlight = HighlightStyle.define([
  { tag: [tags.definition(tags.propertyName), tags.propertyName, tags.labelName], color: 'var(--accent)', fontWeight: '600' },
  { tag: [tags.comment, tags.lineComment], color: 'var(--soft)', fontStyle: 'italic' },
  { tag: [tags.meta, tags.typeName, tags.keyword], color: 'var(--s3)' },
  { tag: tags.heading, fontWeight: '700' },
  { tag: tags.strong, fontWeight: '700' },
  { tag: tags.emphasis, fontStyle: 'italic' },
  { tag: tags.link, color: 'var(--accent)', textDecoration: 'underline' },
]);

const theme = EditorView.theme({
  '&': { backgroundColor: 'var(--card)', color: 'var(--ink)', fontSize: 'var(--small)', maxHeight: '75vh' },
  '&.cm-focused': { outline: 'none' },
  '.cm-scroller': { fontFamily: 'var(--mono)', lineHeight: '1.55', overflow: 'auto' },
  '.cm-content': { caretColor: 'var(--ink)', padding: '.5rem 0', minHeight: '14rem' },
  '.cm-cursor': { borderLeftColor: 'var(--ink)', borderLeftWidth: '2px' },
  '&.cm-focused .cm-selectionBackground, .cm-selectionBackground, ::selection': {
    backgroundColor: 'color-mix(in srgb, var(--accent) 24%, var(--card)) !important',
  },
  '.cm-gutters': { backgroundColor: 'var(--sunk)', color: 'var(--soft)', borderRight: '1px solid var(--line)' },
  '.cm-activeLine': { backgroundColor: 'color-mix(in srgb, var(--tint) 45%, transparent)' },
  '.cm-activeLineGutter': { backgroundColor: 'var(--tint)', color: 'var(--ink)' },
  '.cm-matchingBracket': { backgroundColor: 'var(--tint) !important', outline: '1px solid var(--strong)' },
  '.cm-tooltip': {
    backgroundColor: 'var(--card)', color: 'var(--ink)', border: '1px solid var(--strong)', borderRadius: '6px',
    boxShadow: '0 4px 14px rgb(8 20 22 / .25)', maxWidth: 'min(34rem, 90vw)',
  },
  '.cm-tooltip.cm-tooltip-autocomplete > ul': { fontFamily: 'var(--mono)', maxHeight: '16em' },
  '.cm-tooltip.cm-tooltip-autocomplete > ul > li': { padding: '.2rem .6rem', lineHeight: '1.5' },
  '.cm-tooltip-autocomplete ul li[aria-selected]': { backgroundColor: 'var(--accent)', color: 'var(--on-accent)' },
  '.cm-tooltip-autocomplete ul li[aria-selected] .cm-completionDetail': { color: 'var(--on-accent)' },
  '.cm-completionDetail': { color: 'var(--soft)', fontStyle: 'normal', marginLeft: '1em' },
  '.cm-completionMatchedText': { textDecoration: 'none', fontWeight: '700' },
  '.cm-tooltip.cm-completionInfo': { padding: '.5rem .7rem', fontFamily: 'var(--text)', maxWidth: '22rem' },
  '.cm-diagnostic': { padding: '.4rem .7rem', borderLeftWidth: '4px', fontFamily: 'var(--text)', whiteSpace: 'pre-wrap' },
  '.cm-diagnostic-error': { borderLeftColor: 'var(--late)' },
  '.cm-diagnostic-warning': { borderLeftColor: 'var(--soon)' },
  '.cm-lintRange-error': { backgroundImage: 'none', textDecoration: 'underline wavy var(--late) 1.5px', textUnderlineOffset: '3px' },
  '.cm-lintRange-warning': { backgroundImage: 'none', textDecoration: 'underline wavy var(--soon) 1.5px', textUnderlineOffset: '3px' },
  '.cm-lintRange-active': { backgroundColor: 'var(--late-tint)' },
  '.cm-panels': { backgroundColor: 'var(--sunk)', color: 'var(--ink)', borderColor: 'var(--line)' },
  '.cm-panel.cm-search': { padding: '.5rem', fontFamily: 'var(--text)' },
  '.cm-textfield, .cm-button': {
    backgroundColor: 'var(--card)', backgroundImage: 'none', color: 'var(--ink)', border: '1px solid var(--strong)',
    borderRadius: '6px', font: 'inherit', minHeight: '1.9rem',
  },
  '.cm-searchMatch': { backgroundColor: 'var(--sand)', color: 'var(--on-sand)' },
  '.cm-searchMatch-selected': { outline: '2px solid var(--accent)' },
  '.cm-feel': { backgroundColor: 'color-mix(in srgb, var(--sand) 45%, transparent)', borderRadius: '3px' },
  '.cm-feel-keyword': { color: 'var(--s3)', fontWeight: '600' },
  '.cm-feel-literal, .cm-feel-number': { color: 'var(--soon)' },
  '.cm-feel-string, .cm-feel-temporal': { color: 'var(--good)' },
  '.cm-feel-function': { color: 'var(--accent)', fontWeight: '600' },
  '.cm-feel-name': { color: 'var(--s5)' },
  '.cm-feel-operator': { color: 'var(--soft)' },
  '.cm-feel-comment': { color: 'var(--soft)', fontStyle: 'italic' },
});

export const look = [theme, syntaxHighlighting(highlight)];

// Around the editor, in its shadow root.
export const frame = `
:host { display: block; border: 1px solid var(--strong); border-radius: 6px; overflow: hidden; background: var(--card); }
:host(:focus-within) { outline: 3px solid var(--accent); outline-offset: 2px; }
.keys { margin: 0; padding: .35rem .7rem; font-size: var(--tiny); color: var(--soft); background: var(--sunk);
  border-top: 1px solid var(--line); }
`;
