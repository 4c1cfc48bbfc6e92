import assert from 'node:assert/strict';

import { buttonsOf, type Card } from '../support/touchstone.js';

/** How the button is called that asks for this, whatever the language of the card. */
export function buttonTitle(card: Card, verb: string): string {
  const buttons = buttonsOf(card);
  const button = buttons.find((each) => each.verb === verb);
  assert.ok(button, `no button for ${verb} but ${buttons.map((each) => each.verb).join(', ')}`);
  return button.title;
}
