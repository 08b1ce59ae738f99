import { type FormEvent, type ReactNode, useEffect, useRef, useState } from 'react';
import { type Problem, problemAt, problemElsewhere, problemsOf } from './problems.ts';

export interface Save {
  readonly isBusy: boolean;
  readonly problems: readonly Problem[];
  /** What is wrong with a field, for the field itself. */
  readonly at: (field: string) => string | null;
  /** Sends; resolves to the answer, or to null when it was refused: what was typed stays and the reason is shown. */
  readonly run: <Answer>(send: () => Promise<Answer>) => Promise<Answer | null>;
  /** Tells what is wrong before anything is sent. */
  readonly refuse: (problems: readonly Problem[]) => void;
  readonly clear: () => void;
}

/** One saving of a form. */
export function useSave(): Save {
  const [problems, setProblems] = useState<readonly Problem[]>([]);
  const [isBusy, setBusy] = useState(false);
  return {
    isBusy,
    problems,
    at: (field) => problemAt(problems, field),
    refuse: setProblems,
    clear: () => setProblems([]),
    run: async (send) => {
      setBusy(true);
      try {
        const answer = await send();
        setProblems([]);
        return answer;
      } catch (error) {
        setProblems(problemsOf(error));
        return null;
      } finally {
        setBusy(false);
      }
    },
  };
}

/** After a refusal the keyboard stands in the first field that is wrong. `fields`: the ones that tell their own problem. */
export function Form({
  save,
  fields,
  onSubmit,
  className,
  acts,
  children,
}: {
  readonly save: Save;
  readonly fields: readonly string[];
  readonly onSubmit: (form: HTMLFormElement) => void;
  readonly className?: string;
  /** The row of buttons at its end, below whatever is wrong. */
  readonly acts?: ReactNode;
  readonly children: ReactNode;
}) {
  const element = useRef<HTMLFormElement>(null);
  const rest = problemElsewhere(save.problems, fields);
  useEffect(() => {
    if (save.problems.length > 0) element.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  }, [save.problems]);
  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    if (!save.isBusy) onSubmit(event.currentTarget);
  }
  return (
    <form ref={element} onSubmit={submit} className={className ?? 'grid gap-4'}>
      {children}
      {rest && <FormProblem>{rest}</FormProblem>}
      {acts}
    </form>
  );
}

export function FormProblem({ children }: { readonly children: ReactNode }) {
  return (
    <p role="alert" className="rounded-small bg-alarm-soft px-3 py-2 text-alarm">
      {children}
    </p>
  );
}

/** For a sheet without fields: what is wrong, above its buttons. */
export function SaveProblem({ save: { problems } }: { readonly save: Save }) {
  if (problems.length === 0) return null;
  return (
    <div className="mt-3">
      <FormProblem>{problems.map(({ words }) => words).join(' ')}</FormProblem>
    </div>
  );
}
