import { z } from 'zod';
import type { ParseContext, RawEntry } from '../../core/channel/connector.ts';
import type { ChannelEvent } from '../../core/channel/event.ts';
import { readCommon, reading, unknownElement } from '../meta/line-parse.ts';
import type { Place } from '../meta/line-place.ts';
import { whyNot } from '../shared/shapes.ts';
import { CommentValue, readComment } from './comment.ts';
import { Edit, Element, Message, Read } from './element.ts';
import { type AccountEntry, ignored, readEntries, whenOf } from './envelope.ts';
import { readListed } from './listed.ts';
import { readSeen } from './marks.ts';
import { MentionValue, readMention } from './mention.ts';
import { readEdit, readMessage } from './message.ts';
import { placeOf } from './place.ts';

/** Instagram's own inbox. Source: Meta, "Conversation routing"; read 2026-11. */
const WORDS = {
  inboxAppId: '1217981644879628',
  inboxName: 'The inbox of Instagram',
  link: 'an ig.me link',
  usualReaction: '❤️',
};

/** What happened on professional accounts: as a webhook tells it, or as it was read from Instagram's lists. */
export function parse({ source, body }: RawEntry, { account, receivedAt }: ParseContext): ChannelEvent[] {
  if (source !== 'webhook') return readListed(body, account);
  return readEntries(body).flatMap((entry) => ('kind' in entry ? [entry] : readEntry(entry, receivedAt)));
}

function readEntry(entry: AccountEntry, receivedAt: Date): ChannelEvent[] {
  const at = entry.time === undefined ? receivedAt : whenOf(entry.time);
  const changes: readonly unknown[] = [
    ...(entry.field === undefined ? [] : [{ field: entry.field, value: entry.value }]),
    ...(entry.changes ?? []),
  ];
  const elements = [...(entry.messaging ?? []), ...(entry.standby ?? [])];
  if (changes.length + elements.length === 0) return [ignored('an entry with nothing in it that we know')];
  return [
    ...changes.map((raw) => readChange(raw, entry.id, at)),
    ...elements.map((raw) => readElement(raw, entry.id, at)),
  ];
}

const Change = z.object({ field: z.string(), value: z.record(z.string(), z.unknown()) });

function readChange(raw: unknown, account: string, at: Date): ChannelEvent {
  const change = Change.safeParse(raw);
  if (!change.success) return ignored(`a change that cannot be read: ${whyNot(change.error)}`);
  const { field, value } = change.data;
  if (field === 'comments' || field === 'live_comments')
    return reading(CommentValue, value, (comment) => readComment(comment, account, at, field === 'live_comments'));
  if (field === 'mentions') return reading(MentionValue, value, (mention) => readMention(mention, account, at));
  // Private messages come in this shape at times, with what else stands in an element of `messaging`.
  if ('sender' in value) return readElement(value, account, at);
  return ignored(`the field "${field.slice(0, 80)}" is not read`);
}

function readElement(raw: unknown, account: string, at: Date): ChannelEvent {
  const result = Element.safeParse(raw);
  if (!result.success) return ignored(`an element that cannot be read: ${whyNot(result.error)}`);
  const place = placeOf(result.data, account, at);
  if (!place) return ignored('an element that names no person');
  return readOn(place, result.data, raw);
}

function readOn(place: Place, element: Element, raw: unknown): ChannelEvent {
  if (element.message !== undefined) return reading(Message, element.message, (message) => readMessage(message, place));
  if (element.message_edit !== undefined) return reading(Edit, element.message_edit, (edit) => readEdit(edit, place));
  if (element.read !== undefined) return reading(Read, element.read, (read) => readSeen(read, place));
  return readCommon(element, place, WORDS) ?? unknownElement(raw);
}
