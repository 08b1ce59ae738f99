import type { Capabilities } from '../../core/channel/capabilities.ts';
import { type Refusal, refused } from './refused.ts';

/**
 * Why these answers to tap cannot be offered; null: they can. What is cut to fit would say something else than was written.
 *
 * @param name of the network, on screen
 */
export function choicesProblem(
  choices: readonly string[],
  { choices: most = { max: 0, maxLength: 0 } }: Pick<Capabilities, 'choices'>,
  name: string,
): Refusal | null {
  if (choices.length > most.max)
    return refused('other', `${name} shows at most ${most.max} answers to tap; there are ${choices.length}.`);
  const odd = choices.find((choice) => choice.trim() === '' || choice.length > most.maxLength);
  return odd === undefined
    ? null
    : refused('other', `The answer "${odd}" to tap must have 1 to ${most.maxLength} characters on ${name}.`);
}
