import type { Persona } from '../network.ts';
import type { Delivery } from './delivery.ts';
import { psidOf } from './ids.ts';
import type { Line, LineMessage, Page, State } from './state.ts';

type File = NonNullable<LineMessage['file']>;
interface FromPerson {
  readonly text: string;
  readonly at?: Date;
  readonly file?: File;
  readonly replyTo?: string;
}

/** The private lines, whoever writes on them. */
export interface Lines {
  of(page: Page, persona: Persona): Line;
  byPsid(page: Page, psid: string): Line | undefined;
  hear(line: Line, said: FromPerson): LineMessage;
  /** `app` null: typed by a human in the Page's own inbox. */
  answer(
    line: Line,
    said: { readonly text: string; readonly file?: File },
    app: { readonly id: string; readonly metadata?: string } | null,
    at?: Date,
  ): LineMessage;
  edit(line: Line, message: LineMessage, text: string): void;
  react(line: Line, message: LineMessage, emoji: string | null): void;
  postback(line: Line, title: string, payload: string): void;
  /** The person looks at the line. */
  read(line: Line): void;
  own(line: Line, appId: string | null): void;
}

/** The app of Facebook's own inbox for Pages. */
export const PAGE_INBOX_APP = '263902037430900';

export function openLines(state: State, delivery: Delivery): Lines {
  const mint = () => `m_${Buffer.from(state.newId()).toString('base64url')}`;
  const key = (page: Page, psid: string) => `${page.id} ${psid}`;
  const edits = new Map<string, number>();
  const readTo = new Map<string, number>();

  /** Where another app holds the line, we only listen in. */
  const push = (line: Line, field: string, element: Readonly<Record<string, unknown>>) => {
    const isStandby =
      line.ownerAppId !== null && line.ownerAppId !== state.appId && !('take_thread_control' in element);
    delivery.push('messenger', line.page, isStandby ? 'standby' : field, isStandby ? 'standby' : 'messaging', element);
  };
  const fromPerson = (line: Line, at: Date) => ({
    sender: { id: line.psid },
    recipient: { id: line.page.id },
    timestamp: at.getTime(),
  });
  const fromPage = (line: Line, at: Date) => ({
    sender: { id: line.page.id },
    recipient: { id: line.psid },
    timestamp: at.getTime(),
  });
  const attached = (file: File | undefined) =>
    file ? { attachments: [{ type: kindOf(file.type), payload: { url: file.url } }] } : {};
  const words = (text: string) => (text ? { text } : {});

  /** What was said long ago may be told late. */
  function keep(line: Line, message: LineMessage): void {
    line.messages.push(message);
    line.messages.sort((a, b) => a.at.getTime() - b.at.getTime());
  }

  /** A read mark comes once for everything that was new to the person. */
  function markRead(line: Line, at: Date): void {
    const last = line.messages.filter(({ isOurs }) => isOurs).at(-1);
    if (!last || (readTo.get(line.id) ?? 0) >= last.at.getTime()) return;
    readTo.set(line.id, last.at.getTime());
    push(line, 'message_reads', { ...fromPerson(line, at), read: { watermark: last.at.getTime() } });
  }

  return {
    of(page, persona) {
      const psid = psidOf(page.id, persona.id);
      const known = state.lines.get(key(page, psid));
      if (known) return known;
      const line: Line = {
        id: `t_${state.newId()}`,
        page,
        persona,
        psid,
        messages: [],
        lastInboundAt: null,
        ownerAppId: null,
      };
      state.lines.set(key(page, psid), line);
      return line;
    },
    byPsid: (page, psid) => state.lines.get(key(page, psid)),
    hear(line, { text, at = state.now(), file, replyTo }) {
      markRead(line, at);
      const message: LineMessage = {
        mid: mint(),
        isOurs: false,
        text,
        at,
        ...(file ? { file } : {}),
        ...(replyTo ? { replyTo } : {}),
        reactions: new Map(),
      };
      keep(line, message);
      if (line.lastInboundAt === null || at > line.lastInboundAt) line.lastInboundAt = at;
      push(line, 'messages', {
        ...fromPerson(line, at),
        message: {
          mid: message.mid,
          ...words(text),
          ...attached(file),
          ...(replyTo ? { reply_to: { mid: replyTo } } : {}),
        },
      });
      return message;
    },
    answer(line, { text, file }, app, at = state.now()) {
      const message: LineMessage = {
        mid: mint(),
        isOurs: true,
        text,
        at,
        ...(file ? { file } : {}),
        reactions: new Map(),
      };
      keep(line, message);
      push(line, 'message_echoes', {
        ...fromPage(line, at),
        message: {
          mid: message.mid,
          is_echo: true,
          app_id: Number(app?.id ?? PAGE_INBOX_APP),
          ...(app?.metadata ? { metadata: app.metadata } : {}),
          ...words(text),
          ...attached(file),
        },
      });
      push(line, 'message_deliveries', {
        ...fromPerson(line, at),
        delivery: { mids: [message.mid], watermark: at.getTime() },
      });
      const seen = { id: message.mid, by: 'company', name: line.page.name, text, at } as const;
      for (const listener of state.answered.messenger)
        listener({ persona: line.persona.id, thread: line.id, message: seen, isPublic: false });
      return message;
    },
    edit(line, message, text) {
      message.text = text;
      const count = (edits.get(message.mid) ?? 0) + 1;
      edits.set(message.mid, count);
      push(line, 'message_edits', {
        ...fromPerson(line, state.now()),
        message_edit: { mid: message.mid, text, num_edit: count },
      });
    },
    react(line, message, emoji) {
      if (emoji === null) message.reactions.delete(line.psid);
      else message.reactions.set(line.psid, emoji);
      const reaction =
        emoji === null
          ? { action: 'unreact', mid: message.mid }
          : { reaction: 'other', emoji, action: 'react', mid: message.mid };
      push(line, 'message_reactions', { ...fromPerson(line, state.now()), reaction });
    },
    postback(line, title, payload) {
      const at = state.now();
      line.lastInboundAt = at;
      const mid = mint();
      keep(line, { mid, isOurs: false, text: title, at, reactions: new Map() });
      push(line, 'messaging_postbacks', { ...fromPerson(line, at), postback: { mid, title, payload } });
    },
    read: (line) => markRead(line, state.now()),
    own(line, appId) {
      const before = line.ownerAppId;
      line.ownerAppId = appId;
      const owners = {
        previous_owner_app_id: before ?? state.appId,
        new_owner_app_id: appId ?? state.appId,
        metadata: '',
      };
      const isLost = appId !== null && appId !== state.appId;
      push(line, 'messaging_handovers', {
        ...fromPerson(line, state.now()),
        [isLost ? 'take_thread_control' : 'pass_thread_control']: owners,
      });
    },
  };
}

function kindOf(mimeType: string): string {
  const [kind] = mimeType.split('/');
  return kind === 'image' || kind === 'video' || kind === 'audio' ? kind : 'file';
}
