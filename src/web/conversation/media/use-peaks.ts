import { useEffect, useState } from 'react';

/** As many bars as a voice is drawn with; larger files are drawn as an even line, rather than fetched whole to look at them. */
const BARS = 44;
const LARGEST_BYTES = 2_000_000;
const EVEN = placed(Array.from({ length: BARS }, () => 0.18));

/** How loud it is at a place in time. */
export interface Peak {
  readonly place: number;
  readonly peak: number;
}

interface Shape {
  readonly peaks: readonly Peak[];
  /** Zero: not known. */
  readonly seconds: number;
}
const UNKNOWN: Shape = { peaks: EVEN, seconds: 0 };
const known = new Map<string, Shape>();

/** The shape of a voice, from its own bytes. */
export function usePeaks(url: string, sizeBytes: number | null): Shape {
  const [shape, setShape] = useState(known.get(url) ?? UNKNOWN);
  useEffect(() => {
    if (known.has(url) || (sizeBytes ?? 0) > LARGEST_BYTES) return;
    const stop = new AbortController();
    readShape(url, stop.signal).then(
      (read) => {
        known.set(url, read);
        setShape(read);
      },
      // It can be heard without being drawn.
      () => {},
    );
    return () => stop.abort();
  }, [url, sizeBytes]);
  return shape;
}

async function readShape(url: string, signal: AbortSignal): Promise<Shape> {
  const response = await fetch(url, { signal });
  if (!response.ok) return UNKNOWN;
  const voice = await new OfflineAudioContext(1, 1, 8_000).decodeAudioData(await response.arrayBuffer());
  return { peaks: placed(peaksOf(voice.getChannelData(0), BARS)), seconds: voice.duration };
}

/** How loud each part is, against the loudest: 0 to 1. */
export function peaksOf(samples: ArrayLike<number>, bars: number): number[] {
  const width = Math.max(1, Math.floor(samples.length / bars));
  const loud = Array.from({ length: bars }, (_, bar) => {
    let sum = 0;
    for (let at = bar * width; at < (bar + 1) * width; at += 1) sum += Math.abs(samples[at] ?? 0);
    return sum / width;
  });
  const loudest = Math.max(...loud, Number.MIN_VALUE);
  return loud.map((one) => one / loudest);
}

function placed(peaks: readonly number[]): Peak[] {
  return peaks.map((peak, place) => ({ place, peak }));
}
