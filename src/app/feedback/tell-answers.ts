import { randomUUID } from 'node:crypto';
import type { Announcement, AnnouncementId } from '../../domain/announcement.js';
import type { Charter } from '../../domain/charter.js';
import type { Theme } from '../../domain/theme.js';
import type { Intent } from '../intent.js';
import type { Ports } from '../ports.js';
import type { Speaker } from '../speaker.js';
import type { View } from '../views.js';
import { findToAnswer, subjectOf } from './find-theme.js';
import { themesOf } from './show-themes.js';

/** Asks first; then everybody may read the answers that nobody was told so far, and is told of them once. */
export async function tellAnswers(
  ports: Ports,
  speaker: Speaker,
  intent: Extract<Intent, { kind: 'tell-answers' }>,
): Promise<View> {
  const search = await findToAnswer(ports, speaker, intent.charter, intent);
  if (search.kind === 'instead') return search.view;
  const charter = search.it;
  if (!intent.confirmed) return askToTell(ports, charter);
  const told = await ports.themes.tell({
    charter: charter.name,
    announcement: announcementOf(charter, ports.clock.now()),
  });
  const { themes, intended } = told;
  return themesOf(ports, charter, {
    just: themes === 0 ? { did: 'nothing-to-tell' } : { did: 'told', themes, intended },
  });
}

/** Of no draft in particular: themes of several may be among them, and what it tells stays true when another opens. */
function announcementOf(charter: Charter, now: Date): Announcement {
  const { name, timeZone: _zone, rules: _rules, sealedAt: _sealed, ...framing } = charter;
  return {
    id: randomUUID() as AnnouncementId,
    charter: name,
    kind: 'answered',
    framing,
    audience: 'all',
    at: now.toISOString(),
  };
}

async function askToTell(ports: Ports, charter: Charter): Promise<View> {
  const all = await ports.themes.all(charter.name);
  const untold = all.filter(isUntold);
  if (untold.length === 0) return themesOf(ports, charter, { just: { did: 'nothing-to-tell' } });
  return {
    kind: 'ask-first',
    what: 'tell-answers',
    subject: await subjectOf(ports, charter),
    themes: untold.map(({ number, title, answer: { status } }) => ({ number, title, status })),
    unanswered: all.filter(({ answer }) => answer === undefined).length,
    ...(await ports.themes.audience(charter.name)),
  };
}

function isUntold(theme: Theme): theme is Theme & Required<Pick<Theme, 'answer'>> {
  return theme.answer !== undefined && theme.toldAt === undefined;
}
