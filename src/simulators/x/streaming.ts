import { type Call, type Endpoint, SHOWING } from './call.ts';
import { readQuery } from './query.ts';
import { invalid, Refusal } from './refusal.ts';
import type { Store } from './store.ts';
import type { Stream, StreamRule } from './stream.ts';

export interface StreamingParts {
  readonly stream: Stream;
  readonly store: Store;
  readonly now: () => Date;
  readonly isEnterprise: () => boolean;
}

const PROBLEM = 'https://api.x.com/2/problems';

/** Rules of the filtered stream, and the stream. Source: X docs, "Filtered stream", as of 2026-08. */
export function streaming({ stream, store, now, isEnterprise }: StreamingParts): readonly Endpoint[] {
  const most = () => (isEnterprise() ? { rules: 25_000, length: 2_048 } : { rules: 1_000, length: 1_024 });
  const meta = (summary: object) => ({ sent: now().toISOString(), summary });

  function whatIsWrong(value: string): string | null {
    if (value.length === 0 || value.length > most().length) return `A rule has 1 to ${most().length} characters`;
    try {
      readQuery(value, store);
      return null;
    } catch (error) {
      return error instanceof Refusal ? JSON.stringify(error.body.errors) : String(error);
    }
  }

  /** Where one is odd none is made; what the network does there is not documented. */
  function add(all: unknown) {
    if (!Array.isArray(all)) throw invalid('add', JSON.stringify(all), '$.add: is not an array');
    const asked = all.map((one: { value?: unknown; tag?: unknown }) => ({
      value: String(one?.value ?? ''),
      ...(one?.tag === undefined ? {} : { tag: String(one.tag) }),
    }));
    const odd = asked.flatMap(({ value }) => {
      const detail = whatIsWrong(value);
      return detail === null
        ? []
        : [{ value, details: [detail], title: 'UnprocessableEntity', type: `${PROBLEM}/invalid-rules` }];
    });
    if (stream.rules.size + asked.length > most().rules)
      throw new Refusal(422, {
        title: 'RulesCapExceeded',
        detail: `The number of rules is limited to ${most().rules}.`,
        type: `${PROBLEM}/rule-cap`,
      });
    const data: StreamRule[] = [];
    const twice: object[] = [];
    for (const one of odd.length > 0 ? [] : asked) {
      const known = [...stream.rules.values()].find(({ value }) => value === one.value);
      const made = { id: known?.id ?? store.nextId(now()), ...one };
      if (known) twice.push({ ...made, title: 'DuplicateRule', type: `${PROBLEM}/duplicate-rules` });
      else {
        data.push(made);
        stream.rules.set(made.id, made);
      }
    }
    stream.told();
    const errors = [...odd, ...twice];
    const counts = { created: data.length, not_created: asked.length - data.length };
    return {
      ...(data.length > 0 ? { data } : {}),
      meta: meta({ ...counts, valid: asked.length - odd.length, invalid: odd.length }),
      ...(errors.length > 0 ? { errors } : {}),
    };
  }

  function remove(ids: unknown) {
    if (!Array.isArray(ids)) throw invalid('delete', JSON.stringify(ids), '$.delete.ids: is not an array');
    const deleted = ids.filter((id) => stream.rules.delete(String(id))).length;
    stream.told();
    return { meta: meta({ deleted, not_deleted: ids.length - deleted }) };
  }

  return [
    {
      method: 'GET',
      path: /^\/2\/tweets\/search\/stream\/rules$/,
      limit: 450,
      takes: ['ids', 'max_results', 'pagination_token'],
      by: 'app',
      answer() {
        const data = [...stream.rules.values()];
        const { length: result_count } = data;
        return { ...(result_count > 0 ? { data } : {}), meta: { sent: now().toISOString(), result_count } };
      },
    },
    {
      method: 'POST',
      path: /^\/2\/tweets\/search\/stream\/rules$/,
      limit: 100,
      takes: ['add', 'delete'],
      by: 'app',
      answer: (call: Call) =>
        call.body.add === undefined
          ? remove((call.body.delete as { ids?: unknown } | undefined)?.ids)
          : add(call.body.add),
    },
    {
      method: 'GET',
      path: /^\/2\/tweets\/search\/stream$/,
      limit: 50,
      takes: [...SHOWING, ...(isEnterprise() ? ['backfill_minutes', 'start_time', 'end_time'] : [])],
      by: 'app',
      answer: () => null,
      open: (call, response) => stream.open(call, response),
    },
  ];
}
