import type { Facts } from '../conversation/matches.ts';

/**
 * A short name for what a conversation asks of us: the same state has the same name. What rules themselves change is no part
 * of it: so a rule neither follows its own doing, nor fights with a person who does otherwise.
 */
export function stateKey(facts: Facts): string {
  return hash(
    JSON.stringify([
      facts.attention,
      facts.resolution,
      facts.waitingSince,
      facts.promisedFor,
      facts.sentiment,
      facts.kind,
      facts.urgency,
      facts.topic,
      facts.isVip,
      // What is part of no problem keeps the name it always had.
      ...(facts.isKnownProblem ? ['problem'] : []),
    ]),
  );
}

/** 53 bits of cyrb53 by bryc (public domain): two states of one conversation do not meet in it. */
function hash(text: string): string {
  let [a, b] = [0xdeadbeef, 0x41c6ce57];
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    a = Math.imul(a ^ code, 2654435761);
    b = Math.imul(b ^ code, 1597334677);
  }
  a = Math.imul(a ^ (a >>> 16), 2246822507) ^ Math.imul(b ^ (b >>> 13), 3266489909);
  b = Math.imul(b ^ (b >>> 16), 2246822507) ^ Math.imul(a ^ (a >>> 13), 3266489909);
  return (4294967296 * (2097151 & b) + (a >>> 0)).toString(36);
}
