import { z } from 'zod';
import type { RawWebhook } from '../../core/channel/connector.ts';
import type { Json } from '../../core/ids.ts';
import { jsonIn } from '../shared/json.ts';

const Tap = z.object({ callback_query: z.object({ id: z.string().min(1).max(200) }) });

/**
 * A tapped button turns for its owner until it is answered, and the answer of the webhook may carry that one call:
 * nobody waits for its result. Source: Bot API, "Making requests when getting updates"; read 2026-11.
 */
export function answerOf({ body }: RawWebhook): Json {
  const tap = Tap.safeParse(jsonIn(body)).data;
  return tap ? { method: 'answerCallbackQuery', callback_query_id: tap.callback_query.id } : null;
}
