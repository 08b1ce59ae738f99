import type { z } from 'zod';
import type { ChannelEvent, NoticeEvent } from '../../core/channel/event.ts';
import type { ExternalAccountId } from '../../core/ids.ts';
import type { Control, Policy, Referral } from './element.ts';
import type { Place } from './place.ts';

type Of<Schema extends z.ZodType> = z.infer<Schema>;

function about(place: Place, notice: NoticeEvent['notice'], name: string, detail: string): ChannelEvent {
  const { account, thread, at } = place;
  return { kind: 'notice', account, id: `${name}:${thread.id}:${at.getTime()}`, thread: thread.id, notice, detail, at };
}

/** The Page's own inbox on Facebook. Source: Meta, "Conversation routing"; read 2026-11. */
const PAGE_INBOX = '263902037430900';
const appWords = (id: string | undefined) =>
  id === PAGE_INBOX ? 'the Page inbox on Facebook' : id ? `the app ${id}` : 'another app';
const quoted = (metadata: string | undefined) => (metadata ? `: "${metadata}"` : '.');

/** Another app, or a colleague in the Page inbox, took the conversation or gave it to us. */
export function readControl(
  what: 'pass' | 'take' | 'request',
  control: Of<typeof Control>,
  place: Place,
): ChannelEvent {
  const note = quoted(control.metadata);
  if (what === 'pass')
    return about(
      place,
      'thread_given',
      'given',
      `${start(appWords(control.previous_owner_app_id))} handed this conversation over${note}`,
    );
  if (what === 'take')
    return about(
      place,
      'thread_taken',
      'taken',
      `${start(appWords(control.new_owner_app_id))} took this conversation over${note}`,
    );
  return about(
    place,
    'thread_requested',
    'requested',
    `${start(appWords(control.requested_owner_app_id))} asks for this conversation${note}`,
  );
}
const start = (words: string) => words.charAt(0).toUpperCase() + words.slice(1);

export function readReferral({ source, ref, ads_context_data: ad }: Of<typeof Referral>, place: Place): ChannelEvent {
  const from =
    source === 'ADS'
      ? `an advertisement${ad?.ad_title ? ` ("${ad.ad_title}")` : ''}`
      : source === 'SHORTLINK'
        ? 'an m.me link'
        : (source ?? 'a link');
  return about(place, 'referral', 'referral', `Came back through ${from}${ref ? `, reference "${ref}"` : ''}.`);
}

export const readOptin = (place: Place): ChannelEvent => about(place, 'other', 'optin', 'Agreed to get messages.');

export function readPolicy({ action, reason }: Of<typeof Policy>, pageId: string, at: Date): ChannelEvent {
  return {
    kind: 'notice',
    account: pageId as ExternalAccountId,
    id: `policy:${pageId}:${at.getTime()}`,
    notice: 'policy',
    detail: `Meta: ${action ?? 'warning'}${reason ? ` (${reason})` : ''}.`,
    at,
  };
}
