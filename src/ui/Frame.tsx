import { Mark } from './parts/Mark.tsx';

/** The first paint: what stands at the top of every screen, before there are words for the rest. */
export function Frame() {
  return (
    <div class="shell" aria-busy="true">
      <header class="masthead">
        <Mark />
        <span class="wordmark">Synapse</span>
      </header>
    </div>
  );
}
