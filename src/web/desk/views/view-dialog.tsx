import '../../text/load-later.ts';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import { type Filter, SORTS, type Sort } from '../../../core/conversation/filter.ts';
import type { SavedView } from '../../../wire/views.ts';
import { inWords } from '../../api/call.ts';
import type { ListKey } from '../../api/list-key.ts';
import { newId } from '../../api/new-id.ts';
import { teamsQuery, viewsQuery } from '../../api/queries.ts';
import { addView, patchView } from '../../api/view-acts.ts';
import { useMay } from '../../frame/use-me.ts';
import { Button } from '../../parts/button.tsx';
import { Dialog, DialogActs } from '../../parts/dialog.tsx';
import { Field, TextField } from '../../parts/field.tsx';
import { Select } from '../../parts/select.tsx';
import { say } from '../../parts/toasts.tsx';
import { t } from '../../text/t.ts';
import { ConditionList } from '../filter/condition-list.tsx';
import { isComplete } from '../filter/draft-condition.ts';
import { filterOfList } from './from-list.ts';

interface Props {
  /** Null: a new one, `from` what is on screen. */
  readonly view: SavedView | null;
  readonly from?: { readonly list: ListKey; readonly filter: Filter };
  readonly onClose: () => void;
}

/** A list that is kept: its name, what it holds, its order, and who has it. */
export function ViewDialog({ view, from, onClose }: Props) {
  const client = useQueryClient();
  const navigate = useNavigate();
  const mayShare = useMay()('views.share');
  const { data: teams = [] } = useQuery({ ...teamsQuery, enabled: mayShare });
  const [id] = useState(newId);
  const [name, setName] = useState(view?.name ?? '');
  const [filter, setFilter] = useState<Filter>(() =>
    view
      ? (view.filter as Filter)
      : from
        ? filterOfList(from.list, from.filter, client.getQueryData(viewsQuery.queryKey) ?? [])
        : { match: 'all', conditions: [] },
  );
  const [sort, setSort] = useState<Sort>(view?.sort ?? from?.list.sort ?? 'priority');
  const [whose, setWhose] = useState(view?.audience === 'team' ? (view.teamId ?? 'me') : (view?.audience ?? 'me'));
  const [problem, setProblem] = useState<{ readonly at: 'name' | 'filter' | 'all'; readonly words: string } | null>(
    null,
  );
  const [isBusy, setBusy] = useState(false);
  const teamId = teams.find((team) => team.id === whose)?.id ?? (view?.teamId === whose ? view.teamId : null);

  async function save(event: FormEvent) {
    event.preventDefault();
    if (name.trim() === '') return setProblem({ at: 'name', words: t('view.nameless') });
    if (!isComplete(filter)) return setProblem({ at: 'filter', words: t('filter.incomplete') });
    const audience = teamId ? ('team' as const) : whose === 'everybody' ? ('everybody' as const) : ('me' as const);
    const kept = { name: name.trim(), filter: filter as SavedView['filter'], sort, audience, teamId };
    setBusy(true);
    try {
      const saved = await (view ? patchView(view.id, kept) : addView({ id, ...kept }));
      await client.invalidateQueries({ queryKey: ['views'] });
      void client.invalidateQueries({ queryKey: ['counts'] });
      void client.invalidateQueries({
        queryKey: ['list'],
        predicate: ({ queryKey }) => (queryKey[1] as ListKey).saved === saved.id,
      });
      say({ title: t('view.saved', { name: saved.name }) });
      onClose();
      if (!view) void navigate({ to: '/desk', search: { saved: saved.id } });
    } catch (error) {
      setProblem({ at: 'all', words: inWords(error) });
      setBusy(false);
    }
  }
  const at = (place: 'name' | 'filter' | 'all') => (problem?.at === place ? problem.words : null);
  return (
    <Dialog isOpen onClose={onClose} title={view ? t('view.edit') : t('view.save')} about={t('view.about')} isWide>
      <form onSubmit={(event) => void save(event)} className="grid gap-4">
        <TextField
          label={t('view.name')}
          value={name}
          maxLength={80}
          problem={at('name')}
          onChange={({ target }) => {
            setName(target.value);
            setProblem(null);
          }}
        />
        <div className="grid gap-4 phone:grid-cols-2">
          <Field label={t('sort.label')}>
            {({ id: field }) => (
              <Select
                id={field}
                label={t('sort.label')}
                value={sort}
                options={SORTS.map((one) => ({ value: one, label: t(`sort.${one}`) }))}
                onChange={(next) => setSort(next as Sort)}
              />
            )}
          </Field>
          {mayShare && (
            <Field label={t('view.whose')}>
              {({ id: field }) => (
                <Select
                  id={field}
                  label={t('view.whose')}
                  value={whose}
                  options={[
                    { value: 'me', label: t('view.me') },
                    { value: 'everybody', label: t('view.everybody') },
                    ...teams.map((team) => ({ value: team.id, label: t('view.team', { team: team.name }) })),
                  ]}
                  onChange={setWhose}
                />
              )}
            </Field>
          )}
        </div>
        <fieldset className="grid gap-2">
          <legend className="mb-2 font-medium">{t('view.holds')}</legend>
          <ConditionList
            filter={filter}
            onChange={(next) => {
              setFilter(next);
              setProblem(null);
            }}
          />
        </fieldset>
        {(at('filter') ?? at('all')) && (
          <p role="alert" className="text-alarm">
            {at('filter') ?? at('all')}
          </p>
        )}
        <DialogActs>
          <Button onClick={onClose}>{t('dialog.cancel')}</Button>
          <Button type="submit" look="main" isBusy={isBusy}>
            {t('view.keep')}
          </Button>
        </DialogActs>
      </form>
    </Dialog>
  );
}
