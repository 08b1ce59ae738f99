import type { z } from 'zod';
import type { ChannelEvent, NoticeEvent } from '../../core/channel/event.ts';
import type { Control, Referral } from './element.ts';
import type { Place } from './place.ts';

function about(place: Place, notice: NoticeEvent['notice'], name: string, detail: string): ChannelEvent {
  const { account, thread, at } = place;
  return { kind: 'notice', account, id: `${name}:${thread.id}:${at.getTime()}`, thread: thread.id, notice, detail, at };
}

/** Instagram's own inbox. Source: Meta, "Conversation routing"; read 2026-11. */
const INSTAGRAM_INBOX = '1217981644879628';
const appWords = (id: string | undefined) =>
  id === INSTAGRAM_INBOX ? 'The inbox of Instagram' : id ? `The app ${id}` : 'Another app';
const quoted = (metadata: string | undefined) => (metadata ? `: "${metadata}"` : '.');

/** Another app, or a colleague in Instagram's own inbox, took the conversation or gave it to us. */
export function readControl(
  what: 'pass' | 'take' | 'request',
  control: z.infer<typeof Control>,
  place: Place,
): ChannelEvent {
  const note = quoted(control.metadata);
  if (what === 'pass')
    return about(
      place,
      'thread_given',
      'given',
      `${appWords(control.previous_owner_app_id)} handed this conversation over${note}`,
    );
  if (what === 'take')
    return about(
      place,
      'thread_taken',
      'taken',
      `${appWords(control.new_owner_app_id)} took this conversation over${note}`,
    );
  return about(
    place,
    'thread_requested',
    'requested',
    `${appWords(control.requested_owner_app_id)} asks for this conversation${note}`,
  );
}

export function readReferral({ source, ref, ads_context_data: ad }: Referral, place: Place): ChannelEvent {
  const from =
    source === 'ADS'
      ? `an advertisement${ad?.ad_title ? ` ("${ad.ad_title}")` : ''}`
      : source === 'SHORTLINK'
        ? 'an ig.me link'
        : (source ?? 'a link');
  return about(place, 'referral', 'referral', `Came back through ${from}${ref ? `, reference "${ref}"` : ''}.`);
}
