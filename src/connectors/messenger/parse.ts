import type { ParseContext, RawEntry } from '../../core/channel/connector.ts';
import type { ChannelEvent } from '../../core/channel/event.ts';
import { ignored, type PageEntry, readEntries } from '../meta/envelope.ts';
import { readCommon, reading, unknownElement } from '../meta/line-parse.ts';
import type { Place } from '../meta/line-place.ts';
import { whyNot } from '../shared/shapes.ts';
import { Delivery, Edit, Element, Message, Policy, Read } from './element.ts';
import { readListed } from './listed.ts';
import { readDelivery, readRead } from './marks.ts';
import { readEdit, readMessage } from './message.ts';
import { readOptin, readPolicy } from './notice.ts';
import { placeOf } from './place.ts';

/** The Page's own inbox on Facebook. Source: Meta, "Conversation routing"; read 2026-11. */
const WORDS = {
  inboxAppId: '263902037430900',
  inboxName: 'The Page inbox on Facebook',
  link: 'an m.me link',
  usualReaction: '👍',
};

/**
 * What was said on private lines: as a webhook tells it, or as it was read from the lists. Lines that another app holds
 * come as `standby`, in the same shapes.
 */
export function parse({ source, body }: RawEntry, { account, receivedAt, settings }: ParseContext): ChannelEvent[] {
  if (source !== 'webhook') return readListed(body, account);
  const appId = appOf(settings);
  return readEntries(body).flatMap((entry) => ('kind' in entry ? [entry] : readEntry(entry, receivedAt, appId)));
}

function appOf(settings: ParseContext['settings']): string | undefined {
  const appId = typeof settings === 'object' && settings !== null && 'appId' in settings ? settings.appId : undefined;
  return typeof appId === 'string' ? appId : undefined;
}

function readEntry(entry: PageEntry, receivedAt: Date, appId: string | undefined): ChannelEvent[] {
  const elements = [...(entry.messaging ?? []), ...(entry.standby ?? [])];
  if (!entry.messaging && !entry.standby && !entry.changes)
    return [ignored('an entry with nothing in it that we know')];
  const at = entry.time !== undefined && entry.time > 100_000_000_000 ? new Date(Math.trunc(entry.time)) : receivedAt;
  return elements.map((raw) => readElement(raw, entry.id, at, appId));
}

function readElement(raw: unknown, pageId: string, receivedAt: Date, appId: string | undefined): ChannelEvent {
  const result = Element.safeParse(raw);
  if (!result.success) return ignored(`an element that cannot be read: ${whyNot(result.error)}`);
  const element = result.data;
  if (element.policy_enforcement !== undefined) {
    return reading(Policy, element.policy_enforcement, (policy) =>
      readPolicy(policy, pageId, element.timestamp ?? receivedAt),
    );
  }
  const place = placeOf(element, pageId, receivedAt);
  if (!place) return ignored('an element that names no person');
  return readOn(place, element, raw, appId);
}

function readOn(place: Place, element: Element, raw: unknown, appId: string | undefined): ChannelEvent {
  if (element.message !== undefined)
    return reading(Message, element.message, (message) => readMessage(message, place, appId));
  if (element.message_edit !== undefined) return reading(Edit, element.message_edit, (edit) => readEdit(edit, place));
  if (element.delivery !== undefined)
    return reading(Delivery, element.delivery, (delivery) => readDelivery(delivery, place));
  if (element.read !== undefined) return reading(Read, element.read, (read) => readRead(read, place));
  if (element.optin !== undefined) return readOptin(place);
  return readCommon(element, place, WORDS) ?? unknownElement(raw);
}
