import { Meter } from '@base-ui/react/meter';
import type { Desk } from '../../../wire/routing.ts';
import { Avatar } from '../../parts/avatar.tsx';
import { Button } from '../../parts/button.tsx';
import { Chip } from '../../parts/chip.tsx';
import { languageName } from '../../text/language-name.ts';
import { percent } from '../../text/percent.ts';
import { t } from '../../text/t.ts';
import { spanWords } from '../../time/words.ts';
import { Line } from '../parts/sheet.tsx';
import { PresenceDot } from './presence-dot.tsx';

const SHOWN = 4;

/** One agent: here or not, what they have, know and speak, and how they do. */
export function DeskLine({
  desk,
  name,
  usual,
  onChange,
}: {
  readonly desk: Desk;
  readonly name: string;
  readonly usual: number;
  readonly onChange: () => void;
}) {
  const capacity = desk.capacity ?? usual;
  const isClosed = desk.presence === 'online' && !desk.isWithinHours;
  return (
    <Line className="py-2.5">
      <Avatar name={name} size={32} />
      <div className="w-40 min-w-0 flex-none max-phone:flex-1">
        <p className="truncate font-semibold">{name}</p>
        <p className="flex items-center gap-1.5 text-s text-ink-3">
          <PresenceDot presence={isClosed ? 'away' : desk.presence} />
          {isClosed ? t('routing.afterHours') : t(`routing.presence.${desk.presence}`)}
        </p>
      </div>
      <div className="w-32 flex-none">
        {desk.isGiven ? (
          <Load name={name} load={desk.load} capacity={capacity} />
        ) : (
          <Chip>{t('routing.notGiven')}</Chip>
        )}
      </div>
      <div className="flex min-w-[180px] flex-1 flex-wrap items-center gap-1">
        {desk.skills.slice(0, SHOWN).map((skill) => (
          <Chip key={skill} tone="accent">
            {skill}
          </Chip>
        ))}
        {desk.skills.length > SHOWN && <Chip tone="accent">+{desk.skills.length - SHOWN}</Chip>}
        {desk.skills.length === 0 && <span className="text-s text-ink-3">{t('routing.noSkills')}</span>}
        {desk.languages.slice(0, SHOWN).map((code) => (
          <Chip key={code}>{languageName(code)}</Chip>
        ))}
        {desk.languages.length > SHOWN && (
          <Chip title={desk.languages.map(languageName).join(', ')}>+{desk.languages.length - SHOWN}</Chip>
        )}
        {desk.languages.length === 0 && <Chip>{t('routing.anyLanguage')}</Chip>}
      </div>
      <div className="w-36 flex-none text-s text-ink-2 max-desk:hidden">
        {desk.answerSeconds === null ? (
          <span className="text-ink-3">{t('routing.noFigures')}</span>
        ) : (
          <>
            <p>{t('routing.waits', { span: spanWords(desk.answerSeconds * 1_000) })}</p>
            <p
              title={t('routing.pleasedOf', { count: desk.pleased + desk.displeased, pleased: desk.pleased })}
              className="text-ink-3"
            >
              {t('routing.pleased', { percent: percent.format(desk.satisfaction) })}
            </p>
          </>
        )}
      </div>
      <Button look="quiet" className="-me-2" aria-label={t('routing.changeOf', { name })} onClick={onChange}>
        {t('routing.change')}
      </Button>
    </Line>
  );
}

function Load({ name, load, capacity }: { readonly name: string; readonly load: number; readonly capacity: number }) {
  const isFull = load >= capacity;
  return (
    <Meter.Root
      value={load}
      max={Math.max(1, capacity, load)}
      aria-label={t('routing.loadOf', { name, load, capacity })}
      getAriaValueText={() => t('routing.load', { load, capacity })}
    >
      <p className="num text-s" aria-hidden>
        {t('routing.load', { load, capacity })}
      </p>
      <Meter.Track className="mt-1 h-1.5 overflow-hidden rounded-full bg-sunken edge">
        <Meter.Indicator
          className={`h-full rounded-full ${isFull ? 'bg-warn' : 'bg-accent'} ${load === 0 ? 'hidden' : ''}`}
        />
      </Meter.Track>
    </Meter.Root>
  );
}
