import { useQuery } from '@tanstack/react-query';
import { Globe, Lock } from 'lucide-react';
import type { ConversationDetail } from '../../../wire/conversations.ts';
import { inboxesQuery } from '../../api/queries.ts';
import { t } from '../../text/t.ts';

/** Where it was said, who reads along, and how it stands. Read out when it changes. */
export function State({
  detail: { conversation },
  name,
}: {
  readonly detail: ConversationDetail;
  readonly name: string;
}) {
  const { data: inboxes } = useQuery(inboxesQuery);
  const inbox = inboxes?.find(({ id }) => id === conversation.inboxId);
  const isPublic = conversation.reach !== 'owned_private';
  const { attention, attentionReason, resolution } = conversation;
  const parts = [
    conversation.subject ? name : null,
    inbox?.name ?? null,
    attention ? t(`attention.${attention}`) : t('person.history'),
    attention === 'no_reply' ? attentionReason : null,
    resolution !== 'open' ? t(`resolution.${resolution}`) : null,
    conversation.answeredElsewhereAt && attention === 'needs_answer' ? t('row.answeredElsewhere') : null,
    conversation.isBlocked ? t('person.blocked') : conversation.isMuted ? t('person.muted') : null,
  ].filter((part) => part !== null);
  return (
    <p aria-live="polite" className="flex items-center gap-1.5 text-s text-ink-2">
      <span className={`inline-flex flex-none items-center gap-1 ${isPublic ? 'text-public' : ''}`}>
        {isPublic ? <Globe size={12} aria-hidden /> : <Lock size={12} aria-hidden />}
        {t(conversation.reach === 'earned' ? 'reach.earnedShort' : isPublic ? 'reach.public' : 'reach.private')}
      </span>
      <span className="truncate">· {parts.join(' · ')}</span>
    </p>
  );
}
