import { useState } from 'react';
import type { Team } from '../../../wire/access.ts';
import type { Agent } from '../../../wire/people.ts';
import { ChooseMany } from '../../parts/combobox.tsx';
import { Field, TextField } from '../../parts/field.tsx';
import { FormDialog } from '../../parts/form-dialog.tsx';
import { t } from '../../text/t.ts';
import { useKeep } from '../parts/use-keep.ts';

export function TeamDialog({
  team,
  agents,
  onClose,
}: {
  readonly team: Team | null;
  readonly agents: readonly Agent[];
  readonly onClose: () => void;
}) {
  const { save, keep } = useKeep('/api/teams', team?.id, 'teams', 'agents', 'me');
  const [name, setName] = useState(team?.name ?? '');
  const [agentIds, setAgentIds] = useState<readonly string[]>(team?.agentIds ?? []);
  const isDirty = name !== (team?.name ?? '') || agentIds.join() !== (team?.agentIds ?? []).join();
  // Who left stays in the team's list until somebody takes them out: they may come back.
  const hidden = agentIds.filter((one) => !agents.some((agent) => agent.id === one && agent.isActive));
  async function submit() {
    if (await keep({ name, agentIds })) onClose();
  }
  return (
    <FormDialog
      title={t(team ? 'teams.changeTitle' : 'teams.add')}
      act={t(team ? 'settings.save' : 'teams.add')}
      save={save}
      fields={['name', 'agentIds']}
      isDirty={isDirty}
      onSubmit={() => void submit()}
      onClose={onClose}
    >
      <TextField
        label={t('people.name')}
        required
        maxLength={60}
        placeholder={t('teams.example')}
        value={name}
        onChange={({ target }) => setName(target.value)}
        problem={save.at('name')}
      />
      <Field label={t('teams.who')} problem={save.at('agentIds')}>
        {({ id: fieldId }) => (
          <ChooseMany
            id={fieldId}
            label={t('teams.who')}
            placeholder={t('teams.addMember')}
            choices={agents
              .filter((one) => one.isActive)
              .map((one) => ({ value: one.id, label: one.name, detail: one.email }))}
            values={agentIds}
            onChange={(next) => setAgentIds([...next, ...hidden])}
          />
        )}
      </Field>
    </FormDialog>
  );
}
