import { describe, expect, it } from 'vitest';
import type { Api, ApiAnswer, ApiFailure } from './api.ts';
import { subscribeActivity } from './subscribe-activity.ts';

const US = '700000000000000001';
const HOOK = '1990000000000000001';
const ok = (body: unknown): ApiAnswer => ({ ok: true, body, headers: new Headers() });
const no = (status: number, detail: string, more: Partial<ApiFailure> = {}): ApiAnswer => ({
  ok: false,
  status,
  title: 'No',
  detail,
  type: '',
  afterMs: undefined,
  isPerhapsDone: false,
  ...more,
});
const had = (kind: string, more: object = {}) => ({
  subscription_id: '7',
  event_type: kind,
  filter: { user_id: US },
  webhook_id: HOOK,
  ...more,
});

/** Subscribes over an API that lists and answers just so. */
async function run(list: ApiAnswer | readonly ApiAnswer[], answer: (kind: string) => ApiAnswer) {
  const pages = Array.isArray(list) ? [...list] : [list];
  const asked: string[] = [];
  const api = {
    get: async () => pages.shift() ?? ok({}),
    post: async (_path: string, body: { event_type: string }) => {
      asked.push(body.event_type);
      return answer(body.event_type);
    },
  } as unknown as Api;
  return { ...(await subscribeActivity(api, { api, id: US }, HOOK)), asked };
}

describe('subscribing to the X Activity API', () => {
  it.each([
    ['as the data', ok({ data: had('x') })],
    ['as the first of a list', ok({ data: [had('x')] })],
    ['within the data', ok({ data: { subscription: had('x') } })],
    ['with a number that is none of JavaScript’s', ok({ data: had('x', { subscription_id: '9223372036854775807' }) })],
  ])('reads a new subscription %s', async (_, answer) => {
    expect(await run(ok({}), () => answer)).toMatchObject({
      refused: [],
      asked: expect.arrayContaining(['dm.received']),
    });
  });

  it.each([
    ['nothing', ok({})],
    ['an error beside a good status', ok({ errors: [{ title: 'Unsupported', detail: 'Not for you' }] })],
  ])('does not take %s for one', async (_, answer) => {
    const { taken, refused, asked } = await run(ok({}), () => answer);
    expect([taken, refused.length]).toEqual([[], 8]);
    expect(asked).not.toContain('post.create');
  });

  it('does not ask twice for what is there for this webhook, on whatever page', async () => {
    const pages = [
      ok({ data: [had('post.mention.create'), had('dm.sent', { webhook_id: '5' })], meta: { next_token: 'more' } }),
      ok({ data: [had('dm.received'), had('post.create', { filter: { user_id: '9' } })] }),
    ];
    const { asked } = await run(pages, () => ok({ data: had('x') }));
    expect(asked).not.toContain('post.mention.create');
    expect(asked).not.toContain('dm.received');
    expect(asked).toEqual(expect.arrayContaining(['dm.sent', 'post.create']));
  });

  it('keeps what was granted beside what was not, and says why not', async () => {
    const { taken, refused } = await run(ok({}), (kind) =>
      kind.startsWith('dm.') ? no(403, 'No right to messages.') : ok({ data: had(kind) }),
    );
    expect(taken).toContain('mentions');
    expect(refused).toContainEqual({ what: 'direct messages', why: 'No right to messages' });
  });

  it('what is there twice is ours where X does not list what it has', async () => {
    const twice = () => no(400, 'The subscription exists already.');
    expect(await run(no(403, 'No'), twice)).toMatchObject({ refused: [] });
    expect(await run(ok({}), twice)).toMatchObject({ taken: [] });
  });

  it.each([
    ['does not answer', no(0, 'X did not answer in time.')],
    ['asks to slow down', no(429, 'Too Many Requests')],
    ['is broken', no(503, 'Service Unavailable')],
  ])('asks no more when X %s', async (_, answer) => {
    const { asked, refused } = await run(ok({}), () => answer);
    expect([asked.length, refused.length]).toEqual([1, 8]);
  });
});
