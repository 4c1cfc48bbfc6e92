import assert from 'node:assert/strict';

import type { Speaker } from '../../../src/app/speaker.js';
import type { View } from '../../../src/app/views.js';
import type { Comment } from '../../../src/domain/comment.js';
import type { Consent } from '../../../src/domain/consent.js';
import { garden, type Community } from '../community.js';

const about = { charter: garden };

/** A round on the newest draft, and what members say to it. */
export function proposingIn(community: () => Community) {
  const ask = (intent: Parameters<Community['ask']>[0], speaker?: Speaker): Promise<View> =>
    community().askOne(intent, speaker);
  return {
    close: () => ask({ kind: 'close', about, confirmed: true }),
    propose: () => ask({ kind: 'open-consent', about, confirmed: true }),
    end: () => ask({ kind: 'end-consent', about, confirmed: true }),
    show: (name = 'bo') => ask({ kind: 'consent', about }, community().member(name)),
    say: (name: string, answer: Consent | null, reason?: string) =>
      ask(
        {
          kind: 'give-consent',
          about,
          answer,
          ...(reason === undefined ? {} : { reason }),
          press: `${name} ${String(answer)} ${reason ?? ''}`,
        },
        community().member(name),
      ),
    async sayMany(answers: Readonly<Partial<Record<Consent, number>>>): Promise<void> {
      for (const [answer, count] of Object.entries(answers) as [Consent, number][])
        for (let index = 0; index < count; index += 1) {
          const reason = answer === 'object' ? `Reason ${String(index)}: it leaves out the roof.` : undefined;
          await this.say(`${answer}-${String(index)}`, answer, reason);
        }
    },
    /** What waits to be reviewed is shown to all. */
    async review(): Promise<readonly Comment[]> {
      const { ports } = community();
      const waiting = await ports.comments.queue(garden);
      for (const { id: comment, state: from } of waiting) {
        const at = ports.clock.now().toISOString();
        assert.ok(await ports.comments.moderate({ comment, from, to: 'published', at }));
      }
      return waiting;
    },
    /** Puts comments into a theme, answers it and tells that. */
    async answer(comments: readonly Comment[], reason: string): Promise<void> {
      const { ports } = community();
      const at = ports.clock.now().toISOString();
      const ids = comments.map(({ id }) => id);
      const theme = await ports.themes.make({
        ...{ charter: garden, title: 'The roof', comments: ids, outside: [] },
        ...{ press: `theme ${reason}`, at },
      });
      assert.ok(theme);
      const followUp = { what: 'Mend the roof', owner: 'the builders', due: '2027-01-15' };
      const { number } = theme;
      await ports.themes.answer({ charter: garden, number, status: 'partly', reason, followUp, at });
      const announcement = {
        id: `told ${reason}` as never,
        charter: garden,
        kind: 'answered',
        audience: 'all',
        at,
      } as const;
      await ports.themes.tell({ charter: garden, announcement });
    },
    adopt: (said: { adoptedOn?: string; reviewOn?: string; followUps?: string } = {}, confirmed = true) =>
      ask({ kind: 'adopt', about, confirmed, ...said }),
    outcome: (speaker?: Speaker) => ask({ kind: 'outcome', charter: garden }, speaker),
  };
}
