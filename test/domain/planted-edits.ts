import type { Value, ValueId } from '../../src/domain/draft.js';

export const editKinds = [
  'kept',
  'moved',
  'renamed',
  'reworded',
  'renamed-and-reworded',
  'split',
  'merged',
  'added',
  'removed',
] as const;
export type EditKind = (typeof editKinds)[number];

/** A value of the edited text, and what it was made from. */
export interface PlantedValue {
  readonly title: string;
  readonly text: string;
  readonly kind: EditKind;
  readonly from: readonly ValueId[];
}

export interface Planted {
  readonly before: readonly Value[];
  readonly after: readonly PlantedValue[];
  readonly removed: readonly ValueId[];
}

/** A made-up charter and a made-up revision of it, the same for the same seed. `only`: that kind of edit alone. */
export function plantEdits(seed: number, only?: EditKind): Planted {
  const chance = createChance(seed);
  const write = createWriter(chance);
  const before = Array.from({ length: chance.between(3, 12) }, (_, index) => {
    const { title, text } = write.value();
    return { id: `v${String(index + 1)}` as ValueId, title, text };
  });
  const left = [...before];
  const after: PlantedValue[] = [];
  const removed: ValueId[] = [];
  const forced = only !== undefined && chance.between(0, before.length - 1);
  for (let place = 0; left.length > 0; place += 1) {
    const value = left.shift()!;
    const kind = only === undefined ? chance.pick(mixed) : place === forced ? only : 'kept';
    const from = [value.id];
    if (kind === 'removed') removed.push(value.id);
    else if (kind === 'split') after.push(...write.split(value).map((part) => ({ ...part, kind, from })));
    else if (kind === 'merged') {
      const other = left.length > 0 ? left.splice(chance.between(0, left.length - 1), 1)[0]! : undefined;
      if (other === undefined) after.push({ ...value, kind: 'kept', from });
      else after.push({ ...write.merged(value, other), kind, from: [value.id, other.id] });
    } else {
      const edited =
        kind === 'kept' || kind === 'moved' || kind === 'added' ? value : write.edited(value, kind);
      after.push({ ...edited, kind: kind === 'added' ? 'kept' : kind, from });
      if (kind === 'added') after.push({ ...write.value(), kind, from: [] });
    }
  }
  const moving = after.filter(({ kind }) => kind === 'moved');
  const standing = after.filter(({ kind }) => kind !== 'moved');
  for (const value of moving) standing.splice(chance.between(0, standing.length), 0, value);
  const isMixed = only === undefined && chance.between(0, 2) === 0;
  return { before, after: isMixed ? chance.shuffled(standing) : standing, removed };
}

/** How often each edit comes where several come at once. */
const mixed: readonly EditKind[] = [
  ...['kept', 'kept', 'kept', 'moved', 'renamed', 'renamed', 'reworded', 'reworded'],
  ...['renamed-and-reworded', 'split', 'merged', 'added', 'removed'],
] as readonly EditKind[];

type Chance = ReturnType<typeof createChance>;
type Words = Pick<Value, 'title' | 'text'>;

/** Mulberry32. */
function createChance(seed: number) {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
  const between = (least: number, most: number): number => least + Math.floor(next() * (most - least + 1));
  const pick = <T>(of: readonly T[]): T => of[between(0, of.length - 1)]!;
  const shuffled = <T>(of: readonly T[]): readonly T[] =>
    of
      .map((each) => ({ each, at: next() }))
      .toSorted((one, other) => one.at - other.at)
      .map(({ each }) => each);
  return { next, between, pick, shuffled };
}

/** Words as a community uses them: some that every text has, some that all its values have, some of one value alone. */
function createWriter({ next, between, pick, shuffled }: Chance) {
  const shared = shuffled(content).slice(0, 25);
  const rare = (): string => content[Math.floor(content.length * next() ** 1.5)]!;
  const word = (own: readonly string[]): string => {
    const luck = next();
    if (luck < 0.45) return pick(small);
    if (luck < 0.65) return pick(shared);
    return luck < 0.9 ? pick(own) : rare();
  };
  const sentence = (own: readonly string[]): string => {
    const words = Array.from({ length: between(6, 16) }, () => word(own));
    return `${capital(words.join(' '))}.`;
  };
  const titleOf = (own: readonly string[]): string =>
    capital(
      Array.from({ length: between(2, 4) }, (_, index) =>
        index === 1 && next() < 0.4 ? pick(small) : next() < 0.7 ? pick(own) : rare(),
      ).join(' '),
    );
  const ownWords = (): readonly string[] => Array.from({ length: 10 }, rare);
  const value = (): Words => {
    const own = ownWords();
    return {
      title: titleOf(own),
      text: Array.from({ length: between(1, 5) }, () => sentence(own)).join(next() < 0.3 ? '\n\n' : ' '),
    };
  };
  const reworded = (text: string, share: number): string =>
    text
      .split(' ')
      .map((each) => (next() < share ? word(ownPool) : each))
      .join(' ');
  const ownPool = ownWords();
  const renamed = (title: string): string => {
    const kept = title.split(' ').filter(() => next() < 0.4);
    return capital([...kept, titleOf(ownWords())].join(' ').toLowerCase());
  };
  const wordsIn = (text: string): readonly string[] =>
    text
      .toLowerCase()
      .split(/[^a-z]+/)
      .filter((each) => each.length > 4);
  const titled = (text: string): string => {
    const own = wordsIn(text);
    return own.length > 1 && next() < 0.6 ? capital(`${pick(own)} ${pick(own)}`) : titleOf(ownWords());
  };

  return {
    value,
    edited: ({ title, text }: Words, kind: EditKind): Words => ({
      title: kind === 'reworded' ? title : renamed(title),
      text: kind === 'renamed' ? text : reworded(text, 0.15 + next() * 0.4),
    }),
    split({ title, text }: Words): readonly Words[] {
      const sentences = text.split(/(?<=\.)\s+/);
      // A single sentence is cut in its middle.
      const pieces = sentences.length > 1 ? sentences : text.split(' ');
      const at = sentences.length > 1 ? between(1, pieces.length - 1) : Math.floor(pieces.length / 2);
      const parts = [pieces.slice(0, at), pieces.slice(at)].map((part) =>
        reworded(part.join(' '), 0.1 * next()),
      );
      return parts.map((part, index) => ({
        title: index === 0 && next() < 0.5 ? title : titled(part),
        text: part,
      }));
    },
    merged: (one: Words, other: Words): Words => ({
      title: next() < 0.5 ? one.title : titled(`${one.text} ${other.text}`),
      text: reworded(`${one.text} ${other.text}`, 0.1 * next()),
    }),
  };
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

const small =
  'we our the a and or to of in for with that is are each all so who when by what from it not as be can us at on'.split(
    ' ',
  );
const content =
  'garden tools share water seed plot compost bench shed members neighbour season harvest kitchen repair borrow return lend mend learn teach children elders paths fence gate key bees flowers soil trees fruit market money costs budget fees donate gifts time hours turns tasks duties rota meetings decide vote listen speak quiet noise music guests visitors welcome newcomers languages translate signs maps photos notes records archive history stories memory plans dreams risks safety tools ladders gloves first aid accidents insurance law council owners lease rent rules trust respect kindness patience honesty courage humour care rest sleep sickness worry conflict apology forgive repairable waste plastic paper glass recycle reuse energy sun rain wind heat frost drought flood insects birds hedgehogs cats dogs weeds pests poison organic wild meadow lawn beds greenhouse glasshouse nursery saplings orchard berries herbs vegetables bread soup recipes cooking table chairs shade roof wood nails paint brushes colours art festival dance songs games sports bicycles trailers vans parking streets school library books lectures workshops science measure count report publish open data privacy consent photographs names access ramps wheelchairs hearing sight height fair equal turns queue waiting lists vacancy leaving joining training mentors beginners experts mistakes questions answers curious experiments trials failure success praise credit thanks awards pride modest humble simple slow steady careful tidy clean wash store label lock'.split(
    ' ',
  );
