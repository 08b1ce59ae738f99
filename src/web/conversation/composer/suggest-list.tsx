import { useQuery } from '@tanstack/react-query';
import { useEffect, useMemo, useRef } from 'react';
import { macrosQuery, savedRepliesQuery } from '../../api/composing.ts';
import { agentsQuery, teamsQuery } from '../../api/queries.ts';
import { t } from '../../text/t.ts';
import { macrosFor, peopleFor, repliesFor, type Suggestion } from './suggestions.ts';
import type { Trigger } from './trigger.ts';

export const SUGGESTIONS_ID = 'composer-suggestions';
export const optionId = (index: number) => `${SUGGESTIONS_ID}-${index}`;

/** What the sign before the caret offers. Null: still being read. */
export function useSuggestions(trigger: Trigger | null): readonly Suggestion[] | null {
  const kind = trigger?.kind ?? null;
  const { data: replies, isError: hasNoReplies } = useQuery({ ...savedRepliesQuery, enabled: kind === 'reply' });
  const { data: macros, isError: hasNoMacros } = useQuery({ ...macrosQuery, enabled: kind === 'macro' });
  const { data: agents, isError: hasNoAgents } = useQuery({ ...agentsQuery, enabled: kind === 'mention' });
  const { data: teams } = useQuery({ ...teamsQuery, enabled: kind === 'mention' });
  const found = useMemo(() => {
    if (!trigger) return [];
    if (trigger.kind === 'reply') return replies && repliesFor(replies.items, trigger.words);
    if (trigger.kind === 'macro') return macros && macrosFor(macros, trigger.words);
    if (!agents) return undefined;
    const people = [
      ...agents.filter((one) => one.isActive).map(({ id, name }) => ({ id, name, hint: '' })),
      ...(teams ?? []).map(({ id, name }) => ({ id, name, hint: t('mention.team') })),
    ];
    return peopleFor(people, trigger.words);
  }, [trigger, replies, macros, agents, teams]);
  const failed = { reply: hasNoReplies, macro: hasNoMacros, mention: hasNoAgents };
  return found ?? (kind && failed[kind] ? [] : null);
}

/** The keyboard stays in the text; this only shows what it would choose. */
export function SuggestList({
  trigger,
  items,
  active,
  onPick,
  onPoint,
}: {
  readonly trigger: Trigger;
  readonly items: readonly Suggestion[] | null;
  readonly active: number;
  readonly onPick: (item: Suggestion) => void;
  readonly onPoint: (index: number) => void;
}) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    box.current?.querySelector(`#${optionId(active)}`)?.scrollIntoView({ block: 'nearest' });
  }, [active]);
  return (
    <div
      ref={box}
      className="absolute inset-x-0 bottom-full z-20 mb-1.5 max-h-[min(300px,40dvh)] overflow-auto rounded-medium bg-raised p-1 shadow-lift"
    >
      {items === null && <div className="skeleton m-2 h-5 w-1/2" />}
      {items?.length === 0 && (
        <p role="status" className="px-2.5 py-2 text-ink-2">
          {emptyWords(trigger)}
        </p>
      )}
      {items !== null && items.length > 0 && (
        <div id={SUGGESTIONS_ID} role="listbox" tabIndex={-1} aria-label={t(`${trigger.kind}.list`)}>
          {items.map((item, index) => (
            <button
              type="button"
              key={item.key}
              id={optionId(index)}
              role="option"
              tabIndex={-1}
              aria-selected={index === active}
              // The text keeps the keyboard.
              onPointerDown={(event) => event.preventDefault()}
              onPointerMove={() => index !== active && onPoint(index)}
              onClick={() => onPick(item)}
              className={`flex w-full cursor-default text-start items-baseline gap-3 rounded-small px-2.5 py-1.5 select-none max-phone:py-2.5 ${index === active ? 'bg-sunken' : ''}`}
            >
              <span className="max-w-[55%] flex-none truncate font-medium">{item.title}</span>
              <span className="min-w-0 flex-1 truncate text-ink-3" dir="auto">
                {item.detail}
              </span>
              {item.hint && <span className="flex-none text-s text-ink-3">{item.hint}</span>}
            </button>
          ))}
        </div>
      )}
    </div>
  );
}

function emptyWords({ kind, words }: Trigger): string {
  if (words !== '' || kind === 'mention') return t(`${kind}.none`, { words });
  return t(`${kind}.empty`);
}
