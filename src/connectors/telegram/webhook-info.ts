import { z } from 'zod';
import { isOurDoor } from '../shared/door.ts';
import { lenient, seconds } from '../shared/shapes.ts';
import type { Api } from './api.ts';
import type { Failure } from './outcome.ts';

const Info = z.object({
  url: z.string(),
  pending_update_count: z.number().int().nonnegative().catch(0),
  last_error_date: lenient(seconds),
  last_error_message: lenient(z.string()),
});

/** An error older than this is over: Telegram tries again within minutes. */
const RECENT_MS = 15 * 60_000;

export interface WebhookState {
  /** Empty: Telegram keeps what happens until it is asked for it. */
  readonly url: string;
  /** How much waits at Telegram. */
  readonly pending: number;
  /** It is not the address of this desk, or of no desk like this one. */
  readonly isElsewhere: boolean;
  /** Where it leads, without what is secret in it. */
  readonly host: string;
  /** Why Telegram cannot deliver just now; null: it can. */
  trouble(now: Date): string | null;
}

/** @param callbackUrl the address that is surely ours; undefined: its shape decides */
export async function readWebhook(api: Api, token: string, callbackUrl?: string): Promise<WebhookState | Failure> {
  const answer = await api.call(token, 'getWebhookInfo');
  if (answer.kind !== 'ok') return answer;
  const info = Info.safeParse(answer.result).data;
  if (!info) return { kind: 'lost', isSent: true, detail: 'Telegram does not say where it delivers to.' };
  const url = URL.parse(info.url);
  return {
    url: info.url,
    host: url?.host ?? 'another address',
    isElsewhere: info.url !== '' && !isOurDoor(info.url, 'telegram', callbackUrl),
    pending: info.pending_update_count,
    trouble(now) {
      const { last_error_date: at, last_error_message: words, pending_update_count: pending } = info;
      if (at === undefined || pending === 0 || now.getTime() - at.getTime() > RECENT_MS) return null;
      return `${words ?? 'no reason given'} (${pending} ${pending === 1 ? 'message waits' : 'messages wait'}).`;
    },
  };
}
