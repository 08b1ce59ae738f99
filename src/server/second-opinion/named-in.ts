import { z } from 'zod';
import type { Json } from '../../core/ids.ts';
import { PARAMETERS, type Parameter } from '../../core/second-opinion/way.ts';

/** Where servers that speak this dialect tell what was wrong: OpenAI and most others, llama.cpp's and Ollama's, FastAPI's. */
const Refusal = z.object({
  error: z
    .union([
      z.string(),
      z.object({ param: z.string().nullish().catch(null), message: z.string().nullish().catch(null) }),
    ])
    .optional()
    .catch(undefined),
  message: z.string().optional().catch(undefined),
  detail: z.unknown().optional(),
});

/** Which of the parameters that were sent a refusal names: in its field for that, or first in its words. Null: none. */
export function namedIn(text: string, sent: Readonly<Record<string, Json>>): Parameter | null {
  const { error, message, detail } = Refusal.safeParse(parse(text)).data ?? { error: text };
  const param = typeof error === 'object' ? error.param : null;
  const words =
    (typeof error === 'object' ? error.message : error) ??
    message ??
    (detail === undefined ? '' : JSON.stringify(detail));
  const mayBe = PARAMETERS.filter((one) => one in sent);
  const places = mayBe.map((one) => [one, words.search(new RegExp(`\\b${one}\\b`))] as const);
  const [first] = places.filter(([, at]) => at >= 0).toSorted(([, a], [, b]) => a - b);
  return mayBe.find((one) => one === param) ?? first?.[0] ?? null;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
