import type { ParseContext, RawEntry } from '../../core/channel/connector.ts';
import type { ChannelEvent } from '../../core/channel/event.ts';
import { reviewEvents } from '../shared/reviews/review.ts';
import { readReview } from './review.ts';

export const parse = (entry: RawEntry, context: ParseContext): readonly ChannelEvent[] =>
  reviewEvents(entry, context, readReview);
