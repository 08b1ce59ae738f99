import type { UseQueryResult } from '@tanstack/react-query';
import { useState } from 'react';
import type { ListeningSource } from '../../../wire/listening.ts';
import { Check } from '../../parts/check.tsx';
import { Segments } from '../../parts/segments.tsx';
import { Empty } from '../../parts/states.tsx';
import { t } from '../../text/t.ts';
import { Loaded } from '../parts/loaded.tsx';
import { Section } from '../parts/sheet.tsx';
import { SourceFacts } from './source-facts.tsx';

const WHICH = ['all', 'some'] as const;

/** Through which accounts a rule looks, what each allows and costs, and why others cannot. */
export function SourcesField({
  query,
  chosen,
  onChange,
}: {
  readonly query: UseQueryResult<readonly ListeningSource[]>;
  readonly chosen: readonly string[];
  readonly onChange: (chosen: string[]) => void;
}) {
  return (
    <Section title={t('listening.sources')} about={t('listening.sourcesAbout')}>
      <Loaded query={query} what={t('what.sources')}>
        {(sources) => <Sources sources={sources} chosen={chosen} onChange={onChange} />}
      </Loaded>
    </Section>
  );
}

function Sources({
  sources,
  chosen,
  onChange,
}: {
  readonly sources: readonly ListeningSource[];
  readonly chosen: readonly string[];
  readonly onChange: (chosen: string[]) => void;
}) {
  // One that was chosen and cannot look any more is there to be taken off.
  const able = sources.filter(({ can, inboxId }) => can || chosen.includes(inboxId));
  const unable = sources.filter((source) => !able.includes(source));
  const [which, setWhich] = useState<(typeof WHICH)[number]>(chosen.length > 0 ? 'some' : 'all');
  function choose(next: (typeof WHICH)[number]) {
    setWhich(next);
    onChange(next === 'all' ? [] : able.filter(({ can }) => can).map(({ inboxId }) => inboxId));
  }
  function flip(inboxId: string, isOn: boolean) {
    // Of those that are there: an account that was removed goes with the next press.
    const there = chosen.filter((one) => sources.some((source) => source.inboxId === one));
    const next = isOn ? [...there, inboxId] : there.filter((one) => one !== inboxId);
    // A rule without accounts would be one with all of them: the last one stays.
    if (next.length > 0) onChange(next);
  }
  return (
    <div className="grid gap-3">
      {able.length === 0 ? (
        <div className="rounded-medium border border-line bg-raised">
          <Empty title={t('listening.sourcesNone')}>{t('listening.sourcesNoneAbout')}</Empty>
        </div>
      ) : (
        <>
          {able.length > 1 && (
            <Segments
              label={t('listening.sources')}
              value={which}
              options={WHICH.map((value) => ({ value, label: t(`listening.sources.${value}`) }))}
              onChange={choose}
            />
          )}
          <ul className="divide-y divide-line rounded-medium border border-line bg-raised">
            {able.map((source) => (
              <li key={source.inboxId} className="px-4 py-2.5">
                {which === 'all' ? (
                  <SourceFacts source={source} />
                ) : (
                  <Check
                    label={<SourceFacts source={source} />}
                    isOn={chosen.includes(source.inboxId)}
                    isOff={chosen.length === 1 && chosen[0] === source.inboxId}
                    onChange={(isOn) => flip(source.inboxId, isOn)}
                  />
                )}
              </li>
            ))}
          </ul>
        </>
      )}
      {unable.length > 0 && (
        <details className="text-ink-2">
          <summary className="cursor-pointer py-1 max-phone:py-2.5">
            {t('listening.cannot', { count: unable.length })}
          </summary>
          <ul className="mt-1 divide-y divide-line rounded-medium border border-line">
            {unable.map((source) => (
              <li key={source.inboxId} className="px-4 py-2">
                <SourceFacts source={source} />
              </li>
            ))}
          </ul>
        </details>
      )}
    </div>
  );
}
