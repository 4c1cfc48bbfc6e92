import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

import type { Card } from './card.js';
import { splitPathsOnce } from './split-paths-once.js';

interface Template {
  expand(context: { $root: object }): unknown;
}

// Not imported: the library's declarations pull in TypeScript source that our compiler settings refuse.
const require = createRequire(import.meta.url);
const { GlobalSettings, Template } = require('adaptivecards-templating') as {
  Template: new (payload: unknown) => Template;
  GlobalSettings: { getUndefinedFieldValueSubstitutionString?: (path: string) => string | undefined };
};

const folder = new URL('../../../../cards/', import.meta.url);
const kept = new Map<string, Template>();
const missing: string[] = [];

// The library would leave `${path}` in the card for a reader to see. It asks here first, whatever swallows its errors.
GlobalSettings.getUndefinedFieldValueSubstitutionString = (path) => {
  missing.push(path);
  return undefined;
};

splitPathsOnce();

/**
 * The card `cards/NAME.json` with `data` bound to it. Expanded exactly once: a second time would evaluate what
 * members wrote. Throws when the template asks for something `data` does not have.
 */
export function expand(name: string, data: object): Card {
  missing.length = 0;
  const card = templateNamed(name).expand({ $root: data }) as Card;
  if (missing.length > 0) throw new Error(`cards/${name}.json finds nothing under ${missing.join(', ')}`);
  return card;
}

/** Parsing takes twenty times as long as expanding, so each template is parsed once. */
function templateNamed(name: string): Template {
  const template =
    kept.get(name) ?? new Template(JSON.parse(readFileSync(new URL(`${name}.json`, folder), 'utf8')));
  kept.set(name, template);
  return template;
}
