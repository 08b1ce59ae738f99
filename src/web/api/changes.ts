import type { InfiniteData, InvalidateQueryFilters, QueryClient } from '@tanstack/react-query';
import type { ConversationDetail, ConversationList } from '../../wire/conversations.ts';
import type { Heard } from '../../wire/realtime.ts';
import { applyRows } from './apply.ts';
import { createAskedEarly } from './asked-early.ts';
import { draftsQuery } from './composing.ts';
import { hearListening } from './hear-listening.ts';
import { allHeardSince, forgetHeard, remember } from './heard.ts';
import { hearCall, hearWaiting } from './heard-calls.ts';
import { hearDraft } from './heard-drafts.ts';
import { setLine } from './line.ts';
import { hearPresence, setTeller } from './presence.ts';
import { rereadLists } from './reread.ts';

const FIRST_WAIT_MS = 500;
/** The server's word for a session that has ended. */
const SIGNED_OUT = 4401;
const LONGEST_WAIT_MS = 15_000;
/** An attempt that nobody answers is given up: one that was begun as the network went may hang for minutes. */
const OPENING_MS = 15_000;
/** A line that is alive says so more than twice within that; a browser is not told of one that is dead. */
const SILENT_MS = 65_000;
/** What is read again when somebody changed what is agreed on. */
const AGREED: Readonly<Record<string, readonly string[]>> = {
  inbox: ['inboxes'],
  views: ['views'],
  label: ['labels'],
  shop: ['shops', 'orders'],
  field: ['fields'],
  answer_times: ['answer-policies', 'calendars'],
  priority: ['priority'],
  routing: ['routing', 'my-presence'],
  access: ['me', 'agents', 'teams', 'roles'],
};
/** Counts cost the server a statement: at most this often, however much happens, and not all desks at one moment. */
const COUNT_EVERY_MS = 1_000;

/**
 * Follows the workspace's changes and keeps the query cache true. After a cut it says where it was and misses nothing.
 * @returns how to stop
 */
export function followChanges(client: QueryClient): () => void {
  let socket: WebSocket | null = null;
  let seq: number | null = null;
  let wait = FIRST_WAIT_MS;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let silence: ReturnType<typeof setTimeout> | undefined;
  let counting: ReturnType<typeof setTimeout> | undefined;
  let isUnsentDue = false;
  let isOver = false;
  const early = createAskedEarly(client);

  function connect(): void {
    const scheme = location.protocol === 'https:' ? 'wss' : 'ws';
    const next = new WebSocket(`${scheme}://${location.host}/api/changes${seq === null ? '' : `?since=${seq}`}`);
    socket = next;
    clearTimeout(silence);
    silence = setTimeout(lose, OPENING_MS);
    next.onopen = () => setTeller((told) => next.readyState === WebSocket.OPEN && next.send(JSON.stringify(told)));
    next.onmessage = (event) => hear(JSON.parse(String(event.data)) as Heard);
    next.onclose = ({ code }) => {
      if (isOver || socket !== next) return;
      // Any question makes the server say that the session is over, and that leads to the door.
      if (code === SIGNED_OUT) void client.invalidateQueries({ queryKey: ['counts'] });
      lose();
    };
  }

  function lose(): void {
    clearTimeout(silence);
    clearTimeout(timer);
    const lost = socket;
    socket = null;
    lost?.close();
    setLine('cut');
    setTeller(null);
    timer = setTimeout(connect, wait * (0.75 + Math.random() / 2));
    wait = Math.min(wait * 2, LONGEST_WAIT_MS);
  }
  function listenOn(): void {
    clearTimeout(silence);
    silence = setTimeout(lose, SILENT_MS);
  }

  function hear(heard: Heard): void {
    wait = FIRST_WAIT_MS;
    setLine('open');
    listenOn();
    if (heard.type === 'alive') return;
    if (heard.type === 'presence') hearPresence(heard);
    else if (heard.type === 'draft') hearOfDraft(heard);
    else if (heard.type === 'notification' || heard.type === 'unread') hearCall(client, heard);
    else hearOfWork(heard);
  }

  function hearOfDraft(heard: Extract<Heard, { type: 'draft' }>): void {
    const { conversationId, isEmpty } = heard;
    hearDraft(conversationId, heard);
    // Which conversations have one changes when it is begun, sent or dropped: not with each pause in writing.
    const isListed = client.getQueryData(draftsQuery.queryKey)?.some((one) => one.conversationId === conversationId);
    // What is being read now may be older than this.
    const isUnsure = client.isFetching({ queryKey: draftsQuery.queryKey }) > 0;
    if (isUnsure || isEmpty === (isListed ?? false)) reread(client, { queryKey: draftsQuery.queryKey });
  }

  function hearOfWork(heard: Extract<Heard, { seq: number }>): void {
    if (heard.type === 'changes') {
      remember(heard.conversations);
      applyRows(client, heard.conversations, new Date());
      hearWaiting(heard.conversations, Date.now());
      refreshDetails(client, new Set(heard.conversations.map((row) => row.id)));
      isUnsentDue ||= heard.kinds.includes('delivery');
      if (heard.kinds.includes('listening')) hearListening(client);
      for (const kind of heard.kinds) for (const key of AGREED[kind] ?? []) reread(client, { queryKey: [key] });
      count();
    } else if (heard.type === 'reset') {
      forgetHeard();
      early.note(heard.seq);
      rereadLists(client, () => true);
      reread(client, { predicate: ({ queryKey }) => queryKey[0] !== 'list' });
      hearDraft(null);
    } else if (seq !== null) {
      // What is for this person alone is not told again after a cut.
      reread(client, { queryKey: ['notifications'] });
      reread(client, { queryKey: draftsQuery.queryKey });
      hearDraft(null);
      count();
    } else {
      // What was read before the line stood may be older than where the line begins.
      early.note(heard.seq);
      refreshOlderThan(client, heard.seq);
    }
    seq = heard.seq;
  }

  function count(): void {
    counting ??= setTimeout(
      () => {
        counting = undefined;
        // What is on its way comes first: where it takes long, asking again would be asking for ever.
        if (client.isFetching({ queryKey: ['counts'] }) > 0) return count();
        reread(client, { queryKey: ['counts'] });
        if (isUnsentDue) reread(client, { queryKey: ['unsent'] });
        isUnsentDue = false;
      },
      COUNT_EVERY_MS * (1 + Math.random()),
    );
  }

  function connectNow(): void {
    if (socket?.readyState === WebSocket.OPEN) return;
    const begunWithoutNetwork = socket;
    socket = null;
    begunWithoutNetwork?.close();
    clearTimeout(timer);
    connect();
  }

  // A list that was read before a notice but arrives after it would show the old state.
  const stopWatching = client.getQueryCache().subscribe((event) => {
    if (event.type !== 'updated' || event.action.type !== 'success' || event.action.manual) return;
    early.answered(event.query);
    if (event.query.queryKey[0] !== 'list') return;
    const pages = (event.query.state.data as InfiniteData<ConversationList> | undefined)?.pages ?? [];
    const rows = allHeardSince(Math.min(...pages.map((page) => page.seq)));
    if (rows.length > 0) applyRows(client, rows, new Date());
  });

  connect();
  addEventListener('online', connectNow);
  addEventListener('offline', lose);
  return () => {
    isOver = true;
    clearTimeout(timer);
    clearTimeout(silence);
    clearTimeout(counting);
    stopWatching();
    removeEventListener('online', connectNow);
    removeEventListener('offline', lose);
    socket?.close();
  };
}

/** Lets what is on its way arrive and then asks once more, so that however much is told something is always shown. */
function reread(client: QueryClient, what: InvalidateQueryFilters): void {
  void client.invalidateQueries(what, { cancelRefetch: false });
}

function refreshDetails(client: QueryClient, changed: ReadonlySet<string>): void {
  for (const id of changed) for (const what of ['conversation', 'orders']) reread(client, { queryKey: [what, id] });
}

function refreshOlderThan(client: QueryClient, seq: number): void {
  rereadLists(client, (pages) => pages.some((page) => page.seq < seq));
  reread(client, {
    queryKey: ['conversation'],
    predicate: ({ state }) => ((state.data as ConversationDetail | undefined)?.seq ?? seq) < seq,
  });
  reread(client, { queryKey: ['counts'] });
}
