import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Draft } from '../../../wire/composing.ts';
import type { KeptDraft } from '../../api/composing.ts';
import { createDraftStore } from './draft-store.ts';

class Moved extends Error {
  readonly draft: Draft | null;
  constructor(draft: Draft | null) {
    super('moved');
    this.draft = draft;
  }
}

/** The server's rule, without the server: one draft a kind, saved on the newest version only. */
function createServer() {
  const kept = new Map<string, Draft>();
  let isAway = false;
  let reads = 0;
  return {
    kept,
    reads: () => reads,
    away: (is: boolean) => {
      isAway = is;
    },
    empty(key: string) {
      const old = kept.get(key);
      if (old) kept.set(key, { ...old, text: '', attachments: [], version: old.version + 1 });
    },
    device() {
      const shelf = new Map<string, string>();
      const open = () =>
        createDraftStore(
          {
            async read() {
              if (isAway) throw new Error('away');
              reads += 1;
              return [...kept.values()];
            },
            async save(conversationId: string, { kind, way, text, attachments, onVersion }: KeptDraft) {
              if (isAway) throw new Error('away');
              const key = `${conversationId}.${kind}`;
              const old = kept.get(key) ?? null;
              if ((old?.version ?? 0) !== onVersion) throw new Moved(old);
              const files = attachments.map((id) => ({ id, name: id, mimeType: 'image/png', sizeBytes: 1 }));
              const draft = {
                conversationId,
                kind,
                way,
                subject: null,
                text,
                attachments: files,
                version: onVersion + 1,
                savedAt: '',
              };
              kept.set(key, draft);
              return draft;
            },
            explain: (error) => (error instanceof Moved ? { moved: error.draft, isLost: false } : { isLost: true }),
          },
          {
            get: (key) => shelf.get(key) ?? null,
            put: (key, value) => void shelf.set(key, value),
            remove: (key) => void shelf.delete(key),
          },
        );
      return { open, shelf };
    },
  };
}

describe('a draft', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());
  const rest = () => vi.advanceTimersByTimeAsync(5_000);

  it('is saved once, after a rest, and not again', async () => {
    const server = createServer();
    const { open, shelf } = server.device();
    const store = open();
    store.change('c', 'reply', { text: 'D' });
    store.change('c', 'reply', { text: 'De' });
    expect(shelf.size).toBe(1);
    await rest();
    expect(server.kept.get('c.reply')).toMatchObject({ text: 'De', version: 1 });
    expect(store.get('c', 'reply')).toMatchObject({ keeping: 'kept', version: 1 });
    expect(shelf.size).toBe(0);
  });

  it('waits in the browser while the server is away, over a reload too', async () => {
    const server = createServer();
    server.away(true);
    const { open } = server.device();
    open().change('c', 'note', { text: 'Ask Bo' });
    await rest();
    const store = open();
    expect(store.get('c', 'note')).toMatchObject({ text: 'Ask Bo', keeping: 'waiting' });
    server.away(false);
    await store.load('c');
    await rest();
    expect(server.kept.get('c.note')).toMatchObject({ text: 'Ask Bo' });
  });

  it('is found on another device, and goes on from there', async () => {
    const server = createServer();
    const phone = server.device().open();
    const desk = server.device().open();
    phone.change('c', 'reply', { text: 'By phone' });
    await rest();
    await desk.load('c');
    expect(desk.get('c', 'reply')).toMatchObject({ text: 'By phone', keeping: 'kept' });
    desk.change('c', 'reply', { text: 'By phone, then here' });
    await rest();
    await phone.load('c');
    expect(phone.get('c', 'reply').text).toBe('By phone, then here');
  });

  it('is read again for what another device saved, and not for what this one did', async () => {
    const server = createServer();
    const desk = server.device().open();
    const phone = server.device().open();
    desk.change('c', 'reply', { text: 'At the desk' });
    const saving = desk.flush('c');
    await desk.hear('c', 'reply', 1);
    await saving;
    expect(server.reads()).toBe(0);
    await phone.hear('c', 'reply', 1);
    expect(server.reads()).toBe(1);
    expect(phone.get('c', 'reply').text).toBe('At the desk');
  });

  it.each([
    { wish: 'mine' as const, text: 'At the desk' },
    { wish: 'theirs' as const, text: 'By phone' },
    { wish: 'both' as const, text: 'By phone\n\nAt the desk' },
  ])('that two devices wrote is settled by a person: $wish', async ({ wish, text }) => {
    const server = createServer();
    const phone = server.device().open();
    const desk = server.device().open();
    phone.change('c', 'reply', { text: 'By phone' });
    desk.change('c', 'reply', { text: 'At the desk' });
    await rest();
    const loser = [phone, desk].find((one) => one.get('c', 'reply').moved);
    expect(loser).toBe(desk);
    desk.change('c', 'reply', { text: 'At the desk' });
    await rest();
    expect(server.kept.get('c.reply')?.text).toBe('By phone');
    desk.choose('c', 'reply', wish);
    await rest();
    expect(server.kept.get('c.reply')?.text).toBe(text);
    await phone.load('c');
    expect(phone.get('c', 'reply').text).toBe(text);
  });

  it('that was sent on another device does not come back, and what is typed since goes on', async () => {
    const server = createServer();
    const phone = server.device().open();
    const desk = server.device().open();
    phone.change('c', 'reply', { text: 'Sent' });
    await rest();
    await desk.load('c');
    server.empty('c.reply');
    await phone.load('c');
    expect(phone.get('c', 'reply').text).toBe('');
    desk.change('c', 'reply', { text: 'Sent, and more' });
    await rest();
    expect(desk.get('c', 'reply')).toMatchObject({ text: 'Sent, and more', moved: null, keeping: 'kept', version: 3 });
  });

  it('is found on another device where it was begun: what is for one person is not shown as if for all', async () => {
    const server = createServer();
    const phone = server.device().open();
    const { open } = server.device();
    phone.change('c', 'reply', { text: 'Between us', way: 'private' });
    await rest();
    const desk = open();
    await desk.load('c');
    expect(desk.get('c', 'reply')).toMatchObject({ text: 'Between us', way: 'private' });
    server.away(true);
    desk.change('c', 'reply', { text: 'To all', way: 'public' });
    expect(open().get('c', 'reply').way).toBe('public');
    await desk.spend('c', 'reply');
    expect(desk.get('c', 'reply').way).toBeNull();
  });

  it('keeps its own way when another device holds the same words for somebody else', async () => {
    const server = createServer();
    const [phone, desk] = [server.device().open(), server.device().open()];
    phone.change('c', 'reply', { text: 'Thank you', way: 'public' });
    desk.change('c', 'reply', { text: 'Thank you', way: 'private' });
    await rest();
    await desk.load('c');
    await rest();
    expect(desk.get('c', 'reply')).toMatchObject({ text: 'Thank you', way: 'private' });
  });

  it('that is sent while it is being saved takes nothing with it that is typed since', async () => {
    const server = createServer();
    const store = server.device().open();
    store.change('c', 'reply', { text: 'Sent' });
    void store.flush('c');
    const spending = store.spend('c', 'reply');
    expect(store.get('c', 'reply').text).toBe('');
    store.change('c', 'reply', { text: 'And' });
    await spending;
    server.empty('c.reply');
    await rest();
    expect(store.get('c', 'reply')).toMatchObject({ text: 'And', keeping: 'kept' });
    expect(server.kept.get('c.reply')?.text).toBe('And');
  });

  it('that could not be sent stands above what was typed since', async () => {
    const server = createServer();
    const store = server.device().open();
    const files = [{ id: 'f', name: 'f', mimeType: 'image/png', sizeBytes: 1 }];
    store.change('c', 'reply', { text: 'Sent', files, way: 'private' });
    const { text, way } = store.get('c', 'reply');
    await store.spend('c', 'reply');
    store.giveBack('c', 'reply', { text, files, way });
    expect(store.get('c', 'reply')).toMatchObject({ text: 'Sent', files, way: 'private' });
    await store.spend('c', 'reply');
    store.change('c', 'reply', { text: 'And', files, way: 'public' });
    store.giveBack('c', 'reply', { text, files, way });
    expect(store.get('c', 'reply')).toMatchObject({ text: 'Sent\n\nAnd', files, way: 'private' });
  });

  it('that is being sent is saved by nobody behind it', async () => {
    const server = createServer();
    const store = server.device().open();
    store.change('c', 'reply', { text: 'Sent' });
    await store.spend('c', 'reply');
    await rest();
    expect(server.kept.size).toBe(0);
    expect(store.get('c', 'reply').text).toBe('');
  });
});
