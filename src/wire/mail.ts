import { z } from 'zod';
import { Id, Instant } from './common.ts';

/** How the house's own mails are sent (inboxes.manage, with every inbox): GET and PUT /api/mail, POST /api/mail/test. */
export const MailSettings = z.object({
  by: z.enum(['server', 'inbox']).nullable().describe('Null: no mail is sent'),
  address: z.string().nullable().describe('Where mails come from'),
  inboxId: Id.nullable().describe('The inbox that was chosen'),
  inboxes: z.array(z.object({ id: Id, name: z.string(), address: z.string() })).describe('Those to choose from'),
  last: z.array(
    z.object({
      id: Id,
      kind: z.enum(['alert', 'digest', 'owner', 'test']),
      address: z.string(),
      subject: z.string(),
      state: z.enum(['waiting', 'sent', 'failed']),
      at: Instant,
      detail: z.string().nullable(),
    }),
  ),
});
export const PutMailSettings = z.object({ inboxId: Id.nullable() });
export const MailTested = z.object({ address: z.string() });
export type MailSettings = z.infer<typeof MailSettings>;
