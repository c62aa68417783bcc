/** The form for a new gene. It says first which peers will no longer be trusted. */
import { useId, useRef, useState } from 'preact/hooks';
import { Trust } from '../../../domain/trust.ts';
import type { NodeView } from '../../../peer-api.ts';
import { useSession } from '../../hooks/session.ts';
import { useAct } from '../../hooks/use-act.ts';
import { useFocus } from '../../hooks/use-focus.ts';
import { Button } from '../../parts/Button.tsx';
import { Field } from '../../parts/Field.tsx';
import { TextInput } from '../../parts/TextInput.tsx';
import { useWords } from '../../words/words.ts';

export function AddGene({ node, onDone }: { node: NodeView; onDone: () => void }) {
  const { genome: words, shell } = useWords();
  const { api, snapshot } = useSession();
  const act = useAct();
  const titleId = useId();
  const contentBox = useRef<HTMLTextAreaElement>(null);
  const [gene, setGene] = useState(() => ({ id: nextId(node), content: '', domain: '' }));
  const trustedNames = snapshot.peers.filter((peer) => peer.trust === Trust.VERIFIED).map((peer) => peer.nodeName);
  useFocus(contentBox);
  const save = () =>
    act.run(
      words.add,
      () => api.addGene(gene),
      (outcome) => {
        if (outcome.kind !== 'refused') onDone();
      },
    );
  return (
    <form
      class="card raised stack"
      aria-labelledby={titleId}
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
    >
      <h3 id={titleId}>{words.addTitle}</h3>
      <p class="callout warning">
        {words.forGood} {trustedNames.length > 0 ? words.distrusts(trustedNames) : words.distrustsNobody}
      </p>
      <TextInput label={words.id} value={gene.id} onInput={(id) => setGene({ ...gene, id })} />
      <Field label={words.content}>
        {(attributes) => (
          <textarea
            {...attributes}
            ref={contentBox}
            rows={3}
            value={gene.content}
            onInput={(event) => setGene({ ...gene, content: event.currentTarget.value })}
          />
        )}
      </Field>
      <TextInput label={words.domain} value={gene.domain} onInput={(domain) => setGene({ ...gene, domain })} />
      <div class="actions">
        <Button kind="primary" type="submit" act={act}>
          {shell.save}
        </Button>
        <Button onClick={onDone}>{shell.cancel}</Button>
      </div>
    </form>
  );
}

/** The next free number: GENE_06, if GENE_05_HONESTY has the highest. */
function nextId({ genes }: NodeView): string {
  const numbers = genes.map((gene) => Number(/^GENE_(\d+)/.exec(gene.id)?.[1] ?? 0));
  return `GENE_${`${Math.max(0, ...numbers) + 1}`.padStart(2, '0')}`;
}
