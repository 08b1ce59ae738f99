import { z } from 'zod';
import { type Cursor, type Pulled, type PulledSource, Trouble } from '../../core/channel/connector.ts';
import type { Json } from '../../core/ids.ts';
import type { Api } from './api.ts';
import type { TelegramCredentials } from './credentials.ts';
import { troubleOf } from './outcome.ts';
import { ALLOWED_UPDATES } from './update.ts';
import { readWebhook } from './webhook-info.ts';

const STREAM = 'updates';
const MAKE_SURE_MS = 15 * 60_000;
/** Telegram forgets what nobody took for a day. Source: Bot API, "Getting updates"; read 2026-11. */
const KEPT_MS = 24 * 3_600_000;
/** The time of the last look is written down this often: a cursor that changes is a write. */
const NOTE_EVERY_MS = 10 * 60_000;
const AT_ONCE = 100;

const Settings = z.object({
  receive: z.enum(['webhook', 'poll']).catch('webhook'),
  /** Seconds between two looks, where this desk asks. */
  pollEvery: z.number().min(1).max(3_600).catch(2),
});
const settingsOf = (settings: Json) =>
  Settings.parse(typeof settings === 'object' && settings !== null && !Array.isArray(settings) ? settings : {});

/** `offset`: the first update that was not read yet. Asking for it tells Telegram to forget all before. */
const Mark = z.object({ offset: z.number().int().nonnegative().nullable(), at: z.iso.datetime() });
const Update = z.looseObject({ update_id: z.number().int() });

export function createSource(api: Api, now: () => Date): PulledSource<TelegramCredentials> {
  return {
    streams(settings) {
      const { receive, pollEvery } = settingsOf(settings);
      return receive === 'poll'
        ? [{ name: STREAM, everyMs: pollEvery * 1_000 }]
        : [{ name: STREAM, everyMs: MAKE_SURE_MS, isReconciling: true }];
    },
    async open({ botToken, receive }) {
      return {
        async pull(stream, cursor) {
          if (stream !== STREAM) throw new Trouble('misconfigured', `Telegram has no stream called ${stream}.`);
          if (receive === 'webhook') {
            const info = await readWebhook(api, botToken);
            if ('kind' in info) throw troubleOf(info);
            if (info.isElsewhere)
              throw new Trouble(
                'misconfigured',
                `Telegram brings the messages of this bot to ${info.host} and not to this desk. Test and save the inbox again.`,
              );
            if (info.url !== '') {
              const trouble = info.trouble(now());
              if (trouble) throw new Trouble('unavailable', `Telegram cannot deliver to this desk: ${trouble}`);
              return { entries: [], cursor: cursorOf(Mark.safeParse(cursor).data, null, now()), more: false };
            }
          }
          // Nobody is called: what happens waits at Telegram until it is asked for.
          return pullUpdates(api, botToken, cursor, now());
        },
        async close() {},
      };
    },
  };
}

async function pullUpdates(api: Api, token: string, cursor: Cursor | null, now: Date): Promise<Pulled> {
  const mark = Mark.safeParse(cursor).data;
  const answer = await api.call(token, 'getUpdates', {
    ...(mark?.offset == null ? {} : { offset: mark.offset }),
    limit: AT_ONCE,
    timeout: 0,
    allowed_updates: ALLOWED_UPDATES,
  });
  if (answer.kind !== 'ok') throw troubleOf(answer);
  const found = z.array(z.unknown()).safeParse(answer.result).data ?? [];
  const ids = found.flatMap((one) => Update.safeParse(one).data?.update_id ?? []);
  await quietButtons(api, token, found);
  const last = ids.length === 0 ? null : Math.max(...ids) + 1;
  return {
    entries: found.map((one) => ({
      headers: { 'content-type': 'application/json' },
      body: new TextEncoder().encode(JSON.stringify(one)),
    })),
    cursor: cursorOf(mark, last, now),
    more: found.length >= AT_ONCE,
    ...gapOf(mark, now),
  };
}

function cursorOf(mark: z.infer<typeof Mark> | undefined, offset: number | null, now: Date): Cursor {
  if (mark && offset === null && now.getTime() - Date.parse(mark.at) < NOTE_EVERY_MS) return mark;
  return { offset: offset ?? mark?.offset ?? null, at: now.toISOString() };
}

function gapOf(mark: z.infer<typeof Mark> | undefined, now: Date): Pick<Pulled, 'gap'> {
  const from = mark && new Date(mark.at);
  if (!from || now.getTime() - from.getTime() <= KEPT_MS) return {};
  const to = new Date(now.getTime() - KEPT_MS);
  return { gap: { from, to, why: 'Telegram keeps what nobody takes for 24 hours and then forgets it.' } };
}

const Tap = z.looseObject({ callback_query: z.looseObject({ id: z.string() }) });

/** A tapped button turns for its owner until it is answered. If that fails it stops by itself. */
async function quietButtons(api: Api, token: string, updates: readonly unknown[]): Promise<void> {
  const taps = updates.flatMap((one) => Tap.safeParse(one).data?.callback_query.id ?? []);
  await Promise.all(taps.map((id) => api.call(token, 'answerCallbackQuery', { callback_query_id: id })));
}
