import { useQuery } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { readHours } from '../../core/hours/hours.ts';
import type { Inbox } from '../../wire/inboxes.ts';
import { teamsQuery } from '../api/queries.ts';
import { useMay } from '../frame/use-me.ts';
import { Button } from '../parts/button.tsx';
import { Field, TextField } from '../parts/field.tsx';
import { Card } from '../parts/page.tsx';
import { Select } from '../parts/select.tsx';
import { t } from '../text/t.ts';
import { usePatch } from './use-patch.ts';

const ZONES = Intl.supportedValuesOf('timeZone');
const HERE = Intl.DateTimeFormat().resolvedOptions().timeZone;

/** What an inbox is for: name, brand, purpose, team, language, hours, and who owns the account. */
export function InboxWords({ inbox }: { readonly inbox: Inbox }) {
  const patch = usePatch(inbox.id);
  const may = useMay();
  const { data: teams = [] } = useQuery({ ...teamsQuery, enabled: may('agents.read') });
  const kept = wordsOf(inbox);
  const [words, setWords] = useState(kept);
  const [isBusy, setBusy] = useState(false);
  const set = (name: keyof typeof kept) => (value: string) => setWords({ ...words, [name]: value });
  const text = (name: keyof typeof kept) => ({
    value: words[name],
    onChange: (event: { readonly currentTarget: { readonly value: string } }) => set(name)(event.currentTarget.value),
  });
  const isSame = JSON.stringify(words) === JSON.stringify(kept);
  const isOdd = words.open.trim() !== '' && readHours(words.open) === null;

  async function save(event: FormEvent) {
    event.preventDefault();
    setBusy(true);
    const { name, brand, purpose, language, teamId, open, timeZone, ownerEmail } = words;
    await patch(
      {
        name: name.trim(),
        purpose,
        brand: brand.trim() || null,
        language: language.trim() || null,
        teamId: teamId || null,
        hours: open.trim() ? { open: open.trim(), timeZone } : null,
        ownerEmail: ownerEmail.trim() || null,
      },
      t('inbox.saved'),
    );
    setBusy(false);
  }

  return (
    <Card>
      <form onSubmit={(event) => void save(event)} className="grid gap-4">
        <TextField label={t('inbox.name')} required maxLength={100} {...text('name')} />
        <div className="grid gap-4 phone:grid-cols-2">
          <TextField label={t('inbox.brand')} isOptional={t('field.optional')} maxLength={100} {...text('brand')} />
          <TextField label={t('inbox.purpose')} help={t('inbox.purposeHelp')} maxLength={40} {...text('purpose')} />
          <Field label={t('inbox.team')} help={t('inbox.teamHelp')}>
            {({ id }) => (
              <Select
                id={id}
                label={t('inbox.team')}
                value={words.teamId}
                options={[
                  { value: '', label: t('inbox.noTeam') },
                  ...teams.map((team) => ({ value: team.id, label: team.name })),
                ]}
                onChange={set('teamId')}
              />
            )}
          </Field>
          <TextField
            label={t('inbox.language')}
            help={t('inbox.languageHelp')}
            isOptional={t('field.optional')}
            maxLength={20}
            {...text('language')}
          />
          <TextField
            label={t('inbox.hours')}
            help={t('inbox.hoursHelp')}
            problem={isOdd ? t('inbox.hoursOdd') : null}
            isOptional={t('field.optional')}
            placeholder="Mon-Fri 09:00-17:00"
            maxLength={300}
            {...text('open')}
          />
          <Field label={t('inbox.timeZone')}>
            {({ id }) => (
              <Select
                id={id}
                label={t('inbox.timeZone')}
                value={words.timeZone}
                options={ZONES.map((zone) => ({ value: zone, label: zone.replaceAll('_', ' ') }))}
                onChange={set('timeZone')}
              />
            )}
          </Field>
        </div>
        <TextField
          label={t('inbox.ownerEmail')}
          help={t('inbox.ownerEmailHelp')}
          isOptional={t('field.optional')}
          type="email"
          maxLength={254}
          {...text('ownerEmail')}
        />
        <Button
          type="submit"
          isBusy={isBusy}
          disabled={isSame || isOdd || words.name.trim() === ''}
          className="justify-self-start"
        >
          {t('inbox.save')}
        </Button>
      </form>
    </Card>
  );
}

function wordsOf({ name, brand, purpose, language, teamId, hours, ownerEmail }: Inbox) {
  return {
    name,
    brand: brand ?? '',
    purpose,
    language: language ?? '',
    teamId: teamId ?? '',
    open: hours?.open ?? '',
    timeZone: hours?.timeZone ?? HERE,
    ownerEmail: ownerEmail ?? '',
  };
}
