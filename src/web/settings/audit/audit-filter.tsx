import { useQuery } from '@tanstack/react-query';
import { X } from 'lucide-react';
import { agentsQuery } from '../../api/queries.ts';
import { useMay } from '../../frame/use-me.ts';
import { Button } from '../../parts/button.tsx';
import { INPUT } from '../../parts/field.tsx';
import { Select } from '../../parts/select.tsx';
import { t } from '../../text/t.ts';
import type { SettingsSearch } from '../settings-search.ts';

/** Beginnings of acts: what they are about. */
const TOPICS = [
  'session',
  'agent',
  'team',
  'role',
  'inbox',
  'totp',
  'passkey',
  'recovery_codes',
  'security',
  'oidc_provider',
  'token',
  'hook',
  'label',
  'field',
  'priority',
  'answer_policy',
  'calendar',
  'rule',
  'routing',
  'board',
  'listening_rule',
  'understanding',
  'shop',
  'company',
  'segment',
  'saved_reply',
  'macro',
  'contact',
  'message',
  'view',
  'post',
  'ledger',
  'audit',
] as const;

export function AuditFilter({
  search,
  onChange,
}: {
  readonly search: SettingsSearch;
  readonly onChange: (search: SettingsSearch) => void;
}) {
  const may = useMay();
  const agents = useQuery({ ...agentsQuery, enabled: may('agents.read') }).data ?? [];
  const set = (name: keyof SettingsSearch, value: string) => {
    const { [name]: _old, ...rest } = search;
    onChange(value === '' ? rest : { ...rest, [name]: value });
  };
  const isFiltered = Object.keys(search).length > 0;
  return (
    <div className="flex flex-wrap items-end gap-2">
      <div className="w-44 max-phone:w-[calc(50%-4px)]">
        <Select
          label={t('audit.topic')}
          value={search.act ?? ''}
          options={[
            { value: '', label: t('audit.allTopics') },
            ...TOPICS.map((topic) => ({ value: `${topic}.`, label: t(`audit.topic.${topic}`) })),
          ]}
          onChange={(value) => set('act', value)}
        />
      </div>
      {agents.length > 0 && (
        <div className="w-44 max-phone:w-[calc(50%-4px)]">
          <Select
            label={t('audit.who')}
            value={search.actor ?? ''}
            options={[
              { value: '', label: t('audit.anybody') },
              ...agents.map(({ id, name }) => ({ value: id, label: name })),
            ]}
            onChange={(value) => set('actor', value)}
          />
        </div>
      )}
      <Day label={t('audit.from')} value={search.from} onChange={(value) => set('from', value)} />
      <Day label={t('audit.to')} value={search.to} onChange={(value) => set('to', value)} />
      {isFiltered && (
        <Button look="quiet" icon={<X size={14} aria-hidden />} onClick={() => onChange({})}>
          {t('audit.clear')}
        </Button>
      )}
    </div>
  );
}

function Day({
  label,
  value,
  onChange,
}: {
  readonly label: string;
  readonly value: string | undefined;
  readonly onChange: (value: string) => void;
}) {
  return (
    <label className="flex items-center gap-2 max-phone:w-[calc(50%-4px)] max-phone:flex-col max-phone:items-start max-phone:gap-1">
      <span className="text-ink-2">{label}</span>
      <input
        type="date"
        value={value ?? ''}
        onChange={({ target }) => onChange(target.value)}
        className={`${INPUT} num h-[34px] !w-auto max-phone:h-10 max-phone:!w-full`}
      />
    </label>
  );
}
