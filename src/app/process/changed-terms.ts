import type { Announcement } from '../../domain/announcement.js';
import { given } from '../../domain/given.js';
import type { ProcessEntry, ProcessRecord } from '../../domain/process.js';
import type { Ports } from '../ports.js';
import type { Moment } from '../subject.js';
import type { ChangedDate, ChangedTerms } from './views.js';

type DateEntry = Extract<ProcessEntry, { kind: 'date' }>;

/** The changes that were recorded at the instant of the announcement. */
export async function changedTerms(
  { process }: Pick<Ports, 'process'>,
  { charter, kind, at }: Announcement,
  timeZone: string,
): Promise<ChangedTerms | undefined> {
  if (kind !== 'terms') return undefined;
  const records = await process.records(charter);
  const then = records.filter((record) => record.at === at);
  return {
    rules: then.flatMap(({ entry }) => (entry.kind === 'rules-changed' ? entry.changes : [])),
    dates: then.flatMap((record) =>
      record.entry.kind === 'date' ? [changedDate(record.entry, record, records, timeZone)] : [],
    ),
  };
}

function changedDate(
  { of, number, closes }: DateEntry,
  { number: place }: ProcessRecord,
  records: readonly ProcessRecord[],
  timeZone: string,
): ChangedDate {
  const before = records
    .slice(0, place - 1)
    .flatMap(({ entry }) =>
      entry.kind === 'date' && entry.of === of && entry.number === number ? [entry] : [],
    )
    .at(-1);
  const moment = (at: string | null | undefined): Moment | undefined =>
    at == null ? undefined : { at, timeZone };
  return { of, number, ...given({ from: moment(before?.closes), to: moment(closes) }) };
}
