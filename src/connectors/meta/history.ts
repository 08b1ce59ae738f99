import { z } from 'zod';
import type { CredentialField } from '../../core/channel/credentials.ts';
import type { Json } from '../../core/ids.ts';

const DAY_MS = 86_400_000;
export const HISTORY_DAYS = 14;
/** Further back Meta's lists of posts are thin, and a call for each of them is spent on what nobody answers any more. */
export const MOST_HISTORY_DAYS = 90;

export const historyField: CredentialField = {
  name: 'historyDays',
  label: 'Days of history',
  kind: 'number',
  optional: true,
  initial: HISTORY_DAYS,
  help: `How far back it is read when the inbox is connected, at most ${MOST_HISTORY_DAYS} days. It starts no clocks.`,
};

/** Absent in credentials that were kept before there was a choice. */
export const historyDays = z.preprocess(
  (value) => (value === '' || value === null ? undefined : value),
  z.coerce
    .number('Give a number of days.')
    .int('Give whole days.')
    .min(0, 'Give a number of days.')
    .max(MOST_HISTORY_DAYS, `At most ${MOST_HISTORY_DAYS} days.`)
    .default(HISTORY_DAYS),
);

export const historySettings = ({ historyDays: days }: { readonly historyDays?: number }) => ({
  historyDays: days ?? HISTORY_DAYS,
});

const Settings = z.object({ historyDays });
/** Milliseconds before the connection. */
export const historyMsOf = (settings: Json): number =>
  (Settings.safeParse(settings).data?.historyDays ?? HISTORY_DAYS) * DAY_MS;
