import { knownVariables } from '../../../core/composing/variables.ts';
import type { Me } from '../../../wire/people.ts';
import { t } from '../../text/t.ts';

/** What variables might say, for the preview; our own side of it is as it really is. A field shows its name. */
export function exampleOf(variables: readonly { readonly name: string }[], me: Me): ReadonlyMap<string, string> {
  const { name } = me.workspace;
  const known = knownVariables(
    {
      contactName: t('example.name'),
      agentName: me.agent?.name ?? null,
      workspaceName: name,
      inboxName: name,
      brand: name,
      subject: t('example.subject'),
      language: null,
      fields: {},
      contactFields: {},
    },
    [],
  );
  return new Map(variables.map((one) => [one.name, known.get(one.name) ?? `[${one.name}]`]));
}
