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
  const fill = (id: string, value: Value) => {
    const put = { [id]: value };
    return about === 'conversation'
      ? change(
          (old) => ({ ...old, fields: { ...old.fields, ...put } }),
          () => putFields(conversation.id, put),
        )
      : change(
          (old) => ({ ...old, contactFields: { ...old.contactFields, ...put } }),
          () => putContactFields(contact.id, put),
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
          onPut={(value) => fill(field.id, value)}
        />
      ))}
    </dl>
  );
}
