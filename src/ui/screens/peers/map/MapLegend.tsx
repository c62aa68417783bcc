import type { ComponentChildren } from 'preact';
import type { Trust } from '../../../../domain/trust.ts';
import { Disclosure } from '../../../parts/Disclosure.tsx';
import { TrustBadge } from '../../../parts/TrustBadge.tsx';
import { useWords } from '../../../words/words.ts';

const LEVELS: readonly Trust[] = [2, 1, 4, 3, 0];

/** What distance, ring, number and shape mean. */
export function MapLegend({ timeout }: { timeout: number }) {
  const { map: words, peers, formats } = useWords();
  return (
    <Disclosure summary={words.how}>
      <dl class="map-legend">
        <Meaning name={words.selfTitle}>{words.self}</Meaning>
        <Meaning name={words.distanceTitle}>{words.distance(formats.duration(timeout))}</Meaning>
        <Meaning name={words.ringTitle}>{words.ring}</Meaning>
        <Meaning name={words.countTitle}>{words.count}</Meaning>
        <Meaning name={words.shapeTitle}>
          <ul class="map-shapes">
            {LEVELS.map((trust) => (
              <li key={trust}>
                <TrustBadge trust={trust} />
                <span>{peers.trustMeaning[trust]}</span>
              </li>
            ))}
          </ul>
        </Meaning>
        <Meaning name={words.directionTitle}>{words.direction}</Meaning>
      </dl>
      <p>{words.many}</p>
    </Disclosure>
  );
}

function Meaning({ name, children }: { name: string; children: ComponentChildren }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}
