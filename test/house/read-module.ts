/** Reads what the rules of the house ask about a module from its syntax tree. Comments and strings do not count. */
import { parseSync } from 'vite';

export interface ModuleFacts {
  /** Relative to the repository. */
  readonly path: string;
  readonly lines: number;
  readonly imports: readonly Import[];
  /** Names that may be globals: `setTimeout`, `Date.now`, `new Date()`. Names of its own are among them. */
  readonly touched: ReadonlySet<string>;
  /** How many errors it swallows, with `catch {}` or `.catch(() => {})`. */
  readonly emptyCatches: number;
  /** Nothing is left of it if its types are removed. */
  readonly typesOnly: boolean;
}

export interface Import {
  readonly specifier: string;
  readonly how: 'value' | 'type' | 'onDemand';
}

/** A node of the syntax tree. Its type decides which other fields it has. */
export interface Node {
  readonly type: string;
  readonly [field: string]: unknown;
}

const TYPE_STATEMENTS = ['TSInterfaceDeclaration', 'TSTypeAliasDeclaration', 'EmptyStatement'];
const GLOBAL_OBJECTS = ['globalThis', 'self', 'window'];

export function readModule(path: string, source: string): ModuleFacts {
  const body = statementsOf(path, source);
  const imports: Import[] = [];
  const touched = new Set<string>();
  let emptyCatches = 0;
  for (const node of body.flatMap(withDescendants)) {
    const found = importOf(node);
    if (found) imports.push(found);
    for (const name of touchedBy(node)) touched.add(name);
    if (isEmptyCatch(node)) emptyCatches++;
  }
  return { path, lines: source.split('\n').length, imports, touched, emptyCatches, typesOnly: body.every(isErased) };
}

/** The statements of a module. Throws if it cannot be parsed. */
export function statementsOf(path: string, source: string): readonly Node[] {
  const { program, errors } = parseSync(path, source);
  if (errors[0]) throw new Error(`${path}: ${errors[0].message}`);
  return program.body as unknown as readonly Node[];
}

/** `import { type A }` counts as a value, because with verbatimModuleSyntax the import itself stays. */
function importOf(node: Node): Import | null {
  const source = isNode(node.source) ? node.source.value : undefined;
  if (typeof source !== 'string') return null;
  if (node.type === 'TSImportType') return { specifier: source, how: 'type' };
  if (node.type === 'ImportExpression') return { specifier: source, how: 'onDemand' };
  return { specifier: source, how: [node.importKind, node.exportKind].includes('type') ? 'type' : 'value' };
}

function touchedBy(node: Node): readonly string[] {
  switch (node.type) {
    case 'Identifier':
      return [String(node.name)];
    case 'MemberExpression':
      return [nameOf(node)].filter((name) => name !== null);
    case 'NewExpression':
      return isEmptyList(node.arguments) ? [`new ${nameOf(node.callee)}()`] : [];
    case 'CallExpression':
      return [`${nameOf(node.callee)}()`];
    default:
      return [];
  }
}

/** `Date.now` for `Date.now`, `Date['now']` and `globalThis.Date.now`; null for what cannot be named like that. */
function nameOf(node: unknown): string | null {
  if (!isNode(node)) return null;
  if (node.type === 'Identifier') return String(node.name);
  if (node.type !== 'MemberExpression' || !isNode(node.property)) return null;
  const object = nameOf(node.object);
  const property = node.computed ? node.property.value : node.property.name;
  if (object === null || typeof property !== 'string') return null;
  return GLOBAL_OBJECTS.includes(object) && object !== 'window' ? property : `${object}.${property}`;
}

function isEmptyCatch(node: Node): boolean {
  if (node.type === 'CatchClause') return isEmptyBlock(node.body);
  if (node.type !== 'CallExpression' || !isNode(node.callee) || node.callee.type !== 'MemberExpression') return false;
  const { property } = node.callee;
  const [handler] = node.arguments as readonly unknown[];
  return isNode(property) && property.name === 'catch' && isNode(handler) && isEmptyBlock(handler.body);
}

function isEmptyBlock(node: unknown): boolean {
  return isNode(node) && node.type === 'BlockStatement' && isEmptyList(node.body);
}

function isErased(statement: Node): boolean {
  if (TYPE_STATEMENTS.includes(statement.type)) return true;
  if (statement.importKind === 'type' || statement.exportKind === 'type') return true;
  return (
    statement.type === 'ExportNamedDeclaration' && isNode(statement.declaration) && isErased(statement.declaration)
  );
}

/** A node and everything below it. */
export function withDescendants(node: Node): readonly Node[] {
  const below = Object.entries(node).filter(([field]) => !isNameOnly(node, field));
  return [
    node,
    ...below.flatMap(([, value]) => (Array.isArray(value) ? value : [value]).filter(isNode).flatMap(withDescendants)),
  ];
}

/** The `now` of `clock.now` and of `{ now: 1 }` names a member of an object. It is no use of a global. */
function isNameOnly(node: Node, field: string): boolean {
  return (field === 'property' || field === 'key') && node.computed === false && node.shorthand !== true;
}

export function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string';
}

function isEmptyList(value: unknown): boolean {
  return Array.isArray(value) && value.length === 0;
}
