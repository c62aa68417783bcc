/** The preview of a document: what Accept would do. Nothing is written before Accept. */
import { useId } from 'preact/hooks';
import { planOf } from '../../domain/accept-plan.ts';
import { hasRows } from '../../domain/preview.ts';
import { takesRows } from '../../domain/preview-buckets.ts';
import type { Preview } from '../../peer-api.ts';
import type { Act } from '../hooks/use-act.ts';
import { Button } from '../parts/Button.tsx';
import { FocusRegion } from '../parts/FocusRegion.tsx';
import { useWords, type Words } from '../words/words.ts';
import { PreviewDetails } from './PreviewDetails.tsx';
import { useChoices } from './use-choices.ts';

interface PreviewPanelProps {
  readonly preview: Preview;
  readonly act: Act;
  onAccept(): void;
  onDiscard(): void;
}

export function PreviewPanel({ preview, act, onAccept, onDiscard }: PreviewPanelProps) {
  const { preview: words, shell, documents, refusals } = useWords();
  const id = useId();
  const choices = useChoices(preview);
  const name = preview.from?.nodeName ?? words.somebody;
  const { problem } = preview;
  const canAccept = preview.act !== 'nothing' && problem === null;
  return (
    <FocusRegion label={words.preview}>
      <div>
        <p class="kicker">{words.kind(documents[preview.documentKind])}</p>
        <h2>{words.titles[preview.act](name)}</h2>
      </div>
      {problem && <p class="callout warning">{refusals[problem.code](problem).what}</p>}
      {preview.contextLeftOut && <p class="muted">{words.contextLeftOut}</p>}
      <PreviewDetails preview={preview} choices={choices} />
      <p id={id} class={preview.act === 'reject' || preview.act === 'grow-genome' ? 'callout warning' : 'muted'}>
        {explain(preview, words)(name)}
      </p>
      {hasRows(preview) && takesRows(preview.act) && (
        <p id={`${id}-plan`} class="plan">
          {words.plan(planOf(preview, choices.of))}
        </p>
      )}
      <div class="actions at-hand">
        {canAccept && (
          <Button kind="primary" act={act} describedBy={takesRows(preview.act) ? `${id}-plan` : id} onClick={onAccept}>
            {words.accept}
          </Button>
        )}
        <Button act={act} onClick={onDiscard}>
          {preview.act === 'nothing' ? shell.close : words.discard}
        </Button>
      </div>
    </FocusRegion>
  );
}

/** The sentence that tells what Accept does. If there is nothing to do, it tells why. */
function explain({ about, act, author }: Preview, words: Words['preview']): (from: string) => string {
  if (act === 'reject' && author === 'unsigned') return words.rejectUnsigned;
  if (about === 'nameless-arrival') return words.nameless;
  if (act === 'nothing' && about === 'arrival') return words.arrivedBefore;
  return act === 'nothing' && about === 'trust-word' ? words.unasked : words.explanations[act];
}
