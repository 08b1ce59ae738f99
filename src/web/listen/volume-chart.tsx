import { TriangleAlert } from 'lucide-react';
import { type KeyboardEvent, type PointerEvent, useState } from 'react';
import type { Spike, Voice } from '../../wire/listening.ts';
import { t } from '../text/t.ts';
import { count } from '../time/words.ts';
import { isRightToLeft } from '../touch/device.ts';
import { columnOf, expectedPath, highestOf, labelled, MOODS, stacked, sumOf, ticksFor } from './chart-scale.ts';
import { FILLS, GROUNDS } from './mood-look.ts';
import { axisWords, expectedWords, pointWords, whenWords } from './volume-words.ts';

const HOUR_MS = 3_600_000;
/** In units of its own; it is stretched to the width there is. */
const WIDTH = 1000;
const HEIGHT = 200;
const MOST_LABELS = 7;

/**
 * How much is said over time, by mood, with what was expected. A finger, a pointer or the arrow keys read along it;
 * a press or Enter shows the posts of a column; the marks above it open a spike.
 */
export function VolumeChart({
  voice: { series, step },
  spikes,
  onSpike,
  onColumn,
}: {
  readonly voice: Voice;
  readonly spikes: readonly Spike[];
  readonly onSpike: (id: string) => void;
  /** Null: these posts stand elsewhere. */
  readonly onColumn: ((from: string, to: string) => void) | null;
}) {
  const [at, setAt] = useState<number | null>(null);
  const spanMs = step === 'hour' ? HOUR_MS : 24 * HOUR_MS;
  const ticks = ticksFor(highestOf(series));
  const top = ticks.at(-1) ?? 1;
  const slot = WIDTH / Math.max(1, series.length);
  const gap = Math.min(3, slot * 0.18);
  const y = (value: number) => HEIGHT - (value / top) * HEIGHT;
  const point = at === null ? undefined : series[at];
  const last = series.length - 1;
  const follow = (event: PointerEvent<HTMLElement>) => {
    const { left, width } = event.currentTarget.getBoundingClientRect();
    const share = (event.clientX - left) / width;
    setAt(Math.max(0, Math.min(last, Math.floor((isRightToLeft() ? 1 - share : share) * series.length))));
  };
  const show = (index: number) => {
    const begin = series[index]?.at;
    if (begin && onColumn) onColumn(begin, new Date(Date.parse(begin) + spanMs).toISOString());
  };
  const press = (event: KeyboardEvent) => {
    const ahead = isRightToLeft() ? 'ArrowLeft' : 'ArrowRight';
    const now = at ?? last;
    const next =
      event.key === 'Home'
        ? 0
        : event.key === 'End'
          ? last
          : event.key === ahead || event.key === 'ArrowUp'
            ? now + 1
            : /^Arrow/.test(event.key)
              ? now - 1
              : null;
    if (event.key === 'Enter') show(now);
    else if (next === null) return;
    else setAt(Math.max(0, Math.min(last, next)));
    event.preventDefault();
    event.stopPropagation();
  };
  const middle = (index: number) => `${((index + 0.5) / Math.max(1, series.length)) * 100}%`;
  const marks = spikes.flatMap((spike) => {
    const index = columnOf(series, spike.beganAt, spanMs);
    return index === -1 ? [] : [{ spike, index }];
  });
  return (
    <figure>
      <div className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-2">
        <div aria-hidden="true" className="num relative w-8 text-end text-s text-ink-3" style={{ height: HEIGHT }}>
          {ticks.map((tick) => (
            <span key={tick} className="absolute end-0 -translate-y-1/2" style={{ top: y(tick) }}>
              {count(tick)}
            </span>
          ))}
        </div>
        <div className="relative">
          {marks.map(({ spike, index }) => (
            <button
              key={spike.id}
              type="button"
              onClick={() => onSpike(spike.id)}
              aria-label={spikeWords(spike, step)}
              title={spikeWords(spike, step)}
              className="group/spike absolute -top-8 z-10 grid h-8 w-6 -translate-x-1/2 place-items-center rounded-full max-phone:-top-10 max-phone:size-10 rtl:translate-x-1/2"
              style={{ insetInlineStart: middle(index) }}
            >
              <span className="grid size-6 place-items-center rounded-full bg-alarm-soft text-alarm group-hover/spike:bg-alarm group-hover/spike:text-raised">
                <TriangleAlert size={13} aria-hidden />
              </span>
            </button>
          ))}
          <div
            role="slider"
            tabIndex={0}
            aria-label={t('picture.read')}
            aria-orientation="horizontal"
            aria-valuemin={0}
            aria-valuemax={Math.max(0, last)}
            aria-valuenow={at ?? last}
            aria-valuetext={series[at ?? last] ? pointWords(series[at ?? last] as Voice['series'][number], step) : ''}
            title={t('picture.readHelp')}
            onKeyDown={press}
            onPointerMove={follow}
            onPointerDown={follow}
            onPointerLeave={() => setAt(null)}
            onBlur={() => setAt(null)}
            onFocus={() => setAt((old) => old ?? last)}
            onClick={() => at !== null && show(at)}
            className={`touch-pan-y ${onColumn ? 'cursor-pointer' : ''}`}
          >
            <svg
              viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
              preserveAspectRatio="none"
              aria-hidden="true"
              className="block w-full overflow-visible rtl:-scale-x-100"
              style={{ height: HEIGHT }}
            >
              {ticks.map((tick) => (
                <line
                  key={tick}
                  x1={0}
                  x2={WIDTH}
                  y1={y(tick)}
                  y2={y(tick)}
                  className="stroke-line"
                  vectorEffect="non-scaling-stroke"
                />
              ))}
              {at !== null && <rect x={at * slot} y={0} width={slot} height={HEIGHT} className="fill-accent-soft" />}
              {series.map((one, index) =>
                stacked(one).map(({ mood, from, to }) => (
                  <rect
                    key={`${one.at} ${mood}`}
                    x={index * slot + gap / 2}
                    width={Math.max(1, slot - gap)}
                    y={y(to)}
                    height={y(from) - y(to)}
                    className={FILLS[mood]}
                  />
                )),
              )}
              <path
                d={expectedPath(series, (index) => (index + 0.5) * slot, y)}
                fill="none"
                strokeDasharray="4 3"
                strokeWidth={1.5}
                className="stroke-ink"
                vectorEffect="non-scaling-stroke"
              />
            </svg>
          </div>
          <div aria-hidden="true" className="num relative mt-1 h-4 text-s text-ink-3">
            {labelled(series, step, MOST_LABELS).map((index) => (
              <span
                key={index}
                className="absolute -translate-x-1/2 whitespace-nowrap max-phone:nth-[even]:hidden rtl:translate-x-1/2"
                style={{ insetInlineStart: middle(index) }}
              >
                {axisWords(series[index]?.at ?? '', step, series.length)}
              </span>
            ))}
          </div>
          {point && at !== null && (
            <div
              aria-hidden="true"
              className={`pointer-events-none absolute top-1 z-20 w-max max-w-[220px] rounded-medium bg-raised px-3 py-2 shadow-lift ${at > last / 2 ? '-translate-x-[calc(100%+10px)] rtl:translate-x-[calc(100%+10px)]' : 'translate-x-[10px] rtl:-translate-x-[10px]'}`}
              style={{ insetInlineStart: middle(at) }}
            >
              <Tip point={point} step={step} />
            </div>
          )}
        </div>
      </div>
      <Legend hasExpected={series.some(({ expected }) => expected !== null)} isDays={step === 'day'} />
    </figure>
  );
}

const spikeWords = (spike: Spike, step: Voice['step']) =>
  t('spike.at', {
    at: whenWords(spike.beganAt, step === 'day' ? 'hour' : step),
    posts: count(spike.posts),
    expected: expectedWords(spike.expected),
  });

function Tip({ point, step }: { readonly point: Voice['series'][number]; readonly step: Voice['step'] }) {
  return (
    <>
      <p className="font-semibold">{whenWords(point.at, step)}</p>
      <p className="num text-ink-2">{t('picture.posts', { count: sumOf(point) })}</p>
      {[...MOODS].reverse().map((mood) =>
        point[mood] === 0 ? null : (
          <p key={mood} className="num flex items-center gap-1.5 text-s">
            <span className={`size-2 rounded-[2px] ${GROUNDS[mood]}`} />
            {t(`picture.mood.${mood}`)} {count(point[mood])}
          </p>
        ),
      )}
      {point.expected !== null && (
        <p className="num text-s text-ink-3">{t('picture.expectedIs', { count: expectedWords(point.expected) })}</p>
      )}
    </>
  );
}

function Legend({ hasExpected, isDays }: { readonly hasExpected: boolean; readonly isDays: boolean }) {
  return (
    <figcaption className="mt-2 flex flex-wrap items-center gap-x-4 gap-y-1 ps-10 text-s text-ink-2">
      {MOODS.map((mood) => (
        <span key={mood} className="inline-flex items-center gap-1.5">
          <span className={`size-2.5 rounded-[2px] ${GROUNDS[mood]}`} /> {t(`picture.mood.${mood}`)}
        </span>
      ))}
      {hasExpected && (
        <span className="inline-flex items-center gap-1.5">
          <span className="w-4 border-t-[1.5px] border-dashed border-ink" /> {t('picture.expected')}
        </span>
      )}
      {isDays && <span className="text-ink-3">{t('picture.utc')}</span>}
    </figcaption>
  );
}
