/** One peer: its trust, the three facts behind it, what was exchanged, and one panel at a time for what can be done. */
import { useEffect, useRef, useState } from 'preact/hooks';
import { Trust } from '../../../domain/trust.ts';
import type { Carried, NodeView, PeerView } from '../../../peer-api.ts';
import { useSession } from '../../hooks/session.ts';
import { useAct } from '../../hooks/use-act.ts';
import { Button } from '../../parts/Button.tsx';
import { CarryOrCall } from '../../parts/CarryOrCall.tsx';
import { FocusRegion } from '../../parts/FocusRegion.tsx';
import { Hash } from '../../parts/Hash.tsx';
import { PictureBeside } from '../../parts/HashPicture.tsx';
import { TrustBadge } from '../../parts/TrustBadge.tsx';
import { useWords } from '../../words/words.ts';
import { BackupPanel } from './BackupPanel.tsx';
import { ComparePanel } from './ComparePanel.tsx';
import { ForgetPanel } from './ForgetPanel.tsx';
import { PeerExchanges } from './PeerExchanges.tsx';
import { TakeOutPanel } from './TakeOutPanel.tsx';
import { TrustFacts } from './TrustFacts.tsx';
import { WhatToType } from './WhatToType.tsx';

interface PeerCardProps {
  readonly peer: PeerView;
  readonly node: NodeView;
  /** The address names this peer. */
  readonly isWanted: boolean;
  /** The panel that the address names: 'backup', or a scope of Take out. */
  readonly part: string | undefined;
}

type Panel = 'take-out' | 'backup' | 'compare' | 'type' | 'forget';
type Open = { readonly kind: Panel } | { readonly kind: 'handshake'; readonly carried: Carried };

export function PeerCard({ peer, node, isWanted, part }: PeerCardProps) {
  const { peers: words, backup, charts, compare, exchange, forget, gomcp } = useWords();
  const { api } = useSession();
  const act = useAct();
  const card = useRef<HTMLElement>(null);
  const [open, setOpen] = useState<Open | null>(null);
  const name = peer.nodeName;
  const isTrusted = peer.trust === Trust.VERIFIED;
  const toggle = (kind: Panel) => setOpen(open?.kind === kind ? null : { kind });
  const close = () => setOpen(null);

  useEffect(() => {
    if (isWanted) {
      card.current?.scrollIntoView({ block: 'start' });
      // A person who comes from the map has lost the focus: the map is gone.
      card.current?.focus({ preventScroll: true });
    }
    if (part === 'backup') setOpen({ kind: 'backup' });
    if (part === 'new' || part === 'everything') setOpen({ kind: 'take-out' });
  }, [isWanted, part]);

  const askAgain = () =>
    act.run(
      words.askAgain,
      () => api.newHandshake(peer.peerId),
      (result) => {
        if (result.kind === 'carried') setOpen({ kind: 'handshake', carried: result });
      },
    );

  return (
    <article ref={card} class="card stack peer" aria-label={name} tabIndex={-1}>
      <header>
        <h2>{name}</h2>
        <TrustBadge trust={peer.trust} />
      </header>
      <p>{words.trustMeaning[peer.trust]}</p>
      <TrustFacts peer={peer} node={node} />
      <PeerExchanges peer={peer} />
      <PictureBeside hash={peer.peerId} label={charts.idPicture}>
        <p class="muted">
          <span class="hidden">{words.peerId}: </span>
          <Hash value={peer.peerId} />
        </p>
      </PictureBeside>
      <div class="actions">
        {isTrusted && (
          <Button kind="primary" expanded={open?.kind === 'take-out'} onClick={() => toggle('take-out')}>
            {words.takeOut}
          </Button>
        )}
        {peer.backup && (
          <Button expanded={open?.kind === 'backup'} onClick={() => toggle('backup')}>
            {backup.backup}
          </Button>
        )}
        {peer.signedSince === null ? (
          <Button expanded={open?.kind === 'type'} onClick={() => toggle('type')}>
            {gomcp.open}
          </Button>
        ) : (
          <Button
            kind={peer.compared?.matched ? 'quiet' : 'plain'}
            expanded={open?.kind === 'compare'}
            onClick={() => toggle('compare')}
          >
            {compare.compare}
          </Button>
        )}
        <Button kind={isTrusted ? 'quiet' : 'plain'} act={act} onClick={askAgain}>
          {words.askAgain}
        </Button>
        <Button kind="quiet" expanded={open?.kind === 'forget'} onClick={() => toggle('forget')}>
          {forget.forget}
        </Button>
      </div>
      {isTrusted && <p class="hint">{words.askAgainHint}</p>}
      {open?.kind === 'take-out' && isTrusted && (
        <TakeOutPanel peer={peer} initialScope={part === 'new' ? 'new' : 'everything'} onClose={close} />
      )}
      {open?.kind === 'type' && <WhatToType peer={peer} onClose={close} />}
      {open?.kind === 'compare' && <ComparePanel peer={peer} onClose={close} />}
      {open?.kind === 'backup' && peer.backup && <BackupPanel peer={peer} backup={peer.backup} onClose={close} />}
      {open?.kind === 'forget' && <ForgetPanel peer={peer} onClose={close} />}
      {open?.kind === 'handshake' && (
        <FocusRegion label={exchange.handshake} onClose={close}>
          <h3>{exchange.handshakeFor(name)}</h3>
          <CarryOrCall carried={open.carried} text={exchange.handshakeText} to={name} />
        </FocusRegion>
      )}
    </article>
  );
}
