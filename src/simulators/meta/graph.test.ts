import { describe, expect, it } from 'vitest';
import { ida, listen, oskar, PAGE, start } from './start-for-test.ts';

/** What the tests below look at in an answer; which of it is there depends on the call. */
interface Answered {
  readonly id: string;
  readonly from: { readonly id: string };
  readonly data: { readonly message: string; readonly participants: { readonly data: { readonly id: string }[] } }[];
  readonly paging: { readonly cursors: { readonly after: string }; readonly next?: string };
  readonly error: { readonly code: number };
}

describe('the Graph API', () => {
  async function withTalk(more: Parameters<typeof start>[0] = {}) {
    const meta = await start(more);
    const post = meta.publishAsPage(PAGE, 'Autumn is here');
    const { id: top } = await meta.facebook.say(ida, { place: post, text: 'Top' });
    await meta.facebook.say(oskar, { place: post, text: 'Below', inReplyTo: top });
    const call = async (path: string, init: RequestInit = {}, token = 'EAApageTokenA') => {
      const response = await fetch(`${meta.graphUrl}/${path}`, {
        ...init,
        headers: { authorization: `Bearer ${token}`, ...init.headers },
      });
      return { status: response.status, headers: response.headers, body: (await response.json()) as Answered };
    };
    const form = (values: Record<string, string>): RequestInit => ({
      method: 'POST',
      body: new URLSearchParams(values),
    });
    return { meta, post, top, call, form };
  }
  const messages = (body: Answered) => body.data.map(({ message }) => message);

  it('lists only what is at the top unless asked for everything, and only the fields asked for', async () => {
    const { post, call } = await withTalk();
    expect(messages((await call(`${post}/comments`)).body)).toEqual(['Top']);
    expect(messages((await call(`${post}/comments?filter=stream&order=reverse_chronological`)).body)).toEqual([
      'Below',
      'Top',
    ]);
    const { body } = await call(`${post}/comments?filter=stream&fields=id,parent{id}`);
    expect(Object.keys(body.data[1] ?? {})).toEqual(['id', 'parent']);
    expect((await call(`${post}/comments?fields=shares`)).body.error.code, 'a comment has no shares').toBe(100);
  });

  it('pages by cursor, and an empty page may name a next one', async () => {
    const { meta, post, call } = await withTalk();
    const first = (await call(`${post}/comments?filter=stream&limit=1`)).body;
    expect(
      messages((await call(`${post}/comments?filter=stream&limit=1&after=${first.paging.cursors.after}`)).body),
    ).toEqual(['Below']);
    meta.quirks.emptyPages = true;
    const empty = (await call(`${post}/comments?filter=stream`)).body;
    expect(empty).toMatchObject({ data: [], paging: { next: expect.any(String) } });
    expect(messages((await call(`${post}/comments?filter=stream&after=${empty.paging.cursors.after}`)).body)).toEqual([
      'Top',
      'Below',
    ]);
  });

  it('shows nothing to a person’s token, and says nothing of it', async () => {
    const { post, call } = await withTalk();
    expect(await call(`${post}/comments`, {}, 'EAAlongUser')).toMatchObject({ status: 200, body: { data: [] } });
  });

  it.each([
    {
      what: 'an edit of somebody else’s comment',
      path: (top: string) => top,
      values: { message: 'Overwritten' },
      code: 200,
    },
    { what: 'a comment without words', path: (top: string) => `${top}/comments`, values: {}, code: 100 },
    {
      what: 'the same post twice in a row',
      path: () => `${PAGE}/feed`,
      values: { message: 'Autumn is here' },
      code: 506,
    },
    {
      what: 'a dead message tag',
      path: () => `${PAGE}/messages`,
      values: { messaging_type: 'MESSAGE_TAG', tag: 'ACCOUNT_UPDATE', recipient: 'IDA', message: '{"text":"x"}' },
      code: 100,
      subcode: 1893061,
    },
    {
      what: 'an action with a message',
      path: () => `${PAGE}/messages`,
      values: { sender_action: 'typing_on', recipient: 'IDA', message: '{"text":"x"}' },
      code: 100,
      subcode: 2018014,
    },
    {
      what: 'a stranger',
      path: () => `${PAGE}/messages`,
      values: { recipient: '{"id":"1"}', message: '{"text":"x"}' },
      code: 100,
      subcode: 2018001,
    },
    {
      what: 'a wrong proof of the secret',
      path: (top: string) => `${top}/likes`,
      values: { appsecret_proof: 'guess' },
      code: 100,
    },
  ])('refuses $what', async ({ path, values, code, subcode }) => {
    const { meta, top, call, form } = await withTalk();
    await meta.messenger.say(ida, { place: `direct:${PAGE}`, text: 'Hello' });
    const psid = (await call(`${PAGE}/conversations?fields=participants`)).body.data[0]?.participants.data[0]?.id;
    const filled = Object.fromEntries(
      Object.entries(values).map(([name, value]) => [name, value === 'IDA' ? `{"id":"${psid}"}` : String(value)]),
    );
    expect((await call(path(top), form(filled))).body.error).toMatchObject({
      code,
      ...(subcode ? { error_subcode: subcode } : {}),
    });
  });

  it('counts calls, and refuses when they are used up', async () => {
    const { top, call } = await withTalk({ callsPerHour: 2 });
    expect(JSON.parse((await call(top)).headers.get('x-app-usage') ?? '')).toMatchObject({ call_count: 0 });
    await call(top);
    const { body, headers } = await call(top);
    expect(body.error.code).toBe(80001);
    expect(headers.get('x-business-use-case-usage')).toContain('estimated_time_to_regain_access');
  });

  it('may deliver the echo before it answers the call', async () => {
    const { url, got } = await listen();
    const { top, call, form } = await withTalk({ callbackUrl: url, isEchoFirst: true });
    const { body } = await call(`${top}/comments`, form({ message: 'Sorry, Ida' }));
    expect(got.some((one) => one.body.includes(body.id))).toBe(true);
  });

  it('gives the same person the same id after a restart, and new things new ids', async () => {
    const [one, two] = [await withTalk(), await withTalk({ now: () => new Date('2026-11-19T12:00:00Z') })];
    const who = async ({ call, top }: typeof one) => (await call(`${top}?fields=from`)).body.from.id;
    expect(await who(one)).toBe(await who(two));
    expect(one.top).not.toBe(two.top);
  });
});
