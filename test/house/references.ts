/** What documents and comments refer to: headings, paths of the project, links. */

/** A reference of the form ARCHITECTURE "Trust". */
export interface HeadingReference {
  readonly document: string;
  readonly heading: string;
}

/** The references to headings in a source text. A reference may be broken over two lines of a comment. */
export function headingReferences(source: string): readonly HeadingReference[] {
  const text = source.replace(/\n\s*(?:\*(?!\/)|\/\/)?\s*/g, ' ');
  return [...text.matchAll(/\b(ARCHITECTURE|PROTOCOL|CONTRIBUTING) "([^"]*)"/g)].map(
    ([, document = '', heading = '']) => ({ document, heading }),
  );
}

/** The headings of a Markdown document, without their marks. Lines in fenced blocks are no headings. */
export function headingsOf(markdown: string): readonly string[] {
  return [...withoutFences(markdown).matchAll(/^#{1,6} +(.+?) *$/gm)].map(([, heading = '']) => heading);
}

/** The anchor that GitHub gives a heading: `Who may import what` is `who-may-import-what`. */
export function anchorOf(heading: string): string {
  return heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s_-]/gu, '')
    .replace(/\s/g, '-');
}

/** The paths in backticks that begin in a folder of the project, as they are written. */
export function pathsIn(markdown: string): readonly string[] {
  return [...withoutFences(markdown).matchAll(/`((?:src|test|workers|public|\.github)\/[^`]*)`/g)].map(
    ([, path = '']) => path,
  );
}

/**
 * Whether a path names one of the files, or a folder above one. A path that ends with a slash is a folder.
 * `*` stands for a part of a name, `**` for any folders, `{a,b}` for one of several.
 */
export function names(path: string, files: readonly string[]): boolean {
  const pattern = path
    .replace(/[.+?^$()|[\]\\]/g, '\\$&')
    .replace(/\{([^}]*)\}/g, (_, choices: string) => `(?:${choices.replaceAll(',', '|')})`)
    .replace(/\*+/g, (stars) => (stars === '*' ? '[^/]*' : '.*'));
  const wanted = new RegExp(path.endsWith('/') ? `^${pattern}` : `^${pattern}(?:/|$)`);
  return files.some((file) => wanted.test(file));
}

/** The targets of links and pictures that stay in the project: not those with a scheme. */
export function relativeLinks(markdown: string): readonly string[] {
  const text = withoutFences(markdown).replace(/`[^`]*`/g, '');
  const targets = [...text.matchAll(/\]\(([^)\s]+)\)|<(?:a|img)\b[^>]*\b(?:href|src)="([^"]+)"/g)];
  return targets.map(([, link, attribute]) => link ?? attribute ?? '').filter((target) => !/^[a-z]+:/.test(target));
}

function withoutFences(markdown: string): string {
  return markdown.replace(/^ *```[\s\S]*?^ *```/gm, '');
}
