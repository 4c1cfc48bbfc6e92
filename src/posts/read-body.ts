import { given } from '../domain/given.js';
import type { CleanMarkdown } from './clean-markdown.js';
import { findConsiderations } from './find-considerations.js';
import type { FoundConsideration } from './find-considerations.js';
import { findMission } from './find-mission.js';
import type { Mission } from './find-mission.js';
import { findParts } from './find-parts.js';
import type { Part } from './find-parts.js';
import { findTitle } from './find-title.js';
import { findValues } from './find-values.js';
import type { FrontMatter } from './front-matter.js';
import { markedParts } from './marked-parts.js';
import { outlineOf, outsideValues } from './outline.js';

/** What is found in a post below its front matter. */
export interface Body {
  readonly parts: readonly Part[];
  readonly considerations: readonly FoundConsideration[];
  readonly mission?: Mission;
}

/** What the front matter says of title, mission and considerations is not looked for in the text. */
export function readBody(clean: CleanMarkdown, front: FrontMatter): Body {
  const { text, tree } = clean;
  const stated = front.mission && { text: plain(front.mission.text), line: front.mission.line };
  const marked = markedParts(clean);
  if (marked) return { parts: marked, considerations: [], ...given({ mission: stated }) };
  const post = outlineOf(tree, text);
  const { titled, top } = findTitle(post, front.title !== undefined);
  if (titled) titled.role = 'title';
  findValues(post, top, text);
  const considerations = front.considerations ? undefined : findConsiderations(post, text);
  const mission: Mission | undefined =
    stated ?? findMission([...outsideValues(post)], [...post.pieces, ...(titled?.pieces ?? [])]);
  const parts = findParts({ post, text, ...given({ considerations, missionPiece: mission?.piece }) });
  return { parts, considerations: considerations?.considerations ?? [], ...given({ mission }) };
}

function plain(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
