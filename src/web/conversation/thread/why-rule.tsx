import { lazy, Suspense, useState } from 'react';
import type { Condition } from '../../../core/conversation/filter.ts';
import type { TimelineEvent } from '../../../wire/conversations.ts';
import { t } from '../../text/t.ts';

const RuleReasons = lazy(() => import('./rule-reasons.tsx'));

/** Behind what a rule did: why, on request. */
export function WhyRule({ event }: { readonly event: TimelineEvent }) {
  const [isOpen, setOpen] = useState(false);
  const { because } = event.detail;
  if (!Array.isArray(because)) return null;
  return (
    <>
      {' · '}
      <button
        type="button"
        aria-expanded={isOpen}
        onClick={() => setOpen(!isOpen)}
        className="text-accent underline-offset-2 hover:underline max-phone:min-h-10"
      >
        {t('event.why')}
      </button>
      {isOpen && (
        <span className="block">
          <Suspense fallback="…">
            <RuleReasons because={because as readonly Condition[]} />
          </Suspense>
        </span>
      )}
    </>
  );
}
