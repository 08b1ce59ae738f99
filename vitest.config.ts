import { defineConfig } from 'vitest/config';

/** A machine may be slow or busy with other things; only what never comes is a failure. */
const expect = { poll: { timeout: 20_000 } };

/**
 * `unit` is the quick half: no database server, no browser. `whole` needs PostgreSQL and Chromium and is
 * started by `npm test`, which installs what is missing first.
 */
export default defineConfig({
  test: {
    passWithNoTests: false,
    projects: [
      {
        test: {
          name: 'unit',
          include: ['src/**/*.test.ts', 'test/*.test.ts', 'test/house/**/*.test.ts'],
          exclude: ['src/storage/**', 'src/actions/**', 'src/server/**', 'src/cli/**'],
          testTimeout: 60_000,
          hookTimeout: 60_000,
          expect,
        },
      },
      {
        test: {
          name: 'storage',
          include: [
            'src/storage/**/*.test.ts',
            'src/actions/**/*.test.ts',
            'src/server/**/*.test.ts',
            'src/cli/**/*.test.ts',
          ],
          testTimeout: 60_000,
          hookTimeout: 120_000,
          expect,
        },
      },
      {
        test: {
          name: 'contract',
          include: ['test/contract/**/*.test.ts'],
          testTimeout: 60_000,
          hookTimeout: 60_000,
          expect,
        },
      },
      {
        test: {
          name: 'end-to-end',
          include: ['test/e2e/**/*.test.ts'],
          globalSetup: ['test/e2e/desk/setup.ts'],
          testTimeout: 180_000,
          hookTimeout: 180_000,
          fileParallelism: false,
          expect,
        },
      },
      {
        test: {
          name: 'faults',
          include: ['test/faults/**/*.test.ts'],
          testTimeout: 600_000,
          hookTimeout: 180_000,
          fileParallelism: false,
          expect,
        },
      },
      {
        test: {
          name: 'real',
          include: ['test/real/**/*.test.ts'],
          testTimeout: 600_000,
          hookTimeout: 600_000,
          fileParallelism: false,
          expect,
        },
      },
    ],
  },
});
