/** What a document would do, before anything is written. */
import { useId } from 'preact/hooks';
import { planOf } from '../../domain/accept-plan.ts';
import { takesRows } from '../../domain/preview-buckets.ts';
import type { Preview } from '../../peer-api.ts';
import type { Act } from '../hooks/use-act.ts';
import { Button } from '../parts/Button.tsx';
import { FocusRegion } from '../parts/FocusRegion.tsx';
import { Time } from '../parts/Time.tsx';
import { useWords, type Words } from '../words/words.ts';
import { BucketList } from './BucketList.tsx';
import { ArrivalText, ClashText, FromWhom, GeneWarning, GenomeComparison, GenomeGrowth } from './PreviewDetails.tsx';
import { useChoices } from './use-choices.ts';

interface PreviewPanelProps {
  readonly preview: Preview;
  readonly act: Act;
  onAccept(): void;
  onDiscard(): void;
}

export function PreviewPanel({ preview, act, onAccept, onDiscard }: PreviewPanelProps) {
  const { preview: words, shell, documents, formats, refusals } = useWords();
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
      {(preview.facts?.refused ?? 0) > 0 && <GeneWarning preview={preview} />}
      <FromWhom preview={preview} />
      {preview.clash !== null && <ClashText number={preview.clash} />}
      {preview.documentKind !== 'genome_file' && !preview.arrival && <GenomeComparison genome={preview.genome} />}
      {preview.takenInAt !== null && (
        <p>
          {words.takenInBefore(formats.date(preview.takenInAt))} (<Time at={preview.takenInAt} />)
        </p>
      )}
      {preview.hasMore && preview.act !== 'ask-on' && <p>{words.hasMore(name)}</p>}
      {preview.since !== null && <p>{words.since(preview.since)}</p>}
      {preview.confirms !== null && <p>{words.confirms(formats.date(preview.confirms))}</p>}
      {preview.arrival && <ArrivalText arrival={preview.arrival} />}
      <BucketList preview={preview} choices={choices} />
      {preview.act === 'grow-genome' && <GenomeGrowth preview={preview} />}
      {preview.clearsBackup && <p>{words.clearsBackup(name)}</p>}
      <p id={id} class={preview.act === 'reject' || preview.act === 'grow-genome' ? 'callout warning' : 'muted'}>
        {explain(preview, words)(name)}
      </p>
      {takesRows(preview.act) && (
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

/** What Accept would do; and where there is nothing to do, why. */
function explain({ act, arrival, unasked }: Preview, words: Words['preview']): (from: string) => string {
  if (act === 'nothing' && arrival) return words.arrivedBefore;
  return act === 'nothing' && unasked ? words.unasked : words.explanations[act];
}
