import { useQuery } from '@tanstack/react-query';
import { Workflow, X } from 'lucide-react';
import type { Macro } from '../../../wire/composing.ts';
import { agentsQuery, labelsQuery, teamsQuery } from '../../api/queries.ts';
import { IconButton } from '../../parts/button.tsx';
import { t } from '../../text/t.ts';
import { useNow } from '../../time/use-now.ts';
import { macroWords } from './macro-words.ts';

/** What a macro will do, before it does it. */
export function MacroBar({
  macro,
  isAlone,
  onDrop,
}: {
  readonly macro: Macro;
  readonly isAlone: boolean;
  readonly onDrop: () => void;
}) {
  const now = useNow();
  const agents = useQuery(agentsQuery).data ?? [];
  const teams = useQuery(teamsQuery).data ?? [];
  const labels = useQuery(labelsQuery).data ?? [];
  const map = (all: readonly { readonly id: string; readonly name: string }[]) =>
    new Map(all.map(({ id, name }) => [id, name]));
  const names = { agents: map(agents), teams: map(teams), labels: map(labels) };
  const acts = macro.acts.flatMap((act) => macroWords(act, names, now));
  return (
    <section
      aria-label={t('macro.will', { name: macro.name })}
      className="rise flex items-start gap-2 border-t border-line bg-accent-soft py-2 ps-4 pe-2"
    >
      <Workflow size={15} aria-hidden className="mt-[3px] flex-none text-accent" />
      <div className="min-w-0 flex-1">
        <p>
          <b className="font-semibold">{t('macro.will', { name: macro.name })}</b>{' '}
          {acts.length > 0 && <span className="text-ink-2">{t(isAlone ? 'macro.doesAlone' : 'macro.does')}</span>}
        </p>
        <ul className="flex flex-wrap gap-x-4 text-ink">
          {acts.map((words) => (
            <li key={words} className="before:me-1.5 before:text-accent before:content-['•']">
              {words}
            </li>
          ))}
        </ul>
      </div>
      <IconButton label={t('macro.drop')} onClick={onDrop} className="flex-none">
        <X size={15} aria-hidden />
      </IconButton>
    </section>
  );
}
