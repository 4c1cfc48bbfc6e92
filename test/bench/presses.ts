import { randomUUID } from 'node:crypto';

import { answers } from './ballot.js';
import { tallyOf, type Tally } from './tally.js';

const memberCount = 500;
/** A member answers each value this often before the presses begin again, each time differently. */
const turns = 2;

/** What the load generator has to know about a server to press its cards' buttons. */
export interface PressTarget {
  readonly origin: string;
  readonly appId: string;
  readonly tenantId: string;
  readonly serviceUrl: string;
  /** Tokens as Teams sends them; each is used for many presses. */
  readonly tokens: readonly string[];
  readonly valueIds: readonly string[];
  /**
   * The `value.action` of the invoke, whose data differ from card to card. Wherever it puts `unique`, each press will
   * have a number of its own.
   */
  action(valueId: string, answer: string, unique: string): unknown;
}

export interface Press {
  /** The whole HTTP request. */
  readonly bytes: Buffer;
  /** Where the number of the press is written. */
  readonly marks: readonly number[];
  readonly member: string;
  readonly value: string;
  readonly answer: string;
}

export interface Presses {
  /** The next press, in an endless ring; its numbers have never been used before. */
  next(): Press;
  /** To be called when a press was answered. */
  settled(press: Press): void;
  /** What has to be stored, given the presses settled so far. */
  expected(): Tally;
}

/**
 * Built ahead, so that the generator costs the machine little while it measures. Presses of one member on one value lie
 * thousands apart: their order of sending is their order of arrival.
 */
export function createPresses(target: PressTarget): Presses {
  const members = Array.from({ length: memberCount }, () => randomUUID());
  const ring: Press[] = [];
  for (let turn = 0; turn < turns; turn += 1) {
    target.valueIds.forEach((value, position) => {
      members.forEach((member, index) => {
        const answer = answers[(index + position + turn * 3) % answers.length] ?? '1';
        const bytes = requestOf(target, ring.length, member, value, answer);
        ring.push({ bytes, marks: marksIn(bytes), member, value, answer });
      });
    });
  }
  const last = new Map<string, Press>();
  let count = 0;
  return {
    next: () => {
      const press = ring[count % ring.length];
      if (press === undefined) throw new Error('The server has no values to rate');
      count += 1;
      stamp(press, count);
      return press;
    },
    settled: (press) => void last.set(`${press.member} ${press.value}`, press),
    expected: () => tallyOf([...last.values()].map((press) => [press.value, press.answer])),
  };
}

/** Stands in a request where its number goes; the token and the names hold no such thing. */
const mark = '@@@@@@@@@@@@';

function marksIn(bytes: Buffer): readonly number[] {
  const marks: number[] = [];
  for (let at = bytes.indexOf(mark); at >= 0; at = bytes.indexOf(mark, at + 1)) marks.push(at);
  return marks;
}

function stamp({ bytes, marks }: Press, count: number): void {
  const digits = String(count).padStart(mark.length, '0');
  for (const at of marks) bytes.write(digits, at, 'latin1');
}

function requestOf(
  target: PressTarget,
  index: number,
  member: string,
  value: string,
  answer: string,
): Buffer {
  const body = JSON.stringify(
    pressActivity(target, index % memberCount, member, target.action(value, answer, mark)),
  );
  const token = target.tokens[index % target.tokens.length] ?? '';
  const head = [
    'POST /api/messages HTTP/1.1',
    `Host: ${new URL(target.origin).host}`,
    `Authorization: Bearer ${token}`,
    'Content-Type: application/json; charset=utf-8',
    'User-Agent: Microsoft-SkypeBotApi (Microsoft-BotFramework/3.0)',
    `x-ms-conversation-id: a:personal-${String(index % memberCount)}`,
    `x-ms-tenant-id: ${target.tenantId}`,
    `Content-Length: ${String(Buffer.byteLength(body))}`,
  ];
  return Buffer.from(`${head.join('\r\n')}\r\n\r\n${body}`, 'utf8');
}

function pressActivity(target: PressTarget, index: number, member: string, action: unknown): unknown {
  const now = new Date();
  return {
    id: `f:00000000-0000-4000-8000-${mark}`,
    name: 'adaptiveCard/action',
    type: 'invoke',
    timestamp: now.toISOString(),
    localTimestamp: now.toISOString().replace('Z', '+00:00'),
    localTimezone: 'Europe/Madrid',
    channelId: 'msteams',
    serviceUrl: target.serviceUrl,
    from: { id: `29:1${member.replaceAll('-', '')}`, name: `Member ${String(index)}`, aadObjectId: member },
    conversation: {
      conversationType: 'personal',
      tenantId: target.tenantId,
      id: `a:personal-${String(index)}`,
    },
    recipient: { id: `28:${target.appId}`, name: 'Touchstone' },
    entities: [
      { locale: 'en-GB', country: 'GB', platform: 'Web', timezone: 'Europe/Madrid', type: 'clientInfo' },
    ],
    channelData: {
      tenant: { id: target.tenantId },
      source: { name: 'message' },
      legacy: { replyToId: '1:1' },
    },
    replyToId: '1700000000000',
    value: { action, trigger: 'manual' },
    locale: 'en-GB',
  };
}
