import { FACTORS, type Factor, type FactorId } from './factor.ts';
import { MOMENT } from './moment.ts';
import { PERSON } from './person.ts';
import { SAID } from './said.ts';

/** Every factor there is. A workspace or a team picks among them and weighs them. */
export const DICTIONARY: Readonly<Record<FactorId, Factor>> = { ...SAID, ...PERSON, ...MOMENT };

/** In the order of `FACTORS`, for whatever walks them all for many conversations. */
export const WALKED: readonly (readonly [FactorId, Factor])[] = FACTORS.map((id) => [id, DICTIONARY[id]]);
