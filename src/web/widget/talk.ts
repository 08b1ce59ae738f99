import type { ChatHello, ChatLine, NewChatLine } from '../../wire/chat.ts';
import { type Api, Refused } from './api.ts';
import type { Keep } from './keep.ts';

export interface Pending {
  readonly line: NewChatLine;
  readonly at: string;
  readonly state: 'sending' | 'sent' | 'failed';
  /** The server's own words, where it had some. */
  readonly why?: string;
}
export interface TalkState {
  readonly hello: ChatHello;
  readonly lines: readonly ChatLine[];
  readonly pending: readonly Pending[];
  readonly isOpen: boolean;
  readonly unread: number;
}

const SOON_MS = 2_000;
const LATE_MS = 60_000;
/** An answer that came at once and said nothing new: the server has no room to let us wait. */
const CROWDED_MS = 5_000;

/** Whose talk it is, what was said, and what is on its way. Tells whenever something of it changed. */
export function createTalk(api: Api, keep: Keep, hello: ChatHello, changed: (state: TalkState) => void) {
  let state: TalkState = { hello, lines: [], pending: [], isOpen: false, unread: 0 };
  let mark: string | null = null;
  let isRunning = false;
  let stop = new AbortController();
  const told = new Map<string, 'delivered' | 'read'>();

  const isVisible = () => document.visibilityState === 'visible';
  function set(change: Partial<TalkState>): void {
    state = { ...state, ...change };
    const unread = state.isOpen && isVisible() ? 0 : state.lines.filter((one) => one.isOurs && !wasRead(one)).length;
    state = { ...state, unread };
    changed(state);
  }
  const wasRead = (line: ChatLine) => line.isRead || told.get(line.id) === 'read';

  async function tellSeen(): Promise<void> {
    const status = state.isOpen && isVisible() ? 'read' : 'delivered';
    const ids = state.lines
      .filter((line) => line.isOurs && !wasRead(line) && told.get(line.id) !== status)
      .map(({ id }) => id);
    if (ids.length === 0) return;
    for (const id of ids) told.set(id, status);
    await api.seen(ids, status).catch(() => {
      for (const id of ids) told.delete(id);
    });
  }

  /** Asks on and on, each question waiting at the server until there is something new. */
  async function listen(): Promise<void> {
    if (isRunning) return;
    isRunning = true;
    let pause = 0;
    while (keep.get('token') && isVisible()) {
      if (pause > 0) await new Promise((resolve) => setTimeout(resolve, pause));
      stop = new AbortController();
      const begun = performance.now();
      try {
        const answer = await api.lines(mark, stop.signal);
        const isNews = answer.mark !== mark;
        mark = answer.mark;
        const ids = new Set(answer.lines.map(({ id }) => id));
        if (isNews) set({ lines: answer.lines, pending: state.pending.filter(({ line }) => !ids.has(line.id)) });
        pause = !isNews && performance.now() - begun < 1_000 ? CROWDED_MS : 0;
        void tellSeen();
      } catch (error) {
        if (error instanceof Refused && error.status === 401) {
          keep.set('token', null);
          mark = null;
          set({ lines: [] });
        }
        pause = Math.min(LATE_MS, Math.max(SOON_MS, pause * 2));
      }
    }
    isRunning = false;
  }

  async function post(line: NewChatLine): Promise<void> {
    if (!keep.get('token')) keep.set('token', await api.begin());
    await api.say(line);
  }

  async function send(pending: Pending): Promise<void> {
    const replace = (next: Pending) =>
      set({ pending: state.pending.map((one) => (one.line.id === next.line.id ? next : one)) });
    try {
      // A talk that the server does not know (any more) begins anew.
      await post(pending.line).catch(async (error: unknown) => {
        if (!(error instanceof Refused) || error.status !== 401) throw error;
        keep.set('token', null);
        await post(pending.line);
      });
      replace({ ...pending, state: 'sent' });
      if (pending.line.email) set({ hello: { ...state.hello, hasEmail: true } });
      void listen();
    } catch (error) {
      const why = error instanceof Refused && error.status >= 400 && error.status < 500 ? error.message : '';
      replace({ ...pending, state: 'failed', ...(why ? { why } : {}) });
    }
  }

  document.addEventListener('visibilitychange', () => {
    if (isVisible()) {
      void listen();
      void tellSeen();
    } else stop.abort();
  });
  return {
    get state() {
      return state;
    },
    begin() {
      set({});
      void listen();
    },
    open(isOpen: boolean) {
      set({ isOpen });
      void tellSeen().then(() => set({}));
    },
    say(line: NewChatLine) {
      const pending: Pending = { line, at: new Date().toISOString(), state: 'sending' };
      set({ pending: [...state.pending, pending] });
      return send(pending);
    },
    again(id: string) {
      const failed = state.pending.find(({ line, state: how }) => line.id === id && how === 'failed');
      if (!failed) return;
      const { why: _why, ...pending } = failed;
      const next: Pending = { ...pending, state: 'sending' };
      set({ pending: state.pending.map((one) => (one === failed ? next : one)) });
      void send(next);
    },
  };
}
export type Talk = ReturnType<typeof createTalk>;
