import type { Ports, TurnStore } from '../app/ports.js';
import { createAnnouncementStore } from './announcement-store.js';
import { createAppointmentStore } from './appointment-store.js';
import { createCharterStore } from './charter-store.js';
import { createContactStore } from './contact-store.js';
import { createCorrectionStore } from './correction-store.js';
import { createAdoptionStore } from './adoption-store.js';
import { createApprovalStore } from './approval-store.js';
import type { Database } from './database.js';
import { createThemeStore } from './theme-store.js';
import { createDeliveryStore } from './delivery-store.js';
import { createDraftStore } from './draft-store.js';
import { createFacilitatorStore } from './facilitator-store.js';
import { createCommentStore } from './comment-store.js';
import { createDownloadStore } from './download-store.js';
import { createInstallationKeys, type InstallationKeys } from './installation-keys.js';
import { createParticipationStore } from './participation-store.js';
import { createPersonalDataStore } from './personal-data-store.js';
import { createProcessStore } from './process-store.js';
import { createReceiptStore } from './receipt-store.js';
import { createReleaseStore } from './release-store.js';
import { createPlaceStore } from './place-store.js';
import { createRatingStore } from './rating-store.js';
import { createTurnStore } from './turn-store.js';
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
  | 'contacts'
  | 'appointments'
  | 'corrections'
  | 'facilitators'
  | 'releases'
  | 'participation'
  | 'process'
  | 'comments'
  | 'receipts'
  | 'personalData'
  | 'downloads'
  | 'themes'
  | 'adoption'
  | 'approvals'
> & { readonly turns: TurnStore; readonly keys: InstallationKeys };

export function createStores(database: Database): Stores {
  const keys = createInstallationKeys(database);
  return {
    charters: createCharterStore(database),
    drafts: createDraftStore(database),
    workingCopies: createWorkingCopyStore(database),
    ratings: createRatingStore(database),
    places: createPlaceStore(database),
    announcements: createAnnouncementStore(database),
    deliveries: createDeliveryStore(database),
    contacts: createContactStore(database),
    appointments: createAppointmentStore(database),
    corrections: createCorrectionStore(database),
    facilitators: createFacilitatorStore(database, keys),
    releases: createReleaseStore(database),
    participation: createParticipationStore(database),
    process: createProcessStore(database),
    comments: createCommentStore(database),
    receipts: createReceiptStore(database, keys),
    personalData: createPersonalDataStore(database),
    downloads: createDownloadStore(database),
    themes: createThemeStore(database),
    adoption: createAdoptionStore(database),
    approvals: createApprovalStore(database),
    turns: createTurnStore(database),
    keys,
  };
}
