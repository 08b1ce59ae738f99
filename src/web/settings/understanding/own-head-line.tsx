import type { OwnHead } from '../../../wire/learning.ts';
import { Button } from '../../parts/button.tsx';
import { Chip } from '../../parts/chip.tsx';
import { percent } from '../../text/percent.ts';
import { t } from '../../text/t.ts';
import { useNow } from '../../time/use-now.ts';
import { momentWords } from '../../time/words.ts';
import { Line } from '../parts/sheet.tsx';
import { useSettle } from '../parts/use-settle.ts';

/** How far learning is for one thing, the versions there are, and the way back to an earlier one. */
export function OwnHeadLine({ own }: { readonly own: OwnHead }) {
  const settle = useSettle('understanding');
  const { head, mode } = own;
  const name = t(`head.${head}`);
  const choose = (choice: { mode: OwnHead['mode']; version?: number }, words: string) =>
    void settle('PUT', '/api/understanding/model', { head, ...choice }, words);
  return (
    <Line className="py-3">
      <div className="min-w-[200px] flex-1">
        <p className="font-medium">{name}</p>
        <p className="text-ink-2">{stateOf(own)}</p>
        {own.version === null && mode === 'auto' && own.corrections > 0 && own.corrections < own.needed && (
          <Progress label={name} part={own.corrections / own.needed} />
        )}
      </div>
      {own.versions.length > 0 &&
        (mode === 'auto' ? (
          <Button
            look="quiet"
            aria-label={t('own.switchOffOf', { head: name })}
            onClick={() => choose({ mode: 'off' }, t('own.isOff', { head: name }))}
          >
            {t('own.switchOff')}
          </Button>
        ) : (
          <Button
            aria-label={t('own.switchOnOf', { head: name })}
            onClick={() => choose({ mode: 'auto' }, t('own.isOn', { head: name }))}
          >
            {t('own.switchOn')}
          </Button>
        ))}
      {own.versions.length > 0 && (
        <Versions
          own={own}
          name={name}
          onUse={(version) => choose({ mode: 'held', version }, t('own.wentBack', { head: name, version }))}
        />
      )}
    </Line>
  );
}

function Versions({
  own: { version: inUse, versions },
  name,
  onUse,
}: {
  readonly own: OwnHead;
  readonly name: string;
  readonly onUse: (version: number) => void;
}) {
  const now = useNow();
  return (
    <ul
      aria-label={t('own.showVersions', { head: name })}
      className="mt-1 w-full divide-y divide-line border-t border-line"
    >
      {versions.map(({ version, madeAt, corrections, own, shipped }) => (
        <li key={version} className="flex min-h-[44px] flex-wrap items-center gap-x-3 py-1.5">
          <div className="min-w-[180px] flex-1">
            <p className="flex flex-wrap items-center gap-2">
              {t('own.version', { version })}
              {version === inUse && <Chip tone="accent">{t('own.inUse')}</Chip>}
              <span className="text-ink-3">{t('own.made', { corrections, at: momentWords(madeAt, now) })}</span>
            </p>
            <p className="num text-s text-ink-3">
              {t('own.figures', { own: percent.format(own.accuracy), shipped: percent.format(shipped.accuracy) })}
            </p>
          </div>
          {version !== inUse && (
            <Button look="quiet" aria-label={t('own.useOf', { version, head: name })} onClick={() => onUse(version)}>
              {t('own.use')}
            </Button>
          )}
        </li>
      ))}
    </ul>
  );
}

function stateOf({ mode, version, versions, corrections, needed, outcome }: OwnHead): string {
  if (mode === 'off') return t('own.off');
  if (mode === 'held' && version !== null) return t('own.held', { version });
  const used = versions.find((one) => one.version === version);
  if (used) return t('own.learnedFrom', { corrections: used.corrections });
  if (corrections === 0) return t('own.nothing');
  if (corrections < needed) return t('own.counting', { corrections, needed });
  if (outcome === 'too_alike') return t('own.tooAlike');
  return outcome === 'worse' ? t('own.worse') : t('own.waiting');
}

function Progress({ label, part }: { readonly label: string; readonly part: number }) {
  return (
    <progress
      aria-label={label}
      value={part}
      max={1}
      className="mt-1.5 block h-1 w-full max-w-[240px] appearance-none overflow-hidden rounded-full bg-sunken [&::-moz-progress-bar]:bg-accent [&::-webkit-progress-bar]:bg-sunken [&::-webkit-progress-value]:bg-accent"
    />
  );
}
