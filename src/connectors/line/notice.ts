import type { ChannelEvent, NoticeEvent } from '../../core/channel/event.ts';
import type { ExternalAccountId } from '../../core/ids.ts';
import type { LineEvent } from './element.ts';
import type { Place } from './place.ts';

type Words = readonly [notice: NoticeEvent['notice'], detail: string];

const count = (members: readonly unknown[] | undefined) =>
  members === undefined || members.length === 1 ? 'Somebody' : `${members.length} people`;

/** What happened in a chat, for those who answer there. Undefined: nothing that they should see. */
function inChat(event: LineEvent): Words | undefined {
  switch (event.type) {
    case 'follow':
      return event.follow?.isUnblocked === true
        ? ['other', 'Unblocked the account: messages reach this person again.']
        : ['other', 'Added the account as a friend.'];
    case 'unfollow':
      return ['other', 'Blocked the account: LINE takes messages to this person and does not deliver them.'];
    case 'join':
      return ['other', 'The account was asked into this group.'];
    case 'leave':
      return ['other', 'The account was removed from this group: nothing can be said there any more.'];
    case 'memberJoined':
      return ['other', `${count(event.joined?.members)} joined the group.`];
    case 'memberLeft':
      return ['other', `${count(event.left?.members)} left the group.`];
    case 'accountLink':
      return ['other', `Linked their account with yours: ${event.link?.result === 'ok' ? 'done' : 'it failed'}.`];
    case 'membership':
      return ['other', `Membership: ${event.membership?.type ?? 'changed'}.`];
    case 'activated':
      return ['thread_given', 'This chat was given to the desk.'];
    case 'deactivated':
      return ['thread_taken', 'Another app of this account answers in this chat now.'];
    default:
      return undefined;
  }
}

function ofAccount(event: LineEvent): Words | undefined {
  switch (event.type) {
    case 'botSuspended':
      return ['policy', 'LINE has suspended this account: nothing can be sent. Ask LINE’s support.'];
    case 'botResumed':
      return ['policy', 'LINE has lifted the suspension of this account.'];
    case 'activated':
      return ['thread_given', 'The account’s chats were given to the desk.'];
    case 'deactivated':
      return ['thread_taken', 'Another app of this account answers now.'];
    default:
      return undefined;
  }
}

/** Undefined: no notice. */
export function readNotice(
  event: LineEvent,
  account: ExternalAccountId,
  place: Place | null,
  at: Date,
): ChannelEvent | undefined {
  const words = (place ? inChat(event) : undefined) ?? ofAccount(event);
  if (!words) return undefined;
  const [notice, detail] = words;
  const where = place ? { thread: place.thread.id } : {};
  const id = event.webhookEventId ?? `${event.type}:${place?.thread.id ?? account}:${at.getTime()}`;
  return { kind: 'notice', account, id, ...where, notice, detail, at };
}

/** Known, and nothing that anybody should answer or see. */
export const UNREAD: Readonly<Record<string, string>> = {
  videoPlayComplete: 'somebody watched a video of ours to its end',
  beacon: 'somebody came near a beacon',
  delivery: 'a notification by phone number was delivered: such are not sent from here',
  module: 'an app was attached to the account or taken off',
};
