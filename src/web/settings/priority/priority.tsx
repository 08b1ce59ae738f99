import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { HeldScale, Priority as PriorityOf } from '../../../wire/priority.ts';
import { Select } from '../../parts/select.tsx';
import { useMayDrop } from '../../parts/unsaved.tsx';
import { t } from '../../text/t.ts';
import { Loaded } from '../parts/loaded.tsx';
import { Sheet } from '../parts/sheet.tsx';
import { priorityQuery } from './queries.ts';
import { ScaleEditor } from './scale-editor.tsx';
import { Versions } from './versions.tsx';

/** What counts for priority in the workspace or a team, how much, and what it does to the last month. */
export default function Priority() {
  const priority = useQuery(priorityQuery);
  return (
    <Sheet title={t('page.priority')} about={t('priority.about')} isWide>
      <Loaded query={priority} what={t('what.priority')}>
        {(kept) => <Scales kept={kept} />}
      </Loaded>
    </Sheet>
  );
}

const WORKSPACE = '';

function Scales({ kept: { factors, scales } }: { readonly kept: PriorityOf }) {
  const [of, setOf] = useState(WORKSPACE);
  const [isDirty, setDirty] = useState(false);
  const [mayDrop, asked] = useMayDrop(isDirty);
  const held = scales.find(({ teamId }) => (teamId ?? WORKSPACE) === of) ?? scales[0];
  const workspace = scales[0];
  if (!held || !workspace) return null;
  async function choose(next: string) {
    if (await mayDrop()) setOf(next);
  }
  return (
    <>
      {scales.length > 1 && (
        <div className="flex flex-wrap items-center gap-3">
          <span className="font-medium">{t('priority.for')}</span>
          <div className="w-72 max-phone:w-full">
            <Select
              label={t('priority.for')}
              value={of}
              options={scales.map((one) => ({ value: one.teamId ?? WORKSPACE, label: nameOf(one) }))}
              onChange={(next) => void choose(next)}
            />
          </div>
          {held.teamId && <p className="text-ink-2">{t(held.isOwn ? 'priority.own' : 'priority.follows')}</p>}
        </div>
      )}
      <ScaleEditor
        key={`${of} ${held.version}`}
        held={held}
        factors={factors}
        fallback={held.teamId ? workspace.weights : null}
        onDirty={setDirty}
      />
      <Versions key={of} teamId={held.teamId} version={held.version} />
      {asked}
    </>
  );
}

function nameOf({ teamName, isOwn }: HeldScale): string {
  if (teamName === null) return t('priority.everybody');
  return t(isOwn ? 'priority.ofTeam' : 'priority.followsTeam', { team: teamName });
}
