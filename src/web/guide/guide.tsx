import { useQuery } from '@tanstack/react-query';
import { Link, useRouterState } from '@tanstack/react-router';
import { Check, GraduationCap, X } from 'lucide-react';
import { useEffect } from 'react';
import { createPortal } from 'react-dom';
import type { Tried } from '../../wire/practice.ts';
import { call } from '../api/call.ts';
import { usePalette } from '../palette/state.ts';
import { buttonClass } from '../parts/button.tsx';
import { t } from '../text/t.ts';
import { sawStep, setGuideOpen, useKept } from './kept.ts';
import { STEPS, type Step, type StepName } from './steps.ts';

/** Often enough that a tick appears while one looks. Milliseconds. */
const LOOK_EVERY_MS = 4_000;
/** Narrower than this it would lie over the work, so it waits until it is asked for. Pixels. */
const WIDE_PX = 1180;

/** The guide of the practice workspace: a ring in the rail that fills up, and what to try next. */
export function Guide({ className }: { readonly className: string }) {
  const { seen, isOpen } = useKept();
  const isShown = isOpen ?? innerWidth >= WIDE_PX;
  const lookEveryMs = isShown ? LOOK_EVERY_MS : LOOK_EVERY_MS * 5;
  const { data: tried } = useQuery({
    queryKey: ['practice', 'guide'],
    queryFn: ({ signal }) => call<Tried>('GET', '/api/practice/guide', undefined, signal),
    refetchInterval: ({ state: { data } }) => !(data && Object.values(data).every(Boolean)) && lookEveryMs,
  });
  useWatch();
  const known: Readonly<Partial<Record<StepName, boolean>>> = tried ?? {};
  const isDone = ({ name }: Step) => known[name] ?? seen.includes(name);
  const done = STEPS.filter(isDone).length;
  const next = STEPS.find((step) => !isDone(step));
  const label = t('guide.open', { done, all: STEPS.length });
  return (
    <>
      <button
        type="button"
        aria-label={label}
        title={label}
        aria-expanded={isShown}
        onClick={() => setGuideOpen(!isShown)}
        className={`${className} relative`}
      >
        <Ring share={done / STEPS.length} />
        <GraduationCap size={16} strokeWidth={1.7} aria-hidden className="relative" />
      </button>
      {isShown &&
        createPortal(
          <aside
            aria-label={t('guide.title')}
            // Over the person, or over the list where there is no person: never over what is being written.
            className="rise fixed bottom-2 z-20 flex max-h-[min(600px,calc(100dvh-32px))] flex-col overflow-hidden rounded-large bg-raised shadow-lift max-phone:inset-x-4 max-phone:bottom-20 phone:start-2 phone:w-[284px] desk:start-auto desk:end-2 desk:w-[256px]"
          >
            <div className="flex items-start gap-3 border-b border-line px-4 pt-3.5 pb-3">
              <div className="min-w-0 flex-1">
                <h2 className="text-l font-semibold">{t(next ? 'guide.title' : 'guide.finished')}</h2>
                <p className="text-s text-ink-2">{t(next ? 'guide.about' : 'guide.finishedAbout')}</p>
              </div>
              <span className="num pt-0.5 text-s text-ink-2">{`${done}/${STEPS.length}`}</span>
              <button
                type="button"
                aria-label={t('guide.hide')}
                onClick={() => setGuideOpen(false)}
                className="-me-1.5 grid size-7 place-items-center rounded-small text-ink-2 hover:bg-sunken hover:text-ink max-phone:size-10"
              >
                <X size={15} aria-hidden />
              </button>
            </div>
            <ol className="min-h-0 overflow-auto p-1.5">
              {STEPS.map((step) => (
                <StepLine key={step.name} step={step} isDone={isDone(step)} isNext={step === next} />
              ))}
            </ol>
            {!next && (
              <div className="border-t border-line p-3 text-end">
                <Link to="/inboxes" className={buttonClass('main')}>
                  {t('guide.connect')}
                </Link>
              </div>
            )}
          </aside>,
          document.body,
        )}
    </>
  );
}

function StepLine({
  step,
  isDone,
  isNext,
}: {
  readonly step: Step;
  readonly isDone: boolean;
  readonly isNext: boolean;
}) {
  return (
    <li className={`flex gap-3 rounded-medium px-2.5 py-2 ${isNext ? 'bg-accent-soft' : ''}`}>
      <span
        className={`mt-0.5 grid size-[18px] flex-none place-items-center rounded-full ${isDone ? 'bg-accent text-on-accent' : 'shadow-[inset_0_0_0_1.5px_var(--edge)]'}`}
      >
        {isDone ? (
          <Check size={12} strokeWidth={3} aria-label={t('guide.done')} />
        ) : (
          <span className="sr-only">{t('guide.toDo')}</span>
        )}
      </span>
      <span className="min-w-0 flex-1">
        <span className={isDone ? 'text-ink-2' : 'font-medium'}>{t(step.title)}</span>
        {isNext && <span className="mt-0.5 block text-s text-ink-2">{t(step.why)}</span>}
        {isNext && (
          <Link
            to={step.to}
            search={step.search as never}
            {...(step.to === '/practice' ? { target: '_blank' } : {})}
            className="mt-1.5 inline-block text-s font-semibold text-accent underline-offset-2 hover:underline max-phone:py-3"
          >
            {t('guide.show')}
          </Link>
        )}
      </span>
    </li>
  );
}

/** Drawn as a share of a circle, so that how far one has come is seen from the corner of an eye. */
function Ring({ share }: { readonly share: number }) {
  const around = 2 * Math.PI * 15;
  return (
    <svg viewBox="0 0 36 36" aria-hidden="true" className="absolute inset-0 size-full -rotate-90" fill="none">
      <circle cx="18" cy="18" r="15" stroke="var(--line)" strokeWidth="2.5" />
      <circle
        cx="18"
        cy="18"
        r="15"
        stroke="var(--accent)"
        strokeWidth="2.5"
        strokeLinecap="round"
        strokeDasharray={`${share * around} ${around}`}
      />
    </svg>
  );
}

/** What the server cannot see: that a room was visited, or the palette opened. */
function useWatch(): void {
  const search = useRouterState({ select: ({ location }) => location.search as Readonly<Record<string, unknown>> });
  const words = search.q;
  useEffect(() => {
    if (typeof words === 'string' && words.trim().length > 1) sawStep('search');
  }, [words]);
  const palette = usePalette();
  useEffect(() => {
    if (palette?.step === null) sawStep('palette');
  }, [palette]);
}
