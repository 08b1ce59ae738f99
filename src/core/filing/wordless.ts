import type { Content } from '../channel/content.ts';
import type { ChannelEvent } from '../channel/event.ts';

/**
 * Somebody said something even where nothing stands in it (an empty mail, a blank comment): it is shown as that, and
 * never as an empty line. What is still to be asked of the network is left as it is.
 */
export function withSomething(event: ChannelEvent): ChannelEvent {
  if (event.kind !== 'message' || event.isPartial || !isEmpty(event.content)) return event;
  const attachments = [{ kind: 'unsupported', source: { kind: 'none' }, title: 'An empty message' }] as const;
  return { ...event, content: { ...event.content, attachments } };
}

function isEmpty({ text, attachments, subject, html, ...rest }: Content): boolean {
  if (attachments.length > 0 || text.trim() !== '' || subject?.trim()) return false;
  return !html && !rest.rating && !rest.call && !rest.payload && !rest.referral;
}
