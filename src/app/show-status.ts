import type { Charter } from '../domain/charter.js';
import { everyCharter } from '../domain/place.js';
import { given } from '../domain/given.js';
import { adoptionStanding } from './adoption/announced-adoption.js';
import { closingOf, textOfCharter, textOfDraft } from './text.js';
import type { Ports } from './ports.js';
import { ownAnswers } from './own-answers.js';
import type { Speaker } from './speaker.js';
import type { StatusView, View } from './views.js';

/** What is open, what is left for the member, and what this place hears. */
export async function showStatus(ports: Ports, speaker: Speaker): Promise<View> {
  const { place } = speaker;
  const charters = await ports.charters.all();
  return {
    kind: 'status',
    scope: place.address.scope,
    charters: await Promise.all(charters.map((charter) => statusOf(ports, speaker, charter))),
    subscribed: await ports.places.subscribed({ place: place.id, charter: everyCharter }),
    ...given({ waiting: await waitingFor(ports, speaker) }),
  };
}

/** What waits for a second facilitator is for those who facilitate, in their personal chat. */
async function waitingFor(ports: Ports, { member, place }: Speaker): Promise<number | undefined> {
  if (place.address.scope !== 'personal') return undefined;
  if (!(await ports.facilitators.has(member))) return undefined;
  const { length } = await ports.approvals.waiting();
  return length === 0 ? undefined : length;
}

async function statusOf(
  ports: Ports,
  speaker: Speaker,
  charter: Charter,
): Promise<StatusView['charters'][number]> {
  const draft = await ports.drafts.latest(charter.name);
  const text = draft === undefined ? textOfCharter(charter) : textOfDraft(draft);
  const answered = speaker.overheard ? undefined : (await ownAnswers(ports, speaker, text)).size;
  const subscribed = await ports.places.subscribed({ place: speaker.place.id, charter: charter.name });
  const closes = draft && closingOf(draft, charter);
  const sealed = charter.sealedAt === undefined ? undefined : (true as const);
  const { adoptedOn, consent } = await adoptionStanding(ports, charter, draft);
  return {
    subject: text.subject,
    total: text.values.length,
    subscribed,
    ...given({ answered, closes, sealed, adoptedOn, consent }),
  };
}
