import { type InputHTMLAttributes, type ReactNode, type Ref, type TextareaHTMLAttributes, useId } from 'react';

export const INPUT =
  'w-full rounded-small border border-edge bg-raised px-2.5 py-[5px] text-l max-phone:min-h-10 max-phone:text-[16px] outline-none placeholder:text-ink-3 focus:border-accent focus:ring-1 focus:ring-accent aria-invalid:border-alarm disabled:opacity-60';

interface Shell {
  readonly label: string;
  readonly help?: ReactNode;
  /** What is wrong with what was filled in. */
  readonly problem?: string | null;
  readonly isOptional?: string | undefined;
}

/** A label, what is filled in, help, and what is wrong with it; tied together for screen readers. */
export function Field({
  label,
  help,
  problem,
  isOptional,
  children,
}: Shell & { readonly children: (ids: FieldIds) => ReactNode }) {
  const id = useId();
  const about = `${id}-about`;
  return (
    <div className="grid content-start gap-1">
      <label htmlFor={id} className="flex items-baseline gap-2 font-medium">
        {label}
        {isOptional && <span className="text-s font-normal text-ink-3">{isOptional}</span>}
      </label>
      {children({ id, 'aria-describedby': about, 'aria-invalid': problem ? true : undefined })}
      <p id={about} className={`text-s ${problem ? 'font-medium text-alarm' : 'text-ink-3'}`}>
        {problem ?? help}
      </p>
    </div>
  );
}
export interface FieldIds {
  readonly id: string;
  readonly 'aria-describedby': string;
  readonly 'aria-invalid': true | undefined;
}

export function TextField({
  label,
  help,
  problem,
  isOptional,
  ...input
}: Shell & InputHTMLAttributes<HTMLInputElement>) {
  return (
    <Field label={label} help={help} problem={problem ?? null} isOptional={isOptional}>
      {(ids) => <input {...ids} {...input} className={INPUT} />}
    </Field>
  );
}

export function AreaField({
  label,
  help,
  problem,
  isOptional,
  ...area
}: Shell & TextareaHTMLAttributes<HTMLTextAreaElement> & { readonly ref?: Ref<HTMLTextAreaElement> }) {
  return (
    <Field label={label} help={help} problem={problem ?? null} isOptional={isOptional}>
      {(ids) => <textarea rows={3} {...ids} {...area} className={`${INPUT} resize-y`} />}
    </Field>
  );
}
