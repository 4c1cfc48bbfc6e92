import type { Ports } from '../app/ports.js';
import { createAnnouncementsApi } from './announcements-api.js';
import { createBlogApi } from './blog-api.js';
import { createAppointmentsApi } from './appointments-api.js';
import { createCommentsApi } from './comments-api.js';
import { createFeedbackApi } from './feedback-api.js';
import { createExportApi } from './export-api.js';
import { createOutcomeApi } from './outcome-api.js';
import { createProcessApi } from './process-api.js';
import { createCorrectionsApi } from './corrections-api.js';
import { createDraftsApi } from './drafts-api.js';
import { createPublishingApi } from './publishing-api.js';
import type { ReportWords } from './refused-post.js';

/** The use-cases of scripts and of the command line, each as plain data or a problem. */
export function createApi(ports: Ports, words: ReportWords) {
  return {
    ...createPublishingApi(ports, words),
    ...createDraftsApi(ports),
    ...createCorrectionsApi(ports, words),
    ...createAppointmentsApi(ports),
    ...createAnnouncementsApi(ports),
    ...createProcessApi(ports),
    ...createCommentsApi(ports),
    ...createFeedbackApi(ports),
    ...createExportApi(ports),
    ...createOutcomeApi(ports),
    ...createBlogApi(ports),
  };
}
export type Api = ReturnType<typeof createApi>;
