import { Popover } from '@base-ui/react/popover';
import { Split } from 'lucide-react';
import { lazy, Suspense } from 'react';
import { readRouted } from '../../../core/routing/routed.ts';
import type { ConversationDetail } from '../../../wire/conversations.ts';
import { useMe } from '../../frame/use-me.ts';
import { t } from '../../text/t.ts';
import { Property } from './property.tsx';

const RoutedWhy = lazy(() => import('./routed-why.tsx').then((part) => ({ default: part.RoutedWhy })));

/** Whoever was given it by a rule may ask why. */
export function RoutedChip({ detail: { routed, conversation } }: { readonly detail: ConversationDetail }) {
  const me = useMe().agent;
  const { assigneeId } = conversation;
  const why = readRouted(routed);
  if (!why || why.to !== assigneeId) return null;
  const words = t(assigneeId === me?.id ? 'routed.whyMe' : 'routed.why');
  return (
    <Popover.Root>
      <Popover.Trigger
        render={
          <Property icon={<Split size={13} aria-hidden />} label={words} isUnset>
            {words}
          </Property>
        }
      />
      <Popover.Portal>
        <Popover.Positioner align="start" sideOffset={6} collisionPadding={8} className="z-40 outline-none">
          <Popover.Popup
            data-takes-keys
            aria-label={words}
            className="max-h-[min(70vh,560px)] w-[340px] max-w-[calc(100vw-16px)] overflow-auto rounded-medium bg-raised shadow-lift outline-none"
          >
            <Suspense fallback={<div className="skeleton m-4 h-[160px]" />}>
              <RoutedWhy routed={why} />
            </Suspense>
          </Popover.Popup>
        </Popover.Positioner>
      </Popover.Portal>
    </Popover.Root>
  );
}
