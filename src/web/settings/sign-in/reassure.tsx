import type { ReactNode } from 'react';
import { useSave } from '../../parts/form.tsx';
import { FormDialog } from '../../parts/form-dialog.tsx';
import { type Proof, ProofField, type ProofWanted, useProof } from './proof.tsx';

/** Who changes how they come in shows once more who they are: an open laptop in a café is not enough. */
export function ReassureDialog<Answer>({
  title,
  about,
  act,
  wanted,
  send,
  onDone,
  onClose,
}: {
  readonly title: string;
  readonly about: ReactNode;
  readonly act: string;
  readonly wanted: ProofWanted;
  readonly send: (proof: Proof) => Promise<Answer>;
  readonly onDone: (answer: Answer) => void;
  readonly onClose: () => void;
}) {
  const save = useSave();
  const proof = useProof(wanted);
  async function submit() {
    const answer = await save.run(() => send(proof.proof));
    if (answer === null) return;
    onClose();
    onDone(answer);
  }
  return (
    <FormDialog
      title={title}
      about={about}
      act={act}
      save={save}
      fields={proof.fields}
      isDirty={false}
      onSubmit={() => void submit()}
      onClose={onClose}
    >
      <ProofField of={proof} save={save} />
    </FormDialog>
  );
}
