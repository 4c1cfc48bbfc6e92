import type { PageStamp, PageStamps } from '../app/page-stamps.js';
import type { CharterName } from '../domain/charter.js';
import type { Database } from './database.js';
import { feedbackStamp } from './feedback-stamp.js';
import { keep } from './kept-query.js';
import { rulesFromJson } from './rules-json.js';

export function createPageStamps({ query }: Database): PageStamps {
  const ofDraft = keep<{ charter: CharterName; number: number }, StampRow>((parameter) =>
    query
      .selectFrom('drafts')
      .innerJoin('charters', 'charters.name', 'drafts.charter')
      .select([
        'charters.rules',
        'charters.sealed_at',
        'charters.time_zone',
        'drafts.state',
        'drafts.revision',
        'drafts.round',
        'drafts.closes_at',
      ])
      .select((eb) =>
        eb
          .selectFrom('releases')
          .whereRef('releases.draft', '=', 'drafts.id')
          .select(({ fn }) => fn.max('releases.sequence').as('last'))
          .as('last'),
      )
      .select((eb) =>
        eb
          .selectFrom('process_records')
          .whereRef('process_records.charter', '=', 'drafts.charter')
          .select(({ fn }) => fn.max('process_records.number').as('recorded'))
          .as('recorded'),
      )
      .where('drafts.charter', '=', parameter('charter'))
      .where('drafts.number', '=', parameter('number')),
  );
  const ofCharter = keep<{ charter: CharterName }, StampRow>((parameter) =>
    query
      .selectFrom('charters')
      .select(['rules', 'sealed_at', 'time_zone', 'identities_erased_at', 'framing'])
      .select((eb) =>
        eb
          .selectFrom('process_records')
          .whereRef('process_records.charter', '=', 'charters.name')
          .select(({ fn }) => fn.max('process_records.number').as('last'))
          .as('last'),
      )
      .where('name', '=', parameter('charter')),
  );
  return {
    async results({ charter, number }) {
      if (!(number > 0 && number < 2 ** 31)) return undefined;
      const { rows } = await query.executeQuery(ofDraft({ charter, number }));
      return rows[0] && stampOf(rows[0]);
    },
    feedback: (charter) => feedbackStamp(query, charter),
    async process(charter) {
      const { rows } = await query.executeQuery(ofCharter({ charter }));
      return rows[0] && stampOf(rows[0]);
    },
  };
}

interface StampRow {
  readonly rules: string;
}

function stampOf(row: StampRow): PageStamp {
  return { page: rulesFromJson(row.rules).page, mark: Object.values(row).join('\n') };
}
