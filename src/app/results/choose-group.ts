import { given } from '../../domain/given.js';
import { findText } from '../find-text.js';
import type { Intent } from '../intent.js';
import type { Ports } from '../ports.js';
import { pseudonymOf } from '../pseudonym.js';
import { showValues } from '../show-text.js';
import type { Speaker } from '../speaker.js';
import type { View } from '../views.js';
import type { GroupView } from './views.js';

type GroupIntent = Extract<Intent, { kind: 'group' }>;

/** Where a member belongs: to be looked at, said, or taken back. Nobody else is shown it. */
export async function chooseGroup(ports: Ports, speaker: Speaker, intent: GroupIntent): Promise<View> {
  const text = await findText(ports, speaker, intent.about, intent);
  if (text.kind === 'instead') return text.view;
  const { subject } = text.it;
  const charter = await ports.charters.find(subject.charter);
  if (charter?.sealedAt !== undefined) return { kind: 'notice', what: 'charter-sealed', subject };
  if (charter === undefined || charter.rules.groups.length === 0)
    return { kind: 'notice', what: 'no-groups', subject };
  const { groups, least } = charter.rules;
  const view: GroupView = { kind: 'group', subject, groups, least };
  if (subject.preview) return view;
  const shown = await choose(ports, speaker, view, intent.group);
  return speaker.overheard ? showValues(ports, speaker, { kind: 'values', about: intent.about }) : shown;
}

async function choose(
  ports: Ports,
  { member }: Speaker,
  view: GroupView,
  said: GroupIntent['group'],
): Promise<GroupView> {
  const { charter } = view.subject;
  const own = { charter, pseudonym: await pseudonymOf(ports, charter, member) };
  const group = typeof said === 'string' ? groupMeant(view.groups, said) : said;
  if (group !== undefined) await ports.participation.chooseGroup({ ...own, group });
  const standing = await ports.participation.groupOf(own);
  const chosen = view.groups.find((each) => each === standing);
  return { ...view, ...given({ chosen, just: justDone(said, group) }) };
}

function justDone(
  said: GroupIntent['group'],
  group: string | null | undefined,
): GroupView['just'] | undefined {
  if (said === undefined) return undefined;
  if (group === undefined) return 'unknown';
  return group === null ? 'taken-back' : 'chosen';
}

/** As it was typed, capitals aside. */
function groupMeant(groups: readonly string[], said: string): string | undefined {
  const plain = (text: string) => text.normalize('NFC').trim().toLowerCase();
  return groups.find((each) => plain(each) === plain(said));
}
