import { z } from 'zod';

const text = z.string().max(2_000);
/** Teams adds fields and shapes; what is not as expected here counts as absent. */
const maybe = <T extends z.ZodType>(schema: T) => schema.optional().catch(undefined);
const named = z.object({ id: text, name: maybe(text) });

/**
 * Of an activity only what Touchstone uses. Without the first five fields it is refused; a broken rest is left out.
 */
export const IncomingActivity = z.object({
  type: text.min(1),
  channelId: z.literal('msteams'),
  /** Whether it is an address, and one of ours to send to, is checked behind the token. */
  serviceUrl: text.min(1),
  conversation: z.object({
    id: text.min(1),
    conversationType: maybe(z.enum(['personal', 'groupChat', 'channel'])),
    tenantId: maybe(text),
    name: maybe(text),
  }),
  recipient: z.object({ id: text }),
  id: maybe(text),
  from: maybe(z.object({ id: text.min(1), aadObjectId: maybe(text), name: maybe(text) })),
  name: maybe(text),
  action: maybe(text),
  locale: maybe(text),
  text: maybe(z.string()),
  entities: maybe(z.array(z.object({ type: maybe(text), timezone: maybe(text) }).catch({}))),
  value: z.unknown().optional(),
  channelData: maybe(
    z.object({
      tenant: maybe(z.object({ id: text })),
      team: maybe(named.partial()),
      channel: maybe(named.partial()),
      eventType: maybe(text),
    }),
  ),
  membersAdded: maybe(z.array(z.object({ id: text }))),
  membersRemoved: maybe(z.array(z.object({ id: text }))),
  attachments: maybe(z.array(z.object({ contentType: maybe(text), content: z.unknown().optional() }))),
});
export type IncomingActivity = z.infer<typeof IncomingActivity>;

/** What Teams sends in the place of a file somebody attached in a personal chat. */
export const FileAttachment = z.object({
  contentType: z.literal('application/vnd.microsoft.teams.file.download.info'),
  content: z.object({ downloadUrl: z.url().max(4_000), fileType: maybe(z.string().max(20)) }),
});
export type FileAttachment = z.infer<typeof FileAttachment>;
