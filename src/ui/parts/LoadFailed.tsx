import { type Language, LOAD_FAILED } from '../words/first-words.ts';

/** A file of the app could not be loaded: no server answers, and the browser has not stored the whole app yet. */
export function LoadFailed({ language }: { language: Language }) {
  const { what, reload } = LOAD_FAILED[language];
  return (
    <section class="card stack" role="alert">
      <p>{what}</p>
      <div class="actions">
        <button type="button" class="button primary" onClick={() => location.reload()}>
          {reload}
        </button>
      </div>
    </section>
  );
}
