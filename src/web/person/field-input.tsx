import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import type { CustomField } from '../../wire/work.ts';
import { t } from '../text/t.ts';
import type { Value } from './fields.tsx';

const TYPES = { number: 'text', date: 'date', text: 'text', choice: 'text', toggle: 'text' } as const;

/** Where a value is typed: Enter and leaving keep it, Escape does not; an empty one takes the value away. */
export function FieldInput({
  field,
  value,
  onPut,
  onDone,
}: {
  readonly field: CustomField;
  readonly value: Value;
  readonly onPut: (value: Value) => Promise<boolean>;
  readonly onDone: () => void;
}) {
  const [text, setText] = useState(value === null ? '' : String(value));
  const [problem, setProblem] = useState<string | null>(null);
  const isOver = useRef(false);
  const box = useRef<HTMLInputElement>(null);
  useEffect(() => {
    box.current?.focus();
    box.current?.select();
  }, []);
  async function keep() {
    if (isOver.current) return;
    const next = read(field.kind, text.trim());
    if (next === undefined) {
      setProblem(t('field.number'));
      return;
    }
    isOver.current = true;
    onDone();
    if (next !== value) await onPut(next);
  }
  const press = (event: KeyboardEvent) => {
    if (event.key === 'Enter') void keep();
    if (event.key !== 'Escape') return;
    event.stopPropagation();
    isOver.current = true;
    onDone();
  };
  return (
    <>
      <input
        ref={box}
        type={TYPES[field.kind]}
        inputMode={field.kind === 'number' ? 'decimal' : undefined}
        aria-label={field.name}
        aria-invalid={problem ? true : undefined}
        value={text}
        maxLength={2_000}
        onChange={(event) => {
          setText(event.target.value);
          setProblem(null);
        }}
        onKeyDown={press}
        onBlur={() => void keep()}
        className="-mx-1.5 w-full rounded-small border border-accent bg-raised px-1.5 py-px outline-none aria-invalid:border-alarm max-phone:min-h-10 max-phone:text-[16px]"
      />
      {problem && (
        <p role="alert" className="text-s text-alarm">
          {problem}
        </p>
      )}
    </>
  );
}

/** Undefined: it is no such value. */
function read(kind: CustomField['kind'], text: string): Value | undefined {
  if (text === '') return null;
  if (kind !== 'number') return text;
  const number = Number(text.replace(',', '.'));
  return Number.isFinite(number) ? number : undefined;
}
