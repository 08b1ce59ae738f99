import { Link } from '@tanstack/react-router';
import { ChevronRight } from 'lucide-react';
import type { TimelineEvent } from '../../../wire/conversations.ts';
import { useAgentName } from '../../api/use-agent-name.ts';
import { sameList } from '../../desk/same-list.ts';
import { t } from '../../text/t.ts';
import { useNow } from '../../time/use-now.ts';
import { clockWords, fullWords } from '../../time/words.ts';
import { timelineWords, titles } from './timeline-words.ts';
import { WhyRule } from './why-rule.tsx';

/** What became part of this one has no page of its own any more. */
const OPENS_OTHERS = new Set(['merged_into', 'unmerged', 'unmerged_from', 'split', 'split_from', 'linked', 'unlinked']);

/** Something that happened, in one quiet line of words. */
export function EventLine({ event }: { readonly event: TimelineEvent }) {
  const nameOf = useAgentName();
  const now = useNow();
  const others = OPENS_OTHERS.has(event.kind) ? titles(event) : [];
  return (
    <p className="mx-auto max-w-[60ch] text-center text-s text-ink-3 [overflow-wrap:anywhere]">
      <time dateTime={event.at} title={fullWords(event.at)} className="num">
        {clockWords(event.at)}
      </time>{' '}
      {timelineWords(event, nameOf, now)}
      {event.actorKind === 'rule' && <WhyRule event={event} />}
      {others.map(({ id, name }) => (
        <span key={id}>
          {' · '}
          <Link
            to="/desk/$id"
            params={{ id }}
            search={sameList}
            aria-label={t('event.openNamed', { name })}
            className="text-accent underline-offset-2 hover:underline"
          >
            {t('event.open')}
          </Link>
        </span>
      ))}
    </p>
  );
}

/** A run of them: the newest, and the others on request. */
export function EventLines({
  events,
  isOpen,
  onToggle,
}: {
  readonly events: readonly TimelineEvent[];
  readonly isOpen: boolean;
  readonly onToggle: () => void;
}) {
  const last = events.at(-1);
  return (
    <div className="grid gap-1.5">
      <button
        type="button"
        aria-expanded={isOpen}
        onClick={onToggle}
        className="inline-flex items-center gap-1 justify-self-center rounded-full px-2 text-s text-ink-2 hover:bg-sunken hover:text-ink max-phone:min-h-10"
      >
        {t(isOpen ? 'event.fold' : 'event.unfold', { count: events.length - 1 })}
        <ChevronRight
          size={12}
          aria-hidden
          className={`transition-transform motion-reduce:transition-none ${isOpen ? 'rotate-90' : 'rtl:rotate-180'}`}
        />
      </button>
      {(isOpen ? events : last ? [last] : []).map((event) => (
        <EventLine key={event.id} event={event} />
      ))}
    </div>
  );
}
