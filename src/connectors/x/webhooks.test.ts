import { describe, expect, it } from 'vitest';
import type { Api, ApiAnswer } from './api.ts';
import { settleHook } from './webhooks.ts';

const OURS = 'https://care.example/webhooks/main/x?app=1';
const ok = (body: unknown): ApiAnswer => ({ ok: true, body, headers: new Headers() });
const no = (title: string): ApiAnswer => ({
  ok: false,
  status: 400,
  title,
  detail: `${title}: no.`,
  type: 'about:blank',
  afterMs: undefined,
  isPerhapsDone: false,
});

/** Settles over an app that had nothing, whose next webhook is refused so, and that then lists this. */
async function settle(refusal: string, listed: readonly object[]) {
  const calls: string[] = [];
  const app = {
    async get() {
      calls.push('list');
      return ok({ data: listed });
    },
    async post(_path: string, { url }: { url: string }) {
      calls.push(`make ${url}`);
      return no(refusal);
    },
  } as unknown as Api;
  return { settled: await settleHook(app, [], [OURS, 'https://care.example/webhooks/main/x']), calls };
}

describe('a webhook that another account of the app has made at the same moment', () => {
  it.each(['DuplicateUrlFailed', 'WebhookLimitExceeded'])('is used, and no other is made: %s', async (refusal) => {
    const { settled, calls } = await settle(refusal, [{ id: '7', url: OURS, valid: true }]);
    expect(settled).toMatchObject({ hook: { id: '7' }, isNew: false });
    expect(calls).toEqual([`make ${OURS}`, 'list']);
  });

  it('is another program’s where it has another address', async () => {
    const { settled } = await settle('WebhookLimitExceeded', [
      { id: '8', url: 'https://other.example/x', valid: true },
    ]);
    expect(settled).toMatchObject({ why: expect.stringContaining('https://other.example/x'), isUnsure: false });
  });
});
