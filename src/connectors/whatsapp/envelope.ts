import { z } from 'zod';
import type { IgnoredEvent } from '../../core/channel/event.ts';
import { parseJson } from '../shared/json.ts';
import { id, lenient, whyNot } from '../shared/shapes.ts';

const Envelope = z.object({ object: z.string(), entry: z.array(z.unknown()) });
const Entry = z.object({ changes: z.array(z.unknown()) });
const Change = z.object({ field: z.string(), value: z.unknown() });
const Value = z.object({
  metadata: z.object({ phone_number_id: id }),
  contacts: lenient(z.array(z.unknown())),
  messages: lenient(z.array(z.unknown())),
  statuses: lenient(z.array(z.unknown())),
  errors: lenient(z.array(z.unknown())),
  message_echoes: lenient(z.array(z.unknown())),
  history: lenient(z.array(z.unknown())),
  user_preferences: lenient(z.array(z.unknown())),
});
export type Value = z.infer<typeof Value>;
export interface Change {
  readonly field: string;
  readonly value: Value;
}

/** What concerns the whole WhatsApp Business account and names no phone number: the inbox's check looks at it itself. */
const OF_THE_ACCOUNT: Readonly<Record<string, string>> = {
  message_template_status_update:
    'a template was approved, refused or paused: templates are read anew when one is chosen',
  message_template_quality_update: 'the quality of a template changed: templates are read anew when one is chosen',
  message_template_components_update: 'a template was changed: templates are read anew when one is chosen',
  template_category_update: 'the category of a template changed: templates are read anew when one is chosen',
  phone_number_quality_update: 'the quality of a number changed: checking the inbox shows it',
  phone_number_name_update: 'the name of a number was reviewed: checking the inbox shows it',
  account_update: 'something about the WhatsApp Business account: checking the inbox shows whether it still works',
  account_alerts: 'an alert about the WhatsApp Business account: checking the inbox shows whether it still works',
  account_review_update: 'the WhatsApp Business account was reviewed: checking the inbox shows whether it still works',
  business_capability_update: 'the limits of the business changed',
  business_username_update: 'the username of the business changed',
  security: 'a security setting of a number was changed in WhatsApp Manager',
  smb_app_state_sync: 'the address book of the WhatsApp Business app, which is not copied',
  calls: 'a call over WhatsApp, which is not taken here',
};

export const ignored = (why: string): IgnoredEvent => ({ kind: 'ignored', why });

/** The changes of a webhook, each read on its own. Empty when it is about a Page. */
export function readChanges(body: Uint8Array): readonly (Change | IgnoredEvent)[] {
  let json: unknown;
  try {
    json = parseJson(body);
  } catch {
    return [ignored('the body is not JSON')];
  }
  const envelope = Envelope.safeParse(json);
  if (!envelope.success) return [ignored(`not a webhook of Meta: ${whyNot(envelope.error)}`)];
  const { object, entry: entries } = envelope.data;
  // One app may serve both at one address: the inboxes of the Page read it.
  if (object === 'page') return [];
  if (object !== 'whatsapp_business_account')
    return [ignored(`a webhook about "${object.slice(0, 80)}", not about WhatsApp`)];
  return entries.flatMap((raw) => {
    const entry = Entry.safeParse(raw);
    if (!entry.success) return [ignored(`an entry that cannot be read: ${whyNot(entry.error)}`)];
    return entry.data.changes.map(readChange);
  });
}

function readChange(raw: unknown): Change | IgnoredEvent {
  const change = Change.safeParse(raw);
  if (!change.success) return ignored(`a change that cannot be read: ${whyNot(change.error)}`);
  const { field } = change.data;
  if (Object.hasOwn(OF_THE_ACCOUNT, field)) return ignored(OF_THE_ACCOUNT[field] ?? field);
  const value = Value.safeParse(change.data.value);
  // The entry names the WhatsApp Business account; only the value says which of its numbers is meant.
  if (!value.success) return ignored(`a change of the kind "${field.slice(0, 80)}" that names no number of ours`);
  return { field, value: value.data };
}
