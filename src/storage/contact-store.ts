import { sql } from 'kysely';

import type { Contact, ContactStore } from '../app/ports.js';
import type { Database } from './database.js';

export function createContactStore({ query }: Database): ContactStore {
  const of = ({ tenant, member, about }: Contact) =>
    query
      .updateTable('contacts')
      .where('tenant', '=', tenant)
      .where('member', '=', member)
      .where('about', '=', about);

  return {
    async spend(contact) {
      const { tenant, member, about, announcement, most } = contact;
      if (most < 1) return wasCounted(contact);
      const { numInsertedOrUpdatedRows } = await query
        .insertInto('contacts')
        .values({ tenant, member, about, count: 1, announcements: `${announcement} ` })
        .onConflict((conflict) => conflict.doNothing())
        .executeTakeFirst();
      if (numInsertedOrUpdatedRows) return true;
      const { numUpdatedRows } = await of(contact)
        .set((eb) => ({
          count: eb('count', '+', 1),
          announcements: sql<string>`announcements || ${`${announcement} `}`,
        }))
        .where('count', '<', most)
        .where(sql<boolean>`not ${counted(contact)}`)
        .executeTakeFirst();
      return numUpdatedRows > 0n || wasCounted(contact);
    },

    async refund(contact) {
      await of(contact)
        .set((eb) => ({
          count: eb('count', '-', 1),
          announcements: sql<string>`ltrim(replace(' ' || announcements, ${` ${contact.announcement} `}, ' '))`,
        }))
        .where(counted(contact))
        .execute();
    },
  };

  async function wasCounted(contact: Contact): Promise<boolean> {
    const { tenant, member, about } = contact;
    const row = await query
      .selectFrom('contacts')
      .select('count')
      .where('tenant', '=', tenant)
      .where('member', '=', member)
      .where('about', '=', about)
      .where(counted(contact))
      .executeTakeFirst();
    return row !== undefined;
  }
}

/** A text that gets shorter when a part of it is taken away has that part; both databases can say so. */
function counted({ announcement }: Contact) {
  return sql<boolean>`(replace(' ' || announcements, ${` ${announcement} `}, '') <> ' ' || announcements)`;
}
