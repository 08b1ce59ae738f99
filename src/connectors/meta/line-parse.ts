import type { z } from 'zod';
import type { ChannelEvent } from '../../core/channel/event.ts';
import { whyNot } from '../shared/shapes.ts';
import { ignored } from './envelope.ts';
import { type COMMON, Control, Postback, Reaction, Referral } from './line-element.ts';
import { readReaction } from './line-marks.ts';
import { readPostback } from './line-message.ts';
import { type LineWords, readControl, readReferral } from './line-notice.ts';
import type { Place } from './line-place.ts';

type Common = { readonly [Key in keyof typeof COMMON]?: unknown };

/** What an element says in the same way on both lines; null: something else. */
export function readCommon(
  element: Common,
  place: Place,
  words: LineWords & { readonly usualReaction: string },
): ChannelEvent | null {
  if (element.reaction !== undefined)
    return reading(Reaction, element.reaction, (reaction) => readReaction(reaction, place, words.usualReaction));
  if (element.postback !== undefined)
    return reading(Postback, element.postback, (postback) => readPostback(postback, place));
  if (element.referral !== undefined)
    return reading(Referral, element.referral, (referral) => readReferral(referral, place, words));
  if (element.pass_thread_control !== undefined)
    return reading(Control, element.pass_thread_control, (control) => readControl('pass', control, place, words));
  if (element.take_thread_control !== undefined)
    return reading(Control, element.take_thread_control, (control) => readControl('take', control, place, words));
  if (element.request_thread_control !== undefined)
    return reading(Control, element.request_thread_control, (control) => readControl('request', control, place, words));
  return null;
}

/** An element under a key that nobody knows. */
export function unknownElement(raw: unknown): ChannelEvent {
  const keys = Object.keys(raw as object).filter(
    (key) => key !== 'sender' && key !== 'recipient' && key !== 'timestamp',
  );
  return ignored(`an element of the kind "${keys.join(', ').slice(0, 80)}" is not read`);
}

export function reading<Schema extends z.ZodType>(
  schema: Schema,
  value: unknown,
  read: (value: z.infer<Schema>) => ChannelEvent,
): ChannelEvent {
  const result = schema.safeParse(value);
  return result.success ? read(result.data) : ignored(`something that cannot be read: ${whyNot(result.error)}`);
}
