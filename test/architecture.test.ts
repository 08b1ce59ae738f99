import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';

/** To change an arrow, change it here, and say why in the commit. A room may always import itself. */
const MAY_IMPORT: Record<string, readonly string[]> = {
  core: [],
  wire: ['core'],
  storage: ['core'],
  connectors: ['core'],
  // Only what all channels share of speaking with foreign systems, see below.
  commerce: ['core', 'connectors'],
  actions: ['core', 'storage'],
  simulators: ['core'],
  server: ['core', 'wire', 'storage', 'connectors', 'commerce', 'actions'],
  web: ['core', 'wire'],
  cli: ['core', 'wire', 'storage', 'connectors', 'actions', 'server', 'simulators'],
};
/** The one door to the simulated networks. It is itself opened at run time only, when practice is on, and never in production. */
const PRACTICE = 'server/practice/';
/** Folders of `connectors` that are not a channel: what channels share. */
const SHARED_BY_CHANNELS = ['meta', 'shared'];

const SRC = resolve(import.meta.dirname, '../src');

interface Import {
  readonly from: string;
  /** A file below src for a relative import, otherwise the name of the package. */
  readonly to: string;
  readonly isRelative: boolean;
  readonly isDynamic: boolean;
  /** Gone at run time: it cannot load anything. */
  readonly isType: boolean;
}

const FILES = readdirSync(SRC, { recursive: true, encoding: 'utf8' })
  .filter((name) => /\.tsx?$/.test(name))
  .sort();
/** A test, or what only tests are made with. */
const isTest = (file: string) => /\.(test|fixture)\.tsx?$|\/test\//.test(file);
const roomOf = (file: string) => file.split('/')[0] ?? '';
const IMPORTS = FILES.flatMap((file) => importsOf(file, readFileSync(join(SRC, file), 'utf8')));
const INSIDE = IMPORTS.filter(({ isRelative }) => isRelative);

function importsOf(from: string, text: string): readonly Import[] {
  const code = text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/^\s*\/\/.*$/gm, '');
  const found = [
    ...code.matchAll(/^\s*(?:import|export)\s+(type\s)?(?:[^'";]*?\sfrom\s+)?['"]([^'"]+)['"]/gm),
    ...code.matchAll(/(?:import|new URL)\(\s*()['"]([^'"]+\.tsx?|[^'"./][^'"]*)['"]/g),
  ];
  return found.map(([statement, type, target = '']) => {
    const isRelative = target.startsWith('.');
    const to = isRelative ? relative(SRC, resolve(SRC, dirname(from), target)) : target;
    return { from, to, isRelative, isDynamic: /^(?:import|new URL)\(/.test(statement), isType: Boolean(type) };
  });
}

const show = ({ from, to }: Import) => `${from} -> ${to}`;

it('finds the imports it is about', () => {
  expect(INSIDE.length).toBeGreaterThan(100);
  expect(
    importsOf('core/a.ts', "import type { A } from '../wire/b.ts';\nconst c = await import('./c.ts');"),
  ).toMatchObject([
    { to: 'wire/b.ts', isType: true, isDynamic: false },
    { to: 'core/c.ts', isType: false, isDynamic: true },
  ]);
});

describe('rooms', () => {
  it('are the ones that have arrows', () => {
    const rooms = readdirSync(SRC, { withFileTypes: true }).filter((entry) => entry.isDirectory());
    expect(rooms.map(({ name }) => name).sort()).toEqual(Object.keys(MAY_IMPORT).sort());
  });

  it('import along the arrows', () => {
    const strays = INSIDE.filter(({ from, to }) => {
      const [room, target] = [roomOf(from), roomOf(to)];
      if (room === target || MAY_IMPORT[room]?.includes(target)) return false;
      if (isTest(from) && (target === 'simulators' || to.startsWith('../test/'))) return false;
      return !(target === 'simulators' && from.startsWith(PRACTICE));
    });
    expect(strays.map(show)).toEqual([]);
  });

  it('do not import each other in a circle', () => {
    const arrows = new Map(Object.keys(MAY_IMPORT).map((room) => [room, new Set<string>()]));
    for (const { from, to, isDynamic } of INSIDE)
      if (!isDynamic && !isTest(from) && roomOf(from) !== roomOf(to)) arrows.get(roomOf(from))?.add(roomOf(to));
    const done = new Set<string>();
    const walk = (room: string, path: readonly string[]): readonly string[] | null => {
      if (path.includes(room)) return [...path, room];
      if (done.has(room)) return null;
      for (const next of arrows.get(room) ?? []) {
        const circle = walk(next, [...path, room]);
        if (circle) return circle;
      }
      done.add(room);
      return null;
    };
    expect([...arrows.keys()].map((room) => walk(room, [])).filter(Boolean)).toEqual([]);
  });
});

it('a shop takes nothing of the channels but what all of them share', () => {
  const strays = INSIDE.filter(
    ({ from, to }) =>
      roomOf(from) === 'commerce' && roomOf(to) === 'connectors' && !to.startsWith('connectors/shared/'),
  );
  expect(strays.map(show)).toEqual([]);
});

describe('core', () => {
  it('imports nothing but itself: no package, no Node, no other room', () => {
    const strays = IMPORTS.filter(
      ({ from, to, isRelative }) => roomOf(from) === 'core' && !isTest(from) && !(isRelative && roomOf(to) === 'core'),
    );
    expect(strays.map(show)).toEqual([]);
  });

  it('has no clock and no chance of its own: `now` is given', () => {
    const own = FILES.filter((file) => roomOf(file) === 'core' && !isTest(file)).filter((file) =>
      /Date\.now\(|new Date\(\)|Math\.random\(|crypto\.random/.test(readFileSync(join(SRC, file), 'utf8')),
    );
    expect(own).toEqual([]);
  });
});

describe('production code', () => {
  it('never imports a simulator, except through the practice door', () => {
    const strays = INSIDE.filter(({ from, to }) => {
      if (roomOf(to) !== 'simulators' || roomOf(from) === 'simulators' || isTest(from)) return false;
      return !from.startsWith(PRACTICE) && roomOf(from) !== 'cli';
    });
    expect(strays.map(show)).toEqual([]);
  });

  it('reaches the practice workspace only by a dynamic import', () => {
    const strays = INSIDE.filter(
      ({ from, to, isDynamic, isType }) =>
        to.startsWith(PRACTICE) && !from.startsWith(PRACTICE) && !isDynamic && !isType && !isTest(from),
    );
    expect(strays.map(show)).toEqual([]);
  });

  it('imports no test, and nothing outside of src', () => {
    const strays = INSIDE.filter(
      ({ from, to }) => !isTest(from) && (isTest(to) || (to.startsWith('..') && /\.tsx?$/.test(to))),
    );
    expect(strays.map(show)).toEqual([]);
  });

  it('keeps the browser out of the server and the server out of the browser', () => {
    const strays = IMPORTS.filter(({ from, to }) => roomOf(from) === 'web' && to.startsWith('node:') && !isTest(from));
    expect(strays.map(show)).toEqual([]);
  });

  it('knows table names and speaks SQL in storage only', () => {
    const drivers = IMPORTS.filter(
      ({ from, to, isType }) =>
        /^(kysely|pg|@electric-sql\/pglite)$/.test(to) && !isType && roomOf(from) !== 'storage' && !isTest(from),
    );
    const statement = /\.(selectFrom|insertInto|updateTable|deleteFrom|mergeInto)\(/;
    const speakers = FILES.filter((file) => roomOf(file) !== 'storage' && !isTest(file)).filter((file) =>
      statement.test(readFileSync(join(SRC, file), 'utf8')),
    );
    expect([...drivers.map(show), ...speakers]).toEqual([]);
  });
});

describe('connectors', () => {
  const folders = readdirSync(join(SRC, 'connectors'), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name);

  it('do not import each other', () => {
    const folderOf = (file: string) => file.split('/')[1] ?? '';
    const strays = INSIDE.filter(
      ({ from, to }) =>
        roomOf(from) === 'connectors' && roomOf(to) === 'connectors' && folders.includes(folderOf(from)),
    ).filter(({ from, to }) => folderOf(from) !== folderOf(to) && !SHARED_BY_CHANNELS.includes(folderOf(to)));
    expect(strays.map(show)).toEqual([]);
  });

  it('are all in the registry', () => {
    const registered = INSIDE.filter(({ from }) => from === 'connectors/registry.ts').map(({ to }) => to.split('/')[1]);
    expect(folders.filter((folder) => !SHARED_BY_CHANNELS.includes(folder) && !registered.includes(folder))).toEqual(
      [],
    );
  });
});
