import type { Persona } from '../network.ts';
import type { Delivery } from './delivery.ts';
import { type Account, igsidOf, type Line, type LineMessage, type State } from './state.ts';

type Said = Pick<LineMessage, 'text'> & Partial<Pick<LineMessage, 'file' | 'story' | 'replyTo' | 'at'>>;

/** The private lines, whoever writes on them. */
export interface Lines {
  of(account: Account, persona: Persona): Line;
  byIgsid(account: Account, igsid: string): Line | undefined;
  hear(line: Line, said: Said): LineMessage;
  /** Sent by our app or typed in Instagram's own: the echo looks the same. */
  answer(line: Line, said: Pick<Said, 'text' | 'file' | 'at'>): LineMessage;
  edit(line: Line, message: LineMessage, text: string): void;
  unsend(line: Line, message: LineMessage): void;
  react(line: Line, message: LineMessage, emoji: string | null): void;
  postback(line: Line, title: string, payload: string): void;
  /** The person looks at the line. */
  read(line: Line): void;
  own(line: Line, appId: string | null): void;
}

export function openLines(state: State, delivery: Delivery): Lines {
  const edits = new Map<string, number>();
  const readTo = new Map<string, string>();
  const mint = () => `aWdfZAG${Buffer.from(state.newId()).toString('base64url')}`;
  const key = (account: Account, igsid: string) => `${account.id} ${igsid}`;
  const element = (line: Line, isOurs: boolean, at: Date, what: Readonly<Record<string, unknown>>) => ({
    sender: { id: isOurs ? line.account.id : line.igsid },
    recipient: { id: isOurs ? line.igsid : line.account.id },
    timestamp: at.getTime(),
    ...what,
  });

  /** Where messages are switched off nothing comes and nothing says so; where another app holds the line, we listen in. */
  function push(line: Line, field: string, isOurs: boolean, at: Date, what: Readonly<Record<string, unknown>>): void {
    if (!line.account.areMessagesOpen) return;
    const isHeld = line.ownerAppId !== null && field !== 'messaging_handover';
    const part = element(line, isOurs, at, what);
    delivery.push(line.account, isHeld ? 'standby' : field, isHeld ? 'standby' : 'messaging', part, at);
  }

  function keep(line: Line, isOurs: boolean, { at = state.now(), ...said }: Said): LineMessage {
    const message: LineMessage = { mid: mint(), isOurs, at, ...said, reactions: new Map(), isUnsent: false };
    line.messages.push(message);
    line.messages.sort((a, b) => a.at.getTime() - b.at.getTime());
    return message;
  }

  function tell(line: Line, message: LineMessage): void {
    const { mid, isOurs, text, at, file, story, replyTo } = message;
    const attachments = [
      ...(file ? [{ type: kindOf(file.type), payload: { url: file.url } }] : []),
      ...(story?.is === 'mention' ? [{ type: 'story_mention', payload: { url: story.url } }] : []),
    ];
    const reply =
      story?.is === 'reply_to' ? { story: { url: story.url, id: story.id } } : replyTo ? { mid: replyTo } : undefined;
    push(line, 'messages', isOurs, at, {
      message: {
        mid,
        ...(text ? { text } : {}),
        ...(attachments.length > 0 ? { attachments } : {}),
        ...(reply ? { reply_to: reply } : {}),
        ...(isOurs ? { is_echo: true } : {}),
      },
    });
  }

  /** A read mark comes once for everything that was new to the person, and names the last of it. */
  function markRead(line: Line, at: Date): void {
    const last = line.messages.filter(({ isOurs }) => isOurs).at(-1);
    if (!last || readTo.get(line.id) === last.mid) return;
    readTo.set(line.id, last.mid);
    push(line, 'messaging_seen', false, at, { read: { mid: last.mid } });
  }

  return {
    of(account, persona) {
      const igsid = igsidOf(account, persona);
      const known = state.lines.get(key(account, igsid));
      if (known) return known;
      const id = `aWdfdGhyZWFk${Buffer.from(state.newId()).toString('base64url')}`;
      const line: Line = { id, account, persona, igsid, messages: [], lastInboundAt: null, ownerAppId: null };
      state.lines.set(key(account, igsid), line);
      return line;
    },
    byIgsid: (account, igsid) => state.lines.get(key(account, igsid)),
    hear(line, said) {
      markRead(line, said.at ?? state.now());
      const message = keep(line, false, said);
      if (line.lastInboundAt === null || message.at > line.lastInboundAt) line.lastInboundAt = message.at;
      tell(line, message);
      return message;
    },
    answer(line, said) {
      const message = keep(line, true, said);
      tell(line, message);
      const { mid: id, text, at } = message;
      const seen = { id, by: 'company', name: line.account.username, text, at } as const;
      for (const listener of state.answered)
        listener({ persona: line.persona.id, thread: line.id, message: seen, isPublic: false });
      return message;
    },
    edit(line, message, text) {
      message.text = text;
      const count = (edits.get(message.mid) ?? 0) + 1;
      edits.set(message.mid, count);
      const at = state.now();
      push(line, 'message_edit', false, at, { message_edit: { mid: message.mid, text, num_edit: count } });
    },
    unsend(line, message) {
      message.isUnsent = true;
      message.text = '';
      push(line, 'messages', message.isOurs, state.now(), { message: { mid: message.mid, is_deleted: true } });
    },
    react(line, message, emoji) {
      if (emoji === null) message.reactions.delete(line.igsid);
      else message.reactions.set(line.igsid, emoji);
      const reaction =
        emoji === null
          ? { mid: message.mid, action: 'unreact' }
          : { mid: message.mid, action: 'react', reaction: 'other', emoji };
      push(line, 'message_reactions', false, state.now(), { reaction });
    },
    postback(line, title, payload) {
      const message = keep(line, false, { text: title });
      line.lastInboundAt = message.at;
      push(line, 'messaging_postbacks', false, message.at, { postback: { mid: message.mid, title, payload } });
    },
    read: (line) => markRead(line, state.now()),
    own(line, appId) {
      const owners = {
        previous_owner_app_id: line.ownerAppId ?? state.appId,
        new_owner_app_id: appId ?? state.appId,
        metadata: '',
      };
      line.ownerAppId = appId;
      const what = appId === null ? 'pass_thread_control' : 'take_thread_control';
      push(line, 'messaging_handover', false, state.now(), { [what]: owners });
    },
  };
}

function kindOf(mimeType: string): string {
  const [kind] = mimeType.split('/');
  return kind === 'image' || kind === 'video' || kind === 'audio' ? kind : 'file';
}
