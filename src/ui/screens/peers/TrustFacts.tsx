/** The three facts beside a level of trust (ARCHITECTURE "The three facts"). Each has an explanation that opens. */
import { useId } from 'preact/hooks';
import { Trust } from '../../../domain/trust.ts';
import type { NodeView, PeerView } from '../../../peer-api.ts';
import { useNow } from '../../hooks/Clock.tsx';
import { useSession } from '../../hooks/session.ts';
import { useAct } from '../../hooks/use-act.ts';
import { Button } from '../../parts/Button.tsx';
import { Disclosure } from '../../parts/Disclosure.tsx';
import { TwoHashes } from '../../parts/Hash.tsx';
import { identityWord } from '../../parts/TrustBadge.tsx';
import { useWords, type Words } from '../../words/words.ts';

export function TrustFacts({ peer, node }: { peer: PeerView; node: NodeView }) {
  const { peers: words, formats, gomcp } = useWords();
  return (
    <div class="trust-facts">
      <Disclosure
        summary={
          <FactLine
            name={words.genome}
            value={peer.genome === 'same' ? words.genomeSame : words.genomeDifferent}
            more={peer.handshakeAt === null ? null : words.genomeSince(formats.date(peer.handshakeAt))}
          />
        }
      >
        <p>{words.genomeAbout}</p>
      </Disclosure>
      {peer.genome === 'different' && (
        <>
          <TwoHashes ours={node.genomeHash} theirs={peer.genomeHash} />
          {peer.signedSince === null && <p class="callout">{gomcp.genome}</p>}
        </>
      )}
      <IdentityFact peer={peer} />
      <ContactFact peer={peer} timeout={node.timeout} />
    </div>
  );
}

function IdentityFact({ peer }: { peer: PeerView }) {
  const { peers: words, compare, formats } = useWords();
  const { since, about } = identityOf(peer, words);
  const value = identityWord(peer, words);
  const mismatchAt = peer.compared && !peer.compared.matched ? peer.compared.at : null;
  return (
    <>
      <Disclosure
        summary={
          <FactLine
            name={words.identity}
            value={value}
            more={since === null ? null : words.identitySince(formats.date(since))}
          />
        }
      >
        <p>{about}</p>
      </Disclosure>
      {mismatchAt !== null && <p class="callout warning">{compare.doubted(peer.nodeName, formats.date(mismatchAt))}</p>}
      <ClonedWarning peer={peer} />
    </>
  );
}

/** Since when the identity is what it is, and what that means. */
function identityOf({ signedSince, compared, cloned }: PeerView, words: Words['peers']) {
  if (signedSince === null) return { since: null, about: words.identityAbout };
  if (cloned && compared?.matched !== false) return { since: cloned.at, about: words.identityClonedAbout };
  if (compared?.matched) return { since: compared.at, about: words.identityConfirmedAbout };
  return { since: compared?.at ?? signedSince, about: words.identitySignedAbout };
}

function FactLine({ name, value, more }: { name: string; value: string; more?: string | null }) {
  return (
    <span>
      {name}: <b>{value}</b>
      {more && <span class="muted"> · {more}</span>}
    </span>
  );
}

function ContactFact({ peer, timeout }: { peer: PeerView; timeout: number }) {
  const words = useWords();
  const now = useNow();
  const { value, more } = contactOf(peer, timeout, now, words);
  return (
    <Disclosure summary={<FactLine name={words.peers.contact} value={value} more={more} />}>
      <p>{words.peers.contactAbout}</p>
      {peer.lastSeen !== null && (
        <p>
          {words.peers.lastHeard}: {words.formats.exactDate(peer.lastSeen)}
        </p>
      )}
      {peer.deadline !== null && (
        <p>
          {words.peers.contactDeadline(words.formats.relative(peer.deadline, now))} (
          {words.formats.exactDate(peer.deadline)})
        </p>
      )}
    </Disclosure>
  );
}

/**
 * Fresh in the first half of the timeout, quiet in the second half, silent after it. A peer that has expired stays
 * silent, even if the timeout is made longer.
 */
function contactOf(peer: PeerView, timeout: number, now: number, { peers, formats }: Words) {
  if (peer.lastSeen === null) return { value: peers.contactNever, more: null };
  const silence = now - peer.lastSeen;
  const isSilent = silence >= timeout || peer.trust === Trust.EXPIRED;
  if (isSilent) return { value: peers.contactSilent, more: peers.contactSince(formats.date(peer.lastSeen)) };
  const lastHeard = peers.contactHeard(formats.relative(peer.lastSeen, now));
  return { value: silence * 2 < timeout ? peers.contactFresh : peers.contactQuiet, more: lastHeard };
}

/** A peer's key is used on two devices, or its device was set back: what that means, and what to do. */
function ClonedWarning({ peer }: { peer: PeerView }) {
  const { cloned: words, formats } = useWords();
  const { api } = useSession();
  const act = useAct();
  const id = useId();
  const name = peer.nodeName;
  if (!peer.cloned) return null;
  const { at, number } = peer.cloned;
  return (
    <div class="callout warning stack tight">
      <p id={id}>
        <strong>{words.title}</strong>
      </p>
      <p>{words.what(name, formats.date(at), formats.number(number))}</p>
      <p>{words.means}</p>
      <p>{words.next(name)}</p>
      <div class="actions">
        <Button act={act} describedBy={id} onClick={() => act.run(words.settle, () => api.settleCloned(peer.peerId))}>
          {words.settle}
        </Button>
      </div>
    </div>
  );
}
