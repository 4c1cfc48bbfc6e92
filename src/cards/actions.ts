import type { About } from '../app/about.js';
import type { Intent } from '../app/intent.js';
import type { Subject } from '../app/subject.js';
import { dataFor } from './action-data.js';
import { linkAddress } from './address.js';
import { plain } from './text.js';

/** A button, as templates bind it: `"actions": "${actions}"`. */
export type Action = Readonly<Record<string, unknown>>;

/**
 * The button that asks for `intent`; clients that know no `Action.Execute` send the same as a message. With
 * `inputs` the card's inputs are checked and sent along; without, somebody may press it before filling them in.
 */
export function button(
  title: string,
  intent: Intent,
  { inputs = false, primary = false }: { inputs?: boolean; primary?: boolean } = {},
): Action {
  const same = {
    title: plain(title),
    data: dataFor(intent),
    ...(inputs ? {} : { associatedInputs: 'none' }),
    ...(primary ? { style: 'positive' } : {}),
  };
  return { type: 'Action.Execute', verb: intent.kind, ...same, fallback: { type: 'Action.Submit', ...same } };
}

/** The button that shows or hides elements of the same card; nothing chosen is lost. */
export function toggle(title: string, ...targets: readonly string[]): Action {
  return { type: 'Action.ToggleVisibility', title: plain(title), targetElements: targets };
}

/** The button that opens a page of ours in the browser; none where the address is none that may stand on a card. */
export function pageLink(title: string, address: string | undefined): readonly Action[] {
  const url = address === undefined ? undefined : linkAddress(address);
  return url === undefined ? [] : [{ type: 'Action.OpenUrl', title: plain(title), url }];
}

/** How the buttons of a card name the text it shows. */
export function aboutOf({ charter, draft, preview }: Subject): About {
  return { charter, ...(draft === undefined ? {} : { draft }), ...(preview ? { preview } : {}) };
}
