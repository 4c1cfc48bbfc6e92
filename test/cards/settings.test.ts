import assert from 'node:assert/strict';

import type { SettingsView, View } from '../../src/app/views.js';
import { parseCardAction } from '../../src/teams/card-action.js';
import { memberViews, settings } from '../support/sample-views.js';
import { dataOf, elementsOf, linesOf, rendered, textsOf } from './facilitator-cards.js';

function view(name: string): View {
  const found = memberViews.get(name);
  assert.ok(found, name);
  return found;
}

function titlesOf(shown: View): readonly unknown[] {
  return elementsOf(rendered(shown), 'Action.Execute').map(({ title }) => title);
}

describe('the settings of a personal chat', () => {
  it('change each thing in one tap', () => {
    assert.deepEqual(dataOf(rendered(settings)), [
      { v: 1, do: 'unsubscribe' },
      { v: 1, do: 'pause', days: 7 },
      { v: 1, do: 'pause', days: 14 },
      { v: 1, do: 'pause', days: 30 },
      { v: 1, do: 'pause', pauseDate: 'unreadable' },
      { v: 1, do: 'quiet', quietFrom: 'unreadable' },
    ]);
  });

  it('send what their fields hold, and nothing where a field is empty', () => {
    const [, , , , pause, quiet] = dataOf(rendered(settings)) as readonly object[];
    const hours = { from: '21:30', until: '07:00' };

    assert.deepEqual(parseCardAction({ ...pause, pauseDate: '2026-12-24' }), {
      kind: 'pause',
      until: { date: '2026-12-24' },
    });
    assert.deepEqual(parseCardAction({ ...quiet, quietFrom: '21:30', quietUntil: '07:00' }), {
      kind: 'quiet',
      hours,
    });
    assert.deepEqual(parseCardAction({ ...pause, pauseDate: '' }), { kind: 'pause' });
    assert.deepEqual(parseCardAction({ ...quiet, quietFrom: '', quietUntil: '' }), { kind: 'quiet' });
  });

  it('hold the usual night ready, and a day a month ahead', () => {
    const card = rendered(settings);

    assert.deepEqual(
      elementsOf(card, 'Input.Time').map(({ id, value }) => [id, value]),
      [
        ['quietFrom', '20:00'],
        ['quietUntil', '08:00'],
      ],
    );
    const [day] = elementsOf(card, 'Input.Date');
    assert.deepEqual([day?.['id'], day?.['min'], day?.['value']], ['pauseDate', '2026-11-23', '2026-12-22']);
  });

  it('say what comes, how often, in whose time zone, and that opting out costs nothing else', () => {
    const text = textsOf(rendered(settings));

    assert.match(text, /^New drafts are announced here, of every set of values\.$/m);
    assert.match(text, /^We write at most 3 messages of our own accord for each draft\.$/m);
    assert.match(text, /^Times are those of Europe\/Berlin: the zone that Teams tells of you/m);
    assert.match(text, /reading and rating stay open to you\.$/m);
    assert.match(
      textsOf(rendered(view('settings-paused'))),
      /^We write at most one message of our own accord for each draft\.$/m,
    );
  });

  it('with quiet hours say them, whose choice they are, and end them in one tap', () => {
    const chosen = view('settings-quiet');

    assert.ok(linesOf(rendered(chosen)).includes('From 20:00 to 08:00 nothing comes of our own accord.'));
    assert.match(textsOf(rendered(view('settings-default'))), /These are the hours set for everybody/);
    assert.deepEqual(dataOf(rendered(chosen)).at(-1), { v: 1, do: 'quiet', quiet: false });
  });

  it('while paused say until when, and go on in one tap', () => {
    const paused = view('settings-paused');

    assert.match(
      textsOf(rendered(paused)),
      /^This is paused until Thursday 10 December 2026, 17:00 \(Europe\/Berlin\)\./m,
    );
    assert.ok(titlesOf(paused).includes('Go on now'));
    assert.ok(!titlesOf(paused).includes('One week'));
  });

  it('where nothing is announced have one thing to change', () => {
    assert.deepEqual(dataOf(rendered(view('settings-none'))), [{ v: 1, do: 'subscribe' }]);
    assert.deepEqual(elementsOf(rendered(view('settings-none')), 'Input.Date'), []);
  });

  it('name the sets of values that are announced, where they are not all', () => {
    assert.match(
      textsOf(rendered(view('settings-default'))),
      /^New drafts of these are announced here: garden\.$/m,
    );
  });
});

describe('the settings of a shared place', () => {
  it('have a pause and no quiet hours', () => {
    const card = rendered(view('settings-channel'));

    assert.deepEqual(elementsOf(card, 'Input.Time'), []);
    assert.equal(elementsOf(card, 'Input.Date').length, 1);
    assert.match(textsOf(card), /^Times are those of America\/New York, the zone of our community\.$/m);
    assert.doesNotMatch(textsOf(card), /of our own accord/);
  });

  it('never show more buttons than a card has room for', () => {
    const quiet: SettingsView = {
      ...settings,
      quiet: { hours: 'off', chosen: true },
    };

    for (const shown of [settings, quiet, view('settings-quiet'), view('settings-paused')])
      assert.ok(titlesOf(shown).length <= 6, titlesOf(shown).join());
  });
});
