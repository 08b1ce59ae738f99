import { z } from 'zod';
import { id, lenient, text } from '../shared/shapes.ts';
import { isLater } from './mark.ts';
import { EntitiesOfV1, fileOfV1, filesOfV1 } from './v1-media.ts';
import { personOfV1 } from './v1-person.ts';

/** Milliseconds since 1970, in digits. */
export const stamp = z.union([z.string().regex(/^\d{1,15}$/), z.number().int().nonnegative()]).transform(Number);
const Old = z.looseObject({
  type: z.string(),
  id,
  created_timestamp: stamp,
  message_create: z.looseObject({
    sender_id: id,
    target: z.looseObject({ recipient_id: id }),
    message_data: z.looseObject({
      text: lenient(text),
      entities: lenient(EntitiesOfV1),
      attachment: lenient(z.looseObject({ media: lenient(fileOfV1) })),
    }),
  }),
});
const LAST_MS = 253_402_300_799_000;

/** A line between two is named by both numbers, the smaller first. */
export const lineBetween = (one: string, other: string): string =>
  isLater(one, other) ? `${other}-${one}` : `${one}-${other}`;

/** Milliseconds since 1970 as ISO 8601; undefined where that is no time of ours. */
export const isoOfMillis = (ms: number): string | undefined =>
  ms >= 0 && ms <= LAST_MS ? new Date(ms).toISOString() : undefined;

/** A direct message of the API v1.1 in the shape of v2. `people`: as they stand beside it, by number. Null: it is none. */
export function messageOfV1(
  raw: unknown,
  people: Readonly<Record<string, unknown>>,
): { readonly dm: unknown; readonly includes: unknown } | null {
  const old = Old.safeParse(raw).data;
  if (old?.type !== 'message_create') return null;
  const { sender_id: sender, target, message_data: said } = old.message_create;
  const found = filesOfV1(said.attachment?.media ? [said.attachment.media] : []);
  return {
    dm: {
      id: old.id,
      event_type: 'MessageCreate',
      text: said.text,
      sender_id: sender,
      dm_conversation_id: lineBetween(sender, target.recipient_id),
      created_at: isoOfMillis(old.created_timestamp),
      entities: { urls: [...(said.entities?.urls ?? []), ...found.links], mentions: [] },
      ...(found.keys.length === 0 ? {} : { attachments: { media_keys: found.keys } }),
    },
    includes: {
      users: [sender, target.recipient_id].flatMap((one) =>
        Object.hasOwn(people, one) ? (personOfV1(people[one]) ?? []) : [],
      ),
      media: found.media,
    },
  };
}
