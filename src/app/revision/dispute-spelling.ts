import type { Ports } from '../ports.js';
import { pseudonymUnlessSealed } from '../pseudonym.js';
import { findText } from '../find-text.js';
import { showDraftOver } from '../show-draft-over.js';
import { showValues } from '../show-text.js';
import type { Speaker } from '../speaker.js';
import type { View } from '../views.js';
import type { ReadChangesIntent } from './intents.js';
import type { DisputeView } from './views.js';

/** Somebody says that a change declared as spelling is more: asked once, then told to everybody, and who it was to nobody. */
export async function disputeSpelling(
  ports: Ports,
  speaker: Speaker,
  intent: Extract<ReadChangesIntent, { kind: 'dispute' }>,
): Promise<View> {
  // Where others look on, everybody would see who says so.
  if (speaker.overheard) return showValues(ports, speaker, { kind: 'values', about: intent.about });
  const search = await findText(ports, speaker, intent.about, intent);
  if (search.kind === 'instead') return search.view;
  const { draft, values, subject } = search.it;
  const ref = intent.value;
  const position = ref.by === 'position' ? ref.position : values.findIndex(({ id }) => id === ref.id) + 1;
  const value = values[position - 1];
  if (value === undefined) return { kind: 'notice', what: 'no-such-value', subject, total: values.length };
  const view = (state: DisputeView['state']): DisputeView => {
    const { id, title } = value;
    return { kind: 'dispute', subject, value: { id, position, title }, state };
  };
  const change = draft?.changes?.values.find((each) => each.value === value.id);
  if (draft === undefined || change?.size !== 'spelling') return view('not-spelling');
  if (change.disputed === true) return view('disputed-before');
  if (draft.state !== 'open') return showDraftOver(ports, draft.id);
  if (!intent.confirmed) return view('asking');
  const pseudonym = await pseudonymUnlessSealed(ports, draft.charter, speaker.member);
  if (pseudonym === undefined) return showDraftOver(ports, draft.id);
  const at = ports.clock.now().toISOString();
  return view(await ports.ratings.dispute({ draft: draft.id, value: value.id, pseudonym, at }));
}
