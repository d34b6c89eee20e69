// Which of a file's closed schemas holds at a place, by the keys above it: those that the checker
// itself reads, under the names that it gives their levels.
interface Shape {
  root: string;
  named: Record<string, string>;  // `states:` holds names, and under each of them this level
  under: Record<string, string>;  // `task:` holds this level itself, alone or in a list
}

const shapes: Record<string, Shape> = {
  workflow: {
    root: 'workflow',
    named: {
      states: 'states', regions: 'states', actions: 'actions', replies: 'replies', timers: 'timers',
      events: 'events', histories: 'histories',
    },
    under: {
      task: 'task', open_task: 'task', referral: 'referral', to: 'to', choose: 'choose', always: 'choose',
      done: 'choose', initial: 'initial', retention: 'retention', reopen: 'reopen', sla: 'sla',
      contract: 'contract',
    },
  },
  'decision-table': {
    root: 'a decision table', named: { inputs: 'an input', outputs: 'an output' }, under: {},
  },
  fields: { root: 'fields.yaml', named: { fields: 'a field', classes: 'a class' }, under: {} },
  desk: {
    root: 'desk.yaml',
    named: { roles: 'a role', staff: 'a member of the staff', parties: 'a party', referentials: 'a referential' },
    under: {},
  },
  intake: { root: 'intake.yaml', named: {}, under: { formats: 'formats', letters: 'letters' } },
  partners: {
    root: 'partners.yaml',
    named: { partners: 'a partner', advisers: 'a contact' },
    under: { head: 'a contact', absences: 'an absence', closures: 'a closure' },
  },
  scenario: { root: 'a scenario file', named: { scenarios: 'a scenario' }, under: { steps: 'a step' } },
};

// The level; 'names' where the author names things; undefined where the schemas are not told apart.
export function levelAt(kind: string, above: string[]): string | undefined {
  const shape = shapes[kind];
  if (!shape) return undefined;
  let level: string | undefined = shape.root;
  let named: string | undefined;  // what stands under each name
  for (const key of above) {
    if (level === 'names') {
      level = named;
    } else {
      named = shape.named[key];
      level = named ? 'names' : shape.under[key];
    }
  }
  return level;
}
