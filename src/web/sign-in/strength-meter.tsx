import { useEffect, useState } from 'react';
import type { z } from 'zod';
import type { PasswordStrength } from '../../wire/security.ts';
import { t } from '../text/t.ts';

export type Strength = z.infer<typeof PasswordStrength>;
const BARS = ['bg-alarm', 'bg-alarm', 'bg-warn', 'bg-accent', 'bg-accent'] as const;
const REST_MS = 250;

/** How hard a password is to guess, as the server will judge it, and what would make it harder. */
export function StrengthMeter({
  password,
  ask,
}: {
  readonly password: string;
  readonly ask: (password: string) => Promise<Strength>;
}) {
  const [judged, setJudged] = useState<Strength | null>(null);
  useEffect(() => {
    if (password === '') return setJudged(null);
    let isOver = false;
    const timer = setTimeout(() => {
      // Without an answer nothing is drawn: the server judges again when it is saved.
      ask(password).then(
        (answer) => !isOver && setJudged(answer),
        () => !isOver && setJudged(null),
      );
    }, REST_MS);
    return () => {
      isOver = true;
      clearTimeout(timer);
    };
  }, [password, ask]);
  if (password === '' || !judged) return null;
  return (
    <div role="status" className="grid gap-1.5">
      <div aria-hidden="true" className="grid grid-cols-4 gap-1">
        {[1, 2, 3, 4].map((step) => (
          <span
            key={step}
            className={`h-1 rounded-full ${step <= Math.max(1, judged.score) ? BARS[judged.score] : 'bg-line'}`}
          />
        ))}
      </div>
      <p className={`text-s font-medium ${judged.score < 3 ? 'text-alarm' : 'text-accent'}`}>
        {t(`strength.${STEPS[judged.score] ?? 'atOnce'}`)}
      </p>
      {judged.advice.length > 0 && (
        <ul className="grid gap-0.5 text-s text-ink-2">
          {judged.advice.map((words) => (
            <li key={words}>{words}</li>
          ))}
        </ul>
      )}
    </div>
  );
}
const STEPS = ['atOnce', 'quickly', 'weak', 'good', 'strong'] as const;
