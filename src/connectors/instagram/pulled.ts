import type { Trouble } from '../../core/channel/connector.ts';
import type { GraphAnswer } from '../meta/graph.ts';
import { unreadable as unreadableBy } from '../meta/pulled.ts';
import { judge } from './errors.ts';

export { asJson, entryOf, OVERLAP_MS } from '../meta/pulled.ts';

/** Why a list cannot be read. What no waiting mends needs somebody who looks at the settings. */
export const unreadable = (answer: Exclude<GraphAnswer, { kind: 'ok' }>): Trouble => unreadableBy(answer, judge);
