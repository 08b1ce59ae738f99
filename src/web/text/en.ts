import { acts } from './en/acts.ts';
import { composer } from './en/composer.ts';
import { conversation } from './en/conversation.ts';
import { delivery } from './en/delivery.ts';
import { desk } from './en/desk.ts';
import { frame } from './en/frame.ts';
import { guide } from './en/guide.ts';
import { inboxes } from './en/inboxes.ts';
import { joining } from './en/joining.ts';
import { ledger } from './en/ledger.ts';
import { messages } from './en/messages.ts';
import { notifications } from './en/notifications.ts';
import { person } from './en/person.ts';
import { practice } from './en/practice.ts';
import { timeline } from './en/timeline.ts';
import { touch } from './en/touch.ts';
import { understood } from './en/understood.ts';

/** Every word on screen, in English. ICU MessageFormat. */
export const en = {
  ...frame,
  ...desk,
  ...conversation,
  ...messages,
  ...acts,
  ...joining,
  ...delivery,
  ...person,
  ...notifications,
  ...composer,
  ...timeline,
  ...inboxes,
  ...ledger,
  ...practice,
  ...guide,
  ...touch,
  ...understood,
} as const;
