import { describe, expect, it } from 'vitest';
import { Trouble } from '../../core/channel/connector.ts';
import { type Ask, type Marks, OddSearch, openTurns } from './search-turns.ts';

const QUERIES = ['a', 'b', 'c', 'd', 'e'].map((key) => ({ key }));

function openLab(calls = 2) {
  const turns = openTurns({ calls, perMs: 60_000 });
  let at = Date.parse('2026-11-20T12:00:00Z');
  let marks: Marks = {};
  const asked: string[] = [];
  const answers = new Map<string, () => { more?: boolean }>();
  const ask: Ask<{ key: string }> = async ({ key }, mark) => {
    turns.spend();
    asked.push(key);
    const { more = false } = answers.get(key)?.() ?? {};
    return { entries: [], cursor: ((mark as number | null) ?? 0) + 1, more };
  };
  return {
    answers,
    wait: (ms: number) => {
      at += ms;
    },
    marks: () => marks,
    async pull(queries = QUERIES) {
      asked.length = 0;
      const turned = await turns.pull(queries, marks, () => new Date(at), ask);
      marks = turned.marks;
      return { asked: asked.join(''), more: turned.more };
    },
  };
}
const fails = (error: Trouble) => () => {
  throw error;
};
const away = () => new Trouble('unavailable', 'The server is away.');

describe('queries that share the calls of an account', () => {
  it('take turns, and each goes on from its own mark', async () => {
    const lab = openLab();
    const turns: string[] = [];
    for (let at = 0; at < 5; at += 1) {
      turns.push((await lab.pull()).asked);
      lab.wait(60_000);
    }
    expect(turns).toEqual(['ab', 'cd', 'ea', 'bc', 'de']);
    expect(lab.marks()).toEqual({ a: 2, b: 2, c: 2, d: 2, e: 2 });
  });

  it('ask no more than their share, however often they are due', async () => {
    const lab = openLab();
    await lab.pull();
    lab.wait(10_000);
    expect(await lab.pull()).toEqual({ asked: '', more: false });
    lab.wait(50_000);
    expect((await lab.pull()).asked).toBe('cd');
  });

  it('go on alone where one had more than fits, and leave it for later when the share is used up', async () => {
    const lab = openLab(4);
    lab.answers.set('a', () => ({ more: true }));
    expect(await lab.pull(QUERIES.slice(0, 2))).toEqual({ asked: 'ab', more: true });
    expect(await lab.pull(QUERIES.slice(0, 2))).toEqual({ asked: 'a', more: true });
    expect(await lab.pull(QUERIES.slice(0, 2))).toEqual({ asked: 'a', more: false });
    lab.wait(60_000);
    lab.answers.clear();
    expect(await lab.pull(QUERIES.slice(0, 2))).toEqual({ asked: 'ba', more: false });
  });

  it('drop the mark of what nobody asks for any more, and keep those whose turn it is not', async () => {
    const lab = openLab(5);
    await lab.pull();
    expect((await lab.pull([{ key: 'e' }, { key: 'f' }])).asked).toBe('');
    expect(lab.marks()).toEqual({ e: 1 });
  });

  it('take no name for something that every object has', async () => {
    const lab = openLab();
    await lab.pull([{ key: 'constructor' }, { key: '__proto__' }]);
    expect(lab.marks().constructor).toBe(1);
  });

  it('outlive a clock that is set back', async () => {
    const lab = openLab();
    await lab.pull();
    lab.wait(-86_400_000);
    expect((await lab.pull()).asked).toBe('cd');
  });
});

describe('trouble', () => {
  it('with one odd query is silent where another works, and leaves it alone for an hour', async () => {
    const lab = openLab(10);
    lab.answers.set('b', fails(new OddSearch('What?')));
    expect((await lab.pull()).asked).toBe('abcde');
    lab.wait(60_000);
    expect((await lab.pull()).asked).toBe('acde');
    lab.wait(3_600_000);
    expect((await lab.pull()).asked).toBe('bacde');
  });

  it('with all of them is told once, then they rest', async () => {
    const lab = openLab(10);
    for (const { key } of QUERIES) lab.answers.set(key, fails(new OddSearch(`What is ${key}?`)));
    await expect(lab.pull()).rejects.toMatchObject({ kind: 'misconfigured', message: 'What is a?' });
    lab.wait(60_000);
    expect((await lab.pull()).asked).toBe('');
  });

  it('with the network ends after two in a row; the next pull begins with the others', async () => {
    const lab = openLab(10);
    lab.answers.set('a', fails(away())).set('b', fails(away()));
    await expect(lab.pull()).rejects.toMatchObject({ kind: 'unavailable' });
    expect((await lab.pull()).asked).toBe('cdeab');
    expect(lab.marks()).toEqual({ c: 1, d: 1, e: 1 });
  });

  it('with a single query that always fails costs the others nothing', async () => {
    const lab = openLab(10);
    lab.answers.set('c', fails(away()));
    expect((await lab.pull()).asked).toBe('abcde');
    expect(lab.marks()).toEqual({ a: 1, b: 1, d: 1, e: 1 });
  });

  it('of too many calls is waited for, and is nobody’s fault', async () => {
    const lab = openLab(10);
    lab.answers.set('b', fails(new Trouble('limited', 'Slow down.', 300_000)));
    expect(await lab.pull()).toEqual({ asked: 'ab', more: false });
    lab.answers.clear();
    lab.wait(240_000);
    expect((await lab.pull()).asked).toBe('');
    lab.wait(60_000);
    expect((await lab.pull()).asked).toBe('cdeab');
  });

  it('with the login is told at once', async () => {
    const lab = openLab(10);
    lab.answers.set('a', fails(new Trouble('needs_login', 'Who?')));
    await expect(lab.pull()).rejects.toMatchObject({ kind: 'needs_login' });
  });
});
