import { Check, CircleSlash, CornerUpLeft, Heart, HeartHandshake, type LucideIcon, UserPlus } from 'lucide-react';
import type { Hit } from '../api/listening.ts';
import { buttonClass } from '../parts/button.tsx';
import { say } from '../parts/toasts.tsx';
import { t } from '../text/t.ts';
import type { Asked } from './ask.ts';
import { TakePicker } from './take-picker.tsx';
import { Thank } from './thank.tsx';
import { HIT_ACTS, type HitAct, useWhyNot } from './use-can.ts';
import type { HitActs, Taker } from './use-hit-acts.ts';

export const KEYS: Readonly<Record<HitAct, string>> = {
  answer: 'r',
  assign: 'a',
  acknowledge: 'e',
  ignore: 'x',
  thank: 't',
  like: 'f',
};
const ICONS: Readonly<Record<HitAct, LucideIcon>> = {
  answer: CornerUpLeft,
  assign: UserPlus,
  acknowledge: Check,
  ignore: CircleSlash,
  thank: HeartHandshake,
  like: Heart,
};

/** What can be done with a post, each in one press; what cannot be done says why when it is pressed. */
export function HitButtons({
  hit,
  acts,
  asked,
  onAct,
  onAsk,
  onTake,
}: {
  readonly hit: Hit;
  readonly acts: HitActs;
  readonly asked: Asked['what'] | null;
  readonly onAct: (act: HitAct) => void;
  readonly onAsk: (what: Asked['what'] | null) => void;
  readonly onTake: (to: Taker) => void;
}) {
  const whyNot = useWhyNot(hit);
  const button = (act: HitAct) => {
    const Icon = ICONS[act];
    const why = whyNot(act);
    const isFirst = act === 'answer';
    return (
      <button
        type="button"
        aria-disabled={why ? true : undefined}
        aria-keyshortcuts={KEYS[act]}
        title={why ?? `${t(`hit.${act}`)} (${KEYS[act]})`}
        onClick={() => (why ? say({ title: why }) : onAct(act))}
        className={`${buttonClass(isFirst ? 'plain' : 'quiet')} !px-2.5 max-phone:!px-2 max-phone:min-w-10 ${why ? 'opacity-50' : ''}`}
      >
        <Icon size={14} aria-hidden className={isFirst ? 'text-accent' : ''} />
        <span className={isFirst ? '' : 'max-phone:sr-only'}>{t(`hit.${act}`)}</span>
        <span aria-hidden="true" className="hidden text-[11px] text-ink-3 desk:group-data-current/hit:inline">
          {KEYS[act]}
        </span>
      </button>
    );
  };
  return (
    <ul aria-label={t('hit.acts')} className="-ms-1 mt-2 flex flex-wrap items-center gap-0.5">
      {HIT_ACTS.map((act) => (
        <li key={act}>
          {act === 'assign' && whyNot(act) === null ? (
            <TakePicker
              trigger={button(act)}
              isOpen={asked === 'assign'}
              onOpenChange={(isOpen) => onAsk(isOpen ? 'assign' : null)}
              onTake={onTake}
            />
          ) : act === 'thank' && whyNot(act) === null ? (
            <Thank
              hit={hit}
              trigger={button(act)}
              isOpen={asked === 'thank'}
              send={acts.thank}
              onClose={() => onAsk(null)}
            />
          ) : (
            button(act)
          )}
        </li>
      ))}
    </ul>
  );
}
