import type { z } from 'zod';
import type { ParseContext, RawEntry } from '../../core/channel/connector.ts';
import type { ChannelEvent } from '../../core/channel/event.ts';
import { ignored, type PageEntry, readEntries } from '../meta/envelope.ts';
import { whyNot } from '../shared/shapes.ts';
import { Control, Delivery, Edit, Element, Message, Policy, Postback, Reaction, Read, Referral } from './element.ts';
import { readListed } from './listed.ts';
import { readDelivery, readReaction, readRead } from './marks.ts';
import { readEdit, readMessage, readPostback } from './message.ts';
import { readControl, readOptin, readPolicy, readReferral } from './notice.ts';
import { type Place, placeOf } from './place.ts';

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
  if (element.reaction !== undefined)
    return reading(Reaction, element.reaction, (reaction) => readReaction(reaction, place));
  if (element.delivery !== undefined)
    return reading(Delivery, element.delivery, (delivery) => readDelivery(delivery, place));
  if (element.read !== undefined) return reading(Read, element.read, (read) => readRead(read, place));
  if (element.postback !== undefined)
    return reading(Postback, element.postback, (postback) => readPostback(postback, place));
  if (element.referral !== undefined)
    return reading(Referral, element.referral, (referral) => readReferral(referral, place));
  if (element.pass_thread_control !== undefined)
    return reading(Control, element.pass_thread_control, (control) => readControl('pass', control, place));
  if (element.take_thread_control !== undefined)
    return reading(Control, element.take_thread_control, (control) => readControl('take', control, place));
  if (element.request_thread_control !== undefined)
    return reading(Control, element.request_thread_control, (control) => readControl('request', control, place));
  if (element.optin !== undefined) return readOptin(place);
  const keys = Object.keys(raw as object).filter(
    (key) => key !== 'sender' && key !== 'recipient' && key !== 'timestamp',
  );
  return ignored(`an element of the kind "${keys.join(', ').slice(0, 80)}" is not read`);
}

function reading<Schema extends z.ZodType>(
  schema: Schema,
  value: unknown,
  read: (value: z.infer<Schema>) => ChannelEvent,
): ChannelEvent {
  const result = schema.safeParse(value);
  return result.success ? read(result.data) : ignored(`an element that cannot be read: ${whyNot(result.error)}`);
}
