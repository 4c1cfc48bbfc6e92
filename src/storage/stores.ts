import type { Ports } from '../app/ports.js';
import { createAnnouncementStore } from './announcement-store.js';
import { createCharterStore } from './charter-store.js';
import type { Database } from './database.js';
import { createDeliveryStore } from './delivery-store.js';
import { createDraftStore } from './draft-store.js';
import { createFacilitatorStore } from './facilitator-store.js';
import { createPlaceStore } from './place-store.js';
import { createRatingStore } from './rating-store.js';
import { createWorkingCopyStore } from './working-copy-store.js';

export type Stores = Pick<
  Ports,
  | 'charters'
  | 'drafts'
  | 'workingCopies'
  | 'ratings'
  | 'places'
  | 'announcements'
  | 'deliveries'
  | 'facilitators'
>;

export function createStores(database: Database): Stores {
  return {
    charters: createCharterStore(database),
    drafts: createDraftStore(database),
    workingCopies: createWorkingCopyStore(database),
    ratings: createRatingStore(database),
    places: createPlaceStore(database),
    announcements: createAnnouncementStore(database),
    deliveries: createDeliveryStore(database),
    facilitators: createFacilitatorStore(database),
  };
}
