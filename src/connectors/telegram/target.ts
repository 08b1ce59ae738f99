import { z } from 'zod';
import type { Outgoing, TargetMessage } from '../../core/channel/outgoing.ts';
import { type Spot, spotOf, standsAt } from './place.ts';

const SpotShape = z.object({
  chat: z.string().regex(/^-?\d{1,20}$/),
  connection: z.string().optional(),
  topic: z.number().int().optional(),
});

/** Where an answer goes: what was kept with the thread, else what its id says. */
export function placeOf({ thread }: Outgoing & { readonly kind: 'reply' }): Spot | null {
  return SpotShape.safeParse(thread.remote).data ?? spotOf(thread.id);
}

/** What our own messages and theirs are kept with. */
const Remote = z.object({
  ...SpotShape.shape,
  message: z.number().int().positive(),
  /** Of an album of ours: all of its messages. */
  messages: z.array(z.number().int().positive()).optional(),
  hasCaption: z.boolean().optional(),
});
export interface Standing {
  readonly spot: Spot;
  readonly message: number;
  readonly messages: readonly number[];
  readonly hasCaption: boolean;
}

/** The message to act on; null for what is none (a service message, a tapped button of an old desk). */
export function standingOf({ id, remote }: Pick<TargetMessage, 'id' | 'remote'>): Standing | null {
  const kept = Remote.safeParse(remote).data;
  const known = standsAt(id);
  if (!kept) return known && { spot: known.spot, message: known.message, messages: [known.message], hasCaption: false };
  const { chat, connection, message, messages, hasCaption } = kept;
  const spot = { chat, ...(connection === undefined ? {} : { connection }) };
  return { spot, message, messages: messages ?? [message], hasCaption: hasCaption ?? false };
}

/** The fields that every call about a chat has. Chat ids have at most 52 bits, so a number holds them. */
export const inChat = ({ chat, connection }: Spot): Readonly<Record<string, unknown>> => ({
  chat_id: Number(chat),
  ...(connection === undefined ? {} : { business_connection_id: connection }),
});
