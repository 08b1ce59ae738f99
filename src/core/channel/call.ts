export const CALL_DIRECTIONS = ['in', 'out'] as const;
export const CALL_OUTCOMES = ['answered', 'voicemail', 'no_answer', 'busy'] as const;

/** What became of a telephone call. */
export interface CallFacts {
  /** `in`: the person called us. */
  readonly direction: (typeof CALL_DIRECTIONS)[number];
  readonly outcome: (typeof CALL_OUTCOMES)[number];
  readonly seconds?: number;
}

const OUTCOMES = {
  in: { answered: 'answered', voicemail: 'left a voicemail', no_answer: 'nobody answered', busy: 'the line was busy' },
  out: { answered: 'answered', voicemail: 'voicemail left', no_answer: 'no answer', busy: 'busy' },
} as const satisfies Record<CallFacts['direction'], Record<CallFacts['outcome'], string>>;

/** "They called: answered, 4 min", "We called: no answer". */
export function callWords({ direction, outcome, seconds }: CallFacts): string {
  const who = direction === 'in' ? 'They called' : 'We called';
  return `${who}: ${OUTCOMES[direction][outcome]}${seconds ? `, ${lengthWords(seconds)}` : ''}`;
}

function lengthWords(seconds: number): string {
  if (seconds < 60) return `${Math.round(seconds)} s`;
  const minutes = Math.round(seconds / 60);
  return minutes < 60 ? `${minutes} min` : `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}

/** `+46701234567` of whatever way of writing a number; null: it is none that can be called. */
export function readNumber(text: string): string | null {
  const bare = text
    .replace(/\(0\)/, '')
    .replace(/[\s().\-/\u00a0]/g, '')
    .replace(/^00/, '+');
  return /^\+?\d{3,15}$/.test(bare) ? bare : null;
}
