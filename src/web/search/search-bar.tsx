import { Autocomplete } from '@base-ui/react/autocomplete';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { Search, X } from 'lucide-react';
import { useEffect, useMemo, useRef, useState } from 'react';
import { agentsQuery, channelsQuery, inboxesQuery, labelsQuery, teamsQuery } from '../api/queries.ts';
import { useMay } from '../frame/use-me.ts';
import { IconButton } from '../parts/button.tsx';
import { arrived } from '../parts/held-keys.ts';
import { RemovableChip } from '../parts/removable-chip.tsx';
import { t } from '../text/t.ts';
import { type Completion, complete, OPERATORS, termsIn, type Vocabulary, without } from './complete.ts';

/** Typing rests so long before it is looked for. Milliseconds. */
const REST_MS = 180;

/** Words and operators, live in the address; what may come next is offered, what stands there can be taken away. */
export function SearchBar({ words, onDone }: { readonly words: string; readonly onDone: () => void }) {
  const navigate = useNavigate();
  const vocabulary = useVocabulary();
  const [text, setText] = useState(words);
  const [isOpen, setOpen] = useState(false);
  const input = useRef<HTMLInputElement>(null);
  const written = useRef(words);
  useEffect(() => {
    input.current?.focus();
    arrived('search');
  }, []);
  useEffect(() => {
    // The address changed by itself: Back, or an example that was pressed.
    if (words !== written.current) setText(words);
    written.current = words;
  }, [words]);
  useEffect(() => {
    if (text === written.current) return;
    const timer = setTimeout(() => {
      written.current = text;
      void navigate({ to: '.', search: (old) => ({ ...old, q: text }) as never, replace: true });
    }, REST_MS);
    return () => clearTimeout(timer);
  }, [text, navigate]);
  const offers = useMemo(() => complete(text, vocabulary), [text, vocabulary]);
  const terms = termsIn(text);
  const stop = () => void navigate({ to: '.', search: (old) => ({ ...old, q: undefined }) as never });
  return (
    <div className="flex-none border-b border-line">
      <h1 className="sr-only">{t('search.bar')}</h1>
      <div className="flex h-[52px] items-center gap-2 ps-4 pe-2">
        <Search size={16} aria-hidden className="flex-none text-ink-3" />
        <Autocomplete.Root
          mode="none"
          items={offers}
          value={text}
          onValueChange={(next) => setText(next)}
          itemToStringValue={(one: Completion) => one.text}
          open={isOpen && offers.length > 0}
          onOpenChange={setOpen}
        >
          <Autocomplete.Input
            ref={input}
            type="search"
            aria-label={t('search.bar')}
            placeholder={t('search.placeholder')}
            onKeyDown={(event) => {
              if (isOpen && offers.length > 0) return;
              if (event.key === 'Escape') stop();
              if (event.key !== 'ArrowDown' && event.key !== 'Enter') return;
              event.preventDefault();
              // The keyboard goes on in what was found.
              input.current?.blur();
              onDone();
            }}
            className="min-w-0 flex-1 self-stretch bg-transparent text-l outline-none max-phone:text-[16px] [&::-webkit-search-cancel-button]:hidden"
          />
          <Autocomplete.Portal>
            <Autocomplete.Positioner sideOffset={14} align="start" className="z-40 outline-none">
              <Autocomplete.Popup className="max-h-[320px] w-[min(280px,90vw)] overflow-auto rounded-medium bg-raised p-1 shadow-lift">
                <Autocomplete.List>
                  {(one: Completion) => (
                    <Autocomplete.Item
                      key={one.term}
                      value={one}
                      className="flex cursor-default items-baseline gap-2 rounded-small px-2 py-[5px] outline-none select-none data-highlighted:bg-sunken max-phone:py-2.5"
                    >
                      <span className="font-medium">{one.term}</span>
                      <span className="min-w-0 truncate text-s text-ink-3">{meaning(one.term)}</span>
                    </Autocomplete.Item>
                  )}
                </Autocomplete.List>
              </Autocomplete.Popup>
            </Autocomplete.Positioner>
          </Autocomplete.Portal>
        </Autocomplete.Root>
        <IconButton label={t('search.close')} onClick={stop}>
          <X size={16} aria-hidden />
        </IconButton>
      </div>
      {terms.length > 0 && (
        <ul aria-label={t('search.operators')} className="flex flex-wrap gap-1.5 px-4 pb-2">
          {terms.map((term) => (
            <RemovableChip
              key={term.start}
              remove={t('filter.remove', { words: term.text })}
              onRemove={() => setText(without(text, term))}
            >
              <span className="truncate py-[3px] ps-2.5">{term.text}</span>
            </RemovableChip>
          ))}
        </ul>
      )}
    </div>
  );
}

function meaning(term: string): string {
  const key = OPERATORS.find((one) => term.replace('-', '') === `${one}:`);
  return key ? t(`search.${key}`) : '';
}

function useVocabulary(): Vocabulary {
  const may = useMay();
  const { data: inboxes = NONE } = useQuery({ ...inboxesQuery, enabled: may('inboxes.read') });
  const { data: labels = NONE } = useQuery(labelsQuery);
  const { data: agents = NONE } = useQuery({ ...agentsQuery, enabled: may('agents.read') });
  const { data: teams = NONE } = useQuery({ ...teamsQuery, enabled: may('agents.read') });
  const { data: channels = [] } = useQuery(channelsQuery);
  return useMemo(
    () => ({
      inbox: names(inboxes),
      label: names(labels),
      assignee: names(agents),
      team: names(teams),
      channel: channels.map(({ channel }) => channel),
    }),
    [inboxes, labels, agents, teams, channels],
  );
}

const NONE: readonly { readonly name: string }[] = [];
const names = (all: readonly { readonly name: string }[]) => all.map(({ name }) => name);
