import type { Intent } from '../app/intent.js';
import { languages, wordsFor, type Words } from '../words/catalogue.js';

type Command = keyof Words['all']['commands'];

/** What a press may do on a guess: only what shows something and changes nothing. */
const harmless: Readonly<Partial<Record<Command, Intent>>> = {
  help: { kind: 'help' },
  values: { kind: 'values', about: {} },
  considerations: { kind: 'considerations', about: {} },
  background: { kind: 'background', about: {} },
  rate: { kind: 'ballot', about: {} },
  answers: { kind: 'answers', about: {} },
  results: { kind: 'results', about: {} },
  status: { kind: 'status' },
  settings: { kind: 'settings' },
  newDraft: { kind: 'new-draft' },
  report: { kind: 'import-report' },
  preview: { kind: 'preview' },
  deliveries: { kind: 'deliveries' },
  appointments: { kind: 'appointments' },
  process: { kind: 'process' },
  privacy: { kind: 'privacy', about: {} },
  rules: { kind: 'rules' },
  group: { kind: 'group', about: {} },
  missing: { kind: 'comment', about: {}, draft: {} },
  comments: { kind: 'comments', about: {} },
  receipt: { kind: 'receipt' },
  policy: { kind: 'policy' },
  moderation: { kind: 'moderation' },
  myData: { kind: 'my-data' },
  changes: { kind: 'changes', about: {} },
  matching: { kind: 'matching' },
};

/** What a command that was nearly typed shows, in whichever language it was spelt; nothing where it would act. */
export function intentOfNearest(spelling: string): Intent | undefined {
  for (const language of languages) {
    for (const [command, spellings] of Object.entries(wordsFor(language).all.commands)) {
      if (spellings.split(',').some((each) => each.trim() === spelling)) return harmless[command as Command];
    }
  }
  return undefined;
}
