import { BOARDS_MOST } from '../../../core/listening/listening-rule.ts';
import type { Board } from '../../../wire/listening.ts';
import { newId } from '../../api/new-id.ts';
import { Field, TextField } from '../../parts/field.tsx';
import { Segments } from '../../parts/segments.tsx';
import { Select } from '../../parts/select.tsx';
import { t } from '../../text/t.ts';
import type { Draft } from './draft.ts';

const KINDS = ['own', 'competitor'] as const;

/** Which board a rule fills: one that is there, or one that is made together with it. */
export function BoardField({
  boards,
  draft,
  problem,
  onChange,
}: {
  readonly boards: readonly Board[];
  readonly draft: Draft;
  readonly problem: string | null;
  readonly onChange: (draft: Draft) => void;
}) {
  const { body, newBoard } = draft;
  const mayMake = boards.length < BOARDS_MOST || newBoard !== null;
  const options = [
    ...boards.map(({ id, name, kind }) => ({
      value: id,
      label: kind === 'own' ? name : `${name} · ${t('listening.kind.competitor')}`,
    })),
    ...(mayMake ? [{ value: '', label: t('listening.boardNew') }] : []),
  ];
  function choose(boardId: string) {
    if (boardId === '') {
      const made = { id: newId(), name: '', kind: 'own' } as const;
      return onChange({ body: { ...body, boardId: made.id }, newBoard: made });
    }
    onChange({ body: fitting({ ...body, boardId }, boards.find(({ id }) => id === boardId)?.kind), newBoard: null });
  }
  return (
    <div className="grid content-start gap-3">
      {(boards.length > 0 || newBoard === null) && (
        <Field label={t('listening.board')} help={t('listening.boardHelp')}>
          {({ id }) => (
            <Select
              id={id}
              label={t('listening.board')}
              value={newBoard ? '' : body.boardId}
              options={options}
              onChange={choose}
            />
          )}
        </Field>
      )}
      {newBoard && (
        <>
          <TextField
            label={t('listening.boardName')}
            maxLength={60}
            placeholder={t(`listening.boardName.${newBoard.kind}`)}
            value={newBoard.name}
            problem={problem}
            onChange={({ target }) => onChange({ ...draft, newBoard: { ...newBoard, name: target.value } })}
          />
          <div className="grid gap-1">
            <Segments
              label={t('listening.boardKind')}
              value={newBoard.kind}
              options={KINDS.map((kind) => ({ value: kind, label: t(`listening.kind.${kind}`) }))}
              onChange={(kind) => onChange({ body: fitting(body, kind), newBoard: { ...newBoard, kind } })}
            />
            <p className="text-s text-ink-3">{t(`listening.boardKindHelp.${newBoard.kind}`)}</p>
          </div>
        </>
      )}
    </div>
  );
}

/** What is said about others never becomes a conversation by itself. */
const fitting = (body: Draft['body'], kind: Board['kind'] | undefined): Draft['body'] =>
  kind === 'competitor' ? { ...body, becomes: 'board' } : body;
