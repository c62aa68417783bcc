/**
 * `npm run conformance -- DIR` runs every vector below DIR, which has the layout of `test/vectors`, against our code.
 * It prints one line for each file and exits with 1 if there is any difference.
 */
import { runVectors } from './conformance/run-vectors.ts';

const dir = process.argv[2] ?? 'test/vectors';
const results = await runVectors(dir);
for (const { file, passed, differences } of results) {
  console.log(`${differences.length === 0 ? 'ok  ' : 'FAIL'} ${file}: ${passed} passed, ${differences.length} failed`);
  for (const difference of differences.slice(0, 20)) console.log(`       ${difference}`);
}
if (results.length === 0) console.log(`FAIL ${dir}: no vectors found`);
process.exitCode = results.length > 0 && results.every((result) => result.differences.length === 0) ? 0 : 1;
