import { Popover } from '@base-ui/react/popover';
import { Gauge } from 'lucide-react';
import { lazy, Suspense } from 'react';
import type { ConversationDetail } from '../../../wire/conversations.ts';
import { t } from '../../text/t.ts';
import { Property } from './property.tsx';

const WhyList = lazy(() => import('./why-list.tsx').then((part) => ({ default: part.WhyList })));

/** How much it matters, quietly, and behind it why. Only while it waits: then it decides who is next. */
export function PriorityChip({ detail }: { readonly detail: ConversationDetail }) {
  const { priority, attention } = detail.conversation;
  if (attention !== 'needs_answer') return null;
  return (
    <Popover.Root>
      <Popover.Trigger
        render={
          <Property icon={<Gauge size={13} aria-hidden />} label={t('priority.why')} isUnset={priority === 0}>
            {t('priority.chip', { points: priority })}
          </Property>
        }
      />
      <Popover.Portal>
        <Popover.Positioner align="start" sideOffset={6} collisionPadding={8} className="z-40 outline-none">
          <Popover.Popup
            data-takes-keys
            aria-label={t('priority.why')}
            className="max-h-[min(70vh,520px)] w-[340px] max-w-[calc(100vw-16px)] overflow-auto rounded-medium bg-raised shadow-lift outline-none"
          >
            <Suspense fallback={<div className="skeleton m-4 h-[140px]" />}>
              <WhyList detail={detail} />
            </Suspense>
          </Popover.Popup>
        </Popover.Positioner>
      </Popover.Portal>
    </Popover.Root>
  );
}
