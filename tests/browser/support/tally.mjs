// Reporter of node:test: failures whole, then `N passed, N failed`, as tests/run.sh counts.
import { inspect } from 'node:util';

export default async function* tally(events) {
  let passed = 0;
  let failed = 0;
  for await (const { type, data } of events) {
    const isSuite = data?.details?.type === 'suite';
    if (type === 'test:pass' && !isSuite) {
      if (data.skip === undefined) passed += 1;
      else yield `${data.name}: not run: ${data.skip}\n`;
      if (process.env.GUICHET_VERBOSE) yield `ok ${Math.round(data.details.duration_ms)} ms ${data.name}\n`;
    }
    if (type === 'test:fail' && data.details?.error?.failureType !== 'subtestsFailed') {
      failed += 1;
      const { cause } = data.details.error;
      yield `FAILED: ${data.name}\n${cause?.stack ?? inspect(cause ?? data.details.error)}\n`;
      if (cause?.actual !== undefined) yield `${inspect(cause.actual, { depth: 4, maxArrayLength: 20 })}\n`;
    }
  }
  yield `${passed} passed, ${failed} failed\n`;
}
