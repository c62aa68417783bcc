/** Finds text for people in a module of the screen. It should come from the catalogue (src/ui/words). */
import { isNode, type Node, statementsOf, withDescendants } from './read-module.ts';

/** Words that are the same in every language: the name of the product. */
const NAMES = ['Synapse'];

/** Attributes and fields whose value people read, the platform's and ours. */
const SPOKEN_ATTRIBUTES =
  /^(title|alt|placeholder|aria-(label|description|placeholder|roledescription|valuetext|keyshortcuts))$/;
const SPOKEN_FIELDS = /^(label|hint|summary|text|what|next|question|yes|no|after)$/;

/** Every piece of such text, as it is written. */
export function strayText(path: string, source: string): readonly string[] {
  return statementsOf(path, source)
    .flatMap(withDescendants)
    .flatMap(spokenIn)
    .map((text) => text.trim())
    .filter(isWords);
}

function isWords(text: string): boolean {
  return /\p{L}/u.test(NAMES.reduce((rest, name) => rest.replaceAll(name, ''), text));
}

function spokenIn(node: Node): readonly string[] {
  switch (node.type) {
    case 'JSXText':
      return [String(node.value)];
    case 'JSXElement':
    case 'JSXFragment':
      return (node.children as readonly unknown[]).flatMap(literalsOf);
    case 'JSXAttribute':
      return isSpoken(node.name) ? literalsOf(node.value) : [];
    case 'Property':
      return isSpoken(node.key) ? literalsOf(node.value) : [];
    case 'AssignmentExpression':
      return isNode(node.left) && isSpoken(node.left.property) ? literalsOf(node.right) : [];
    default:
      return [];
  }
}

function isSpoken(name: unknown): boolean {
  if (!isNode(name)) return false;
  const written = name.type === 'Literal' ? name.value : name.name;
  return typeof written === 'string' && (SPOKEN_ATTRIBUTES.test(written) || SPOKEN_FIELDS.test(written));
}

/** The strings that an expression may result in. Arguments of a call are none of them. */
function literalsOf(node: unknown): readonly string[] {
  if (!isNode(node)) return [];
  switch (node.type) {
    case 'Literal':
      return typeof node.value === 'string' ? [node.value] : [];
    case 'TemplateLiteral':
      return [
        ...(node.quasis as readonly { value: { cooked: string } }[]).map(({ value }) => value.cooked),
        ...(node.expressions as readonly unknown[]).flatMap(literalsOf),
      ];
    case 'JSXExpressionContainer':
    case 'ParenthesizedExpression':
    case 'TSAsExpression':
      return literalsOf(node.expression);
    case 'ConditionalExpression':
      return [node.consequent, node.alternate].flatMap(literalsOf);
    case 'LogicalExpression':
    case 'BinaryExpression':
      return /^(\|\||&&|\?\?|\+)$/.test(String(node.operator)) ? [node.left, node.right].flatMap(literalsOf) : [];
    default:
      return [];
  }
}
