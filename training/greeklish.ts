import { randomFrom } from './learn.ts';

/** Greek letters in the Latin ones that people type for them: by sound, by look, by the place on the keyboard. */
const WAYS: Readonly<Record<string, readonly string[]>> = {
  α: ['a'],
  β: ['v', 'b'],
  γ: ['g'],
  δ: ['d'],
  ε: ['e'],
  ζ: ['z'],
  η: ['i', 'h'],
  θ: ['th', '8'],
  ι: ['i'],
  κ: ['k'],
  λ: ['l'],
  μ: ['m'],
  ν: ['n'],
  ξ: ['ks', '3', 'x'],
  ο: ['o'],
  π: ['p'],
  ρ: ['r'],
  σ: ['s'],
  ς: ['s'],
  τ: ['t'],
  υ: ['y', 'u', 'i'],
  φ: ['f', 'ph'],
  χ: ['x', 'h', 'ch'],
  ψ: ['ps', '4'],
  ω: ['w', 'o'],
};
const PAIRS: Readonly<Record<string, readonly string[]>> = {
  ου: ['ou', 'u'],
  αυ: ['af', 'au'],
  ευ: ['ef', 'eu'],
  μπ: ['mp', 'b'],
  ντ: ['nt', 'd'],
};

/** One writer's way of it: the same letter is the same throughout. */
export function greeklish(text: string, seed: number): string {
  const random = randomFrom(seed);
  const choose = (ways: Readonly<Record<string, readonly string[]>>) =>
    new Map(
      Object.entries(ways).map(([letter, all]) => [letter, all[Math.floor(random() * random() * all.length)] ?? '']),
    );
  const letters = choose(WAYS);
  const pairs = choose(PAIRS);
  const plain = text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
  return plain
    .replace(/ου|αυ|ευ|μπ|ντ/gu, (pair) => pairs.get(pair) ?? pair)
    .replace(/[α-ω]/gu, (letter) => letters.get(letter) ?? letter)
    .replaceAll(';', '?');
}
