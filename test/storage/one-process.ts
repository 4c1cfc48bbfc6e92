import { openDatabase, type Database } from '../../src/storage/database.js';
import { createStores, type Stores } from '../../src/storage/stores.js';
import type { DraftId } from '../../src/domain/draft.js';
import type { Pseudonym } from '../../src/domain/rating.js';
import { noon, openScience, outcomeOf } from '../contract/made-up.js';

/** What a process does once it is told to go; it answers with what came of it. */
const tasks = { open, rate, claim, rateAndDie };

export type Task = keyof typeof tasks;

interface Setting {
  readonly url: string;
  /** The name of the process. */
  readonly name: string;
  readonly about: string;
}

const presses = 100;

async function open({ url }: Setting): Promise<{ ready: boolean }> {
  return using(url, async (_, database) => ({ ready: await database.ready() }));
}

/** Each process presses for the same members, so that they replace each other's answers. */
async function rate({ url, name, about }: Setting): Promise<{ recorded: number }> {
  return using(url, async ({ ratings }) => {
    const outcomes = [];
    for (let index = 0; index < presses; index += 1) {
      const pseudonym = `member-${String(index)}` as Pseudonym;
      const press = `${name}-${String(index)}`;
      outcomes.push(
        await outcomeOf(
          ratings.record({
            draft: about as DraftId,
            value: openScience,
            pseudonym,
            answer: 4,
            press,
            at: noon(),
          }),
        ),
      );
    }
    return { recorded: outcomes.filter((outcome) => outcome === 'recorded').length };
  });
}

/** Of the tenant that it is told. */
async function claim({ url, name, about }: Setting): Promise<{ claimed: readonly string[] }> {
  return using(url, async ({ deliveries }) => {
    const all: string[] = [];
    const lease = { now: noon(), leaseUntil: noon(600), limit: 7 };
    for (;;) {
      const claimed = await deliveries.claim({ tenant: about, worker: name, ...lease });
      if (claimed.length === 0) return { claimed: all };
      all.push(...claimed.map(({ announcement, place }) => `${announcement.id} to ${place.id}`));
    }
  });
}

/** Ends as a machine without power does: nothing is closed. */
async function rateAndDie({ url, about }: Setting): Promise<never> {
  return using(url, async ({ ratings }) => {
    const pseudonym = 'last-words' as Pseudonym;
    await outcomeOf(
      ratings.record({
        draft: about as DraftId,
        value: openScience,
        pseudonym,
        answer: 5,
        press: 'p',
        at: noon(),
      }),
    );
    return process.kill(process.pid, 'SIGKILL') as never;
  });
}

async function using<T>(url: string, work: (stores: Stores, database: Database) => Promise<T>): Promise<T> {
  const database = await openDatabase(url);
  try {
    return await work(createStores(database), database);
  } finally {
    await database.close();
  }
}

const [url = '', task = '', name = '', about = ''] = process.argv.slice(2);

process.once('message', () => {
  void tasks[task as Task]({ url, name, about }).then((answer) => {
    process.send?.(answer);
    process.disconnect();
  });
});
process.send?.('ready');
