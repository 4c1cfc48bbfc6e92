import { createHash } from 'node:crypto';

/** A member as activities name one. */
export interface CastMember {
  readonly name: string;
  readonly aadObjectId: string;
  /** `29:…`, how Teams names this member to this bot. */
  readonly id: string;
  readonly tenantId: string;
  /** IANA name: where this member's clock is. */
  readonly timeZone: string;
}

export const homeTenant = guidOf('home tenant');
/** A tenant that a bot for the home tenant does not serve. */
export const foreignTenant = guidOf('foreign tenant');

/** Of those who live somewhere. */
const zones: ReadonlyMap<string, string> = new Map([
  ['Ada Osei', 'Europe/Berlin'],
  ['Bento Ruiz', 'America/Mexico_City'],
  ['Chiara Nowak', 'Europe/Warsaw'],
  ['Dilan Yıldız', 'Europe/Istanbul'],
  ['Emeka Obi', 'Africa/Lagos'],
]);

export const ada = castMember('Ada Osei');
export const bento = castMember('Bento Ruiz');
export const chiara = castMember('Chiara Nowak');
const dilan = castMember('Dilan Yıldız');
const emeka = castMember('Emeka Obi');
/** From another tenant, a guest in this one: Teams names the tenant that the conversation belongs to. */
export const guest = castMember('Farah Haddad (Guest)');
export const outsider = castMember('Goran Petrović', foreignTenant);

/** Five members, enough for results to be shown. */
export const fiveMembers: readonly CastMember[] = [ada, bento, chiara, dilan, emeka];

/** The same name is the same member. */
export function castMember(name: string, tenantId: string = homeTenant): CastMember {
  const digest = createHash('sha256').update(name).digest('base64url');
  return {
    name,
    aadObjectId: guidOf(name),
    id: `29:1${digest}`,
    tenantId,
    timeZone: zones.get(name) ?? 'UTC',
  };
}

/** The same member, elsewhere. */
export function inZone(timeZone: string, member: CastMember): CastMember {
  return { ...member, timeZone };
}

/** As many members as a test needs. */
export function crowd(size: number): readonly CastMember[] {
  return Array.from({ length: size }, (_, index) => castMember(`Member ${String(index + 1)}`));
}

function guidOf(seed: string): string {
  const hex = createHash('sha256').update(seed).digest('hex');
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `4${hex.slice(13, 16)}`,
    `a${hex.slice(17, 20)}`,
    hex.slice(20, 32),
  ].join('-');
}
