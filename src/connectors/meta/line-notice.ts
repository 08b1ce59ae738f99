import type { ChannelEvent, NoticeEvent } from '../../core/channel/event.ts';
import type { Control, Referral } from './line-element.ts';
import type { Place } from './line-place.ts';

export function noticeAbout(place: Place, notice: NoticeEvent['notice'], name: string, detail: string): ChannelEvent {
  const { account, thread, at } = place;
  return { kind: 'notice', account, id: `${name}:${thread.id}:${at.getTime()}`, thread: thread.id, notice, detail, at };
}

/** The network's own inbox as an app that may hold a conversation, and what a link into the line is called. */
export interface LineWords {
  readonly inboxAppId: string;
  readonly inboxName: string;
  readonly link: string;
}

/** Another app, or a colleague in the network's own inbox, took the conversation or gave it to us. */
export function readControl(
  what: 'pass' | 'take' | 'request',
  control: Control,
  place: Place,
  words: LineWords,
): ChannelEvent {
  const note = control.metadata ? `: "${control.metadata}"` : '.';
  const app = (id: string | undefined) =>
    id === words.inboxAppId ? words.inboxName : id ? `The app ${id}` : 'Another app';
  if (what === 'pass') {
    const said = `${app(control.previous_owner_app_id)} handed this conversation over${note}`;
    return noticeAbout(place, 'thread_given', 'given', said);
  }
  if (what === 'take') {
    const said = `${app(control.new_owner_app_id)} took this conversation over${note}`;
    return noticeAbout(place, 'thread_taken', 'taken', said);
  }
  const said = `${app(control.requested_owner_app_id)} asks for this conversation${note}`;
  return noticeAbout(place, 'thread_requested', 'requested', said);
}

export function readReferral(
  { source, ref, ads_context_data: ad }: Referral,
  place: Place,
  { link }: LineWords,
): ChannelEvent {
  const from =
    source === 'ADS'
      ? `an advertisement${ad?.ad_title ? ` ("${ad.ad_title}")` : ''}`
      : source === 'SHORTLINK'
        ? link
        : (source ?? 'a link');
  return noticeAbout(place, 'referral', 'referral', `Came back through ${from}${ref ? `, reference "${ref}"` : ''}.`);
}
