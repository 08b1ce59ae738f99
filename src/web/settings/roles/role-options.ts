import { ROLES } from '../../../core/access/role.ts';
import type { RoleList } from '../../../wire/access.ts';
import type { Agent } from '../../../wire/people.ts';
import { t } from '../../text/t.ts';

/** The roles that this person may give: none that may do more than they may themselves. */
export function roleOptions(acts: readonly string[], roles: RoleList | undefined) {
  const mayGive = (its: readonly string[] | undefined) => its === undefined || its.every((act) => acts.includes(act));
  return [
    ...ROLES.filter((role) => mayGive(roles?.builtIn.find((one) => one.role === role)?.acts)).map((role) => ({
      value: role as string,
      label: t(`role.${role}`),
    })),
    ...(roles?.custom ?? []).filter((one) => mayGive(one.acts)).map(({ id, name }) => ({ value: id, label: name })),
  ];
}

/** What a chosen option means to the server. */
export function roleChoice(value: string) {
  const builtIn = ROLES.find((role) => role === value);
  return builtIn ? { role: builtIn } : { roleId: value };
}

export const roleValue = (agent: Pick<Agent, 'role' | 'customRole'>) => agent.customRole?.id ?? agent.role;
