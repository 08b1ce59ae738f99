import { useQuery } from '@tanstack/react-query';
import { ChevronDown, Star } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { STAGES } from '../../core/person/lifecycle.ts';
import type { PersonAbout } from '../../wire/persons.ts';
import { Picker } from '../conversation/header/picker.tsx';
import { Button } from '../parts/button.tsx';
import { Menu, MenuItem } from '../parts/menu.tsx';
import { say } from '../parts/toasts.tsx';
import { companiesQuery, putCompany, putStage, putVip } from '../people/queries.ts';
import { useKnown } from '../people/use-known.ts';
import { t } from '../text/t.ts';
import { useNow } from '../time/use-now.ts';
import { momentWords } from '../time/words.ts';

const NONE = '';

/** VIP, stage, engagement and company, each with why. */
export function KnownFacts({
  about,
  name,
  mayWork,
}: {
  readonly about: PersonAbout;
  readonly name: string;
  readonly mayWork: boolean;
}) {
  const { change, isBusy } = useKnown();
  const now = useNow();
  const { id, vipAt, stage, sharedBy } = about;
  const toggleVip = () =>
    void change(() => putVip(id, vipAt === null)).then(
      (isDone) => isDone && say({ title: t(vipAt === null ? 'known.isVip' : 'known.isNoVip', { name }) }),
    );
  return (
    <dl className="grid grid-cols-[80px_minmax(0,1fr)] items-baseline gap-x-3 gap-y-1.5">
      <Line label={t('known.vip')}>
        {vipAt !== null && (
          <span className="me-2 inline-flex items-center gap-1 text-accent">
            <Star size={13} aria-hidden className="fill-current" />{' '}
            {t('known.vipSince', { at: momentWords(vipAt, now) })}
          </span>
        )}
        {mayWork && (
          <Button
            look="quiet"
            isBusy={isBusy}
            onClick={toggleVip}
            className="!h-6 !px-1.5 -mx-1.5 !text-accent max-phone:!h-10"
          >
            {t(vipAt === null ? 'known.makeVip' : 'known.noVip')}
          </Button>
        )}
        {!mayWork && vipAt === null && <span className="text-ink-3">{t('segment.no')}</span>}
      </Line>
      <Line label={t('known.stage')}>
        {mayWork ? (
          <Pick label={t('known.stage')} shown={t(`stage.${stage.stage}`)}>
            {STAGES.map((one) => (
              <MenuItem
                key={one}
                isChosen={stage.because === 'by_hand' && stage.stage === one}
                onSelect={() => void change(() => putStage(id, one))}
              >
                {t(`stage.${one}`)}
              </MenuItem>
            ))}
            <MenuItem isChosen={stage.because !== 'by_hand'} onSelect={() => void change(() => putStage(id, null))}>
              {t('stage.byRules')}
            </MenuItem>
          </Pick>
        ) : (
          t(`stage.${stage.stage}`)
        )}
        <span className="block text-s text-ink-3">{t(`stage.because.${stage.because}`)}</span>
      </Line>
      <Engagement about={about} now={now} />
      <CompanyLine about={about} mayWork={mayWork} />
      {sharedBy.length > 0 && (
        <p className="col-span-2 rounded-small bg-warn-soft px-2.5 py-1.5 text-s text-warn">
          {t('known.shared', { names: sharedBy.join(', ') })}
        </p>
      )}
    </dl>
  );
}

function Line({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    <>
      <dt className="text-ink-3">{label}</dt>
      <dd className="min-w-0">{children}</dd>
    </>
  );
}

function Pick({
  label,
  shown,
  children,
}: {
  readonly label: string;
  readonly shown: string;
  readonly children: ReactNode;
}) {
  return (
    <Menu align="start" trigger={pickOf(label, shown)}>
      {children}
    </Menu>
  );
}

const pickOf = (label: string, shown: string) => (
  <button
    type="button"
    aria-label={`${label}: ${shown}`}
    className="-mx-1.5 inline-flex max-w-full items-center gap-1 rounded-small px-1.5 text-start hover:bg-sunken max-phone:min-h-10"
  >
    <span className="min-w-0 [overflow-wrap:anywhere]">{shown}</span>
    <ChevronDown size={12} aria-hidden className="flex-none text-ink-3" />
  </button>
);

/** Four steps, drawn: people compare them. */
function Engagement({ about: { engagement }, now }: { readonly about: PersonAbout; readonly now: number }) {
  const { level, messages, reactions, days, lastAt } = engagement;
  const why = t('level.why', { messages, reactions, days });
  const steps = ['quiet', 'occasional', 'regular', 'devoted'] as const;
  const reached = steps.indexOf(level);
  return (
    <Line label={t('known.engagement')}>
      <span className="inline-flex items-center gap-2">
        <span aria-hidden className="inline-flex items-end gap-[2px]">
          {steps.map((step, at) => (
            <span
              key={step}
              className={`w-[4px] rounded-full ${at <= reached ? 'bg-accent' : 'bg-line'}`}
              style={{ height: 5 + at * 2.5 }}
            />
          ))}
        </span>
        {t(`level.${level}`)}
      </span>
      <span className="block text-s text-ink-3">
        {lastAt ? t('level.whyLast', { why, at: momentWords(lastAt, now) }) : why}
      </span>
    </Line>
  );
}

function CompanyLine({ about, mayWork }: { readonly about: PersonAbout; readonly mayWork: boolean }) {
  const { id, company, companySuggested } = about;
  const { change, isBusy } = useKnown();
  const [isOpen, setOpen] = useState(false);
  const { data: companies = [] } = useQuery({ ...companiesQuery, enabled: mayWork });
  if (companies.length === 0 && !company && !companySuggested) return null;
  return (
    <Line label={t('known.company')}>
      {mayWork ? (
        <Picker
          label={t('known.company')}
          isOpen={isOpen}
          onOpenChange={setOpen}
          trigger={pickOf(t('known.company'), company?.name ?? t('known.noCompany'))}
          options={[
            { id: NONE, name: t('known.noCompany') },
            ...companies.map((one) => ({ id: one.id, name: one.name })),
          ]}
          chosen={[company?.id ?? NONE]}
          onToggle={(one) => void change(() => putCompany(id, one.id === NONE ? null : one.id))}
          empty={t('combobox.none')}
        />
      ) : (
        (company?.name ?? t('known.noCompany'))
      )}
      {companySuggested && (
        <span className="mt-0.5 flex flex-wrap items-center gap-x-2 text-s text-ink-2">
          {t('known.companySuggested', { name: companySuggested.name })}
          {mayWork && (
            <Button
              isBusy={isBusy}
              onClick={() => void change(() => putCompany(id, companySuggested.id))}
              className="!h-6 !px-2 text-s max-phone:!h-10"
            >
              {t('known.belongs')}
            </Button>
          )}
        </span>
      )}
    </Line>
  );
}
