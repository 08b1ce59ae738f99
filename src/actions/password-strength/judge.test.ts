import { expect, it } from 'vitest';
import { judgePassword, requireStrongPassword } from './judge.ts';

const ABOUT = ['Anastasia Papadopoulou', 'anastasia@kettleandco.example', 'Kettle & Co'];

it.each([
  { password: 'password123', isWeak: true },
  { password: 'qwertyuiop', isWeak: true },
  { password: 'p4$$w0rd1!', isWeak: true },
  { password: '4n4$t4s14!', isWeak: true },
  { password: 'aaaaaaaaaaaaaaaa', isWeak: true },
  { password: 'Anastasia1', isWeak: true },
  { password: 'kettleandco', isWeak: true },
  { password: 'papadopoulou!', isWeak: true },
  { password: 'correct horse battery', isWeak: false },
  { password: 'τρεις γάτες στο παράθυρο', isWeak: false },
  { password: 'x'.repeat(10) + 'K7#mq'.repeat(190), isWeak: false },
])('$password is easy to guess: $isWeak', async ({ password, isWeak }) => {
  const { score, advice } = await judgePassword(password, ABOUT);
  expect(score < 3).toBe(isWeak);
  if (isWeak) {
    expect(advice.length).toBeGreaterThan(0);
    await expect(requireStrongPassword(password, ABOUT)).rejects.toMatchObject({ code: 'weak_password' });
  }
});

it('many at once each get their own answer', async () => {
  const all = await Promise.all(['password', 'zebra lantern quartz mill'].map((one) => judgePassword(one, [])));
  expect(all.map(({ score }) => score)).toEqual([0, 4]);
});
