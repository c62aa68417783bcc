import { formats } from './formats.ts';

const { number } = formats;

export const mapWords = {
  view: 'Show as',
  list: 'List',
  map: 'Map',
  around: (node: string) => `Peers around ${node}`,
  alone: (node: string) => `${node}, with no peers around it`,
  /** One sentence a peer, for whoever hears the map instead of seeing it. */
  peer: (name: string, parts: readonly string[]) => `${name}: ${parts.join(', ')}`,
  heard: (ago: string) => `last contact ${ago}`,
  never: 'no contact yet',
  ends: (when: string) => `trust ends ${when}`,
  waits: (rows: number) => `${number(rows)} new for it`,

  how: 'How to read the map',
  selfTitle: 'In the middle',
  self: 'This node.',
  distanceTitle: 'Distance',
  distance: (timeout: string) =>
    `The nearer to the middle, the more recent the last contact. Each circle says how long ago; the dashed one is the peer timeout, ${timeout}.`,
  ringTitle: 'Ring',
  ring: 'The time that is left until trust ends. It empties as the timeout nears. Without a ring there is no trust that could end.',
  countTitle: 'Number',
  count: 'What is new for the peer and waits to be carried there.',
  shapeTitle: 'Shape and colour',
  directionTitle: 'Direction',
  direction:
    'Says nothing. Each peer keeps its own; where two would cover each other, one stands a little aside, further out if it must.',
  many: 'With many peers the marks become smaller: names go first, then numbers, then rings. The list has all of it.',
};
