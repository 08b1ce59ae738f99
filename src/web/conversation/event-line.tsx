import { useQuery } from '@tanstack/react-query';
import type { TimelineEvent } from '../../wire/conversations.ts';
import { agentsQuery } from '../api/queries.ts';
import { useNow } from '../time/use-now.ts';
import { fullWords, momentWords } from '../time/words.ts';
import { timelineWords } from './timeline-words.ts';

/** Something that happened, in one quiet line of words. */
export function EventLine({ event }: { readonly event: TimelineEvent }) {
  const { data: agents } = useQuery(agentsQuery);
  const now = useNow();
  const nameOf = (id: string) => agents?.find((agent) => agent.id === id)?.name ?? null;
  return (
    <p className="text-center text-s text-ink-3">
      <time dateTime={event.at} title={fullWords(event.at)} className="num">
        {momentWords(event.at, now)}
      </time>{' '}
      {timelineWords(event, nameOf, now)}
    </p>
  );
}
