import { z } from 'zod';
import type { RawWebhook } from '../../core/channel/connector.ts';
import type { Json } from '../../core/ids.ts';
import { parseJson } from '../shared/json.ts';

const Opened = z.object({ event: z.literal('conversation_started'), subscribed: z.boolean().catch(false) });
const Settings = z.object({ senderName: z.string().min(1), welcome: z.string().trim().min(1) });

/** The words of the welcome, and who says them; null: none is said. */
export const welcomeOf = (settings: Json) => Settings.safeParse(settings).data ?? null;

/**
 * The one message that may be said to somebody who has opened the chat and not yet written. It is given in the
 * answer to the callback; sent in the way of every other message it would be refused.
 * Source: Viber REST Bot API, "Sending a welcome message"; read 2026-11.
 */
export function welcomeFor({ body }: RawWebhook, settings: Json): Json {
  const wanted = welcomeOf(settings);
  if (!wanted) return null;
  try {
    const opened = Opened.safeParse(parseJson(body));
    if (!opened.success || opened.data.subscribed) return null;
  } catch {
    return null;
  }
  const { senderName, welcome } = wanted;
  return { sender: { name: senderName }, type: 'text', text: welcome, tracking_data: 'welcome', min_api_version: 1 };
}
