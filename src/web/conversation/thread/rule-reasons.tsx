import '../../text/load-later.ts';
import type { Condition } from '../../../core/conversation/filter.ts';
import { useChoices, useFields } from '../../desk/filter/use-choices.tsx';
import { conditionWords } from '../../desk/filter/words.ts';
import { t } from '../../text/t.ts';

/** What of a rule's conditions held when it acted. */
export default function RuleReasons({ because }: { readonly because: readonly Condition[] }) {
  const choices = useChoices();
  const fields = useFields();
  if (because.length === 0) return t('rules.noConditions');
  return because.map((condition) => conditionWords(condition, { choices, fields })).join(' · ');
}
