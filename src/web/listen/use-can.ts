import type { Hit } from '../api/listening.ts';
import { useRights } from '../conversation/acts/use-rights.ts';
import { useChannel } from '../parts/network-mark.tsx';
import { t } from '../text/t.ts';

export const HIT_ACTS = ['answer', 'assign', 'acknowledge', 'ignore', 'thank', 'like'] as const;
export type HitAct = (typeof HIT_ACTS)[number];

/** Why something cannot be done with a post; null: it can. */
export function useWhyNot(hit: Hit): (act: HitAct) => string | null {
  const may = useRights(hit.inboxId);
  const { name: network } = useChannel(hit.channel);
  return (act) => {
    if (hit.state === 'gone') return t('hit.gone');
    if (act === 'answer' || act === 'thank')
      return hit.canAnswer
        ? may('messages.send', 'answer')
          ? null
          : t('hit.mayNot')
        : (hit.whyNot ?? t('hit.mayNot'));
    if (act === 'like') {
      if (!may('messages.send', 'act')) return t('hit.mayNot');
      return hit.canLike ? null : t('hit.cannotLike', { network });
    }
    return may('conversations.work', 'answer') ? null : t('hit.mayNot');
  };
}
