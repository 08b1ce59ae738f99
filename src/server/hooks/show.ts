import type { DeliveryRow } from '../../storage/hooks/log.ts';
import type { HookRow } from '../../storage/hooks/rows.ts';
import { type Hook, type HookDelivery, HookEvent } from '../../wire/hooks.ts';

const time = (at: Date | null): string | null => at?.toISOString() ?? null;

export function showHook({ failingSince, restsUntil, oldSecretUntil, createdAt, deliveredAt, ...row }: HookRow): Hook {
  return {
    ...row,
    events: row.events.flatMap((event) => HookEvent.safeParse(event).data ?? []),
    failingSince: time(failingSince),
    restsUntil: time(restsUntil),
    oldSecretUntil: time(oldSecretUntil),
    createdAt: createdAt.toISOString(),
    deliveredAt: time(deliveredAt),
  };
}

export function showDelivery({ at, dueAt, triedAt, position: _, ...row }: DeliveryRow): HookDelivery {
  return { ...row, at: at.toISOString(), dueAt: dueAt.toISOString(), triedAt: time(triedAt) };
}
