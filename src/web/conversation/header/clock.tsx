import { Popover } from '@base-ui/react/popover';
import { Timer } from 'lucide-react';
import { lazy, Suspense } from 'react';
import type { ConversationDetail } from '../../../wire/conversations.ts';
import { dueTone, leftWords } from '../../desk/list/clock-mark.tsx';
import { useNow } from '../../time/use-now.ts';

const ClockList = lazy(() => import('./clock-list.tsx'));
const TONES = { alarm: 'text-alarm font-semibold', warn: 'text-warn font-semibold', plain: 'text-ink-2' };

/** What is left until the next answer is due; all of the clocks and why they run are one press away. */
export function Clocks({ detail }: { readonly detail: ConversationDetail }) {
  const now = useNow();
  const { dueAt } = detail.conversation;
  if (!dueAt) return null;
  return (
    <Popover.Root>
      <Popover.Trigger
        className={`inline-flex h-[30px] flex-none items-center gap-1.5 rounded-small px-2 whitespace-nowrap hover:bg-sunken max-phone:h-10 ${TONES[dueTone(dueAt, now)]}`}
      >
        <Timer size={15} aria-hidden />
        <span className="num">{leftWords(dueAt, now)}</span>
      </Popover.Trigger>
      <Popover.Portal>
        <Popover.Positioner align="end" sideOffset={6} collisionPadding={8} className="z-40 outline-none">
          <Popover.Popup
            data-takes-keys
            className="w-[340px] max-w-[calc(100vw-16px)] rounded-medium bg-raised p-4 shadow-lift outline-none"
          >
            <Suspense fallback={<span className="skeleton block h-24" />}>
              <ClockList detail={detail} />
            </Suspense>
          </Popover.Popup>
        </Popover.Positioner>
      </Popover.Portal>
    </Popover.Root>
  );
}
