import type { ComponentChildren } from 'preact';
import type { Fact } from '../../domain/fact.ts';
import { useSession } from '../hooks/session.ts';
import { useWords } from '../words/words.ts';
import { WrittenAt } from './Time.tsx';

interface FactLabelsProps {
  readonly fact: Fact;
  readonly stale?: boolean;
  readonly archived?: boolean;
  /** Peer id of the sender; null if the fact was made here or is not taken in yet. */
  readonly fromPeerId?: string | null;
  /** The id of the fact that this one is another version of. */
  readonly variantOf?: string;
}

/** Everything about a fact except its content: level, gene, stale, archived, source, time, sender. */
export function FactLabels({ fact, stale = false, archived = false, fromPeerId = null, variantOf }: FactLabelsProps) {
  const { facts: words } = useWords();
  const { snapshot } = useSession();
  const peer = snapshot.peers.find(({ peerId }) => peerId === fromPeerId);
  const labels: readonly (readonly [string, ComponentChildren])[] = [
    [words.domain, fact.domain],
    [words.module, fact.module],
    [words.source, fact.source],
    [words.createdAt, <WrittenAt key="time" time={fact.createdAt} />],
    [words.origin, fromPeerId && (peer?.nodeName ?? fromPeerId)],
    [words.id, fact.id],
    [words.variantOf, variantOf],
  ];
  return (
    <>
      <p class="tags">
        <span class="tag">{words.levelOf(fact.level)}</span>
        {fact.isGene && <span class="tag strong">{words.gene}</span>}
        {stale && <span class="tag">{words.stale}</span>}
        {archived && <span class="tag">{words.archived}</span>}
      </p>
      <dl class="labels">
        {labels.map(
          ([name, value]) =>
            value && (
              <div key={name}>
                <dt>{name}</dt>
                <dd>{value}</dd>
              </div>
            ),
        )}
      </dl>
    </>
  );
}
