import type { View } from '../../../wire/conversations.ts';
import type { TextKey } from '../../text/t.ts';

export const VIEW_NAMES: Record<View, TextKey> = {
  needs_answer: 'view.needs_answer',
  mine: 'view.mine',
  unassigned: 'view.unassigned',
  opened_and_left: 'view.opened_and_left',
  promised: 'view.promised',
  snoozed: 'view.snoozed',
  all: 'view.all',
};
