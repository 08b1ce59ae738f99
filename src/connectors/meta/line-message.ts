import type { Content } from '../../core/channel/content.ts';
import type { ChannelEvent } from '../../core/channel/event.ts';
import type { ExternalMessageId } from '../../core/ids.ts';
import type { Postback, Referral } from './line-element.ts';
import type { Place } from './line-place.ts';

export function referralOf({
  source,
  ref,
  ads_context_data: ad,
  ad_id: adId,
}: Referral): NonNullable<Content['referral']> {
  const reference = ref ?? adId;
  return {
    source: source ?? 'UNKNOWN',
    ...(ad?.ad_title ? { title: ad.ad_title } : {}),
    ...(reference ? { reference } : {}),
  };
}

/** A tapped question or button: the person saw its title, we are told its payload. */
export function readPostback(postback: Postback, { account, thread, person, at }: Place): ChannelEvent {
  return {
    kind: 'message',
    account,
    id: (postback.mid ?? `postback:${person.id}:${at.getTime()}`) as ExternalMessageId,
    thread,
    author: { kind: 'contact', person },
    content: {
      text: postback.title ?? '',
      attachments: [],
      ...(postback.payload ? { payload: postback.payload } : {}),
      ...(postback.referral ? { referral: referralOf(postback.referral) } : {}),
    },
    sentAt: at,
  };
}
