import type { About, Intent } from '../app/intent.js';
import type { Subject } from '../app/views.js';
import { dataFor } from './action-data.js';
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

/** The button that shows or hides the element `target` of the same card; nothing chosen is lost. */
export function toggle(title: string, target: string): Action {
  return { type: 'Action.ToggleVisibility', title: plain(title), targetElements: [target] };
}

/** How the buttons of a card name the text it shows. */
export function aboutOf({ charter, draft, preview }: Subject): About {
  return { charter, ...(draft === undefined ? {} : { draft }), ...(preview ? { preview } : {}) };
}
