// The sentences of the islands, in the page's language. {0}, {1}: what is filled in.
const sentences = {
  save: ['Enregistrer', 'Save'],
  saved: ['Enregistré.', 'Saved.'],
  saving: ['Enregistrement…', 'Saving…'],
  unsaved: ['Modifications non enregistrées.', 'Changes not saved.'],
  notSaved: ['Pas enregistré : {0} Votre texte est toujours là.', 'Not saved: {0} Your text is still here.'],
  noAnswer: ['le guichet ne répond pas.', 'the desk does not answer.'],
  signInAgain: [
    'la session est terminée ; reconnectez-vous dans un autre onglet, puis enregistrez.',
    'the session has ended; sign in again in another tab, then save.',
  ],
  saveAgain: [
    'vous vous êtes reconnecté(e) depuis ; la page a suivi, enregistrez de nouveau.',
    'you have signed in again since; the page has followed, save once more.',
  ],
  notChecked: ['La vérification n’a pas abouti : {0}', 'The check did not succeed: {0}'],
  checking: ['Vérification…', 'Checking…'],
  nothingWrong: ['Rien à signaler dans ce fichier.', 'Nothing to report in this file.'],
  elsewhere: ['Ailleurs dans le guichet', 'Elsewhere in the desk'],
  oneError: ['1 erreur', '1 error'],
  errors: ['{0} erreurs', '{0} errors'],
  oneWarning: ['1 avertissement', '1 warning'],
  warnings: ['{0} avertissements', '{0} warnings'],
  error: ['erreur', 'error'],
  warning: ['avertissement', 'warning'],
  info: ['à savoir', 'for information'],
  line: ['ligne {0}', 'line {0}'],
  diagnostics: ['Ce que dit la vérification', 'What the check says'],
  keys: [
    'Ctrl+S : enregistrer. Ctrl+Espace : compléter. F8 : erreur suivante. Ctrl+] et Ctrl+[ : retrait. Tab : quitter l’éditeur.',
    'Ctrl+S saves. Ctrl+Space completes. F8 goes to the next error. Ctrl+] and Ctrl+[ indent. Tab leaves the editor.',
  ],
  editor: ['Éditeur de {0}', 'Editor of {0}'],
  diagram: ['Le parcours dessiné', 'The path drawn'],
  letter: ['La lettre telle qu’elle partirait', 'The letter as it would leave'],
  withCase: ['Avec les valeurs du dossier n°', 'With the values of case number'],
  letterStale: ['La lettre est celle d’avant les erreurs.', 'The letter is the one from before the errors.'],
  enlarge: ['En grand', 'Full size'],
  diagramStale: [
    'Le dessin est celui d’avant les erreurs.',
    'The drawing is the one from before the errors.',
  ],
  noDiagram: ['Le dessin viendra une fois les erreurs corrigées.', 'The drawing will come once the errors are put right.'],
  conflict: [
    'Ce fichier a été enregistré par quelqu’un d’autre entre-temps',
    'This file was saved by somebody else meanwhile',
  ],
  conflictWhat: [
    'Rien n’est perdu. À gauche votre texte, à droite celui qui est enregistré ; les lignes qui diffèrent sont marquées.',
    'Nothing is lost. Your text is on the left, the saved one on the right; lines that differ are marked.',
  ],
  alike: ['… {0} lignes identiques', '… {0} lines alike'],
  yours: ['Votre texte', 'Your text'],
  theirs: ['Le texte enregistré', 'The saved text'],
  keepMine: ['Enregistrer le mien à la place', 'Save mine instead'],
  takeTheirs: ['Prendre le texte enregistré', 'Take the saved text'],
  goOn: ['Continuer sur mon texte', 'Go on with my text'],
  tookTheirs: [
    'Le texte enregistré a été repris ; Ctrl+Z rend le vôtre.',
    'The saved text was taken over; Ctrl+Z brings yours back.',
  ],
  grid: ['Table de décision {0}', 'Decision table {0}'],
  gridKeys: [
    'Flèches : se déplacer. Entrée ou F2 : modifier. Ctrl+Entrée : ajouter une règle. Ctrl+Suppr : supprimer la règle. Alt+↑ ou ↓ : la déplacer. Ctrl+C, Ctrl+V : copier, coller (tableur). Ctrl+Z : annuler.',
    'Arrows move. Enter or F2 edits. Ctrl+Enter adds a rule. Ctrl+Delete removes the rule. Alt+↑ or ↓ moves it. Ctrl+C, Ctrl+V copy and paste (spreadsheet). Ctrl+Z undoes.',
  ],
  rule: ['Règle', 'Rule'],
  condition: ['condition', 'condition'],
  result: ['résultat', 'result'],
  addRule: ['Ajouter une règle', 'Add a rule'],
  removeRule: ['Supprimer la règle', 'Remove the rule'],
  moveUp: ['Monter la règle', 'Move the rule up'],
  moveDown: ['Descendre la règle', 'Move the rule down'],
  undo: ['Annuler', 'Undo'],
  redo: ['Rétablir', 'Redo'],
  added: ['Règle {0} ajoutée.', 'Rule {0} added.'],
  removed: ['Règle {0} supprimée ; Ctrl+Z la rend.', 'Rule {0} removed; Ctrl+Z brings it back.'],
  moved: ['Règle {0} déplacée en position {1}.', 'Rule {0} moved to position {1}.'],
  pasted: ['{0} cellules collées.', '{0} cells pasted.'],
  copied: ['{0} cellules copiées.', '{0} cells copied.'],
  noGrid: [
    'Cette table ne se lit pas comme une grille : {0} Corrigez-la dans l’éditeur.',
    'This table cannot be read as a grid: {0} Put it right in the editor.',
  ],
  noBlock: [
    'il y manque un bloc « rules: | » avec ses colonnes.',
    'it has no block "rules: |" with its columns.',
  ],
  fromFile: ['ses règles sont dans le fichier {0}.', 'its rules stand in the file {0}.'],
  coverage: ['Ce que la table couvre', 'What the table covers'],
  covered: ['Tous les cas sont couverts.', 'Every case is covered.'],
  notProved: ['La couverture n’a pas été établie.', 'The coverage was not settled.'],
  gaps: ['Cas sans règle', 'Cases without a rule'],
  overlaps: ['Règles qui se recouvrent', 'Rules that overlap'],
  unreachable: ['Règles jamais atteintes', 'Rules never reached'],
  shadowed: ['{0} : les règles {1} prennent tous ses cas.', '{0}: the rules {1} take all its cases.'],
  overlap: ['{0} : {1}', '{0}: {1}'],
  inconclusive: ['L’effort permis n’a pas suffi à tout établir.', 'The effort allowed did not settle everything.'],
  addFor: ['Ajouter une règle pour ce cas', 'Add a rule for this case'],
  unreachableRule: ['jamais atteinte', 'never reached'],
  overlappingRule: ['recouvre une autre règle', 'overlaps another rule'],
  wrongCell: ['erreur : {0}', 'error: {0}'],
  emptyCell: ['vide', 'empty'],
  openEditor: ['Ouvrir le fichier dans l’éditeur', 'Open the file in the editor'],
} satisfies Record<string, readonly [string, string]>;

export type Word = keyof typeof sentences;

export function say(word: Word, ...given: (string | number)[]): string {
  const [french, english] = sentences[word];
  const sentence = document.documentElement.lang.startsWith('en') ? english : french;
  return sentence.replace(/\{(\d)\}/g, (_, at: string) => String(given[Number(at)] ?? ''));
}

// « 1 erreur », « 12 erreurs ».
export function count(number: number, one: Word, many: Word): string {
  return number === 1 ? say(one) : say(many, number);
}
