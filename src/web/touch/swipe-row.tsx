import { AlarmClock, CornerUpLeft, Inbox } from 'lucide-react';
import { lazy, type ReactNode, Suspense, useEffect, useRef, useState } from 'react';
import type { ConversationRow } from '../../wire/conversations.ts';
import { useRights } from '../conversation/acts/use-rights.ts';
import { toggle } from '../desk/selection/selection.ts';
import { deskHands } from '../palette/state.ts';
import { t } from '../text/t.ts';
import { isRightToLeft, tick, wantsStillness } from './device.ts';
import { followFinger } from './finger.ts';
import { drawnAt, isMeant, towardsEnd } from './geometry.ts';

const SnoozeSheet = lazy(() => import('./snooze-sheet.tsx').then((part) => ({ default: part.SnoozeSheet })));

const GLIDE_MS = 160;
interface Hint {
  /** `end`: the row goes to the end of the line, and is answered. `start`: it is put off. */
  readonly towards: 'end' | 'start';
  readonly isEnough: boolean;
}

/** A row that a thumb can move: one way it is answered, the other way it is put off; held, it is chosen. */
export function SwipeRow({ row, children }: { readonly row: ConversationRow; readonly children: ReactNode }) {
  const box = useRef<HTMLDivElement>(null);
  const [hint, setHint] = useState<Hint | null>(null);
  const [isAsking, setAsking] = useState(false);
  const may = useRights(row.inboxId)('conversations.work', 'answer');
  const needs = row.attention === 'needs_answer';
  const { id } = row;
  useEffect(() => {
    const element = box.current;
    if (!element) return;
    let shown: Hint | null = null;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const show = (next: Hint | null) => {
      if (next?.towards === shown?.towards && next?.isEnough === shown?.isEnough) return;
      if (next?.isEnough && !shown?.isEnough) tick();
      shown = next;
      setHint(next);
    };
    const put = (px: number, glide: boolean) => {
      element.style.transition = glide && !wantsStillness() ? `translate ${GLIDE_MS}ms ease-out` : 'none';
      element.style.translate = px === 0 && !glide ? '' : `${px}px`;
    };
    const glideTo = (px: number, then: () => void) => {
      put(px, true);
      timer = setTimeout(
        () => {
          put(0, false);
          show(null);
          then();
        },
        wantsStillness() ? 0 : GLIDE_MS,
      );
    };
    const sideOf = (dx: number) => (towardsEnd(dx, isRightToLeft()) > 0 ? 'end' : 'start');
    const act = (side: Hint['towards']) => {
      if (side === 'start') return setAsking(true);
      const attention = needs ? 'answered' : 'needs_answer';
      void deskHands()?.run([id], { do: 'attention', attention }, t(`attention.${attention}`));
    };
    const end = followFinger(element, {
      onBegin: () => {
        clearTimeout(timer);
        return may;
      },
      onMove: (dx) => {
        put(drawnAt(dx, element.clientWidth), false);
        show(dx === 0 ? null : { towards: sideOf(dx), isEnough: isMeant(dx, 0, element.clientWidth) });
      },
      onEnd: (dx, speed) => {
        const side = sideOf(dx);
        if (!isMeant(dx, speed, element.clientWidth)) glideTo(0, () => {});
        else glideTo(side === 'end' ? Math.sign(dx) * element.clientWidth : 0, () => act(side));
      },
      onCancel: () => glideTo(0, () => {}),
      onRest: () => {
        tick();
        toggle(id);
      },
    });
    return () => {
      end();
      clearTimeout(timer);
    };
  }, [id, may, needs]);
  return (
    <div className="relative overflow-hidden">
      {hint && <Under hint={hint} needs={needs} />}
      <div ref={box} data-swipes className={`relative ${hint ? 'bg-paper' : ''}`}>
        {children}
      </div>
      {isAsking && (
        <Suspense>
          <SnoozeSheet row={row} onClose={() => setAsking(false)} />
        </Suspense>
      )}
    </div>
  );
}

/** What letting go will do, in the place that the row has left. */
function Under({ hint: { towards, isEnough }, needs }: { readonly hint: Hint; readonly needs: boolean }) {
  const isDone = towards === 'end';
  const Icon = isDone ? (needs ? CornerUpLeft : Inbox) : AlarmClock;
  const words = isDone ? t(needs ? 'attention.answered' : 'attention.needs_answer') : t('act.snooze');
  const look = isDone
    ? isEnough
      ? 'bg-accent text-on-accent'
      : 'bg-accent-soft text-accent'
    : isEnough
      ? 'bg-warn text-raised'
      : 'bg-warn-soft text-warn';
  return (
    <div
      aria-hidden="true"
      data-hint={isEnough ? 'enough' : 'not yet'}
      className={`absolute inset-0 flex items-center px-6 font-semibold transition-colors motion-reduce:transition-none ${isDone ? '' : 'justify-end'} ${look}`}
    >
      <span className="grid justify-items-center gap-1">
        <Icon
          size={20}
          className={`transition-transform motion-reduce:transition-none ${isEnough ? 'scale-125' : ''}`}
        />
        {words}
      </span>
    </div>
  );
}
