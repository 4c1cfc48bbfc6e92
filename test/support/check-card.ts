import { cpSync, existsSync, rmSync } from 'node:fs';

const root = new URL('../../../../', import.meta.url);
const shared = new URL('../shared/', root);
const work = new URL('build/check-card/', root);

interface Finding {
  readonly level: 'error' | 'warn';
  readonly path: string;
  readonly rule: string;
  readonly message: string;
}

/**
 * The independent checker of cards, with Microsoft's schemas, on machines that have it beside the project: its
 * findings, errors and warnings alike. Elsewhere it finds nothing. The copy finds the libraries it needs below here.
 */
export async function loadCheckCard(): Promise<(card: object) => readonly string[]> {
  if (!existsSync(new URL('check-card/card.mjs', shared))) return () => [];
  rmSync(work, { recursive: true, force: true });
  for (const name of ['check-card', 'schemas'])
    cpSync(new URL(name, shared), new URL(name, work), { recursive: true });
  const { checkCard } = (await import(new URL('check-card/card.mjs', work).href)) as {
    checkCard: (card: object) => readonly Finding[];
  };
  return (card) => checkCard(card).map(({ path, rule, message }) => `${rule} ${path} ${message}`);
}
