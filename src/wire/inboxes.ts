import { z } from 'zod';
import { ALERT_KINDS } from '../core/health/findings.ts';
import { isTimeZone, readHours } from '../core/hours/hours.ts';
import { Id, Instant } from './common.ts';

export const CredentialField = z.object({
  name: z.string(),
  label: z.string(),
  help: z.string(),
  kind: z.enum(['text', 'secret', 'number', 'url', 'toggle', 'choice']),
  choices: z.array(z.object({ value: z.string(), label: z.string() })).optional(),
  optional: z.boolean().optional(),
  initial: z.union([z.string(), z.number(), z.boolean()]).optional(),
  placeholder: z.string().optional(),
  isSuggested: z.boolean().optional().describe('A secret of our own choosing: the form offers to make one'),
});
const Possible = z.object({ what: z.string(), isPossible: z.boolean(), why: z.string().nullable() });
export const Abilities = z.object({
  hears: z.array(Possible),
  acts: z.array(Possible),
  more: z.array(Possible).describe('What the network tells of our own messages, and what may go with them'),
  limits: z.array(z.string()).describe('Windows and lengths, a sentence each'),
  proof: z.object({ kind: z.enum(['real_server', 'vendor_sdk', 'published_schema', 'sheet']), by: z.string() }),
});
export const NotConnected = z.object({ name: z.string(), why: z.string() });
export const Channel = z.object({
  channel: z.string(),
  name: z.string(),
  mark: z.string(),
  fields: z.array(CredentialField),
  webhookPath: z
    .string()
    .nullable()
    .describe('To be pasted where the network asks where to send its events, below this server; null: nobody has to'),
  canPublish: z.boolean(),
  publishLimit: z.object({ max: z.number(), unit: z.string() }).nullable(),
  home: z
    .enum(['widget', 'desk'])
    .optional()
    .describe('Absent: a network elsewhere. `widget`: a window that we serve. `desk`: agents write down what was said'),
  embed: z
    .string()
    .optional()
    .describe('What stands before `/<id of the inbox>` in the `data-inbox` of the script tag'),
});
export const ChannelList = z.object({ items: z.array(Channel) });
export const NetworkList = z.object({
  items: z.array(z.object({ channel: z.string(), name: z.string(), mark: z.string(), abilities: Abilities })),
  notConnected: z.array(NotConnected).describe('Networks that let nobody in, and why'),
});
export const Alert = z.object({
  id: Id,
  kind: z.enum(ALERT_KINDS),
  detail: z.string(),
  todo: z.string(),
  since: Instant,
});
export const Gap = z.object({
  id: Id,
  from: Instant,
  to: Instant,
  why: z.string(),
  people: z
    .array(z.object({ conversationId: Id, name: z.string() }))
    .describe('Who was in a talk with us then: the likeliest to have written'),
});
export const SettledGap = z.object({ gapId: Id });
export const Quota = z
  .object({
    of: z.string(),
    used: z.number(),
    limit: z.number().nullable(),
    resetsAt: Instant.nullable(),
    costUsd: z.number().nullable(),
  })
  .describe('What reading costs on this account, where the network counts or charges');
export const AtOnce = z
  .discriminatedUnion('state', [
    z.object({ state: z.literal('open'), what: z.array(z.string()).describe('In words: what comes by it') }),
    z.object({ state: z.literal('opening') }),
    z.object({ state: z.literal('resting'), until: Instant, why: z.string() }),
    z.object({ state: z.literal('off'), why: z.string() }),
  ])
  .describe('How it stands with the line by which the network brings what is said as it is said');
export const Heard = z.object({
  atOnce: AtOnce.nullable().describe('Null: the network has no such line here'),
  webhook: z
    .enum(['all', 'some', 'none'])
    .nullable()
    .describe('What the network tells by webhook of what it once agreed to; null: nobody knows'),
});
export const Inbox = z.object({
  id: Id,
  channel: z.string(),
  externalId: z.string(),
  name: z.string(),
  handle: z.string().nullable(),
  avatarUrl: z.string().nullable(),
  purpose: z.string(),
  brand: z.string().nullable(),
  language: z.string().nullable(),
  teamId: Id.nullable().describe('Whose new conversations are from the first'),
  hours: z
    .object({ open: z.string(), timeZone: z.string() })
    .nullable()
    .describe('As `Mon-Fri 09:00-17:00, Sat 10:00-14:00`'),
  ownerEmail: z.string().nullable().describe('Where the network writes when something is wrong with the account'),
  settings: z.record(z.string(), z.unknown()),
  health: z.object({
    state: z.enum(['connected', 'needs_login', 'trouble', 'paused']),
    detail: z.string().nullable(),
    since: Instant,
    lastEventAt: Instant.nullable(),
    lastCallAt: Instant.nullable(),
    lastError: z.string().nullable(),
    lastErrorAt: Instant.nullable(),
    tokenExpiresAt: Instant.nullable(),
    waiting: z.number().describe('Ledger entries not filed yet'),
    outgoing: z.number().describe('Acts not sent yet'),
    count: z.object({ onServer: z.number(), seen: z.number() }).nullable(),
    restsUntil: Instant.nullable().describe('The network does not answer: nothing is sent before then'),
    restsBecause: z.string().nullable(),
    quota: Quota.nullable(),
    heard: Heard.nullable().describe('How news comes just now, beside looking; null: nobody knows, or it is not read'),
    alerts: z.array(Alert).describe('What is wrong now, the oldest first; each ends by itself'),
    gaps: z.array(Gap).describe('Times of which the network tells nothing any more and that nobody has settled'),
  }),
});
export const InboxList = z.object({ items: z.array(Inbox) });
export const InboxForm = z.object({
  values: z
    .record(z.string(), z.union([z.string(), z.number(), z.boolean()]))
    .describe('What is kept, but for the secrets: a field that is missing here and left empty stays as it is'),
});
export const CheckInbox = z.object({ channel: z.string(), credentials: z.record(z.string(), z.unknown()) });
export const CheckResult = z.discriminatedUnion('ok', [
  z.object({
    ok: z.literal(true),
    account: z.object({ id: z.string(), name: z.string(), handle: z.string().nullable() }),
    warnings: z.array(z.string()),
  }),
  z.object({ ok: z.literal(false), problem: z.string(), todo: z.string(), field: z.string().nullable() }),
]);
export const NewInbox = CheckInbox.extend({
  name: z.string().trim().max(100).optional(),
  purpose: z.string().max(40).default('support'),
  brand: z.string().max(100).optional(),
  language: z.string().max(20).optional(),
  settings: z.record(z.string(), z.unknown()).default({}),
});
export const PatchInbox = z.object({
  name: z.string().trim().min(1).max(100).optional(),
  purpose: z.string().max(40).optional(),
  brand: z.string().max(100).nullable().optional(),
  language: z.string().max(20).nullable().optional(),
  teamId: Id.nullable().optional(),
  hours: z
    .object({
      open: z
        .string()
        .trim()
        .min(1)
        .max(300)
        .refine((text) => readHours(text) !== null, 'Hours are written as Mon-Fri 09:00-17:00, Sat 10:00-14:00.'),
      timeZone: z.string().refine(isTimeZone, 'There is no such time zone.'),
    })
    .nullable()
    .optional(),
  ownerEmail: z.email('This is no mail address.').max(254).nullable().optional(),
  settings: z.record(z.string(), z.unknown()).optional(),
  credentials: z.record(z.string(), z.unknown()).optional(),
  isPaused: z.boolean().optional(),
});
export const ConnectedInbox = z.object({ inbox: Inbox, detail: z.string(), warnings: z.array(z.string()) });

export const LedgerState = z.enum(['waiting', 'filed', 'duplicate', 'ignored', 'set_aside']);
export const Balance = z.object({
  received: z.number(),
  filed: z.number(),
  duplicate: z.number(),
  ignored: z.number(),
  setAside: z.number(),
  waiting: z.number(),
  isExact: z.boolean().describe('received = filed + duplicate + ignored + set aside + waiting'),
});
export const LedgerEntry = z.object({
  id: z.number(),
  family: z.string(),
  source: z.string(),
  inboxId: Id.nullable(),
  receivedAt: Instant,
  state: LedgerState,
  reason: z.string().nullable(),
  attempts: z.number(),
  filedAt: Instant.nullable(),
  sizeBytes: z.number(),
  redactedAt: Instant.nullable(),
});
export const Became = z.object({
  kind: z.string(),
  became: z.string(),
  why: z.string().optional(),
  messageId: Id.optional(),
  conversationId: Id.optional(),
});
export const LedgerDetail = LedgerEntry.extend({
  headers: z.record(z.string(), z.string()),
  body: z.string().describe('UTF-8 text; the first 200,000 characters'),
  outcome: z.array(Became),
});
export const LedgerQuery = z.object({
  state: LedgerState.optional(),
  inbox: Id.optional(),
  before: z.coerce.number().int().optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});
export const LedgerPage = z.object({ items: z.array(LedgerEntry), before: z.number().nullable() });
export const Replayed = z.object({ replayed: z.number() });

export type NetworkList = z.infer<typeof NetworkList>;
export type Abilities = z.infer<typeof Abilities>;
export type Channel = z.infer<typeof Channel>;
export type CredentialField = z.infer<typeof CredentialField>;
export type Alert = z.infer<typeof Alert>;
export type Gap = z.infer<typeof Gap>;
export type Heard = z.infer<typeof Heard>;
export type Inbox = z.infer<typeof Inbox>;
export type CheckResult = z.infer<typeof CheckResult>;
export type Balance = z.infer<typeof Balance>;
export type LedgerEntry = z.infer<typeof LedgerEntry>;
export type LedgerDetail = z.infer<typeof LedgerDetail>;
export type Became = z.infer<typeof Became>;
