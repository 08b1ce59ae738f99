import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { eachDatabase } from '../../../test/database.ts';
import type { WorkspaceId } from '../../core/ids.ts';
import { notUnderstood } from '../../core/understanding/not-understood.ts';
import { listLedger } from '../../storage/ledger-reading.ts';
import { type Desk, openDesk } from '../test/desk.fixture.ts';
import { startWorker } from '../worker/start.ts';

type Headers = Record<string, string>;
const IDA = '+46 70 123 45 67';

eachDatabase((open) => {
  describe('a call that is logged', () => {
    let desk: Desk;
    let workspace: WorkspaceId;
    let agent: Headers;
    const stop = new AbortController();
    let worker: Awaited<ReturnType<typeof startWorker>>;

    beforeAll(async () => {
      desk = await openDesk(await open());
      workspace = await desk.makeWorkspace('harbor');
      agent = (await desk.signIn(workspace, 'owner')).headers;
      const quiet = () => undefined;
      worker = await startWorker({
        ...desk.deps,
        credentialsOf: desk.deps.seal.open,
        understand: notUnderstood,
        sealFor: desk.deps.seal.close,
        callbackUrl: async () => null,
        log: { info: quiet, warn: quiet, error: quiet },
        signal: stop.signal,
      });
    });
    afterAll(async () => {
      stop.abort();
      await worker.stopped;
      await desk.close();
    });

    const ask = (method: 'GET' | 'POST', url: string, payload?: object, headers: Headers = agent) =>
      desk.http.inject({ method, url, headers, ...(payload ? { payload } : {}) });
    const log = (call: object, headers?: Headers) =>
      ask('POST', '/api/calls', { id: randomUUID(), direction: 'in', outcome: 'answered', ...call }, headers);
    const talks = async () => (await ask('GET', '/api/conversations?view=all')).json().items;
    const talkWith = async (words: string) =>
      (await talks()).find((one: { preview: string }) => one.preview.includes(words));
    const filed = async (words: string) => {
      await expect.poll(() => talkWith(words), { timeout: 20_000 }).toBeTruthy();
      return talkWith(words);
    };

    it('needs a line, and says how to get one', async () => {
      expect((await log({ number: IDA })).json()).toMatchObject({ code: 'no_phone_line' });
      const made = await ask('POST', '/api/inboxes', {
        channel: 'phone',
        credentials: { number: '+46 8 123 45 67', title: 'Support line' },
      });
      expect(made.statusCode).toBe(201);
    });

    it('comes in by a token, through the ledger, once, and waits for an answer', async () => {
      const token = await desk.token(workspace, ['conversations.work']);
      const call = {
        id: randomUUID(),
        number: IDA,
        name: 'Ida Norberg',
        outcome: 'voicemail',
        seconds: 14,
        note: 'Call me back',
      };
      expect((await log(call, token)).json()).toMatchObject({ isMarked: false });
      expect((await log(call, token)).statusCode).toBe(202);
      const talk = await filed('Call me back');
      expect(talk).toMatchObject({ attention: 'needs_answer', channel: 'phone', contact: { name: 'Ida Norberg' } });
      await expect
        .poll(async () =>
          (await listLedger(desk.deps.db.read, workspace, { limit: 2 })).map(({ state }) => state).sort(),
        )
        .toEqual(['duplicate', 'filed']);
      const detail = (await ask('GET', `/api/conversations/${talk.id}`)).json();
      expect(detail.messages).toMatchObject([
        { direction: 'inbound', text: 'They called: left a voicemail, 14 s\nCall me back' },
      ]);
      expect(detail.ways).toEqual([]);
    });

    it('counts as an earlier try of the same person, however the number is written', async () => {
      const before = await talks();
      await log({ number: '0046701234567', outcome: 'no_answer', note: 'Second try' });
      await filed('Second try');
      expect((await talks()).length).toBe(before.length);
    });

    it('made by us is a talk of its own and answers nobody, though it was taken', async () => {
      await log({ number: '+46 70 999 99 99', name: 'Bo', direction: 'out', note: 'Told Bo about it' });
      const talk = await filed('Told Bo about it');
      expect(talk).toMatchObject({ attention: null, answeredElsewhereAt: null });
      const { messages } = (await ask('GET', `/api/conversations/${talk.id}`)).json();
      expect(messages).toMatchObject([
        { direction: 'outbound', text: 'We called: answered (owner 1)\nTold Bo about it' },
      ]);
    });

    it('answers them when an agent says so, and only then', async () => {
      await log({ number: '+46 70 555 55 55', name: 'Cy', note: 'Waits for Cy' });
      const talk = await filed('Waits for Cy');
      expect(talk).toMatchObject({ attention: 'needs_answer' });
      const answered = { contactId: talk.contact.id, conversationId: talk.id, direction: 'out', isAnswer: true };
      const token = await desk.token(workspace, ['conversations.work']);
      expect((await log(answered, token)).json()).toMatchObject({ code: 'needs_a_human' });
      expect((await log({ ...answered, outcome: 'no_answer' })).json()).toMatchObject({ code: 'nobody_spoke' });
      expect((await log({ ...answered, note: 'Told Cy' })).json()).toMatchObject({ isMarked: true });
      const now = (await talks()).filter(({ contact }: { contact: { id: string } }) => contact.id === talk.contact.id);
      // Without a number it is the one that is known.
      expect(now.map(({ attention }: { attention: string }) => attention)).toEqual(['answered']);
    });

    it('gives a person who is known the number, and never takes it from another', async () => {
      const bo = await talkWith('Told Bo');
      const cy = await talkWith('Told Cy');
      expect((await log({ contactId: cy.contact.id, number: '+46 70 999 99 99' })).json()).toMatchObject({
        code: 'number_of_another',
      });
      await log({ contactId: bo.contact.id, number: '+46 70 888 88 88', note: 'His other number' });
      const other = await filed('His other number');
      expect(other.contact.id).toBe(bo.contact.id);
    });

    it.each([
      { what: 'nobody', call: {}, status: 400 },
      { what: 'no number', call: { number: 'call me' }, status: 400 },
      { what: 'the future', call: { number: IDA, at: '2999-01-01T00:00:00Z' }, status: 400 },
      { what: 'a script for a recording', call: { number: IDA, recordingUrl: 'javascript:alert(1)' }, status: 400 },
      { what: 'a person of nobody', call: { contactId: randomUUID() }, status: 404 },
      { what: 'a line that is none', call: { number: IDA, inboxId: randomUUID() }, status: 404 },
      { what: 'an id that is none', call: { number: IDA, id: 'x' }, status: 400 },
    ])('is refused for $what', async ({ call, status }) => {
      expect((await log(call)).statusCode).toBe(status);
    });

    it('is for those who may work here', async () => {
      const viewer = (await desk.signIn(workspace, 'viewer')).headers;
      expect((await log({ number: IDA }, viewer)).statusCode).toBe(403);
    });

    it('asks which line when there are two', async () => {
      await ask('POST', '/api/inboxes', { channel: 'phone', credentials: { number: '+46 8 765 43 21' } });
      expect((await log({ number: IDA })).json()).toMatchObject({ code: 'which_line' });
    });
  });
});
