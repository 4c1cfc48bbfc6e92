import { existsSync, readFileSync } from 'node:fs';

/** Posts of one community, as its facilitator pastes them. */
export interface Posts {
  readonly community: string;
  /** Its charter's short name. */
  readonly charter: string;
  /** Without values: it announces the process. */
  readonly announcement?: string;
  readonly draft: string;
  readonly number: number;
  readonly values: readonly [string, string, ...string[]];
}

const shared = new URL('../../../../../shared/data/coop/', import.meta.url);

export const tools: Posts = {
  community: 'the tool library of the example',
  charter: 'tool-library',
  draft: `---
title: 'Example: values of the tool library'
author: The tool library crew
charter: tool-library
reason: Two of us asked what happens when a tool does not come back.
---

The third draft, shorter than the second.

## At the tool library we:

### Share what we have

We put our tools together, so that nobody has to buy what stands idle next door.

### Learn by doing

We show each other, and we let beginners hold the tool.

### Forgive what breaks

What breaks or gets lost is told at once, and nobody is asked to pay for an honest mistake.
`,
  number: 3,
  values: ['Share what we have', 'Learn by doing', 'Forgive what breaks'],
};

/** The posts of the community that Touchstone was first made for, where they are at hand. */
export const coop: Posts | undefined = existsSync(shared)
  ? {
      community: 'the community that Touchstone was first made for',
      charter: 'coop',
      announcement: readFileSync(new URL('2020-08-19-values-announce.md', shared), 'utf8'),
      draft: readFileSync(new URL('2020-08-25-coop-values.published.md', shared), 'utf8'),
      number: 1,
      values: [
        'Center the community',
        'Promote open science',
        'Prioritize learning over knowing',
        'Champion accessibility',
        'Facilitate building connections',
      ],
    }
  : undefined;
