import { describe, expect, it } from 'vitest';
import { hashPassword, isPassword } from './password.ts';

describe('passwords', () => {
  it('are kept as argon2id with a salt of their own', async () => {
    const [one, two] = await Promise.all([hashPassword('κωδικός 12345'), hashPassword('κωδικός 12345')]);
    expect(one).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$[A-Za-z0-9+/]{22}\$[A-Za-z0-9+/]{43}$/);
    expect(one).not.toBe(two);
  });

  it.each([
    { when: 'it is right', offered: 'café au lait', isRight: true },
    { when: 'it is typed with a combining accent', offered: 'café au lait', isRight: true },
    { when: 'it is wrong', offered: 'cafe au lait', isRight: false },
    { when: 'it is empty', offered: '', isRight: false },
  ])('$isRight when $when', async ({ offered, isRight }) => {
    expect(await isPassword(offered, await hashPassword('café au lait'))).toBe(isRight);
  });

  it.each([null, '', 'plain text', '$argon2id$v=19$m=8,t=1$x$y'])('never right for %j', async (stored) => {
    expect(await isPassword('anything', stored)).toBe(false);
  });
});
