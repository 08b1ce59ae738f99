import type { ReactNode } from 'react';
import type { RoutingPolicy } from '../../../wire/routing.ts';
import type { Save } from '../../parts/form.tsx';
import { Toggle } from '../../parts/toggle.tsx';
import { type TextKey, t } from '../../text/t.ts';
import { Line, Lines, Setting } from '../parts/sheet.tsx';
import { NumberField } from './number-field.tsx';

type Term = 'stickyDays' | 'topFrom' | 'passOnMinutes';
const TERMS: readonly {
  readonly term: Term;
  readonly label: TextKey;
  readonly help: TextKey;
  readonly number: TextKey;
  readonly unit: TextKey;
  readonly usual: number;
  readonly min: number;
  readonly max: number;
}[] = [
  {
    term: 'stickyDays',
    label: 'routing.sticky',
    help: 'routing.stickyHelp',
    number: 'routing.stickyDays',
    unit: 'routing.days',
    usual: 14,
    min: 1,
    max: 365,
  },
  {
    term: 'topFrom',
    label: 'routing.top',
    help: 'routing.topHelp',
    number: 'routing.topFrom',
    unit: 'routing.points',
    usual: 40,
    min: 0,
    max: 1_000,
  },
  {
    term: 'passOnMinutes',
    label: 'routing.pass',
    help: 'routing.passHelp',
    number: 'routing.passMinutes',
    unit: 'routing.minutes',
    usual: 30,
    min: 1,
    max: 10_080,
  },
];

/** What holds whichever way somebody is chosen. */
export function PolicyTerms({
  policy,
  save,
  onPut,
}: {
  readonly policy: RoutingPolicy;
  readonly save: Save;
  readonly onPut: (patch: Partial<RoutingPolicy>) => void;
}) {
  return (
    <Lines>
      <Setting title={t('routing.capacity')} help={t('routing.capacityHelp')}>
        <NumberField
          label={t('routing.capacity')}
          unit={t('routing.conversations')}
          value={policy.capacity}
          min={1}
          max={500}
          problem={save.at('capacity')}
          onChange={(capacity) => onPut({ capacity })}
        />
      </Setting>
      <Line className="py-3">
        <Toggle
          label={t('routing.offline')}
          help={t('routing.offlineHelp')}
          isOn={policy.reachesOffline}
          onChange={(reachesOffline) => onPut({ reachesOffline })}
        />
      </Line>
      {TERMS.map(({ term, label, help, number, unit, usual, min, max }) => (
        <Switched
          key={term}
          label={t(label)}
          help={t(help)}
          isOn={policy[term] !== null}
          onChange={(isOn) => onPut({ [term]: isOn ? usual : null })}
        >
          <NumberField
            label={t(number)}
            unit={t(unit)}
            value={policy[term] ?? usual}
            min={min}
            max={max}
            problem={save.at(term)}
            onChange={(next) => onPut({ [term]: next })}
          />
        </Switched>
      ))}
    </Lines>
  );
}

/** Something that can be off, with its number while it is on. */
function Switched({
  label,
  help,
  isOn,
  onChange,
  children,
}: {
  readonly label: string;
  readonly help: string;
  readonly isOn: boolean;
  readonly onChange: (isOn: boolean) => void;
  readonly children: ReactNode;
}) {
  return (
    <Line className="justify-between py-3">
      <div className="min-w-[200px] flex-1">
        <Toggle label={label} help={help} isOn={isOn} onChange={onChange} />
      </div>
      {isOn && children}
    </Line>
  );
}
