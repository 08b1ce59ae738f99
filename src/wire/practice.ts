import { z } from 'zod';
import { Instant } from './common.ts';

/** The customer's side and the dials of the practice workspace. Not there in production. */
export const Persona = z.object({
  id: z.string(),
  name: z.string(),
  handle: z.string(),
  language: z.string(),
  channels: z.array(z.string()),
});
export const Place = z.object({ id: z.string(), kind: z.string(), isPublic: z.boolean(), label: z.string() });
export const SeenMessage = z.object({
  id: z.string(),
  by: z.enum(['me', 'company', 'other']),
  name: z.string(),
  text: z.string(),
  at: Instant,
  inReplyTo: z.string().optional(),
  isDeleted: z.boolean().optional(),
  isHidden: z.boolean().optional(),
  likes: z.number().optional(),
  files: z.array(z.string()).readonly().optional(),
});
export const SeenThread = z.object({
  id: z.string(),
  channel: z.string(),
  place: Place,
  title: z.string(),
  messages: z.array(SeenMessage),
});
export const Dials = z.object({
  messagesPerMinute: z.number().min(0).max(6000),
  drop: z.number().min(0).max(1),
  duplicate: z.number().min(0).max(1),
  reorder: z.number().min(0).max(1),
  delayMs: z.number().min(0).max(60_000),
  failAfterAccept: z.number().min(0).max(1),
  timeoutAfterAccept: z.number().min(0).max(1),
  failBefore: z.number().min(0).max(1),
  rateLimit: z.number().min(0).max(1),
  isTokenRevoked: z.boolean(),
  isSilent: z.boolean(),
});
export const PracticeState = z.object({
  personas: z.array(Persona),
  networks: z.array(z.object({ channel: z.string(), name: z.string(), dials: Dials })),
  isLive: z.boolean(),
});
export const SayAsPersona = z.object({
  channel: z.string().max(100),
  place: z.string().max(1000),
  text: z.string().trim().min(1).max(5000),
  inReplyTo: z.string().max(1000).optional(),
  subject: z.string().max(300).optional(),
});
/** What the network calls what was said. */
export const Said = z.object({ id: z.string(), thread: z.string() });
export const PlacesQuery = z.object({ channel: z.string().max(100) });
/** Dials of one network; those that are left out stay. The pace is one for all networks. */
export const PutDials = z.object({ channel: z.string().max(100), dials: Dials.partial() });
export const PutLive = z.object({
  isLive: z.boolean(),
  messagesPerMinute: Dials.shape.messagesPerMinute.optional(),
});

export type PracticeState = z.infer<typeof PracticeState>;
export type SeenThread = z.infer<typeof SeenThread>;
export type Dials = z.infer<typeof Dials>;
/** What of the guide somebody has done by hand. */
export const Tried = z.object({
  publicly: z.boolean(),
  privately: z.boolean(),
  note: z.boolean(),
  assign: z.boolean(),
  decide: z.boolean(),
  later: z.boolean(),
});
export type Tried = z.infer<typeof Tried>;
