import { type Call, objectOf, textOf } from '../meta/call.ts';
import { listing, pick } from '../meta/listing.ts';
import { badParameter, gone, Refusal } from '../meta/refusal.ts';
import type { Lines } from './lines.ts';
import { conversationNode, messageNode } from './nodes.ts';
import { type Account, type Line, type LineMessage, meet, type State, storeFile } from './state.ts';

const DAY_MS = 86_400_000;
const READABLE = 20;
const MAX_TEXT_BYTES = 1_000;
const KNOWN = new Set(['recipient', 'message', 'messaging_type', 'tag', 'sender_action', 'payload', 'reply_to']);
const AROUND = new Set(['access_token', 'appsecret_proof']);
const TYPES: Readonly<Record<string, RegExp>> = {
  image: /^image\/(png|jpeg|gif)$/,
  audio: /^audio\/(x-)?(aac|m4a|wav|mp4)$/,
  video: /^video\/(mp4|ogg|x-msvideo|quicktime|webm)$/,
  file: /^application\/pdf$/,
};

export function sendMessage(state: State, call: Call, account: Account, lines: Lines): unknown {
  const strange = Object.keys(call.params).find((name) => !KNOWN.has(name) && !AROUND.has(name));
  if (strange) throw badParameter(`Unexpected key "${strange}" on param`);
  if (!account.areMessagesOpen)
    throw new Refusal(200, 'The account owner has disabled access to instagram direct messages.', 2534041);
  const recipient = objectOf(call.params.recipient) ?? {};
  const message = objectOf(call.params.message);
  const action = textOf(call.params.sender_action);
  if (action !== undefined) {
    if (message) throw badParameter('sender_action goes alone', 2018014);
    return act(call, action, lineOf(lines, account, textOf(recipient.id)));
  }
  if (!message) throw badParameter('message is required', 2534015);
  const commentId = textOf(recipient.comment_id);
  if (commentId !== undefined) {
    const line = openPrivately(state, commentId, account, lines);
    const { text, file } = readMessage(state, message);
    if (file || text === '') throw badParameter('A private reply takes words only', 2534015);
    return { recipient_id: line.igsid, message_id: lines.answer(line, { text }).mid };
  }
  const line = lineOf(lines, account, textOf(recipient.id));
  checkWindow(state, call, line);
  return { recipient_id: line.igsid, message_id: lines.answer(line, readMessage(state, message)).mid };
}

function lineOf(lines: Lines, account: Account, igsid: string | undefined): Line {
  const line = igsid === undefined ? undefined : lines.byIgsid(account, igsid);
  if (!line) throw badParameter('No matching Instagram user', 2534014);
  return line;
}

function act(call: Call, action: string, line: Line): unknown {
  if (action === 'react' || action === 'unreact') {
    const payload = objectOf(call.params.payload);
    const message = line.messages.find(({ mid, isUnsent }) => mid === payload?.message_id && !isUnsent);
    if (!message) throw badParameter('Invalid message id', 2534015);
    const reaction = textOf(payload?.reaction);
    if (action === 'unreact') message.reactions.delete(line.account.id);
    else if (reaction === 'love') message.reactions.set(line.account.id, '❤️');
    else throw badParameter('Invalid reaction', 2534015);
  } else if (!['typing_on', 'typing_off', 'mark_seen'].includes(action)) throw badParameter('Invalid sender_action');
  return { recipient_id: line.igsid };
}

function readMessage(
  state: State,
  message: Readonly<Record<string, unknown>>,
): Pick<LineMessage, 'text'> & Partial<Pick<LineMessage, 'file'>> {
  const { text, attachment: given } = message;
  const strange = Object.keys(message).find((name) => !['text', 'attachment', 'quick_replies'].includes(name));
  if (strange) throw badParameter(`Unexpected key "${strange}" on param "message"`, 2534015);
  const attachment = objectOf(given);
  if ((text === undefined) === (attachment === undefined))
    throw badParameter('Exactly one of text and attachment must be set', 2534015);
  if (text !== undefined) {
    if (typeof text !== 'string' || text === '' || Buffer.byteLength(text) > MAX_TEXT_BYTES)
      throw badParameter('Length of param message[text] must be at most 1000 bytes and not empty', 2534015);
    return { text };
  }
  const id = textOf(objectOf(attachment?.payload)?.attachment_id) ?? '';
  const stored = state.files.get(id);
  if (!stored || !TYPES[textOf(attachment?.type) ?? '']?.test(stored.type))
    throw badParameter('Attachment could not be used', 2534015);
  const url = `${state.url}/cdn/${id}/${encodeURIComponent(stored.name)}`;
  return { text: '', file: { url, type: stored.type, name: stored.name } };
}

/** One message for each comment, within seven days. */
function openPrivately(state: State, commentId: string, account: Account, lines: Lines): Line {
  const comment = state.comments.get(commentId);
  const persona = comment && state.people.get(comment.authorId);
  const refused = badParameter('The comment is invalid for a private reply', 2534025);
  if (!comment || !persona || comment.isDeleted || comment.wasAnsweredPrivately) throw refused;
  if (comment.media.account !== account || (comment.media.kind !== 'own' && comment.media.kind !== 'live'))
    throw refused;
  if (state.now().getTime() - comment.at.getTime() > 7 * DAY_MS) throw refused;
  comment.wasAnsweredPrivately = true;
  return lines.of(account, persona);
}

function checkWindow(state: State, call: Call, line: Line): void {
  const type = textOf(call.params.messaging_type) ?? 'RESPONSE';
  if (line.ownerAppId !== null) throw new Refusal(100, 'Another app is controlling this thread now.', 2534037);
  const outside = () => new Refusal(10, 'This message is sent outside of allowed window.', 2534022);
  if (line.lastInboundAt === null) throw outside();
  const ageMs = state.now().getTime() - line.lastInboundAt.getTime();
  if (type === 'MESSAGE_TAG') {
    if (textOf(call.params.tag) !== 'HUMAN_AGENT') throw badParameter('Invalid tag', 2534015);
    if (ageMs > 7 * DAY_MS) throw outside();
  } else if (type === 'RESPONSE') {
    if (ageMs > DAY_MS) throw outside();
  } else throw badParameter('Invalid messaging_type', 2534015);
}

export function uploadAttachment(state: State, call: Call): unknown {
  const [file] = call.files;
  const attachment = objectOf(objectOf(call.params.message)?.attachment);
  if (textOf(call.params.platform) !== 'instagram') throw badParameter('The parameter platform is required.');
  const type = textOf(attachment?.type) ?? '';
  if (!file || !TYPES[type]?.test(file.type)) throw badParameter('Upload attachment failure', 2018047);
  if (file.bytes.length > (type === 'image' ? 8_000_000 : 25_000_000))
    throw badParameter('Attachment size exceeds allowable limit', 2018109);
  return { attachment_id: storeFile(state, file).id };
}

export function listConversations(state: State, call: Call, account: Account): unknown {
  if (textOf(call.params.platform) !== 'instagram') return { data: [] };
  if (!account.areMessagesOpen)
    throw new Refusal(200, 'The account owner has disabled access to instagram direct messages.', 2534041);
  const wanted = textOf(call.params.user_id);
  const newest = (line: Line) => line.messages.at(-1)?.at.getTime() ?? 0;
  const lines = [...state.lines.values()]
    .filter((line) => line.account === account && line.messages.length > 0)
    .filter((line) => wanted === undefined || line.igsid === wanted)
    .toSorted((a, b) => newest(b) - newest(a));
  return listing(state, call, lines, (line) => conversationNode(line, textOf(call.params.fields) ?? '', READABLE));
}

export function readConversation(line: Line, call: Call): unknown {
  return conversationNode(line, textOf(call.params.fields) ?? '', READABLE);
}

export function readMessageNode(state: State, mid: string, account: Account, call: Call): unknown {
  for (const line of state.lines.values()) {
    if (line.account !== account) continue;
    const standing = line.messages.filter(({ isUnsent }) => !isUnsent);
    // Older ones answer as if they had been deleted.
    const message = standing.slice(-READABLE).find((one) => one.mid === mid);
    if (message) return messageNode(line, message, textOf(call.params.fields) ?? 'id,created_time');
  }
  throw gone(mid);
}

/** Shown only after the person wrote to the account. */
export function profile(state: State, call: Call, account: Account, igsid: string, lines: Lines): unknown {
  const persona = state.people.get(igsid);
  if (!persona || meet(state, account, persona).id !== igsid) throw gone(igsid);
  if (!lines.byIgsid(account, igsid)?.lastInboundAt)
    throw new Refusal(230, 'User consent is required to access user profile');
  return pick(
    {
      id: igsid,
      name: persona.name,
      username: persona.handle,
      profile_pic: `https://scontent.example-cdn.test/${igsid}.jpg`,
      follower_count: persona.followers ?? 0,
      is_user_follow_business: false,
      is_business_follow_user: false,
      is_verified_user: false,
    },
    call.params.fields,
    'name,username',
  );
}
