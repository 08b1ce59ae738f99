import { queryOptions, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { SecondOpinion as Kept } from '../../../wire/second-opinion.ts';
import { call } from '../../api/call.ts';
import { Button } from '../../parts/button.tsx';
import { Chip } from '../../parts/chip.tsx';
import { t } from '../../text/t.ts';
import { Loaded } from '../parts/loaded.tsx';
import { Section } from '../parts/sheet.tsx';
import { SecondOpinionForm } from './second-opinion-form.tsx';
import { SecondOpinionSettled } from './second-opinion-settled.tsx';
import { SecondOpinionToday } from './second-opinion-today.tsx';

const LOOK_EVERY_MS = 15_000;
const secondOpinionQuery = queryOptions({
  queryKey: ['second-opinion'],
  queryFn: ({ signal }) => call<Kept>('GET', '/api/second-opinion', undefined, signal),
  refetchInterval: ({ state }) => (state.data?.isOn ? LOOK_EVERY_MS : false),
});

/** The language model that may be asked: what leaves the house by it, how it is set, how it goes. */
export function SecondOpinion() {
  const query = useQuery(secondOpinionQuery);
  const [isBegun, setBegun] = useState(false);
  return (
    <Section title={t('secondOpinion.title')} acts={query.data && <State kept={query.data} />}>
      <div className="mb-3 grid max-w-[72ch] gap-2 text-ink-2">
        <p>{t('secondOpinion.leaves')}</p>
        <p>{t('secondOpinion.never')}</p>
      </div>
      <Loaded query={query} what={t('what.secondOpinion')}>
        {(kept) =>
          kept.version === 0 && !isBegun ? (
            <Button onClick={() => setBegun(true)}>{t('secondOpinion.connect')}</Button>
          ) : (
            <div className="grid grid-cols-[minmax(0,1fr)] gap-4">
              <SecondOpinionForm
                key={kept.version}
                kept={kept}
                onCancel={kept.version === 0 ? () => setBegun(false) : null}
              />
              {kept.version > 0 && <SecondOpinionToday kept={kept} />}
              {kept.version > 0 && <SecondOpinionSettled settled={kept.settled} />}
            </div>
          )
        }
      </Loaded>
    </Section>
  );
}

function State({ kept: { isOn, restsUntil, today } }: { readonly kept: Kept }) {
  if (!isOn) return <Chip>{t('secondOpinion.off')}</Chip>;
  if (restsUntil) return <Chip tone="alarm">{t('secondOpinion.resting')}</Chip>;
  return today.isSpent ? (
    <Chip tone="warn">{t('secondOpinion.spent')}</Chip>
  ) : (
    <Chip tone="accent">{t('secondOpinion.on')}</Chip>
  );
}
