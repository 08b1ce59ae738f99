import { type Call, objectOf, textOf } from './call.ts';
import { findThing, isComment } from './feed.ts';
import type { Lines } from './lines.ts';
import { listing, pick } from './listing.ts';
import { badParameter, gone, Refusal } from './refusal.ts';
import {
  type Comment,
  iso,
  type Line,
  type LineMessage,
  type Page,
  type Post,
  type State,
  storeFile,
} from './state.ts';

const DAY_MS = 86_400_000;
const READABLE = 20;

export function sendMessage(state: State, call: Call, page: Page, lines: Lines): unknown {
  const recipient = objectOf(call.params.recipient) ?? {};
  const message = objectOf(call.params.message);
  const action = textOf(call.params.sender_action)?.toLowerCase();
  if (action !== undefined && message) throw badParameter('sender_action goes alone', 2018014);
  if (action !== undefined) return act(call, action, lineOf(lines, page, textOf(recipient.id)));
  if (!message) throw badParameter('message is required');
  const said = readMessage(state, message);
  const metadata = textOf(message.metadata);
  const app = { id: state.appId, ...(metadata ? { metadata } : {}) };
  const aboutId = textOf(recipient.comment_id) ?? textOf(recipient.post_id);
  if (aboutId !== undefined) {
    const thing = findThing(state, aboutId);
    const line = openPrivately(state, thing, page, lines);
    const sent = lines.answer(line, said, app);
    if (thing) thing.privateReply = line;
    return { recipient_id: line.psid, message_id: sent.mid };
  }
  const line = lineOf(lines, page, textOf(recipient.id));
  checkWindow(state, call, line);
  return { recipient_id: line.psid, message_id: lines.answer(line, said, app).mid };
}

function lineOf(lines: Lines, page: Page, psid: string | undefined): Line {
  const line = psid === undefined ? undefined : lines.byPsid(page, psid);
  if (!line) throw badParameter('No matching user found', 2018001);
  return line;
}

function act(call: Call, action: string, line: Line): unknown {
  if (action === 'react' || action === 'unreact') {
    const payload = objectOf(call.params.payload);
    const message = line.messages.find(({ mid }) => mid === payload?.message_id);
    if (!message) throw badParameter('Invalid message id');
    if (action === 'unreact') message.reactions.delete(line.page.id);
    else message.reactions.set(line.page.id, textOf(payload?.reaction) ?? '❤️');
  } else if (!['typing_on', 'typing_off', 'mark_seen'].includes(action)) throw badParameter('Invalid sender_action');
  return { recipient_id: line.psid };
}

function readMessage(
  state: State,
  message: Readonly<Record<string, unknown>>,
): { text: string; file?: NonNullable<LineMessage['file']> } {
  const text = textOf(message.text);
  const attachment = objectOf(message.attachment);
  if ((text === undefined) === (attachment === undefined))
    throw badParameter('Exactly one of text and attachment must be set');
  if (text !== undefined) {
    if (text === '' || text.length >= 2_000)
      throw badParameter('Length of param message[text] must be less than 2000 and not empty');
    return { text };
  }
  const payload = objectOf(attachment?.payload) ?? {};
  const url = textOf(payload.url);
  if (url !== undefined) return { text: '', file: { url, type: `${attachment?.type}/*`, name: 'file' } };
  const id = textOf(payload.attachment_id) ?? '';
  const stored = state.files.get(id);
  if (!stored) throw badParameter('Attachment could not be used', 2018164);
  return {
    text: '',
    file: { url: `${state.url}/media/${id}/${encodeURIComponent(stored.name)}`, type: stored.type, name: stored.name },
  };
}

/** One message for each comment or visitor's post, within seven days. */
function openPrivately(state: State, thing: Post | Comment | undefined, page: Page, lines: Lines): Line {
  const persona = thing && state.users.get(thing.authorId);
  if (!thing || thing.isDeleted || !persona) throw badParameter('Invalid comment_id', 2018292);
  if (!isComment(thing) && thing.kind !== 'visitor')
    throw new Refusal(10902, 'This post cannot be replied to privately');
  if (thing.privateReply) throw new Refusal(10900, 'Activity already replied to');
  if (state.now().getTime() - thing.at.getTime() > 7 * DAY_MS)
    throw new Refusal(10902, 'The time for a private reply is over');
  return lines.of(page, persona);
}

function checkWindow(state: State, call: Call, line: Line): void {
  const type = textOf(call.params.messaging_type) ?? 'RESPONSE';
  const tag = textOf(call.params.tag);
  if (line.ownerAppId !== null && line.ownerAppId !== state.appId)
    throw new Refusal(10, 'Message failed to send because another app is controlling this thread now.', 2018300);
  const outside = () => new Refusal(10, 'This message is sent outside of allowed window.', 2018278);
  if (line.lastInboundAt === null) throw outside();
  const ageMs = state.now().getTime() - line.lastInboundAt.getTime();
  if (type === 'MESSAGE_TAG') {
    if (tag !== 'HUMAN_AGENT' && tag !== 'CUSTOMER_FEEDBACK')
      throw badParameter('This message tag is no longer supported', 1893061);
    if (ageMs > 7 * DAY_MS) throw outside();
  } else if (type === 'RESPONSE' || type === 'UPDATE') {
    if (ageMs > DAY_MS) throw outside();
  } else throw badParameter('Invalid messaging_type');
}

export function uploadAttachment(state: State, call: Call): unknown {
  const [file] = call.files;
  const message = objectOf(call.params.message);
  if (!file || !objectOf(message?.attachment)) throw badParameter('Upload attachment failure', 2018047);
  if (file.bytes.length > 25_000_000) throw badParameter('Attachment size exceeds allowable limit', 2018109);
  return { attachment_id: storeFile(state, file).id };
}

export function listConversations(state: State, call: Call, page: Page): unknown {
  const wanted = textOf(call.params.user_id);
  const lines = [...state.lines.values()].filter(
    (line) => line.page === page && line.messages.length > 0 && (wanted === undefined || line.psid === wanted),
  );
  const newest = (line: Line) => line.messages.at(-1)?.at.getTime() ?? 0;
  return listing(
    state,
    call,
    lines.toSorted((a, b) => newest(b) - newest(a)),
    (line) =>
      pick(
        {
          id: line.id,
          updated_time: iso(new Date(newest(line))),
          snippet: line.messages.at(-1)?.text,
          unread_count: 0,
          message_count: line.messages.length,
          can_reply: true,
          participants: { data: [who(line, false), who(line, true)] },
          link: `/${page.id}/inbox/${line.id.slice(2)}/`,
        },
        call.params.fields,
        'link,updated_time',
      ),
  );
}

export function listMessages(state: State, call: Call): unknown {
  const line = [...state.lines.values()].find(({ id }) => id === call.path[0]);
  if (!line) throw gone(call.path[0] ?? '');
  const readable = line.messages
    .toReversed()
    .slice(0, READABLE)
    .map((message) => ({ ...message, id: message.mid }));
  return listing(state, call, readable, (message) =>
    pick(
      {
        id: message.mid,
        created_time: iso(message.at),
        from: who(line, message.isOurs),
        to: { data: [who(line, !message.isOurs)] },
        message: message.text,
        sticker: undefined,
        shares: undefined,
        attachments: message.file
          ? {
              data: [
                { id: message.mid, mime_type: message.file.type, name: message.file.name, file_url: message.file.url },
              ],
            }
          : undefined,
      },
      call.params.fields,
      'created_time',
    ),
  );
}
const who = (line: Line, isPage: boolean) => {
  const id = isPage ? line.page.id : line.psid;
  return { name: isPage ? line.page.name : line.persona.name, email: `${id}@facebook.com`, id };
};

export function profile(state: State, call: Call, line: Line): unknown {
  if (state.quirks.shouldWithholdProfiles) return { id: line.psid };
  const [first, ...rest] = line.persona.name.split(' ');
  const picture = `https://platform-lookaside.example-cdn.test/p?psid=${line.psid}`;
  return pick(
    {
      id: line.psid,
      name: line.persona.name,
      first_name: first,
      last_name: rest.join(' '),
      profile_pic: picture,
      // Known to the node, and not granted: then they are absent without a word.
      locale: undefined,
      timezone: undefined,
      gender: undefined,
    },
    call.params.fields,
    'first_name,last_name,profile_pic',
  );
}
