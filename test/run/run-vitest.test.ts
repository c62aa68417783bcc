import { expect, test } from 'vitest';
import { countReport } from './run-vitest.ts';

const file = (status: string, ...tests: string[]) => ({
  name: 'a.test.ts',
  status,
  assertionResults: tests.map((one) => ({ status: one, fullName: 'a test' })),
});

test.for([
  {
    what: 'a file whose tests all passed',
    report: [file('passed', 'passed', 'passed')],
    code: 0,
    passed: 2,
    failed: 0,
  },
  { what: 'a file with one failed test', report: [file('failed', 'passed', 'failed')], code: 1, passed: 1, failed: 1 },
  {
    what: 'a file with pending, skipped and planned tests',
    report: [file('passed', 'passed', 'pending', 'skipped', 'todo')],
    code: 0,
    passed: 1,
    failed: 3,
  },
  {
    what: 'a file that did not load',
    report: [file('failed'), file('passed', 'passed')],
    code: 1,
    passed: 1,
    failed: 1,
  },
  { what: 'a file whose teardown failed', report: [file('failed', 'passed')], code: 1, passed: 1, failed: 1 },
  { what: 'an error outside of every test', report: [file('passed', 'passed')], code: 1, passed: 1, failed: 1 },
])('$what: $passed passed, $failed failed', ({ report, code, passed, failed }) => {
  expect(countReport({ testResults: report }, code)).toEqual({ passed, failed });
});
