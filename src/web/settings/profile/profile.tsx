import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { call } from '../../api/call.ts';
import { teamsQuery } from '../../api/queries.ts';
import { useMay, useMe } from '../../frame/use-me.ts';
import { Avatar } from '../../parts/avatar.tsx';
import { Button } from '../../parts/button.tsx';
import { Chip } from '../../parts/chip.tsx';
import { TextField } from '../../parts/field.tsx';
import { Form, useSave } from '../../parts/form.tsx';
import { Card } from '../../parts/page.tsx';
import { say } from '../../parts/toasts.tsx';
import { Unsaved } from '../../parts/unsaved.tsx';
import { t } from '../../text/t.ts';
import { Line, Lines, Section, Sheet } from '../parts/sheet.tsx';
import { useRefresh } from '../parts/use-refresh.ts';
import { roleName } from '../roles/role-name.ts';

/** Who one is here: one's name, and what others have given one to do. */
export default function Profile() {
  const { agent, workspace } = useMe();
  const may = useMay();
  const teams = useQuery({ ...teamsQuery, enabled: may('agents.read') });
  if (!agent) return null;
  const mine = (teams.data ?? []).filter((team) => agent.teamIds.includes(team.id));
  return (
    <Sheet title={t('page.profile')}>
      <div className="flex items-center gap-4">
        <Avatar name={agent.name} size={56} tone="ours" />
        <div className="min-w-0">
          <p className="truncate text-xl font-semibold tracking-[-.01em]">{agent.name}</p>
          <p className="truncate text-ink-2">{agent.email}</p>
        </div>
      </div>
      <Name name={agent.name} />
      <Section title={t('profile.here', { workspace: workspace.name })} about={t('profile.hereAbout')}>
        <Lines>
          <Line>
            <span className="w-24 text-ink-3">{t('people.email')}</span>
            <span className="min-w-0 truncate">{agent.email}</span>
          </Line>
          <Line>
            <span className="w-24 text-ink-3">{t('people.role')}</span>
            <span>{roleName(agent)}</span>
          </Line>
          <Line>
            <span className="w-24 text-ink-3">{t('people.teams')}</span>
            {mine.length === 0 && <span className="text-ink-2">{t('people.noTeams')}</span>}
            {mine.map((team) => (
              <Chip key={team.id}>{team.name}</Chip>
            ))}
          </Line>
        </Lines>
      </Section>
    </Sheet>
  );
}

function Name({ name }: { readonly name: string }) {
  const refresh = useRefresh('me', 'agents');
  const save = useSave();
  const [typed, setTyped] = useState(name);
  const isDirty = typed.trim() !== name;
  async function submit() {
    const done = await save.run(() => call('PATCH', '/api/me', { name: typed }));
    if (done === null) return;
    await refresh();
    say({ title: t('profile.saved') });
  }
  return (
    <Card>
      <Form save={save} fields={['name']} onSubmit={() => void submit()} className="grid gap-3">
        <TextField
          label={t('people.name')}
          help={t('profile.nameHelp')}
          name="name"
          autoComplete="name"
          required
          maxLength={100}
          value={typed}
          onChange={({ target }) => setTyped(target.value)}
          problem={save.at('name')}
        />
        <Button type="submit" look="main" isBusy={save.isBusy} disabled={!isDirty} className="justify-self-start">
          {t('settings.save')}
        </Button>
      </Form>
      <Unsaved isDirty={isDirty && !save.isBusy} />
    </Card>
  );
}
