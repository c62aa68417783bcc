/** Long work: its phase, count and rate, and a button that cancels it. */
import { useId } from 'preact/hooks';
import type { JobState, PageJob } from '../hooks/use-job.ts';
import { useWords } from '../words/words.ts';
import { Button } from './Button.tsx';

export function JobProgress({ job }: { job: PageJob }) {
  const { work, shell } = useWords();
  const id = useId();
  const { state } = job;
  if (!state) return null;
  return (
    <section class="card working" aria-label={work.working}>
      <p id={id}>
        <strong>{work.phases[state.phase]}</strong>
      </p>
      <progress aria-labelledby={id} {...(state.total > 0 && { value: state.done, max: state.total })} />
      <p class="muted">
        <Count state={state} />
      </p>
      <div class="actions">
        <Button onClick={job.stop}>{shell.cancel}</Button>
      </div>
    </section>
  );
}

function Count({ state: { done, total, unit, rate } }: { state: JobState }) {
  const { work } = useWords();
  const count = total > 0 ? work.doneOf[unit](done, total) : work.doneSoFar[unit](done);
  return (
    <>
      {count} · {work.perSecond[unit](Math.round(rate))}
    </>
  );
}
