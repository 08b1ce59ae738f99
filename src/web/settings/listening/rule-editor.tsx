import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Board, ListeningRule } from '../../../wire/listening.ts';
import { call, inWords } from '../../api/call.ts';
import { newId } from '../../api/new-id.ts';
import { useConfirm } from '../../parts/confirm.tsx';
import { TextField } from '../../parts/field.tsx';
import { Form, FormProblem, useSave } from '../../parts/form.tsx';
import { say } from '../../parts/toasts.tsx';
import { Unsaved } from '../../parts/unsaved.tsx';
import { t } from '../../text/t.ts';
import { EditorActs } from '../parts/editor-acts.tsx';
import { useLeave } from '../parts/use-leave.ts';
import { useRefresh } from '../parts/use-refresh.ts';
import { BoardField } from './board-field.tsx';
import { Conflict } from './conflict.tsx';
import { bodyOf, type Draft, missingIn } from './draft.ts';
import { InShort } from './in-short.tsx';
import { Preview } from './preview.tsx';
import { sourcesQuery } from './queries.ts';
import { RuleFields } from './rule-fields.tsx';

/** A rule as it is written down, beside what it would hear. */
export function RuleEditor({
  rule,
  first,
  boards,
}: {
  /** As it is kept now; null: it is not kept (any more). */
  readonly rule: ListeningRule | null;
  readonly first: Draft;
  readonly boards: readonly Board[];
}) {
  const save = useSave();
  const refresh = useRefresh('listening');
  const [ask, asked] = useConfirm();
  const [isLeaving, leave] = useLeave('listening');
  const sources = useQuery(sourcesQuery);
  const [freshId] = useState(newId);
  const [kept, setKept] = useState({ draft: first, version: rule?.version ?? null });
  const [draft, setDraft] = useState(first);
  const [isShown, setShown] = useState(false);
  const { body, newBoard } = draft;
  const missing = missingIn(draft);
  const isChanged = JSON.stringify(draft) !== JSON.stringify(kept.draft);
  const change = (more: Partial<Draft['body']>) => setDraft({ ...draft, body: { ...body, ...more } });
  const board = newBoard?.name || boards.find(({ id }) => id === body.boardId)?.name || '…';
  const isMeanwhile = kept.version !== null && rule?.version !== kept.version && !isLeaving && !save.isBusy;

  /** @param over the version that this one takes the place of; null: it is a new rule */
  async function submit(over: number | null) {
    setShown(true);
    if (missing) return;
    const done = await save.run(async () => {
      // A board of that id that is there already is the one of an attempt whose rule was refused.
      if (newBoard && !boards.some(({ id }) => id === newBoard.id)) await call('POST', '/api/boards', newBoard);
      if (over === null || rule === null) await call('POST', '/api/listening-rules', { id: freshId, ...body });
      else await call('PATCH', `/api/listening-rules/${rule.id}`, { body, version: over });
    });
    void refresh();
    if (done === null) return;
    leave();
    say({ title: t('quoted.saved', { name: body.name }) });
  }
  function takeTheirs(theirs: ListeningRule) {
    const taken = { body: bodyOf(theirs), newBoard: null };
    setKept({ draft: taken, version: theirs.version });
    setDraft(taken);
    save.clear();
  }
  async function remove({ id, name }: ListeningRule) {
    const title = t('quoted.removeTitle', { name });
    const isSure = await ask({ title, about: t('listening.removeAbout'), act: t('settings.remove'), isGrave: true });
    if (!isSure) return;
    try {
      await call('DELETE', `/api/listening-rules/${id}`);
    } catch (error) {
      return say({ title: inWords(error), isBad: true });
    }
    leave();
    void refresh();
    say({ title: t('quoted.removed', { name }) });
  }
  return (
    <div className="grid items-start gap-8 desk:grid-cols-[minmax(0,1fr)_minmax(0,440px)]">
      <Form
        save={save}
        fields={['name', 'body.name', 'brand', 'forms', 'without']}
        onSubmit={() => void submit(kept.version)}
        className="grid grid-cols-[minmax(0,1fr)] gap-6"
        acts={
          <EditorActs
            isBusy={save.isBusy}
            isOff={(kept.version !== null && !isChanged) || isMeanwhile}
            onRemove={rule && (() => void remove(rule))}
          />
        }
      >
        <div className="grid gap-4 phone:grid-cols-2">
          <TextField
            label={t('listening.name')}
            required
            maxLength={100}
            placeholder={t('listening.nameExample')}
            value={body.name}
            onChange={({ target }) => change({ name: target.value })}
            problem={save.at('name') ?? save.at('body.name')}
          />
          <BoardField
            boards={boards}
            draft={draft}
            problem={isShown && missing === 'board' ? t('listening.missing.board') : null}
            onChange={setDraft}
          />
        </div>
        <RuleFields
          body={body}
          kind={newBoard?.kind ?? boards.find(({ id }) => id === body.boardId)?.kind ?? 'own'}
          missing={isShown ? missing : null}
          problemAt={save.at}
          sources={sources}
          onChange={change}
        />
        <InShort body={body} board={board} sources={sources.data ?? []} missing={missing} />
        {isMeanwhile && (
          <Conflict
            mine={body}
            theirs={rule}
            isBusy={save.isBusy}
            onMine={() => void submit(rule?.version ?? null)}
            onTheirs={takeTheirs}
          />
        )}
        {isShown && missing && <FormProblem>{t(`listening.missing.${missing}`)}</FormProblem>}
        <Unsaved isDirty={isChanged && !isLeaving && !save.isBusy} />
        {asked}
      </Form>
      <Preview draft={draft} sources={sources.data ?? []} onChange={change} />
    </div>
  );
}
