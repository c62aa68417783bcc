/** Small line drawings. An icon is never the only sign: a word or an accessible name says the same. */
import type { Screen } from '../hooks/route.ts';

export type IconName =
  | Screen
  | 'check'
  | 'close'
  | 'copy'
  | 'file'
  | 'handshake'
  | 'paste'
  | 'plus'
  | 'save'
  | 'share'
  | 'warning';

/** Paths of strokes in a square of 24. */
const PATHS: Readonly<Record<IconName, string>> = {
  exchange: 'M4 8h14M14 4l4 4-4 4M20 16H6M10 12l-4 4 4 4',
  peers:
    'M6 9a3 3 0 1 0 0-6 3 3 0 0 0 0 6ZM18 21a3 3 0 1 0 0-6 3 3 0 0 0 0 6Z' +
    'M18 9a3 3 0 1 0 0-6 3 3 0 0 0 0 6ZM9 6h6M18 9v6M8 8.500l8 7',
  facts: 'M5 4h14v16H5ZM9 9h6M9 13h6M9 17h3',
  incidents: 'M12 4 3 19h18ZM12 10v4M12 16.500v.5',
  journal: 'M12 21a9 9 0 1 0-9-9M3 6v6h6M12 7v5l3 3',
  node: 'M12 3l8 4.500v9L12 21l-8-4.500v-9ZM12 9.500a2.500 2.500 0 1 0 0 5 2.500 2.500 0 0 0 0-5Z',
  check: 'M5 12.500l4.500 4.500L19 7.500',
  close: 'M6 6l12 12M18 6L6 18',
  copy: 'M9 9h11v11H9ZM5 15H4V4h11v1',
  file: 'M6 3h8l4 4v14H6ZM14 3v4h4',
  handshake: 'M3 12a5 5 0 0 1 5-5h2M21 12a5 5 0 0 1-5 5h-2M9 12h6M3 12a5 5 0 0 0 5 5h2M21 12a5 5 0 0 0-5-5h-2',
  paste: 'M8 5H5v16h14V5h-3M8 3h8v4H8ZM12 10v7M9 14l3 3 3-3',
  plus: 'M12 5v14M5 12h14',
  save: 'M12 3v12M7 10l5 5 5-5M4 20h16',
  share: 'M12 15V3M8 7l4-4 4 4M5 12v8h14v-8',
  warning: 'M12 8v5M12 16v.5M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18Z',
};

export function Icon({ name }: { name: IconName }) {
  return (
    <svg class="icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      <path d={PATHS[name]} />
    </svg>
  );
}
