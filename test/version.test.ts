/** The version is one and the same everywhere, and so is what is new in it. */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { en } from '../src/ui/words/en.ts';
import { VERSION } from '../src/ui/words/version.ts';

const read = (path: string) => readFileSync(new URL(`../${path}`, import.meta.url), 'utf8');

/** The first version in a changelog, with its bullets. A bullet may be broken over several lines. */
function newestIn(changelog: string): { version: string | undefined; news: readonly string[] } {
  const [, section = ''] = changelog.split(/^## /m);
  const [version, ...lines] = section.trimEnd().split('\n');
  const bullets = lines.join('\n').split(/^- /m).slice(1);
  return { version, news: bullets.map((bullet) => bullet.trim().replace(/\s*\n\s*/g, ' ')) };
}

describe('the version of the page', () => {
  test('is the version of the package', () => {
    expect(VERSION).toBe((JSON.parse(read('package.json')) as { version: string }).version);
  });

  test('is the first in the changelog, which says the same of it as the catalogue', () => {
    const { version, news } = newestIn(read('.github/CHANGELOG.md'));
    expect(version).toBe(VERSION);
    expect(news).toEqual([en.node.news[VERSION]]);
  });
});

test('a changelog is read down to the second version', () => {
  const changelog = '# Changelog\n\nText.\n\n## 0.2.0\n\n- One thing,\n  and more.\n- Another.\n\n## 0.1.0\n\n- Old.\n';
  expect(newestIn(changelog)).toEqual({ version: '0.2.0', news: ['One thing, and more.', 'Another.'] });
  expect(newestIn('# Changelog\n')).toEqual({ version: '', news: [] });
});
