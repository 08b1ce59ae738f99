import type { z } from 'zod';
import type { ChannelEvent } from '../../core/channel/event.ts';
import type { ExternalAccountId } from '../../core/ids.ts';
import { noticeAbout } from '../meta/line-notice.ts';
import type { Place } from '../meta/line-place.ts';
import type { Policy } from './element.ts';

export const readOptin = (place: Place): ChannelEvent =>
  noticeAbout(place, 'other', 'optin', 'Agreed to get messages.');

export function readPolicy({ action, reason }: z.infer<typeof Policy>, pageId: string, at: Date): ChannelEvent {
  return {
    kind: 'notice',
    account: pageId as ExternalAccountId,
    id: `policy:${pageId}:${at.getTime()}`,
    notice: 'policy',
    detail: `Meta: ${action ?? 'warning'}${reason ? ` (${reason})` : ''}.`,
    at,
  };
}
