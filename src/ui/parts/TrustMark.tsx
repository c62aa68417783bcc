import type { Trust } from '../../domain/trust.ts';
import { useWords } from '../words/words.ts';
import { TrustShape, trustClass } from './TrustShape.tsx';

/** The level of trust as shape, word and colour. */
export function TrustMark({ trust }: { trust: Trust }) {
  const { peers } = useWords();
  return (
    <span class={`trust ${trustClass(trust)}`}>
      <svg viewBox="0 0 16 16" aria-hidden="true" focusable="false">
        <TrustShape trust={trust} />
      </svg>
      <strong>{peers.trust[trust]}</strong>
    </span>
  );
}
