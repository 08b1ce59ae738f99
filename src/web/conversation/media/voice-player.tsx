import { Pause, Play } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { t } from '../../text/t.ts';
import { type Peak, usePeaks } from './use-peaks.ts';

const SPEEDS = [1, 1.5, 2] as const;
const SPEED_KEY = 'earshot.voice-speed';
/** One voice at a time. */
let playing: HTMLAudioElement | null = null;

/** A voice message: its shape, where it stands, and how fast it is played. The bar takes arrow keys. */
export function VoicePlayer({
  url,
  name,
  sizeBytes,
}: {
  readonly url: string;
  readonly name: string;
  readonly sizeBytes: number | null;
}) {
  const audio = useRef<HTMLAudioElement>(null);
  const [isPlaying, setPlaying] = useState(false);
  const [at, setAt] = useState(0);
  const [length, setLength] = useState(0);
  const [speed, setSpeed] = useState(readSpeed);
  const [isBroken, setBroken] = useState(false);
  const { peaks, seconds } = usePeaks(url, sizeBytes);
  const whole = length || seconds;
  useEffect(() => {
    if (audio.current) audio.current.playbackRate = speed;
  }, [speed]);

  function toggle() {
    const voice = audio.current;
    if (!voice) return;
    if (!voice.paused) {
      voice.pause();
      return;
    }
    playing?.pause();
    playing = voice;
    voice.playbackRate = speed;
    voice.play().catch(() => setBroken(true));
  }
  function go(to: number) {
    if (audio.current) audio.current.currentTime = to;
    setAt(to);
  }
  function faster() {
    const next = SPEEDS[(SPEEDS.indexOf(speed) + 1) % SPEEDS.length] ?? 1;
    setSpeed(next);
    localStorage.setItem(SPEED_KEY, String(next));
  }

  return (
    <fieldset
      aria-label={name}
      className="edge m-0 flex min-w-0 w-[340px] max-w-full items-center gap-2 rounded-full bg-raised py-1 ps-1 pe-3"
    >
      <audio
        ref={audio}
        src={url}
        preload="metadata"
        onLoadedMetadata={({ currentTarget: voice }) => setLength(finite(voice.duration))}
        onDurationChange={({ currentTarget: voice }) => setLength(finite(voice.duration))}
        onTimeUpdate={({ currentTarget: voice }) => setAt(voice.currentTime)}
        onPlay={() => setPlaying(true)}
        onPause={() => setPlaying(false)}
        onEnded={() => go(0)}
        onError={() => setBroken(true)}
      >
        <track kind="captions" />
      </audio>
      <button
        type="button"
        onClick={toggle}
        disabled={isBroken}
        aria-label={isPlaying ? t('voice.pause') : t('voice.play')}
        className="grid size-8 flex-none place-items-center rounded-full bg-accent text-on-accent hover:brightness-110 disabled:opacity-50 max-phone:size-10"
      >
        {isPlaying ? <Pause size={15} aria-hidden /> : <Play size={15} aria-hidden className="ms-0.5" />}
      </button>
      {isBroken ? (
        <a href={url} download={name} className="min-w-0 flex-1 truncate text-s text-accent underline max-phone:py-3">
          {t('voice.broken')}
        </a>
      ) : (
        <Bar peaks={peaks} at={at} whole={whole} onGo={go} />
      )}
      <span className="num flex-none text-s text-ink-2">{clock(isPlaying || at > 0 ? at : whole)}</span>
      <button
        type="button"
        onClick={faster}
        aria-label={t('voice.speed', { speed })}
        title={t('voice.speed', { speed })}
        className="num min-w-9 flex-none rounded-full bg-sunken px-1.5 py-0.5 text-s text-ink-2 hover:text-ink max-phone:min-h-10 max-phone:min-w-10"
      >
        {t('voice.times', { speed })}
      </button>
    </fieldset>
  );
}

function Bar({
  peaks,
  at,
  whole,
  onGo,
}: {
  readonly peaks: readonly Peak[];
  readonly at: number;
  readonly whole: number;
  readonly onGo: (to: number) => void;
}) {
  const part = whole > 0 ? at / whole : 0;
  return (
    <span className="relative flex h-8 min-w-0 flex-1 items-center rounded-small has-focus-visible:outline-2 has-focus-visible:outline-accent">
      <span aria-hidden="true" className="flex h-full w-full items-center gap-[2px]">
        {peaks.map(({ place, peak }, index) => (
          <span
            key={place}
            className={`min-h-[3px] flex-1 rounded-full ${index / peaks.length < part ? 'bg-accent' : 'bg-edge'}`}
            style={{ height: `${Math.max(10, peak * 78)}%` }}
          />
        ))}
      </span>
      <input
        type="range"
        min={0}
        max={whole || 1}
        step={0.1}
        value={Math.min(at, whole || 1)}
        onChange={(event) => onGo(Number(event.target.value))}
        aria-label={t('voice.position')}
        aria-valuetext={t('voice.at', { at: clock(at), of: clock(whole) })}
        className="absolute inset-0 w-full cursor-pointer opacity-0"
      />
    </span>
  );
}

function clock(seconds: number): string {
  const whole = Math.max(0, Math.round(seconds));
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, '0')}`;
}

/** A stream does not say how long it is. */
const finite = (seconds: number) => (Number.isFinite(seconds) ? seconds : 0);

function readSpeed(): (typeof SPEEDS)[number] {
  return SPEEDS.find((one) => String(one) === localStorage.getItem(SPEED_KEY)) ?? 1;
}
