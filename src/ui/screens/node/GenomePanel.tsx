/** The genes of this node. They are opened from a file or added by hand. They can never be changed or removed. */
import { useId, useState } from 'preact/hooks';
import { takeFile } from '../../../carry/files.ts';
import { outcomeOf } from '../../../domain/answers.ts';
import type { Outcome } from '../../../domain/outcome.ts';
import type { Accepted, NodeView, Preview } from '../../../peer-api.ts';
import { useSession } from '../../hooks/session.ts';
import { useAct } from '../../hooks/use-act.ts';
import { Button } from '../../parts/Button.tsx';
import { Field } from '../../parts/Field.tsx';
import { FileButton } from '../../parts/FileButton.tsx';
import { GeneList } from '../../parts/GeneList.tsx';
import { PictureBeside } from '../../parts/HashPicture.tsx';
import { PreviewPanel } from '../../preview/PreviewPanel.tsx';
import { useWords } from '../../words/words.ts';
import { AddGene } from './AddGene.tsx';

export function GenomePanel({ node }: { node: NodeView }) {
  const { genome: words, charts, preview: previewWords } = useWords();
  const { api } = useSession();
  const act = useAct();
  const id = useId();
  const [preview, setPreview] = useState<Preview | null>(null);
  const [isAdding, setAdding] = useState(false);

  const openFile = (file: File) => {
    setPreview(null);
    act.run(
      words.open,
      () => api.openGenome(file),
      (result) => {
        if (result.kind === 'preview') setPreview(result);
      },
    );
  };
  const decide = (name: string, call: (previewId: number) => Promise<Accepted | Outcome>, previewId: number) =>
    act.run(
      name,
      () => call(previewId),
      (result) => {
        if (outcomeOf(result).kind !== 'refused') setPreview(null);
      },
    );

  const hash = (
    <Field label={words.hash} hint={words.hashHint}>
      {(attributes) => <textarea {...attributes} class="hash-box" readOnly rows={3} value={node.genomeHash} />}
    </Field>
  );
  return (
    <section class="card stack" aria-labelledby={id}>
      <h2 id={id}>{words.title}</h2>
      <p class="muted">{words.about}</p>
      {preview && (
        <PreviewPanel
          key={preview.id}
          preview={preview}
          act={act}
          onAccept={() => decide(previewWords.accept, api.accept, preview.id)}
          onDiscard={() => decide(previewWords.discard, api.discard, preview.id)}
        />
      )}
      {node.genomeHash === '' ? (
        hash
      ) : (
        <PictureBeside hash={node.genomeHash} label={charts.genomePicture}>
          {hash}
        </PictureBeside>
      )}
      <div class="actions">
        <FileButton
          label={words.open}
          onChoose={(input) => {
            const file = takeFile(input);
            if (file) openFile(file);
          }}
        />
        <Button icon="plus" expanded={isAdding} onClick={() => setAdding(!isAdding)}>
          {words.add}
        </Button>
      </div>
      {isAdding && <AddGene node={node} onDone={() => setAdding(false)} />}
      {node.genes.length === 0 ? (
        <p>{words.none}</p>
      ) : (
        <>
          <h3>{words.count(node.genes.length)}</h3>
          <GeneList genes={node.genes} />
        </>
      )}
    </section>
  );
}
