import type { Notification } from '../../wire/notifications.ts';
import { t } from '../text/t.ts';

/** Who wants what, in one line; what was said stands below it. */
export function noticeWords({ kind, actorName, contactName, inboxName }: Notification): string {
  const person = contactName || t('person.nameless');
  // A rule is nobody.
  if (kind === 'assigned' && actorName === null) return t('notice.given', { person });
  return t(`notice.${kind}`, { actor: actorName || t('notice.someone'), person, inbox: inboxName ?? '' });
}
