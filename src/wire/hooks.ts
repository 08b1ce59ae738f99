import { z } from 'zod';
import { HOOK_EVENTS, RULE_EVENT, TEST_EVENT } from '../core/hooks/events.ts';
import { Attention, Cursor, Id, Instant, Reach, Resolution } from './common.ts';

/**
 * Addresses of other programs (inboxes.manage, with every inbox):
 *
 *   GET    /api/hooks                              HookList
 *   POST   /api/hooks              NewHook      -> MadeHook, with the secret: shown once
 *   PATCH  /api/hooks/:id          PatchHook    -> Hook
 *   DELETE /api/hooks/:id
 *   POST   /api/hooks/:id/secret                -> HookSecret; the one before signs beside it for a day
 *   POST   /api/hooks/:id/test                  -> its id; it stands in the log
 *   GET    /api/hooks/:id/deliveries            -> HookDeliveryList, the newest first
 *   POST   /api/hooks/:id/replay   ReplayHook   -> how many are told again
 */
export const HookEvent = z.enum(HOOK_EVENTS);
export const Hook = z.object({
  id: Id,
  name: z.string(),
  url: z.string(),
  events: z.array(HookEvent),
  isOn: z.boolean(),
  offBecause: z.string().nullable().describe('Why it was switched off by itself'),
  failures: z.number().describe('In a row, just now'),
  failingSince: Instant.nullable(),
  restsUntil: Instant.nullable(),
  oldSecretUntil: Instant.nullable(),
  createdAt: Instant,
  waiting: z.number(),
  failed: z.number(),
  deliveredAt: Instant.nullable(),
});
export const HookList = z.object({ items: z.array(Hook), most: z.number() });
const Name = z.string().trim().min(1, 'Give it a name.').max(100);
const Address = z.string().trim().max(2_000);
const Events = z.array(HookEvent).min(1, 'Choose at least one event.').max(HOOK_EVENTS.length);
export const NewHook = z.object({ id: Id, name: Name, url: Address, events: Events });
export const PatchHook = z.object({ name: Name, url: Address, events: Events, isOn: z.boolean() }).partial();
export const HookSecret = z.object({ secret: z.string().describe('Shown once') });
export const MadeHook = z.object({ hook: Hook, secret: z.string().describe('Shown once') });
export const HookDelivery = z.object({
  id: Id,
  event: z.string(),
  at: Instant,
  state: z.enum(['waiting', 'delivered', 'failed']),
  attempts: z.number(),
  dueAt: Instant,
  triedAt: Instant.nullable(),
  status: z.number().nullable().describe('Null: there was no answer; why stands in `answer`'),
  tookMs: z.number().nullable(),
  answer: z.string().nullable().describe('The first 500 characters'),
  body: z.string().nullable().describe('What was sent; null before the first try'),
});
export const HookDeliveryQuery = z.object({
  cursor: Cursor.optional(),
  state: z.enum(['waiting', 'delivered', 'failed']).optional(),
  limit: z.coerce.number().int().min(1).max(100).default(30),
});
export const HookDeliveryList = z.object({ items: z.array(HookDelivery), cursor: Cursor.nullable() });
export const ReplayHook = z.object({ deliveryId: Id.optional().describe('Left out: all that failed') });
export const Replayed = z.object({ count: z.number() });

/** What is sent to an address. `docs/webhooks.md` shows an example of each. */
export const ToldConversation = z.object({
  id: Id,
  inbox: z.object({ id: Id, name: z.string(), channel: z.string() }),
  url: z.url().describe('Where an agent opens it'),
  reach: Reach,
  subject: z.string().nullable(),
  language: z.string().nullable(),
  attention: Attention.nullable(),
  attentionReason: z.string().nullable(),
  resolution: Resolution,
  priority: z.number(),
  waitingSince: Instant.nullable(),
  person: z.object({ id: Id, name: z.string(), handle: z.string().nullable() }),
  assignee: z.object({ id: Id, name: z.string() }).nullable(),
  teamId: Id.nullable(),
  labels: z.array(z.string()),
  createdAt: Instant,
});
export const ToldMessage = z.object({
  id: Id,
  externalId: z.string().nullable().describe('Its name on the network'),
  direction: z.enum(['inbound', 'outbound', 'note']),
  reach: Reach,
  text: z.string(),
  attachments: z.number().describe('How many; fetch them over the API'),
  language: z.string().nullable(),
  automatic: z.string().nullable().describe('auto_reply, bounce, list, bot or receipt'),
  delivery: z.string().nullable(),
  deliveryDetail: z.string().nullable(),
  permalink: z.string().nullable(),
  author: z.object({ name: z.string().nullable(), agentId: Id.nullable() }),
  sentAt: Instant,
  editedAt: Instant.nullable(),
  deletedAt: Instant.nullable(),
});
export const ToldAlert = z.object({
  id: Id,
  kind: z.string(),
  detail: z.string(),
  todo: z.string(),
  since: Instant,
  inboxId: Id,
});
const Moment = z.object({
  kind: z.string().describe('As in the timeline: answered, acknowledged, no_reply, assigned, unassigned, ...'),
  actorKind: z.string().describe('contact, agent, bot, rule or system'),
  actorId: Id.nullable(),
  detail: z.record(z.string(), z.unknown()),
});
const Head = { id: Id.describe('The same when it is told again'), at: Instant, workspace: z.string() };
const About = { conversation: ToldConversation, moment: Moment };
const conversation = (type: (typeof HOOK_EVENTS)[number]) =>
  z.object({ ...Head, type: z.literal(type), data: z.object(About) });
const message = (type: (typeof HOOK_EVENTS)[number], more: z.ZodRawShape = {}) =>
  z.object({
    ...Head,
    type: z.literal(type),
    data: z.object({ conversation: ToldConversation, message: ToldMessage, ...more }),
  });
const alert = (type: (typeof HOOK_EVENTS)[number]) =>
  z.object({ ...Head, type: z.literal(type), data: z.object({ alert: ToldAlert }) });
export const HookPayload = z.discriminatedUnion('type', [
  conversation('conversation.opened'),
  conversation('conversation.reopened'),
  conversation('conversation.answered'),
  conversation('conversation.waiting'),
  conversation('conversation.assigned'),
  conversation('conversation.labelled'),
  conversation('conversation.resolved'),
  conversation('conversation.clock_warned'),
  conversation('conversation.clock_breached'),
  message('message.received'),
  message('message.sent'),
  message('message.failed', { moment: Moment }),
  message('message.edited', { moment: Moment }),
  message('message.deleted', { moment: Moment }),
  z.object({ ...Head, type: z.literal(RULE_EVENT), data: z.object(About) }),
  alert('inbox.alert_raised'),
  alert('inbox.alert_ended'),
  z.object({ ...Head, type: z.literal(TEST_EVENT), data: z.object({ message: z.string() }) }),
]);
export type Hook = z.infer<typeof Hook>;
export type HookDelivery = z.infer<typeof HookDelivery>;
export type HookPayload = z.infer<typeof HookPayload>;
