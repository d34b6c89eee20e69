// CodeMirror as this desk has it: keys, gutter, completion, French words of its own panels.
import {
  acceptCompletion, autocompletion, type CompletionSource, completionKeymap,
} from '@codemirror/autocomplete';
import { defaultKeymap, history, historyKeymap } from '@codemirror/commands';
import { bracketMatching, indentOnInput, indentUnit } from '@codemirror/language';
import { forEachDiagnostic, lintGutter, nextDiagnostic, previousDiagnostic } from '@codemirror/lint';
import { highlightSelectionMatches, searchKeymap } from '@codemirror/search';
import { EditorState, type Extension } from '@codemirror/state';
import {
  type Command, drawSelection, EditorView, highlightActiveLine, highlightActiveLineGutter, keymap, lineNumbers,
} from '@codemirror/view';
import { languageOf } from './language.ts';
import { look } from './look.ts';

const french: Record<string, string> = {
  Find: 'Chercher', Replace: 'Remplacer par', next: 'suivant', previous: 'précédent', all: 'tous',
  'match case': 'majuscules', regexp: 'expression', 'by word': 'mot entier', replace: 'remplacer',
  'replace all': 'tout remplacer', close: 'fermer', Completions: 'Propositions',
  'Go to line': 'Aller à la ligne', go: 'aller', Diagnostics: 'Erreurs', 'No diagnostics': 'Aucune erreur',
  'current match': 'trouvé ici', 'on line': 'à la ligne', 'replaced $ matches': '$ remplacés',
  'Control character': 'Caractère de commande', 'Selection deleted': 'Sélection supprimée',
};

// Goes to the next mark and says it: who does not see the mark hears it.
function saying(go: Command): Command {
  return (view) => {
    if (!go(view)) return false;
    const at = view.state.selection.main.from;
    const heard: string[] = [];
    forEachDiagnostic(view.state, (each, from) => {
      if (from === at) heard.push(each.message);
    });
    if (heard.length > 0) view.dispatch({ effects: EditorView.announce.of(heard.join(' ')) });
    return true;
  };
}

export interface Setting {
  path: string;
  label: string;
  describedBy: string;
  complete: CompletionSource;
  save: () => void;
  changed: () => void;
}

export function extensionsOf(setting: Setting): Extension[] {
  const isFrench = !document.documentElement.lang.startsWith('en');
  return [
    lineNumbers(), highlightActiveLineGutter(), lintGutter(), history(), drawSelection(), highlightActiveLine(),
    bracketMatching(), indentOnInput(), indentUnit.of('  '), highlightSelectionMatches(),
    EditorState.tabSize.of(2), isFrench ? EditorState.phrases.of(french) : [],
    autocompletion({ override: [setting.complete], icons: false }),
    languageOf(setting.path), look,
    keymap.of([
      { key: 'Mod-s', preventDefault: true, run: () => { setting.save(); return true; } },
      { key: 'F8', run: saying(nextDiagnostic) },
      { key: 'Shift-F8', run: saying(previousDiagnostic) },
      { key: 'Tab', run: acceptCompletion },  // otherwise Tab leaves the editor, as everywhere
      ...completionKeymap, ...searchKeymap, ...historyKeymap, ...defaultKeymap,
    ]),
    EditorView.contentAttributes.of({
      'aria-label': setting.label, 'aria-describedby': setting.describedBy, spellcheck: 'false',
      autocapitalize: 'off', autocorrect: 'off', tabindex: '0',
    }),
    EditorView.updateListener.of((update) => {
      if (update.docChanged) setting.changed();
    }),
  ];
}
