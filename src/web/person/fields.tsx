import type { ConversationDetail } from '../../wire/conversations.ts';
import type { CustomField, FieldValues } from '../../wire/work.ts';
import { putContactFields, putFields } from '../api/work-acts.ts';
import { FieldLine } from './field-line.tsx';
import { useChange } from './use-change.ts';

export type Value = FieldValues[string];

/** The workspace's own fields, changed where they stand. */
export function Fields({
  detail,
  fields,
  about,
  mayWork,
}: {
  readonly detail: ConversationDetail;
  readonly fields: readonly CustomField[];
  readonly about: CustomField['about'];
  readonly mayWork: boolean;
}) {
  const { conversation, contact } = detail;
  const change = useChange(conversation.id);
  const values = about === 'conversation' ? detail.fields : detail.contactFields;
  const put = (id: string, value: Value) => {
    const next = { ...values, [id]: value };
    return change(
      (old) => (about === 'conversation' ? { ...old, fields: next } : { ...old, contactFields: next }),
      () =>
        about === 'conversation'
          ? putFields(conversation.id, { [id]: value })
          : putContactFields(contact.id, { [id]: value }),
    );
  };
  return (
    <dl className="grid gap-px">
      {fields.map((field) => (
        <FieldLine
          key={field.id}
          field={field}
          value={values[field.id] ?? null}
          mayWork={mayWork}
          onPut={(value) => put(field.id, value)}
        />
      ))}
    </dl>
  );
}
