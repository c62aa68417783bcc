/** What is in a payload for a peer, by level and domain, and what stays here and why. Domains are left out here. */
import type { Carried, Contents, PeerView } from '../../../peer-api.ts';
import { useSession } from '../../hooks/session.ts';
import { useAct } from '../../hooks/use-act.ts';
import { Checkbox } from '../../parts/Checkbox.tsx';
import { Disclosure } from '../../parts/Disclosure.tsx';
import { useWords } from '../../words/words.ts';

interface PayloadContentsProps {
  readonly peer: PeerView;
  readonly carried: Carried;
  readonly contents: Contents;
}

export function PayloadContents({ peer, carried, contents }: PayloadContentsProps) {
  const { peers, contents: words, facts, formats } = useWords();
  const { levels, genes, domains, heldBack, incidentsHeldBack } = contents;
  const name = peer.nodeName;
  const kinds = levels.map(({ level, count }) => `${formats.number(count)}\u00a0${facts.levelOf(level)}`);
  if (genes > 0) kinds.push(words.genes(genes));
  return (
    <div class="leaves">
      {carried.factCount + carried.incidentCount === 0 ? (
        <p>{peers.receiptAlone(name)}</p>
      ) : (
        <p>
          <b>{peers.holds(carried.factCount, carried.incidentCount)}</b>
          {kinds.length > 0 && <span class="muted">: {kinds.join(' · ')}</span>}
        </p>
      )}
      {heldBack.length > 0 && (
        <ul class="muted">
          {heldBack.map(({ why, count }) => (
            <li key={why}>{words.heldBack(why, count)}</li>
          ))}
        </ul>
      )}
      {incidentsHeldBack > 0 && <p class="muted">{words.incidentsHeldBack(incidentsHeldBack)}</p>}
      {domains.length > 0 && (
        <Disclosure summary={words.byDomain(domains.length)}>
          <p>{words.byDomainText(name)}</p>
          <ul class="rows domains">
            {domains.map(({ domain, count }) => (
              <DomainCheckbox key={domain} peer={peer} domain={domain} count={count} />
            ))}
          </ul>
        </Disclosure>
      )}
    </div>
  );
}

/** A domain goes to the peer as long as its box is ticked. */
function DomainCheckbox({ peer, domain, count }: { peer: PeerView; domain: string; count: number }) {
  const { contents: words, formats } = useWords();
  const { api } = useSession();
  const act = useAct();
  const name = domain || words.noDomain;
  return (
    <li>
      <Checkbox
        label={name}
        count={formats.number(count)}
        checked={!peer.leftOut.includes(domain)}
        onChange={(goes) => act.run(name, () => api.leaveOut(peer.peerId, domain, !goes))}
      />
    </li>
  );
}
