import type { IgnoredEvent } from '../../core/channel/event.ts';

export const ignored = (why: string): IgnoredEvent => ({ kind: 'ignored', why });
