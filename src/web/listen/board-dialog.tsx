import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { BOARD_KINDS, type BoardKind } from '../../core/listening/listening-rule.ts';
import { addBoard, type Board, boardsQuery, patchBoard } from '../api/listening.ts';
import { newId } from '../api/new-id.ts';
import { TextField } from '../parts/field.tsx';
import { useSave } from '../parts/form.tsx';
import { FormDialog } from '../parts/form-dialog.tsx';
import { Segments } from '../parts/segments.tsx';
import { say } from '../parts/toasts.tsx';
import { t } from '../text/t.ts';

/** Null: a new one. */
export function BoardDialog({ board, onClose }: { readonly board: Board | null; readonly onClose: () => void }) {
  const save = useSave();
  const client = useQueryClient();
  const navigate = useNavigate();
  const [id] = useState(() => board?.id ?? newId());
  const [name, setName] = useState(board?.name ?? '');
  const [kind, setKind] = useState<BoardKind>(board?.kind ?? 'own');
  async function submit() {
    const wish = { name: name.trim(), kind };
    const boards = await save.run(() => (board ? patchBoard(id, wish) : addBoard({ id, ...wish })));
    if (!boards) return;
    client.setQueryData(boardsQuery.queryKey, boards);
    say({ title: t(board ? 'board.saved' : 'board.made', { name: wish.name }) });
    onClose();
    if (!board) void navigate({ to: '/listen', search: { board: id } });
  }
  return (
    <FormDialog
      title={t(board ? 'board.change' : 'board.new')}
      about={t('board.about')}
      act={t('board.save')}
      save={save}
      fields={['name']}
      isDirty={name !== (board?.name ?? '') || kind !== (board?.kind ?? 'own')}
      onSubmit={() => void submit()}
      onClose={onClose}
    >
      <div className="grid gap-3">
        <TextField
          label={t('board.name')}
          value={name}
          maxLength={60}
          required
          placeholder={t('board.example')}
          problem={save.at('name')}
          onChange={({ target }) => setName(target.value)}
        />
        <div className="grid gap-1.5">
          <p className="font-medium">{t('board.kind')}</p>
          <Segments
            label={t('board.kind')}
            value={kind}
            options={BOARD_KINDS.map((value) => ({ value, label: t(`board.kind.${value}`) }))}
            onChange={setKind}
          />
          <p className="text-s text-ink-3">{t('board.kindHelp')}</p>
        </div>
      </div>
    </FormDialog>
  );
}
