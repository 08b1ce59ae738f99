import { type PulledSource, Trouble } from '../../core/channel/connector.ts';
import { readEndpoint } from './account.ts';
import type { Line } from './call.ts';
import type { LineCredentials } from './credentials.ts';
import { nothingOr } from './outcome.ts';
import { readQuota } from './quota.ts';

const QUARTER_HOUR_MS = 900_000;

/**
 * LINE has no list of messages. What is looked at is whether its webhook is still on, and how much of the month's
 * messages is used.
 */
export function openSource(line: Line): PulledSource<LineCredentials> {
  return {
    streams: () => [{ name: 'account', everyMs: QUARTER_HOUR_MS }],
    async open(credentials) {
      return {
        async pull() {
          const endpoint = await readEndpoint(line, credentials);
          if (endpoint === 'none' || (typeof endpoint === 'object' && !endpoint.active))
            throw new Trouble(
              'misconfigured',
              'LINE’s webhook is switched off, so nothing arrives. Switch on "Use webhook" in the LINE Developers console, "Messaging API", and connect the inbox again.',
            );
          const quota = await readQuota(line, credentials);
          if (quota.kind === 'failed') nothingOr(quota.answer);
          const { used, limit } = quota.kind === 'read' ? quota : { used: 0, limit: null };
          return {
            entries: [],
            cursor: null,
            more: false,
            ...(quota.kind === 'read'
              ? { quota: { of: 'messages sent this month', used, limit, resetsAt: null } }
              : {}),
          };
        },
        close: () => Promise.resolve(),
      };
    },
  };
}
