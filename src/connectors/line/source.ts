import type { PulledSource } from '../../core/channel/connector.ts';
import type { Line } from './call.ts';
import type { LineCredentials } from './credentials.ts';
import { nothingOr } from './outcome.ts';
import { readQuota } from './quota.ts';

const QUARTER_HOUR_MS = 900_000;

/** LINE has no list of messages. What is read is how many of the month's messages are used. */
export function openSource(line: Line): PulledSource<LineCredentials> {
  return {
    streams: () => [{ name: 'quota', everyMs: QUARTER_HOUR_MS }],
    async open(credentials) {
      return {
        async pull() {
          const read = await readQuota(line, credentials);
          const nothing = { entries: [], cursor: null, more: false };
          if (read.kind === 'failed') {
            nothingOr(read.answer);
            return nothing;
          }
          return {
            ...nothing,
            quota: { of: 'messages of this month', used: read.used, limit: read.limit, resetsAt: null },
          };
        },
        close: () => Promise.resolve(),
      };
    },
  };
}
