import { CircleAlert, CircleCheck } from 'lucide-react';
import { useEffect, useRef } from 'react';
import type { CheckResult } from '../../wire/inboxes.ts';
import { t } from '../text/t.ts';

/** What a test of the credentials found: whose account it is, or what is wrong and what to do. */
export function CheckLine({ result }: { readonly result: CheckResult }) {
  const line = useRef<HTMLDivElement>(null);
  // Forms are long; what was found must not stay below the edge.
  useEffect(() => {
    if (result) line.current?.scrollIntoView({ block: 'nearest' });
  }, [result]);
  if (!result.ok)
    return (
      <div ref={line} role="alert" className="flex gap-2 rounded-small bg-alarm-soft px-3 py-2 text-alarm">
        <CircleAlert size={16} aria-hidden className="mt-0.5 flex-none" />
        <div>
          <p className="whitespace-pre-line font-semibold">{result.problem}</p>
          <p className="text-ink">{result.todo}</p>
        </div>
      </div>
    );
  return (
    <div ref={line} role="status" className="rounded-small bg-accent-soft px-3 py-2 text-accent">
      <p className="flex items-center gap-2 font-semibold">
        <CircleCheck size={16} aria-hidden className="flex-none" />
        {t('check.ok', { name: result.account.name })}
        {result.account.handle && <span className="font-normal">{result.account.handle}</span>}
      </p>
      {result.warnings.map((warning) => (
        <p key={warning} className="mt-1 text-ink">
          {warning}
        </p>
      ))}
    </div>
  );
}
